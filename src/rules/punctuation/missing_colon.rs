//! A label of a contact without the colon that the others have.

use std::ops::Range;

use super::super::running::Running;
use super::super::{Context, Finding, Rule};
use crate::report::Severity;
use crate::text::Span;

/// See `missing_colon.md`.
pub static RULE: Rule = Rule { code: "punctuation/missing-colon", severity: Severity::Info, check };

const LABELS: [&str; 4] = ["电话", "邮编", "邮箱", "传真"];
const SIBLINGS: [&str; 5] = ["电话：", "邮编：", "地址：", "邮箱：", "传真："];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let siblings: Vec<&str> = SIBLINGS.into_iter().filter(|label| context.occurring().has_words(label)).collect();
    if siblings.is_empty() {
        return None;
    }
    for label in LABELS {
        for place in context.occurring().places_of(label) {
            let Some(running) = context.running_at(place.paragraph) else { continue };
            let range = place.at as usize..place.at as usize + label.len();
            if is_bare(&running.text()[range.end..]) && siblings.iter().any(|other| running.text().contains(other)) {
                findings.push(finding(running, label, &range));
            }
        }
    }
    Some(())
}

/// Whether a number follows directly. 电话12345 is the hotline's own name.
fn is_bare(behind: &str) -> bool {
    behind.bytes().take(3).filter(u8::is_ascii_digit).count() == 3 && !behind.starts_with("12345")
}

fn finding(running: &Running<'_>, label: &str, range: &Range<usize>) -> Finding {
    // What stands between the label and the number may be a blank, which the colon takes the place of.
    let (before, number) = (running.span(range), running.span(&(range.end..range.end + 1)));
    let between = Span { start: before.end, end: number.start };
    let message = format_args!("的“{label}”后面没有冒号，同一处其他各项都有");
    running.finding(Severity::Info, range, message).with_fix("补上“：”", true, vec![(between, "：".to_owned())])
}
