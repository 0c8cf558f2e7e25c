//! A label of a contact without the colon that the others have.

use super::super::running::Running;
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `missing_colon.md`.
pub static RULE: Rule = Rule { code: "punctuation/missing-colon", severity: Severity::Info, check };

const LABELS: [&str; 4] = ["电话", "邮编", "邮箱", "传真"];
const SIBLINGS: [&str; 5] = ["电话：", "邮编：", "地址：", "邮箱：", "传真："];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let siblings: Vec<&str> = SIBLINGS.into_iter().filter(|label| context.occurring().has_words(label)).collect();
    for running in context.running() {
        if siblings.iter().any(|label| running.text().contains(label)) {
            for label in LABELS {
                bare_labels(running, label, findings);
            }
        }
    }
    Some(())
}

fn bare_labels(running: &Running<'_>, label: &str, findings: &mut Vec<Finding>) {
    let text = running.text();
    for (start, _) in text.match_indices(label) {
        let end = start + label.len();
        let digits = text[end..].bytes().take_while(u8::is_ascii_digit).count();
        // 电话12345 is the hotline's own name.
        if digits < 3 || text[end..].starts_with("12345") {
            continue;
        }
        let message = format!("{}的“{label}”后面没有冒号，同一处其他各项都有", running.place());
        // What stands between the label and the number may be a blank, which the colon takes the place of.
        let (before, number) = (running.span(&(start..end)), running.span(&(end..end + 1)));
        let between = crate::text::Span { start: before.end, end: number.start };
        let edits = vec![(between, "：".to_owned())];
        findings.push(Finding::new(Severity::Info, before, message).with_fix("补上“：”", true, edits));
    }
}
