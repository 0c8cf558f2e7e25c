//! The 规章 and 规范性文件 that the prose counts are not those of the table.

use super::super::{Context, Finding, Rule, claims};
use crate::document::Subject;
use crate::report::Severity;

/// See `documents_mismatch.md`.
pub static RULE: Rule = Rule { code: "consistency/documents-mismatch", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    claims::report(context, findings, &|claim| (claim.subject == Subject::Documents).then_some(Severity::Warning))
}
