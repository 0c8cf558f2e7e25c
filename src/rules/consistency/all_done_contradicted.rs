//! The prose says that all requests were answered, the table carries some over.

use super::super::{Context, Finding, Rule, claims};
use crate::document::Subject;
use crate::report::Severity;

/// See `all_done_contradicted.md`.
pub static RULE: Rule = Rule { code: "consistency/all-done-contradicted", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    claims::report(context, findings, &|claim| (claim.subject == Subject::AllAnswered).then_some(Severity::Warning))
}
