//! The applicants that the prose counts are not those of the table's columns.

use super::super::{Context, Finding, Rule, claims};
use crate::document::Subject;
use crate::report::Severity;

/// See `applicants_mismatch.md`.
pub static RULE: Rule = Rule { code: "consistency/applicants-mismatch", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    claims::report(context, findings, &|claim| (claim.subject == Subject::Applicants).then_some(Severity::Warning))
}
