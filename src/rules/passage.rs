//! The prose that rules about figures read: a paragraph's text, its figures, its sentences and clauses.

use std::cell::OnceCell;
use std::ops::Range;

use super::occurring::Occurring;
use super::words::has_one;
use crate::document::{Document, Prose};
use crate::text::numbers::Number;
use crate::text::order::sort_by_key;
use crate::text::{Letters, Span};

/// A paragraph longer than this, in bytes, is nobody's prose; its figures are left alone.
const LONGEST: usize = 20_000;

/// A figure beside one of them speaks of another time, or of a difference.
pub const COMPARED: [&str; 22] = [
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
    sentences: OnceCell<Vec<Range<usize>>>,
    /// Whether any of [`COMPARED`] stands in it.
    has_comparison: bool,
    /// Its figures, in order.
    pub numbers: &'a [Number],
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
pub fn passages<'a>(document: &'a Document, occurring: &Occurring<'_>) -> Vec<Passage<'a>> {
    let mut passages = Vec::new();
    if !document.is_report {
        return passages;
    }
    let mut has_comparison = vec![false; document.paragraphs.len()];
    for word in COMPARED {
        for place in occurring.places_of(word) {
            has_comparison[place.paragraph as usize] = true;
        }
    }
    // Of the words of one character, which have no places, there is one.
    let has_it_anywhere = occurring.has('较');
    for (paragraph, has_comparison) in document.paragraphs.iter().zip(has_comparison) {
        let (prose, numbers) = (&paragraph.prose, &paragraph.numbers[..]);
        if !numbers.is_empty() {
            let has_comparison = has_comparison || has_it_anywhere && prose.text().contains('较');
            passages.push(Passage { prose, numbers, sentences: OnceCell::new(), has_comparison });
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
        self.sentences.get_or_init(|| {
            let text = self.text();
            let mut start = 0;
            let mut sentences = Vec::new();
            for (at, letter) in Letters::of(text) {
                if let Some(mark @ ('。' | '！' | '？')) = char::from_u32(letter) {
                    sentences.push(start..at);
                    start = at + mark.len_utf8();
                }
            }
            sentences.push(start..text.len());
            sentences
        })
    }

    /// Whether a figure speaks of another time, or of a difference.
    pub fn is_compared(&self, number: &Number) -> bool {
        if !self.has_comparison {
            return false;
        }
        let item = self.item(number);
        if !item.contains("上年") {
            return has_one(item, &COMPARED);
        }
        let item = item.replace("上年度结转", "").replace("上年结转", "").replace("结转上年", "");
        has_one(&item, &COMPARED)
    }

    /// The clause around a range: between commas and other marks, but not the 、 of a list.
    pub fn clause(&self, range: &Range<usize>) -> Range<usize> {
        const MARKS: [char; 9] = ['。', '！', '？', '；', '：', '，', ',', '（', '）'];
        let text = self.text();
        let start = text[..range.start].rfind(MARKS).map_or(0, |at| next(text, at));
        let end = text[range.end..].find(MARKS).map_or(text.len(), |at| range.end + at);
        start..end
    }

    /// The words of an item of a list that a figure belongs to: the same, and between the 、 of a list.
    pub fn item(&self, number: &Number) -> &str {
        let clause = self.clause(&number.extent);
        let text = self.text();
        let start = text[clause.start..number.extent.start]
            .rfind('、')
            .map_or(clause.start, |at| next(text, clause.start + at));
        let end = text[number.extent.end..clause.end].find('、').map_or(clause.end, |at| number.extent.end + at);
        &text[start..end]
    }

    /// The figures that lie within a range.
    pub fn numbers_in(&self, range: &Range<usize>) -> &[Number] {
        let from = self.numbers.partition_point(|number| number.extent.start < range.start);
        let to = self.numbers.partition_point(|number| number.extent.end <= range.end);
        &self.numbers[from..to.max(from)]
    }

    /// A figure as written, with its unit.
    pub fn written(&self, number: &Number) -> &str {
        &self.text()[number.extent.clone()]
    }

    /// The brackets, outermost first: from the opening mark to behind the closing one.
    pub fn brackets(&self) -> Vec<Range<usize>> {
        let text = self.text();
        let mut open = Vec::new();
        let mut brackets = Vec::new();
        for (at, c) in text.char_indices() {
            match c {
                '（' | '(' => open.push(at),
                '）' | ')' => brackets.extend(open.pop().map(|start| start..at + c.len_utf8())),
                '。' => open.clear(),
                _ => {}
            }
        }
        sort_by_key(&mut brackets, |bracket| bracket.start);
        brackets
    }
}

fn next(text: &str, at: usize) -> usize {
    at + text[at..].chars().next().map_or(0, char::len_utf8)
}
