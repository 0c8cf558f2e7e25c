//! Prose as its writer saw it: lines that a narrow column or a page break cut are joined.

use crate::document::{Line, Paragraph, Prose, Zone};
use crate::text::blank::{trim, trim_start};
use crate::text::numbers::numbers;
use crate::text::{Span, is_han};

/// Lines of a hard-wrapped text are this many characters long.
const WRAPPED: std::ops::RangeInclusive<usize> = 22..=48;
/// A line this short ends its paragraph.
const LONG: usize = 20;
/// So many lines tell that a text is hard-wrapped.
const ENOUGH: usize = 6;
/// A paragraph longer than this, in bytes, is nobody's prose; its figures are left alone.
const LONGEST: usize = 20_000;
/// What a sentence, a clause or a quotation ends with.
const ENDS: [char; 16] = ['。', '！', '？', '；', '：', '…', '”', '）', '】', '.', ';', ':', '!', '?', ')', '"'];

/// The paragraphs, in the order of the text.
#[inline(never)]
pub fn find(text: &str, lines: &[Line], section_of: impl Fn(Span) -> Option<u8>) -> Vec<Paragraph> {
    let wrapped = is_wrapped(text, lines);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut open = false;
    let mut gap = false;
    for (index, line) in lines.iter().enumerate() {
        match line.zone {
            Zone::Prose | Zone::Lead => {}
            Zone::Blank => {
                gap = true;
                continue;
            }
            Zone::Furniture => continue,
            _ => {
                open = false;
                continue;
            }
        }
        let span = line.span.trimmed(text);
        let section = section_of(span);
        let goes_on = open
            && paragraphs.last().is_some_and(|last| {
                let before = last.span.of(text);
                last.section == section && joins(before, span.of(text), gap, wrapped)
            });
        if goes_on && let Some(last) = paragraphs.last_mut() {
            last.span = last.span.to(span);
            last.lines.push(index);
        } else {
            paragraphs.push(Paragraph {
                span,
                lines: vec![index],
                section,
                prose: Prose::default(),
                numbers: Vec::new(),
            });
        }
        open = true;
        gap = false;
    }
    for paragraph in &mut paragraphs {
        paragraph.prose = Prose::of(text, paragraph.lines.iter().map(|&line| &lines[line]));
        if paragraph.section.is_some() && paragraph.span.range().len() <= LONGEST {
            paragraph.numbers = numbers(paragraph.prose.text());
        }
    }
    paragraphs
}

/// Whether a line goes on with the paragraph before it.
fn joins(before: &str, line: &str, gap: bool, wrapped: bool) -> bool {
    let fills_column = wrapped && !gap;
    let unfinished = !ends_sentence(before);
    if !fills_column && !unfinished {
        return false;
    }
    let last_line = before.rsplit('\n').next().unwrap_or(before);
    let length = trim(last_line).chars().count();
    if fills_column && length > LONG {
        return !starts_series(line);
    }
    let starts_anew = || {
        starts_series(line)
            || line
                .chars()
                .next()
                .is_none_or(|c| !is_han(c) && !c.is_ascii_alphanumeric() && !"“《（〈‘，。；、".contains(c))
    };
    unfinished && length >= 30 && !starts_anew()
}

/// Whether a line has no end but a sentence's, a clause's or a quotation's.
fn ends_sentence(line: &str) -> bool {
    line.chars().next_back().is_none_or(|c| ENDS.contains(&c))
}

/// Whether a line begins an item: `一、`, `（一）`, `1.`, `（1）`, `第一，`, `一是`.
pub fn starts_series(line: &str) -> bool {
    let (number, behind) = item_number(trim_start(line));
    !number.is_empty() && behind.starts_with(['、', '）', ')', '.', '．', '是'])
}

/// The number that a line begins with, in digits or as a Han numeral, without the brackets before it; and what follows.
pub fn item_number(line: &str) -> (&str, &str) {
    let bytes = line.as_bytes();
    let mut start = 0;
    loop {
        start += match bytes[start..] {
            [b'(', ..] => 1,
            [0xef, 0xbc, 0x88, ..] => '（'.len_utf8(),
            _ => break,
        };
    }
    let mut end = start;
    loop {
        end += match &bytes[end..] {
            [b'0'..=b'9', ..] => 1,
            rest if han_number(rest).is_some() => '一'.len_utf8(),
            _ => break,
        };
    }
    (&line[start..end], &line[end..])
}

/// The Han numeral from 一 to 十 that a text begins with.
pub fn han_number(text: &[u8]) -> Option<u8> {
    let first = text.first_chunk().filter(|first| matches!(first[0], 0xe4 | 0xe5))?;
    let (numerals, _) = "一二三四五六七八九十".as_bytes().as_chunks::<3>();
    numerals.iter().zip(1..).find(|(numeral, _)| *numeral == first).map(|(_, number)| number)
}

/// Most of the longer lines end in the middle of a sentence, near one length.
fn is_wrapped(text: &str, lines: &[Line]) -> bool {
    let mut long = 0;
    let mut cut = 0;
    for line in lines.iter().filter(|line| matches!(line.zone, Zone::Prose | Zone::Lead)) {
        let content = trim(line.span.of(text));
        // With more bytes than the characters of a wrapped line can have, it need not be counted.
        let length = if content.len() > 4 * WRAPPED.end() { usize::MAX } else { content.chars().count() };
        long += usize::from(length >= *WRAPPED.start());
        cut += usize::from(WRAPPED.contains(&length) && !ends_sentence(content));
    }
    cut >= ENOUGH && cut * 5 > long * 3
}
