//! The six section headings: with or without their ordinals, in the form's wording, a known variant, or damaged.

use crate::document::{Line, Ordinal, SectionHeading, Wording, Zone};
use crate::form::{HEADINGS, Heading};
use crate::parse::table::distance_within;
use crate::text::Span;
use crate::text::order::{sort, sort_by_key};

/// A heading has at most this many characters.
const MAX_LENGTH: usize = 60;
/// Every heading keeps one of them, whatever happened to the rest of it.
const IN_EVERY_HEADING: [char; 10] = ['情', '公', '信', '申', '复', '诉', '问', '改', '报', '事'];
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
    sort_by_key(&mut chosen, |candidate| candidate.line as u64);
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
    if content.len() > MAX_LENGTH * 12 {
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
    if !title.of(text).contains(IN_EVERY_HEADING) {
        return None;
    }
    let compact: String = title.of(text).chars().filter(|c| !c.is_whitespace()).collect();
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
    let content = span.of(text);
    let inner = content.trim().strip_prefix('|').and_then(|inner| inner.strip_suffix('|'));
    let Some(inner) = inner.filter(|inner| !inner.contains('|')) else { return span };
    let start = span.start as usize + content.len() - content.trim_start().len() + '|'.len_utf8();
    Span::new(start, start + inner.len())
}

/// The ordinal before a heading, whether it is one of the first level, and what follows it.
fn ordinal(text: &str, span: Span) -> (Option<Ordinal>, bool, Span) {
    let content = span.of(text);
    let lead = content.len() - content.trim_start().len();
    let trimmed = content.trim();
    let start = span.start as usize + lead;
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
            let blanks = behind.len() - behind.trim_start().len();
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
    let index = "一二三四五六七八九十".chars().position(|c| text.starts_with(c))?;
    Some((index as u8 + 1, '一'.len_utf8()))
}

/// The wording, the mark behind it, and whether text goes on behind that on the same line.
fn title_and_mark(text: &str, rest: Span) -> Option<(Span, Option<Span>, bool)> {
    const MARKS: [char; 10] = ['。', '，', '、', '；', '：', ':', '.', ',', ';', '！'];
    let content = rest.of(text);
    let start = rest.start as usize + content.len() - content.trim_start().len();
    let content = content.trim();
    let bare = content.trim_end_matches(MARKS).trim_end();
    if bare.is_empty() {
        return None;
    }
    let whole = || {
        let mark = (bare.len() < content.len()).then(|| Span::new(start + bare.len(), start + content.len()));
        (Span::new(start, start + bare.len()), mark, false)
    };
    if bare.chars().count() > 30
        && let Some(at) = bare.find(['。', '：', ':']).filter(|&at| at < MAX_LENGTH * 3)
    {
        let mark = bare[at..].chars().next().map_or(1, char::len_utf8);
        return Some((Span::new(start, start + at), Some(Span::new(start + at, start + at + mark)), true));
    }
    if let Some(at) = bare.find(['：', ':', '。']) {
        let mark = bare[at..].chars().next().map_or(1, char::len_utf8);
        return Some((Span::new(start, start + at), Some(Span::new(start + at, start + at + mark)), true));
    }
    Some(whole())
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
    // Every heading keeps one of these words, whatever happened to the rest of it.
    if !["情况", "公开", "信息", "申请", "复议", "诉讼", "问题", "改进", "报告", "事项"]
        .iter()
        .any(|word| compact.contains(word))
    {
        return None;
    }
    // Lost, doubled or mistaken characters, not another word: few for the heading's length.
    let nearest = HEADINGS
        .iter()
        .flat_map(|heading| {
            std::iter::once(&heading.title).chain(heading.variants).map(move |wording| (heading, *wording))
        })
        .filter(|(_, wording)| wording.len().abs_diff(compact.len()) <= MOST_EDITS * char::MAX.len_utf8())
        .filter(|(_, wording)| begins_alike(wording, compact))
        .filter_map(|(heading, wording)| Some((distance_within(wording, compact, MOST_EDITS)?, wording, heading)))
        .filter(|(edits, wording, _)| edits * 5 < wording.chars().count())
        .min_by_key(|(edits, ..)| *edits);
    if let Some((_, _, heading)) = nearest {
        return Some((heading, Wording::Damaged));
    }
    if !numbered {
        return None;
    }
    free(compact).map(|number| (&HEADINGS[number - 1], Wording::Free))
}

/// Whether so few edits may lie between them: one of the first characters is left, and near where it was.
fn begins_alike(wording: &str, compact: &str) -> bool {
    wording.chars().take(MOST_EDITS + 1).any(|c| compact.chars().take(2 * MOST_EDITS + 1).any(|other| c == other))
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
        |from: usize, to: usize| lines[from + 1..to].iter().all(|line| line.span.of(text).trim().is_empty());
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
