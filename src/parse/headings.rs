//! The six section headings: with or without their ordinals, in the form's wording, a known variant, or damaged.

use std::sync::LazyLock;

use crate::document::{Line, Ordinal, SectionHeading, Wording, Zone};
use crate::form::{HEADINGS, Heading};
use crate::parse::table::distance_within;
use crate::text::blank::{trim, trim_end, trim_start, without_blanks};
use crate::text::order::{sort, sort_by_key};
use crate::text::{Letters, Span};

/// A heading has at most this many characters.
const MAX_LENGTH: usize = 60;
/// So many characters of a damaged heading are lost, doubled or mistaken.
const MOST_EDITS: usize = 2;
/// This many headings with nothing between them are a table of contents.
const CONTENTS: usize = 4;

/// A line that may be a section's heading.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub line: usize,
    pub number: u8,
    pub heading: SectionHeading,
    /// How sure it is one: the higher the surer.
    score: i32,
}

/// The headings found, in the order of the text: at most one for each section, and behind it those that repeat it.
#[derive(Debug, Default)]
pub struct Headings {
    pub chosen: Vec<Candidate>,
    pub repeated: Vec<Candidate>,
    /// The line where a second report's headings begin.
    pub second_report: Option<usize>,
}

/// Finds the headings among the lines.
pub fn find(text: &str, lines: &[Line]) -> Headings {
    let mut candidates: Vec<Candidate> =
        lines.iter().enumerate().filter_map(|(index, line)| candidate(text, index, line.span)).collect();
    drop_contents(text, lines, &mut candidates);
    let second_report = second_report(&candidates);
    if let Some(line) = second_report {
        candidates.retain(|candidate| candidate.line < line);
    }
    let mut chosen: Vec<Candidate> = Vec::new();
    for heading in &HEADINGS {
        let best = candidates
            .iter()
            .filter(|candidate| candidate.number == heading.number)
            .max_by_key(|candidate| (candidate.score, std::cmp::Reverse(candidate.line)));
        chosen.extend(best.cloned());
    }
    sort_by_key(&mut chosen, |candidate| candidate.line);
    let repeated = candidates
        .into_iter()
        .filter(|candidate| {
            candidate.score >= 6 && chosen.iter().any(|one| one.number == candidate.number && one.line < candidate.line)
        })
        .collect();
    Headings { chosen, repeated, second_report }
}

/// Reads one line as a heading.
fn candidate(text: &str, line: usize, span: Span) -> Option<Candidate> {
    let content = span.of(text);
    if content.len() > MAX_LENGTH * 12 || !keeps_word_of_headings(content) {
        return None;
    }
    let (ordinal, top_level, rest) = ordinal(text, without_frame(text, span));
    if !top_level {
        return None;
    }
    let (title, end_mark, runs_in) = title_and_mark(text, rest)?;
    if runs_in && ordinal.is_none() {
        return None;
    }
    if !keeps_word_of_headings(title.of(text)) {
        return None;
    }
    let compact = without_blanks(title.of(text));
    if compact.chars().count() > MAX_LENGTH {
        return None;
    }
    let (form, wording) = recognise(&compact, ordinal.is_some())?;
    let mut score = match wording {
        Wording::Official => 4,
        Wording::Variant => 3,
        Wording::Damaged => 2,
        Wording::Free => 1,
    };
    if let Some(ordinal) = ordinal {
        score += if ordinal.number == Some(form.number) { 4 } else { 1 };
    }
    if runs_in {
        // Words behind the heading on its own line: only where nothing speaks against it.
        if wording == Wording::Free {
            return None;
        }
        score -= 2;
    }
    if score < 2 {
        return None;
    }
    let end = end_mark.map_or(title.end, |mark| mark.end);
    let start = ordinal.map_or(title.start, |ordinal| ordinal.span.start);
    let heading = SectionHeading { span: Span { start, end }, ordinal, title, end_mark, wording };
    Some(Candidate { line, number: form.number, heading, score })
}

/// A line without the bars of a table that frames it: `| 一、总体情况 |`.
fn without_frame(text: &str, span: Span) -> Span {
    let line = span.trimmed(text);
    let inner = line.of(text).strip_prefix('|').and_then(|inner| inner.strip_suffix('|'));
    let Some(inner) = inner.filter(|inner| !inner.contains('|')) else { return span };
    let start = line.start as usize + '|'.len_utf8();
    Span::new(start, start + inner.len())
}

