//! （1） stands directly below a section, without a level between.

use super::super::{Context, Finding, Rule};
use super::section_name;
use super::series::Style;
use crate::report::Severity;

/// See `skipped_level.md`.
pub static RULE: Rule = Rule { code: "structure/skipped-level", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let mut section = None;
    for number in context.numbers() {
        // The first number of a section has nothing but the section's heading above it.
        if section.replace(number.section) == Some(number.section) || number.section == 0 {
            continue;
        }
        if number.style == Style::BracketedArabic {
            let message = format!(
                "{}里直接用了“{}”：层次序数依次为“一、”“（一）”“1.”“（1）”，部分之下一般先用“（一）”",
                section_name(number.section),
                context.document.text(number.span)
            );
            findings.push(Finding::new(Severity::Info, number.span, message));
        }
    }
    Some(())
}
