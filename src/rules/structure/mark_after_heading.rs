//! A section's heading ends with a mark.

use super::super::{Context, Finding, Rule};
use super::{all_at_once, headings, section_name};
use crate::report::Severity;
use crate::text::Span;

/// See `mark_after_heading.md`.
pub static RULE: Rule = Rule { code: "structure/mark-after-heading", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let mut full_stops: Vec<(Span, (Span, String))> = Vec::new();
    for (number, heading) in headings(context) {
        let Some(mark) = heading.end_mark else { continue };
        let behind = context.text()[heading.span.end as usize..].split('\n').next().unwrap_or_default();
        if !behind.trim().is_empty() {
            // The text of the section goes on behind the heading: 一、总体情况：……
            continue;
        }
        let written = context.document.text(mark);
        if !written.contains(['、', '，', ',', '；', ';']) {
            full_stops.push((mark, (mark, String::new())));
            continue;
        }
        let message = format!(
            "{}的标题“{}”后面多了“{}”，标题末尾不加标点",
            section_name(number),
            context.document.text(heading.title),
            context.as_written(mark)
        );
        findings.push(Finding::new(Severity::Error, mark, message).with_deletion(true, mark, context.as_written(mark)));
    }
    let message = "部分的标题独占一行时末尾一般不加标点".to_owned();
    findings.extend(all_at_once(message, "这个标题末尾也有标点", "删去标题末尾的标点", full_stops));
    Some(())
}
