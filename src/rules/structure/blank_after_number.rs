//! A blank between a number and its words.

use super::super::{Context, Finding, Place, Rule};
use super::series::Style;
use super::{headings, section_name};
use crate::report::Severity;
use crate::text::Span;
use crate::text::order::sort_by_key;

/// See `blank_after_number.md`.
pub static RULE: Rule = Rule { code: "structure/blank-after-number", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let document = context.document;
    let of_headings = headings(context).filter_map(|(section, heading)| {
        let ordinal = heading.ordinal.filter(|ordinal| ordinal.number.is_some())?;
        let number = document.text(ordinal.span).trim_end();
        let end = ordinal.span.start as usize + number.len();
        let blank = Span::new(end, heading.title.start as usize);
        let takes_none = number.ends_with('、');
        (takes_none && !blank.is_empty()).then_some((section, ordinal.span, blank))
    });
    // Behind 1. a blank is as common as none.
    let of_paragraphs = context.numbers().iter().filter(|number| number.style != Style::Arabic);
    let mut places: Vec<(u8, Span, Span)> = of_paragraphs
        .filter_map(|number| Some((number.section, number.span, number.blank?)))
        .chain(of_headings)
        .collect();
    sort_by_key(&mut places, |(_, number, _)| number.order());
    let ((section, number, blank), rest) = places.split_first()?;
    let others = if rest.is_empty() { String::new() } else { format!("，另有 {} 处", rest.len()) };
    let message = format!(
        "{}的编号“{}”后面有空格，一般不留空格{others}",
        section_name(*section),
        document.text(*number).trim_end()
    );
    let related = rest.iter().map(|(_, number, blank)| Place::new(number.to(*blank), "这里也有空格")).collect();
    let edits = places.iter().map(|(_, _, blank)| (*blank, String::new())).collect();
    findings.push(Finding::new(Severity::Info, number.to(*blank), message).with_related(related).with_fix(
        "删去编号后的空格",
        true,
        edits,
    ));
    Some(())
}
