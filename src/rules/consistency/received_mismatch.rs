//! The requests that the prose counts are not those of the table, under any reading.

use super::super::{Context, Finding, Rule, claims};
use crate::document::Subject;
use crate::report::Severity;

/// See `received_mismatch.md`.
pub static RULE: Rule = Rule { code: "consistency/received-mismatch", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    claims::report(context, findings, &|claim| match claim.subject {
        Subject::Received if claims::says_none(claim) => None,
        Subject::Received if claims::is_nowhere(context, claim) => Some(Severity::Error),
        Subject::Received => Some(Severity::Warning),
        _ => None,
    })
}
