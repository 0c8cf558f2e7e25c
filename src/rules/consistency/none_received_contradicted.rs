//! The prose says that no request came in, the table has some.

use super::super::{Context, Finding, Rule, claims};
use crate::document::Subject;
use crate::report::Severity;

/// See `none_received_contradicted.md`.
pub static RULE: Rule = Rule { code: "consistency/none-received-contradicted", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    claims::report(context, findings, &|claim| {
        (claim.subject == Subject::Received && claims::says_none(claim)).then_some(Severity::Error)
    })
}
