//! The reviews and lawsuits that the prose counts are not those of the table.

use super::super::{Context, Finding, Rule, claims};
use crate::document::Subject;
use crate::report::Severity;

/// See `disputes_mismatch.md`.
pub static RULE: Rule = Rule { code: "consistency/disputes-mismatch", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    claims::report(context, findings, &|claim| {
        (claim.subject == Subject::Disputes && !claim.is_phrase).then_some(Severity::Warning)
    })
}
