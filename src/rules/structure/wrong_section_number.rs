//! A section's heading carries another number than its own, or a damaged one.

use super::super::{Context, Finding, Rule};
use super::{form_heading, headings, section_name};
use crate::report::Severity;

/// See `wrong_section_number.md`.
pub static RULE: Rule = Rule { code: "structure/wrong-section-number", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for (index, (number, heading)) in headings(context).enumerate() {
        let Some(ordinal) = heading.ordinal else { continue };
        // Where a section is lost or out of its place, the others may be counted as they stand: that is its flaw.
        let due = [number, index as u8 + 1];
        if ordinal.number.is_some_and(|written| due.contains(&written)) {
            continue;
        }
        let right = format!("{}、", form_heading(number).ordinal);
        let written = context.document.text(ordinal.span).trim_end();
        let message = if ordinal.number.is_some() {
            format!(
                "“{}”是{}，序号写成了“{written}”，应为“{right}”",
                context.document.text(heading.title),
                section_name(number)
            )
        } else {
            format!("{}标题的序号“{written}”有多余的字符，应为“{right}”", section_name(number))
        };
        findings.push(Finding::new(Severity::Error, ordinal.span, message).with_replacement(
            ordinal.number.is_none(),
            ordinal.span,
            &right,
        ));
    }
    Some(())
}
