//! A section's heading stands a second time.

use super::super::{Context, Finding, Place, Rule};
use super::section_name;
use crate::report::Severity;

/// See `repeated_section.md`.
pub static RULE: Rule = Rule { code: "structure/repeated-section", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for (number, heading) in &context.document.repeated_headings {
        let message = format!("{}的标题重复出现：前面已经有这一部分，请删去多余的一处", section_name(*number));
        let first = context.document.section(*number).and_then(|section| section.heading.as_ref());
        let related = first.map(|first| Place::new(first.span, "这一部分在这里已经出现"));
        findings.push(Finding::new(Severity::Error, heading.span, message).with_related(related.into_iter().collect()));
    }
    Some(())
}
