//! Blanks around some figures and none around others.

use std::ops::Range;

use super::super::blanks::Blanks;
use super::super::running::Running;
use super::super::{Context, Finding, Rule};
use super::Places;
use crate::report::Severity;
use crate::text::is_han;

/// See `mixed_digit_spacing.md`.
pub static RULE: Rule = Rule { code: "punctuation/mixed-digit-spacing", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    if context.document.clean.is_html() {
        return None;
    }
    let mut places = Places::default();
    for blanks in context.blanks().iter().filter(|blanks| part_figure(blanks)) {
        places.add(blanks.at, "");
    }
    if places.is_empty() || !context.running().iter().any(|running| has_figure_beside_han(context, running)) {
        return None;
    }
    findings.extend(places.finding(Severity::Info, "删去空格", |count| {
        format!("数字和汉字之间有的空格（{count} 处）、有的不空，宜统一为不空")
    }));
    Some(())
}

/// Whether blanks stand between a figure and a Chinese character.
fn part_figure(blanks: &Blanks<'_>) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    if blanks.after.starts_with(is_digit) {
        return blanks.before.ends_with(is_han);
    }
    blanks.before.ends_with(is_digit) && blanks.after.starts_with(is_han) && !is_latin(blanks.before)
}

/// Word 2016编辑: whether the figure at the end belongs to the Latin word before it.
fn is_latin(text: &str) -> bool {
    text.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ').ends_with(|c: char| c.is_ascii_alphabetic())
}

/// Whether anywhere in a paragraph's lines a figure and a Chinese character meet without a blank.
fn has_figure_beside_han(context: &Context<'_>, running: &Running<'_>) -> bool {
    // What a blank or a line's end parts there is further apart in the clean text.
    let meet = |range: Range<usize>| running.span(&range).range().len() == range.len();
    running.digits().iter().any(|digits| {
        let before = running.before(digits.start).filter(|c| is_han(*c));
        let after = running.after(digits.end).filter(|c| is_han(*c));
        before.is_some_and(|c| meet(digits.start - c.len_utf8()..digits.end))
            || after.is_some_and(|c| {
                let end = running.span(digits).end as usize;
                meet(digits.start..digits.end + c.len_utf8()) && !is_latin(&context.text()[..end])
            })
    })
}
