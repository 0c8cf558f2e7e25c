//! The prose says that everything was upheld, the table has corrected or pending cases.

use super::super::{Context, Finding, Rule, claims};
use crate::document::Subject;
use crate::report::Severity;

/// See `all_upheld_contradicted.md`.
pub static RULE: Rule = Rule { code: "consistency/all-upheld-contradicted", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    claims::report(context, findings, &|claim| (claim.subject == Subject::AllUpheld).then_some(Severity::Warning))
}
