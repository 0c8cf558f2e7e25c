//! A mark directly inside the edge of brackets, title marks or quotation marks.

use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `mark_at_bracket_edge.md`.
pub static RULE: Rule = Rule { code: "punctuation/mark-at-bracket-edge", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        for mark in running.marks(is_mark).filter(|mark| mark.is_beside_another) {
            let (range, mark) = (mark.range(), mark.c);
            let (before, after) = (running.before(range.start), running.after(range.end));
            let opens = before.is_some_and(|c| "（《“〈".contains(c));
            let closes = after.is_some_and(|c| "）》〉".contains(c)) && matches!(mark, '，' | '、' | '；');
            // “，” and （？） speak of the mark itself or stand for a doubt.
            if opens && after.is_some_and(|c| "”）》〉".contains(c) || is_mark(c)) || !opens && !closes {
                continue;
            }
            let edge = if opens { before? } else { after? };
            let side = if opens { "后面" } else { "前面" };
            let around = running.around(&range);
            let message = format!("{}“{around}”里“{edge}”的{side}多了“{mark}”，应删去", running.place());
            let edits = vec![running.edit(&range, "")];
            findings.push(Finding::new(Severity::Error, running.span(&range), message).with_fix(
                format!("删去“{mark}”"),
                true,
                edits,
            ));
        }
    }
    Some(())
}

fn is_mark(c: char) -> bool {
    matches!(c, '，' | '、' | '；' | '：' | '。' | '！' | '？')
}
