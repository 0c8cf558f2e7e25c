//! The answers that the prose counts, in all or by kind, are not those of the table.

use super::super::{Context, Finding, Rule, claims};
use crate::document::Subject;
use crate::report::Severity;

/// See `results_mismatch.md`.
pub static RULE: Rule = Rule { code: "consistency/results-mismatch", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    claims::report(context, findings, &|claim| (claim.subject == Subject::Answered).then_some(Severity::Warning))
}
