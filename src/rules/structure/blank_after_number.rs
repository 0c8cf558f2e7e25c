//! A blank between a number and its words.

use super::super::{Context, Finding, Rule};
use super::series::Style;
use super::{all_at_once, headings, section_name};
use crate::report::Severity;
use crate::text::Span;

/// See `blank_after_number.md`.
pub static RULE: Rule = Rule { code: "structure/blank-after-number", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let document = context.document;
    // The section, the number and the blank.
    let mut found: Vec<(u8, Span, Span)> = Vec::new();
    for number in context.numbers() {
        // Behind 1. a blank is as common as none.
        if let (Some(blank), true) = (number.blank, number.style != Style::Arabic) {
            found.push((number.section, number.span, blank));
        }
    }
    for (section, heading) in headings(context) {
        let Some(ordinal) = heading.ordinal.filter(|ordinal| ordinal.number.is_some()) else { continue };
        let number = document.text(ordinal.span).trim_end();
        let blank = Span::new(ordinal.span.start as usize + number.len(), heading.title.start as usize);
        if number.ends_with('、') && !blank.is_empty() {
            let at = found.partition_point(|(_, before, _)| before.start < blank.start);
            found.insert(at, (section, ordinal.span, blank));
        }
    }
    let (section, number, _) = *found.first()?;
    let others = if found.len() > 1 { format!("，另有 {} 处", found.len() - 1) } else { String::new() };
    let message = format!(
        "{}的编号“{}”后面有空格，一般不留空格{others}",
        section_name(section),
        document.text(number).trim_end()
    );
    let places = found.into_iter().map(|(_, number, blank)| (number.to(blank), (blank, String::new()))).collect();
    findings.extend(all_at_once(message, "这里也有空格", "删去编号后的空格", places));
    Some(())
}
