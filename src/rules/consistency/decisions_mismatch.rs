//! The decisions that the prose counts are not those of the table.

use super::super::{Context, Finding, Rule, claims};
use crate::document::Subject;
use crate::report::Severity;

/// See `decisions_mismatch.md`.
pub static RULE: Rule = Rule { code: "consistency/decisions-mismatch", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    claims::report(context, findings, &|claim| match claim.subject {
        Subject::Decisions => Some(Severity::Warning),
        // The prose may count cases, the table counts decisions.
        Subject::Cases => Some(Severity::Info),
        _ => None,
    })
}
