//! Blanks around some figures and none around others.

use std::ops::Range;

use super::super::{Context, Finding, Rule};
use super::collected;
use crate::report::Severity;
use crate::text::{Letters, Span, is_han};

/// See `mixed_digit_spacing.md`.
pub static RULE: Rule = Rule { code: "punctuation/mixed-digit-spacing", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    if context.document.clean.is_html() {
        return None;
    }
    let lines = || context.running().iter().flat_map(|running| &running.paragraph.lines);
    let spans = || lines().map(|line| context.document.lines[*line].span);
    let mut spaced: Vec<Span> = Vec::new();
    for line in spans().filter(|line| context.document.text(*line).contains(' ')) {
        let places = meetings(context.document.text(line)).filter(|place| !place.is_empty());
        spaced
            .extend(places.map(|place| Span::new(line.start as usize + place.start, line.start as usize + place.end)));
    }
    if spaced.is_empty() || !spans().any(|line| meetings(context.document.text(line)).any(|place| place.is_empty())) {
        return None;
    }
    let places = spaced.into_iter().map(|span| (span, vec![(span, String::new())])).collect();
    findings.push(collected(Severity::Info, places, "删去空格", |count| {
        format!("数字和汉字之间有的空格（{count} 处）、有的不空，宜统一为不空")
    })?);
    Some(())
}

/// Where a figure and a Chinese character meet: the blanks between them, or the empty place.
fn meetings(text: &str) -> impl Iterator<Item = Range<usize>> {
    const BLANK: u32 = ' ' as u32;
    let is_digit = |letter: u32| matches!(letter, 0x30..=0x39);
    let is_latin = |letter: u32| matches!(letter, 0x41..=0x5a | 0x61..=0x7a);
    let is_han = |letter: u32| char::from_u32(letter).is_some_and(is_han);
    // Word 2016 编辑: the figure belongs to the Latin word before it.
    let (mut before, mut word, mut blank) = (BLANK, BLANK, None);
    Letters::of(text).filter_map(move |(at, letter)| {
        if letter == BLANK {
            blank.get_or_insert(at);
            return None;
        }
        let meets = is_digit(before) && is_han(letter) || is_digit(letter) && is_han(before);
        let is_meeting = meets && !is_latin(word);
        let start = blank.take().unwrap_or(at);
        before = letter;
        if !is_digit(letter) {
            word = letter;
        }
        is_meeting.then_some(start..at)
    })
}
