//! A mark directly inside the edge of brackets, title marks or quotation marks.

use super::super::marks::{MarkSet, is_among};
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `mark_at_bracket_edge.md`.
pub static RULE: Rule = Rule { code: "punctuation/mark-at-bracket-edge", severity: Severity::Error, check };

/// What may stand too much.
const MARKS: MarkSet = MarkSet::of(&['，', '、', '；', '：', '。', '！', '？']);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        for mark in running.marks(MARKS).filter(|mark| mark.is_beside_another) {
            let (range, mark) = (mark.range(), mark.c);
            let (before, after) = (running.before(range.start), running.after(range.end));
            let opens = before.is_some_and(|c| is_among(c, "（《“〈"));
            let closes = after.is_some_and(|c| is_among(c, "）》〉")) && matches!(mark, '，' | '、' | '；');
            // “，” and （？） speak of the mark itself or stand for a doubt.
            if opens && after.is_some_and(|c| is_among(c, "”）》〉") || MARKS.has(c)) || !opens && !closes {
                continue;
            }
            let edge = if opens { before? } else { after? };
            let side = if opens { "后面" } else { "前面" };
            let around = running.around(&range);
            let message = format_args!("“{around}”里“{edge}”的{side}多了“{mark}”，应删去");
            let finding = running.finding(Severity::Error, &range, message);
            findings.push(finding.with_deletion(true, running.span(&range), &running.text()[range]));
        }
    }
    Some(())
}