/// The ordinal before a heading, whether it is one of the first level, and what follows it.
fn ordinal(text: &str, span: Span) -> (Option<Ordinal>, bool, Span) {
    let span = span.trimmed(text);
    let (start, trimmed) = (span.start as usize, span.of(text));
    let found = |length: usize, number: Option<u8>, top_level: bool| {
        let ordinal = Ordinal { span: Span::new(start, start + length), number };
        let rest = Span::new(start + length, start + trimmed.len());
        (Some(ordinal), top_level, rest)
    };
    let none = (None, true, Span::new(start, start + trimmed.len()));

    // A bar or a Latin l before the ordinal is what a drawn line leaves in a copy.
    let damage =
        trimmed.chars().take_while(|c| matches!(c, '|' | 'l' | 'I' | '丨' | ' ')).map(char::len_utf8).sum::<usize>();
    let body = &trimmed[damage..];
    if let Some(rest) = body.strip_prefix('第')
        && let Some((number, length)) = han_number(rest)
        && let Some(mark) = rest[length..].strip_prefix("部分")
    {
        let marks = mark.len() - mark.trim_start_matches(['、', '：', ':', ' ', '.', '，']).len();
        return found(damage + '第'.len_utf8() + length + "部分".len() + marks, Some(number), true);
    }
    if let Some((number, length)) = han_number(body) {
        let behind = &body[length..];
        let mark = behind
            .chars()
            .next()
            .filter(|c| matches!(c, '、' | '.' | '，' | ',' | ':' | '：' | '．' | ' ' | '\t' | '；'));
        if let Some(mark) = mark {
            let blanks = behind.len() - trim_start(behind).len();
            let length = damage + length + mark.len_utf8().max(blanks);
            return found(length, (damage == 0).then_some(number), true);
        }
    }
    if body.starts_with(['（', '(']) || body.starts_with(|c: char| c.is_ascii_digit()) {
        let inner = body.trim_start_matches(['（', '(']);
        let digits = inner.len()
            - inner.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c)).len();
        let behind = inner[digits..].trim_start_matches(['）', ')', '、', '.', ' ']);
        if digits > 0 && digits < 8 && behind.len() < inner[digits..].len() {
            return found(trimmed.len() - behind.len(), None, false);
        }
    }
    none
}

/// A Han numeral from 一 to 十 at the start, and its length in bytes.
fn han_number(text: &str) -> Option<(u8, usize)> {
    let number = match text.chars().next()? {
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => return None,
    };
    Some((number, '一'.len_utf8()))
}

/// The wording, the mark behind it, and whether text goes on behind that on the same line.
fn title_and_mark(text: &str, rest: Span) -> Option<(Span, Option<Span>, bool)> {
    const MARKS: [char; 10] = ['。', '，', '、', '；', '：', ':', '.', ',', ';', '！'];
    let rest = rest.trimmed(text);
    let (start, content) = (rest.start as usize, rest.of(text));
    let bare = trim_end(content.trim_end_matches(MARKS));
    if bare.is_empty() {
        return None;
    }
    if let Some((at, mark)) = bare.char_indices().find(|(_, c)| matches!(c, '：' | ':' | '。')) {
        let mark = Span::new(start + at, start + at + mark.len_utf8());
        return Some((Span::new(start, start + at), Some(mark), true));
    }
    let mark = (bare.len() < content.len()).then(|| Span::new(start + bare.len(), start + content.len()));
    Some((Span::new(start, start + bare.len()), mark, false))
}

/// Which heading of the form a wording is.
fn recognise(compact: &str, numbered: bool) -> Option<(&'static Heading, Wording)> {
    for heading in &HEADINGS {
        if compact == heading.title {
            return Some((heading, Wording::Official));
        }
        if heading.variants.contains(&compact) {
            return Some((heading, Wording::Variant));
        }
    }
    if compact.chars().count() > 40 {
        return None;
    }
    // Lost, doubled or mistaken characters, not another word: few for the heading's length.
    let here = signature(compact);
    let nearest = WORDINGS
        .iter()
        .filter(|wording| {
            let lost_or_new = [wording.signature & !here, here & !wording.signature];
            lost_or_new.iter().all(|bits| bits.count_ones() as usize <= MOST_EDITS)
        })
        .filter_map(|wording| Some((distance_within(wording.text, compact, MOST_EDITS)?, wording)))
        .filter(|(edits, wording)| edits * 5 < wording.text.chars().count())
        .min_by_key(|(edits, _)| *edits);
    if let Some((_, wording)) = nearest {
        return Some((wording.heading, Wording::Damaged));
    }
    if !numbered {
        return None;
    }
    free(compact).map(|number| (&HEADINGS[number - 1], Wording::Free))
}

/// A wording of the form's headings.
struct KnownWording {
    heading: &'static Heading,
    text: &'static str,
    signature: u64,
}

