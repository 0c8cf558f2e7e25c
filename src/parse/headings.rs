//! The six section headings: with or without their ordinals, in the form's wording, a known variant, or damaged.

use std::sync::LazyLock;

use crate::document::{Line, Ordinal, SectionHeading, Wording, Zone};
use crate::form::{HEADINGS, Heading};
use crate::parse::paragraphs::{han_number, item_number};
use crate::parse::table::distance_within;
use crate::text::blank::{trim, trim_end, trim_start, without_blanks};
use crate::text::order::{sort, sort_by_key};
use crate::text::{Firsts, Letters, Span};

/// A heading has at most this many characters.
const MAX_LENGTH: usize = 40;
/// Its line has at most this many bytes.
const LONGEST: usize = 720;
/// So many characters of a damaged heading are lost, doubled or mistaken.
const MOST_EDITS: usize = 2;
/// A Chinese character has this many bytes.
const HAN: usize = '一'.len_utf8();
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

/// Finds the headings among those of the lines that may be some.
#[inline(never)]
pub fn find(text: &str, lines: &[Line], may_be_headings: &[usize]) -> Headings {
    let mut candidates = Vec::new();
    for line in may_be_headings {
        if let Some(candidate) = candidate(text, *line, lines[*line].span) {
            candidates.push(candidate);
        }
    }
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
#[inline(never)]
fn candidate(text: &str, line: usize, span: Span) -> Option<Candidate> {
    if span.range().len() > LONGEST {
        return None;
    }
    let (ordinal, rest) = ordinal(text, without_frame(text, span))?;
    let title = title(text, rest)?;
    if title.runs_in && ordinal.is_none() {
        return None;
    }
    // With words behind it on its own line: only where nothing speaks against it.
    let may_be_free = ordinal.is_some() && !title.runs_in;
    let (form, wording) = recognise(&title, title.span.of(text), may_be_free)?;
    let mut score = match wording {
        Wording::Official => 4,
        Wording::Variant => 3,
        Wording::Damaged => 2,
        Wording::Free => 1,
    };
    if let Some(ordinal) = ordinal {
        score += if ordinal.number == Some(form.number) { 4 } else { 1 };
    }
    if title.runs_in {
        score -= 2;
    }
    if score < 2 {
        return None;
    }
    let Title { span: title, end_mark, .. } = title;
    let end = end_mark.map_or(title.end, |mark| mark.end);
    let start = ordinal.map_or(title.start, |ordinal| ordinal.span.start);
    let heading = SectionHeading { span: Span { start, end }, ordinal, title, end_mark, wording };
    Some(Candidate { line, number: form.number, heading, score })
}

/// A line without the bars of a table that frames it: `| 一、总体情况 |`.
fn without_frame(text: &str, span: Span) -> Span {
    let line = span.trimmed(text);
    match line.of(text).as_bytes() {
        [b'|', inner @ .., b'|'] if !inner.contains(&b'|') => {
            Span { start: line.start + 1, end: line.end - 1 }.trimmed(text)
        }
        _ => line,
    }
}

/// The ordinal before a heading, where there is one, and what follows it; nothing where it is one of a lower level.
fn ordinal(text: &str, span: Span) -> Option<(Option<Ordinal>, Span)> {
    let (start, line) = (span.start as usize, span.of(text));
    let found = |length: usize, number: Option<u8>| {
        let ordinal = Ordinal { span: Span::new(start, start + length), number };
        Some((Some(ordinal), Span::new(start + length, start + line.len())))
    };

    // A bar or a Latin l before the ordinal is what a drawn line leaves in a copy.
    let bytes = line.as_bytes();
    let mut damage = 0;
    loop {
        damage += match bytes[damage..] {
            [b'|' | b'l' | b'I' | b' ', ..] => 1,
            [0xe4, 0xb8, 0xa8, ..] => '丨'.len_utf8(),
            _ => break,
        };
    }
    let body = &line[damage..];
    if let Some(rest) = body.strip_prefix("第")
        && let Some(number) = han_number(rest.as_bytes())
        && let Some(mark) = rest[HAN..].strip_prefix("部分")
    {
        let title = mark.trim_start_matches(['、', '：', ':', ' ', '.', '，']);
        return found(line.len() - title.len(), Some(number));
    }
    if let Some(number) = han_number(body.as_bytes()) {
        let behind = &body[HAN..];
        let is_mark = |c: char| matches!(c, '、' | '.' | '，' | ',' | ':' | '：' | '．' | ' ' | '\t' | '；');
        if let Some(mark) = behind.chars().next().filter(|c| is_mark(*c)) {
            let blanks = behind.len() - trim_start(behind).len();
            return found(damage + HAN + mark.len_utf8().max(blanks), (damage == 0).then_some(number));
        }
        // 一 without a mark begins words.
        return Some((None, span));
    }
    if is_of_lower_level(body) { None } else { Some((None, span)) }
}

/// Whether a line begins an item: `1.`, `（一）`, `(2)`.
fn is_of_lower_level(line: &str) -> bool {
    let (number, behind) = item_number(line);
    (1..8).contains(&number.len()) && behind.starts_with(['）', ')', '、', '.', ' '])
}

/// What may be a heading's wording.
struct Title {
    span: Span,
    /// The mark behind it.
    end_mark: Option<Span>,
    /// Whether text goes on behind that on the same line.
    runs_in: bool,
    /// How many characters it has, without blanks, and their bits.
    length: usize,
    signature: u64,
}

/// Reads the wording behind an ordinal, where it is not too long for a heading's.
#[inline(never)]
fn title(text: &str, rest: Span) -> Option<Title> {
    const MARKS: [char; 10] = ['。', '，', '、', '；', '：', ':', '.', ',', ';', '！'];
    const COLON: u32 = '：' as u32;
    const STOP: u32 = '。' as u32;
    let rest = rest.trimmed(text);
    let content = rest.of(text);
    let bare = trim_end(content.trim_end_matches(MARKS));
    let mut bytes = bare.len();
    let mut end_mark = (bytes < content.len()).then_some(content.len() - bytes);
    let (mut runs_in, mut length, mut signature) = (false, 0, 0);
    for (at, letter) in Letters::of(bare) {
        match letter {
            0x3a | COLON | STOP => {
                (bytes, end_mark, runs_in) = (at, Some(if letter == 0x3a { 1 } else { HAN }), true);
                break;
            }
            ..=0x20 => {}
            _ if length == MAX_LENGTH => return None,
            _ => {
                length += 1;
                signature |= bit(letter);
            }
        }
    }
    let start = rest.start as usize;
    let end = start + bytes;
    let end_mark = end_mark.map(|length| Span::new(end, end + length));
    (!bare.is_empty()).then(|| Title { span: Span::new(start, end), end_mark, runs_in, length, signature })
}

/// Which heading of the form a wording is.
#[inline(never)]
fn recognise(title: &Title, written: &str, may_be_free: bool) -> Option<(&'static Heading, Wording)> {
    // Lost, doubled or mistaken characters, not another word.
    let mut near = Vec::new();
    for known in WORDINGS.iter() {
        let lost_or_new = [known.signature & !title.signature, title.signature & !known.signature];
        if known.length.abs_diff(title.length) <= MOST_EDITS
            && lost_or_new.iter().all(|bits| bits.count_ones() as usize <= MOST_EDITS)
        {
            near.push(known);
        }
    }
    if !may_be_free && near.is_empty() || !keeps_word_of_headings(written) {
        return None;
    }
    let compact = &without_blanks(written);
    if let Some(known) = near.iter().find(|known| known.text == compact) {
        return Some((known.heading, known.wording));
    }
    let nearest = near
        .into_iter()
        .filter_map(|known| Some((distance_within(known.text, compact, MOST_EDITS)?, known)))
        // Few for the heading's length.
        .filter(|(edits, known)| edits * 5 < known.length)
        .min_by_key(|(edits, _)| *edits);
    match nearest {
        Some((_, known)) => Some((known.heading, Wording::Damaged)),
        None if may_be_free => free(compact).map(|number| (&HEADINGS[number - 1], Wording::Free)),
        None => None,
    }
}

/// A wording of the form's headings.
struct KnownWording {
    heading: &'static Heading,
    text: &'static str,
    wording: Wording,
    length: usize,
    signature: u64,
}

static WORDINGS: LazyLock<Vec<KnownWording>> = LazyLock::new(|| {
    let mut known = Vec::new();
    for heading in &HEADINGS {
        let mut add = |text, wording| {
            let (length, signature) =
                Letters::of(text).fold((0, 0), |(length, bits), (_, letter)| (length + 1, bits | bit(letter)));
            known.push(KnownWording { heading, text, wording, length, signature });
        };
        add(heading.title, Wording::Official);
        for text in heading.variants {
            add(text, Wording::Variant);
        }
    }
    known
});

/// A bit for each character, which others may share: an edit takes one away at most, and adds one at most.
fn bit(letter: u32) -> u64 {
    1 << (letter % u64::BITS)
}

/// Of each of these words every heading keeps one, whatever happened to the rest of it.
const KEPT: [(&str, &str); 10] = [
    ("情", "况"),
    ("公", "开"),
    ("信", "息"),
    ("申", "请"),
    ("复", "议"),
    ("诉", "讼"),
    ("问", "题"),
    ("改", "进"),
    ("报", "告"),
    ("事", "项"),
];

/// Their first characters.
pub const FIRST_OF_KEPT: Firsts = Firsts::of(&KEPT);

/// Whether a text begins with a word of [`KEPT`], which blanks may break.
#[inline]
pub fn begins_with_kept_word(text: &[u8]) -> bool {
    FIRST_OF_KEPT.may_begin(text) && is_kept_word(text)
}

fn is_kept_word(text: &[u8]) -> bool {
    let Some((first, behind)) = text.split_first_chunk::<HAN>() else { return false };
    let second = behind.trim_ascii_start();
    KEPT.iter().any(|kept| kept.0.as_bytes().first_chunk() == Some(first) && second.starts_with(kept.1.as_bytes()))
}

/// Whether a title has such a word.
fn keeps_word_of_headings(title: &str) -> bool {
    Letters::of(title).any(|(at, _)| begins_with_kept_word(&title.as_bytes()[at..]))
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
            assert!(wording.text.chars().count() <= MAX_LENGTH, "{}", wording.text);
        }
    }
}
