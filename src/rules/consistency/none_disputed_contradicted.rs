//! The prose says that there was no review and no lawsuit, the table has some.

use super::super::{Context, Finding, Rule, claims};
use crate::document::Subject;
use crate::report::Severity;

/// See `none_disputed_contradicted.md`.
pub static RULE: Rule = Rule { code: "consistency/none-disputed-contradicted", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    claims::report(context, findings, &|claim| {
        (claim.subject == Subject::Disputes && claim.is_phrase).then_some(Severity::Error)
    })
}
