//! The end of the title stands once more on a line of its own.

use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `title_residue.md`.
pub static RULE: Rule = Rule { code: "structure/title-residue", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let residue = context.document.title.as_ref()?.residue?;
    let words = context.document.text(residue);
    let message = format!("题目下面多出一行“{words}”，题目已经完整，应删去");
    findings.push(Finding::new(Severity::Error, residue, message).with_deletion(true, residue, words));
    Some(())
}
