//! An opening mark and a closing mark that do not belong together.

use super::super::pairs::{closing_of, is_like_inner};
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `mismatched_pair.md`.
pub static RULE: Rule = Rule { code: "punctuation/mismatched-pair", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        for pair in &running.pairs().matched {
            let (open, close) = (running.after(pair.open.start)?, running.after(pair.close.start)?);
            let (full, right) = (full_form(open), closing_of(open));
            let fits = matches!((open, close), ('(', ')') | ('[', ']') | ('﹝', '﹞'));
            if close == right && open != '(' || fits || is_like_inner(open) || is_like_inner(close) {
                continue;
            }
            let range = pair.open.start..pair.close.end;
            let message = format_args!("“{open}”与“{close}”不是一对，应为“{full}”与“{right}”");
            let mut edits = Vec::new();
            if full != open {
                edits.push(running.edit(&pair.open, &full.to_string()));
            }
            if right != close {
                edits.push(running.edit(&pair.close, &right.to_string()));
            }
            let finding = running.finding(Severity::Error, &range, message);
            findings.push(finding.with_right(&format!("{full}{right}"), true, edits));
        }
    }
    Some(())
}

/// The form of an opening bracket that belongs to [`closing_of`] it.
fn full_form(open: char) -> char {
    match open {
        '(' => '（',
        '[' => '【',
        '﹝' => '〔',
        _ => open,
    }
}
