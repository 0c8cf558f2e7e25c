//! Blanks around some figures and none around others.

use std::ops::Range;

use super::super::{Context, Finding, Rule};
use super::collected;
use crate::report::Severity;
use crate::text::{Span, is_han};

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
    let mut before: Option<char> = None;
    // Word 2016 编辑: the figure belongs to the Latin word before it.
    let mut word: Option<char> = None;
    let mut blank: Option<usize> = None;
    text.char_indices().filter_map(move |(at, c)| {
        if c == ' ' {
            blank.get_or_insert(at);
            return None;
        }
        let is_latin = word.is_some_and(|c| c.is_ascii_alphabetic());
        let meets = |last: char| last.is_ascii_digit() && is_han(c) || is_han(last) && c.is_ascii_digit();
        let is_meeting = !is_latin && before.is_some_and(meets);
        let start = blank.take().unwrap_or(at);
        before = Some(c);
        word = if c.is_ascii_digit() { word } else { before };
        is_meeting.then_some(start..at)
    })
}
