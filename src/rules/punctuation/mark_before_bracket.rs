//! A comma before a bracket that explains the words before it.

use super::super::marks::MarkSet;
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `mark_before_bracket.md`.
pub static RULE: Rule = Rule { code: "punctuation/mark-before-bracket", severity: Severity::Warning, check };

/// What such brackets begin with.
const REMARKS: [&str; 7] = ["地址", "电话", "联系电话", "邮编", "联系人", "网址", "邮箱"];

/// What may stand there too much.
const COMMAS: MarkSet = MarkSet::of(&['，', '、', '；', ',']);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        for mark in running.marks(COMMAS).filter(|mark| mark.is_beside_another) {
            let (range, mark) = (mark.range(), mark.c);
            let Some(bracket @ ('（' | '(')) = running.after(range.end) else { continue };
            let inside = &running.text()[range.end + bracket.len_utf8()..];
            let Some(remark) = REMARKS.iter().find(|remark| inside.starts_with(**remark)) else { continue };
            let message = format_args!("“（{remark}”前面多了“{mark}”，括号里是对前文的说明，应紧接前文");
            let finding = running.finding(Severity::Warning, &range, message);
            findings.push(finding.with_deletion(true, running.span(&range), &running.text()[range]));
        }
    }
    Some(())
}
