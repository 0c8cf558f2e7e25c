//! A paragraph that a page break or a copy has cut in mid-sentence.

use super::super::running::Running;
use super::super::{Context, Finding, Rule};
use crate::document::Zone;
use crate::report::Severity;
use crate::text::Span;

/// See `broken_paragraph.md`.
pub static RULE: Rule = Rule { code: "punctuation/broken-paragraph", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        for lines in running.paragraph.lines.windows(2) {
            let (before, after) = (context.document.lines[lines[0]].span, context.document.lines[lines[1]].span);
            let (head, tail) = (context.document.text(before).trim_end(), context.document.text(after));
            let Some(last) = head.chars().next_back() else { continue };
            let end = before.start as usize + head.len();
            let start = after.start as usize + (tail.len() - tail.trim_start().len());
            let holds_page = (lines[0] + 1..lines[1])
                .any(|line| !matches!(context.document.lines[line].zone, Zone::Blank | Zone::Furniture));
            // A line of a hard-wrapped text may happen to end with its sentence.
            if holds_page || matches!(last, '。' | '！' | '？') {
                continue;
            }
            let message = message(running, head, tail.trim_start());
            let at = Span::new(end - last.len_utf8(), end);
            let edits = vec![(Span::new(end, start), String::new())];
            findings.push(Finding::new(Severity::Info, at, message).with_fix("接成一段", false, edits));
        }
    }
    Some(())
}

fn message(running: &Running<'_>, head: &str, tail: &str) -> String {
    let last: Vec<char> = head.chars().rev().take(6).collect();
    let last: String = last.into_iter().rev().collect();
    let first: String = tail.chars().take(6).collect();
    format!("{}有一句话在“{last}”和“{first}”之间断成了两段，可以接起来", running.place())
}
