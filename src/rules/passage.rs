//! The prose that rules about figures read: a paragraph's text, its figures, its sentences and clauses.

use std::ops::Range;

use super::occurring::{Occurring, Place};
use super::words::{find, has_one, places};
use crate::document::{Document, Prose};
use crate::text::numbers::Number;
use crate::text::order::{sort, sort_by_key};
use crate::text::{Letters, Span};

/// A paragraph longer than this, in bytes, is nobody's prose; its figures are left alone.
const LONGEST: usize = 20_000;

/// A figure beside one of them speaks of another time, or of a difference.
const COMPARED: [&str; 22] = [
    "较",
    "同比",
    "环比",
    "增长",
    "增加",
    "减少",
    "下降",
    "上升",
    "上年",
    "去年",
    "上一年",
    "往年",
    "历年",
    "累计",
    "以来",
    "提高",
    "降低",
    "年均",
    "平均",
    "相比",
    "比上",
    "同期",
];

/// A paragraph as rules about figures read it.
#[derive(Debug)]
pub struct Passage<'a> {
    prose: &'a Prose,
    /// The paragraph's index.
    paragraph: u32,
    parts: Parts,
    /// Where the words of [`COMPARED`] stand in it, in order.
    compared: Vec<usize>,
    /// Its figures, in order.
    pub numbers: &'a [Number],
}

/// What the marks of a paragraph part it into.
#[derive(Debug, Default)]
struct Parts {
    sentences: Vec<Range<usize>>,
    brackets: Vec<Range<usize>>,
}

/// The paragraphs of a report's sections, as they are meant; none of a text that is no report.
pub fn proses(document: &Document) -> impl Iterator<Item = (u8, &Prose)> {
    (0..document.paragraphs.len()).filter_map(|index| prose_of(document, index))
}

/// One of them, by the paragraph's index.
pub fn prose_of(document: &Document, paragraph: usize) -> Option<(u8, &Prose)> {
    let paragraph = &document.paragraphs[paragraph];
    let is_sane = document.is_report && paragraph.span.range().len() <= LONGEST;
    Some((paragraph.section.filter(|_| is_sane)?, &paragraph.prose))
}

/// Those that have figures.
#[inline(never)]
pub fn passages<'a>(document: &'a Document, occurring: &Occurring<'_>) -> Vec<Passage<'a>> {
    let mut passages = Vec::new();
    if !document.is_report {
        return passages;
    }
    let mut compared = vec![Vec::new(); document.paragraphs.len()];
    // The first is of one character, which has no places.
    for word in &COMPARED[1..] {
        for place in occurring.places_of(word) {
            compared[place.paragraph as usize].push(place.at as usize);
        }
    }
    let has_first = occurring.has('较');
    for ((index, paragraph), mut compared) in (0..).zip(&document.paragraphs).zip(compared) {
        let (prose, numbers) = (&paragraph.prose, &paragraph.numbers[..]);
        if !numbers.is_empty() {
            if has_first {
                compared.extend(places(prose.text(), COMPARED[0]));
            }
            sort(&mut compared);
            passages.push(Passage { prose, paragraph: index, numbers, parts: parts(prose.text()), compared });
        }
    }
    passages
}

