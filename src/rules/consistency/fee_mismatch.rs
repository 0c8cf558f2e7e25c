//! The fees that the prose names are not those of the table.

use super::super::{Context, Finding, Rule, claims};
use crate::document::Subject;
use crate::report::Severity;

/// See `fee_mismatch.md`.
pub static RULE: Rule = Rule { code: "consistency/fee-mismatch", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    claims::report(context, findings, &|claim| (claim.subject == Subject::Fee).then_some(Severity::Warning))
}
