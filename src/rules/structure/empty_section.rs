//! A section has a heading and nothing else.

use super::super::{Context, Finding, Rule};
use super::{full_heading, section_name, trimmed};
use crate::document::Zone;
use crate::report::Severity;
use crate::text::Span;

/// See `empty_section.md`.
pub static RULE: Rule = Rule { code: "structure/empty-section", severity: Severity::Warning, check };

/// Sections of text. Those of the tables may hold pictures that no copy brings along.
const OF_TEXT: [u8; 3] = [1, 5, 6];
const NOTHING: [&str; 4] = ["无", "暂无", "没有", "无。"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let document = context.document;
    for section in document.sections.iter().filter(|section| OF_TEXT.contains(&section.number)) {
        let Some(heading) = &section.heading else { continue };
        let lines = document.lines.partition_point(|line| line.span.start < heading.span.end);
        let body = &document.lines[lines..];
        let body = &body[..body.partition_point(|line| line.span.start < section.span.end)];
        let on_its_line = document.text(Span { start: heading.span.end, end: section.span.end });
        let on_its_line = on_its_line.split('\n').next().unwrap_or_default().trim();
        let mut filled = body.iter().filter(|line| !matches!(line.zone, Zone::Blank | Zone::Furniture));
        let (first, second) = (filled.next(), filled.next());
        let name = || section_name(section.number);
        match (first, second) {
            (None, _) if on_its_line.is_empty() => {
                let message = format!("{}{}只有标题，没有内容", name(), full_heading(section.number));
                findings.push(Finding::new(Severity::Warning, heading.span, message));
            }
            (Some(line), None) if section.number == 5 && on_its_line.is_empty() => {
                let words = document.text(line.span).trim();
                if NOTHING.contains(&words) {
                    let at = trimmed(context, line.span);
                    let message = format!("{}{}只写了“{words}”，应写出具体的问题和改进情况", name(), full_heading(5));
                    findings.push(Finding::new(Severity::Warning, at, message));
                }
            }
            _ => {}
        }
    }
    Some(())
}
