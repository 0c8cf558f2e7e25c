//! Blanks around some figures and none around others.

use super::super::blanks::Blanks;
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
    let mut lines = context.running().iter().flat_map(|running| &running.paragraph.lines);
    if places.is_empty()
        || !lines.any(|line| has_figure_beside_han(context.document.text(context.document.lines[*line].span)))
    {
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

/// Whether anywhere in a line a figure and a Chinese character meet without a blank.
fn has_figure_beside_han(line: &str) -> bool {
    let mut was_digit = false;
    for (at, byte) in line.as_bytes().iter().enumerate() {
        let is_digit = byte.is_ascii_digit();
        if is_digit != was_digit {
            let meets = if is_digit {
                line[..at].ends_with(is_han)
            } else {
                line[at..].starts_with(is_han) && !is_latin(&line[..at])
            };
            if meets {
                return true;
            }
        }
        was_digit = is_digit;
    }
    false
}
