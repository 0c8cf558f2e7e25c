//! Full stops, points or half an ellipsis in place of an ellipsis.

use super::super::marks::{MarkSet, is_among};
use super::super::{Context, Finding, Rule};
use crate::report::Severity;
use crate::text::is_han;

/// See `wrong_ellipsis.md`.
pub static RULE: Rule = Rule { code: "punctuation/wrong-ellipsis", severity: Severity::Warning, check };

/// More points than this lead to a page number.
const LONGEST: usize = 6;

const POINTS: MarkSet = MarkSet::of(&['…', '。', '.', '·', '．']);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        let text = running.text();
        let mut done = 0;
        for first in running.all_marks(POINTS) {
            let (start, mark) = (first.at, first.c);
            if start < done || mark != '…' && !first.is_beside_another {
                continue;
            }
            let end = text.len() - text[start..].trim_start_matches(mark).len();
            done = end;
            let count = (end - start) / mark.len_utf8();
            let is_wrong = if mark == '…' { count == 1 } else { (3..=LONGEST).contains(&count) };
            let range = start..end;
            let beside = |c: Option<char>| c.is_some_and(|c| is_han(c) || is_among(c, "，。、；：）》”“（"));
            let is_chinese = beside(running.before(start)) && running.after(end).is_none_or(|c| beside(Some(c)));
            if !is_wrong || !is_chinese || running.is_protected(&range) {
                continue;
            }
            let message = format_args!("“{}”里的省略号应写作“……”", running.around(&range));
            findings.push(running.correction(Severity::Warning, &range, message, ("……", true)));
        }
    }
    Some(())
}