impl Passage<'_> {
    /// The text.
    pub fn text(&self) -> &str {
        self.prose.text()
    }

    /// The place of a range of it in the clean reading.
    pub fn span(&self, range: &Range<usize>) -> Span {
        self.prose.span(range.clone())
    }

    /// Its sentences, without the marks that end them.
    pub fn sentences(&self) -> &[Range<usize>] {
        &self.parts.sentences
    }

    /// The brackets, outermost first: from the opening mark to behind the closing one.
    pub fn brackets(&self) -> &[Range<usize>] {
        &self.parts.brackets
    }

    /// Whether a figure speaks of another time, or of a difference.
    pub fn is_compared(&self, number: &Number) -> bool {
        if self.compared.is_empty() {
            return false;
        }
        let range = self.item_range(number);
        let item = &self.text()[range.clone()];
        if find(item, "上年").is_none() {
            return self.has_compared(&range);
        }
        let item = item.replace("上年度结转", "").replace("上年结转", "").replace("结转上年", "");
        has_one(&item, &COMPARED)
    }

    /// Whether a word of [`COMPARED`] begins in a range.
    pub fn has_compared(&self, range: &Range<usize>) -> bool {
        let next = self.compared.partition_point(|at| *at < range.start);
        self.compared.get(next).is_some_and(|at| *at < range.end)
    }

    /// The clause around a range: between commas and other marks, but not the 、 of a list.
    pub fn clause(&self, range: &Range<usize>) -> Range<usize> {
        between(self.text(), range, false)
    }

    /// The words of an item of a list that a figure belongs to: the same, and between the 、 of a list.
    pub fn item(&self, number: &Number) -> &str {
        &self.text()[self.item_range(number)]
    }

    fn item_range(&self, number: &Number) -> Range<usize> {
        between(self.text(), &number.extent, true)
    }

    /// The figures that lie within a range.
    pub fn numbers_in(&self, range: &Range<usize>) -> &[Number] {
        let from = self.numbers.partition_point(|number| number.extent.start < range.start);
        let to = self.numbers.partition_point(|number| number.extent.end <= range.end);
        &self.numbers[from..to.max(from)]
    }

    /// A place in its text among those of all paragraphs.
    pub fn place(&self, at: usize) -> Place {
        Place { paragraph: self.paragraph, at: at as u32 }
    }

    /// Those of some places, in the order of the text, that lie within a range.
    pub fn places_in<'p>(&self, places: &'p [Place], range: &Range<usize>) -> impl Iterator<Item = usize> + use<'p> {
        let before = |end| places.partition_point(|place| *place < self.place(end));
        places[before(range.start)..before(range.end)].iter().map(|place| place.at as usize)
    }

    /// A figure as written, with its unit.
    pub fn written(&self, number: &Number) -> &str {
        &self.text()[number.extent.clone()]
    }
}

fn parts(text: &str) -> Parts {
    let mut parts = Parts::default();
    let mut start = 0;
    let mut open = Vec::new();
    for (at, letter) in Letters::of(text) {
        // Most characters are Chinese ones.
        if matches!(letter, 0x3400..=0x9fff) {
            continue;
        }
        let Some(mark) = char::from_u32(letter) else { continue };
        match mark {
            '。' | '！' | '？' => {
                parts.sentences.push(start..at);
                start = at + mark.len_utf8();
                if mark == '。' {
                    open.clear();
                }
            }
            '（' | '(' => open.push(at),
            '）' | ')' => parts.brackets.extend(open.pop().map(|start| start..at + mark.len_utf8())),
            _ => {}
        }
    }
    parts.sentences.push(start..text.len());
    sort_by_key(&mut parts.brackets, |bracket| bracket.start);
    parts
}

/// What lies around a range, up to the next mark that parts clauses, or items of a list, on each side.
fn between(text: &str, range: &Range<usize>, items: bool) -> Range<usize> {
    let (mut start, mut end) = (range.start, range.end);
    while start > 0 {
        start -= 1;
        let width = parting_mark(text, start, items);
        if width > 0 {
            start += width;
            break;
        }
    }
    while end < text.len() && parting_mark(text, end, items) == 0 {
        end += 1;
    }
    start..end
}

/// How wide the mark is that begins at a byte and parts clauses or items; 0 where none does.
fn parting_mark(text: &str, at: usize, items: bool) -> usize {
    match text.as_bytes()[at] {
        b',' => 1,
        // What the others begin with: few other characters do.
        0xe3 | 0xef => {
            let mark = text[at..].chars().next().unwrap_or_default();
            let parts = matches!(mark, '。' | '！' | '？' | '；' | '：' | '，' | '（' | '）') || items && mark == '、';
            if parts { mark.len_utf8() } else { 0 }
        }
        _ => 0,
    }
}