static WORDINGS: LazyLock<Vec<KnownWording>> = LazyLock::new(|| {
    let wordings = HEADINGS
        .iter()
        .flat_map(|heading| std::iter::once(&heading.title).chain(heading.variants).map(move |text| (heading, *text)));
    wordings.map(|(heading, text)| KnownWording { heading, text, signature: signature(text) }).collect()
});

/// A bit for each character, which others may share: an edit takes one away at most, and adds one at most.
fn signature(text: &str) -> u64 {
    text.chars().fold(0, |signature, c| signature | bit(c as u32))
}

const fn bit(letter: u32) -> u64 {
    1 << (letter % u64::BITS)
}

/// Of each of these words every heading keeps one, whatever happened to the rest of it.
const KEPT: [(char, char); 10] = [
    ('情', '况'),
    ('公', '开'),
    ('信', '息'),
    ('申', '请'),
    ('复', '议'),
    ('诉', '讼'),
    ('问', '题'),
    ('改', '进'),
    ('报', '告'),
    ('事', '项'),
];

/// The signature of their first characters: most other characters are told by it.
const FIRST_OF_KEPT: u64 = {
    let (mut bits, mut index) = (0, 0);
    while index < KEPT.len() {
        bits |= bit(KEPT[index].0 as u32);
        index += 1;
    }
    bits
};

/// Whether a title has a word of [`KEPT`], which blanks may break.
fn keeps_word_of_headings(title: &str) -> bool {
    let (mut before, mut may_begin) = (0, false);
    for (_, c) in Letters::of(title) {
        if c <= u32::from(' ') {
            continue;
        }
        if may_begin && KEPT.iter().any(|(first, second)| (*first as u32, *second as u32) == (before, c)) {
            return true;
        }
        may_begin = FIRST_OF_KEPT & bit(c) != 0;
        before = c;
    }
    false
}

/// Another wording that says what a section is about.
fn free(compact: &str) -> Option<usize> {
    let has = |words: &[&str]| words.iter().any(|word| compact.contains(word));
    let situation = compact.ends_with("情况") || compact.ends_with('表');
    if has(&["复议"]) && has(&["诉讼"]) {
        Some(4)
    } else if situation && has(&["申请"]) && has(&["收到", "受理", "处理", "依申请公开"]) {
        Some(3)
    } else if situation && (compact.starts_with("主动公开") || has(&["主动公开政府信息", "主动公开信息"]))
    {
        Some(2)
    } else if has(&["问题", "不足"]) && has(&["改进", "整改", "措施", "打算", "下一步", "下步"]) {
        Some(5)
    } else if has(&["其他", "其它"]) && has(&["报告", "说明"]) && has(&["事项", "情况"]) {
        Some(6)
    } else if compact.ends_with("总体情况") || compact == "概述" || compact == "概况" {
        Some(1)
    } else {
        None
    }
}

/// Leaves out the headings of a table of contents: several with nothing between them, at the start.
fn drop_contents(text: &str, lines: &[Line], candidates: &mut Vec<Candidate>) {
    let nothing_between =
        |from: usize, to: usize| lines[from + 1..to].iter().all(|line| trim(line.span.of(text)).is_empty());
    // The heading of section one may follow at once.
    let is_new = |index: usize| candidates[..index].iter().all(|other| other.number != candidates[index].number);
    let run = (1..candidates.len())
        .take_while(|&index| is_new(index) && nothing_between(candidates[index - 1].line, candidates[index].line))
        .count()
        + 1;
    let repeats = |number: u8| candidates.iter().filter(|candidate| candidate.number == number).count() > 1;
    if run >= CONTENTS && candidates.len() > run && candidates[..run].iter().all(|candidate| repeats(candidate.number))
    {
        candidates.drain(..run);
    }
}

/// Where section one is announced again after most of a report.
fn second_report(candidates: &[Candidate]) -> Option<usize> {
    let first = candidates.iter().position(|candidate| candidate.number == 1 && candidate.score > 3)?;
    let again =
        candidates[first + 1..].iter().position(|candidate| candidate.number == 1 && candidate.score > 3)? + first + 1;
    let mut between: Vec<u8> = candidates[first..again].iter().map(|candidate| candidate.number).collect();
    sort(&mut between);
    between.dedup();
    (between.len() >= 4).then(|| candidates[again].line)
}

/// Marks the chosen headings' lines.
pub fn mark(headings: &Headings, lines: &mut [Line]) {
    for candidate in &headings.chosen {
        lines[candidate.line].zone = Zone::Heading;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_heading_has_a_word_that_all_keep() {
        for wording in WORDINGS.iter() {
            assert!(keeps_word_of_headings(wording.text), "{}", wording.text);
        }
    }
}
