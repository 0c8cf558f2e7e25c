//! A series 一、二、三、 inside a section, where the sections themselves are numbered so.

use super::super::{Context, Finding, Place, Rule};
use super::section_name;
use super::series::Style;
use crate::report::Severity;

/// See `restarted_numbering.md`.
pub static RULE: Rule = Rule { code: "structure/restarted-numbering", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let document = context.document;
    let numbers = context.numbers();
    let mut with_lower_level = [false; u8::MAX as usize + 1];
    for number in numbers.iter().filter(|number| number.style == Style::BracketedHan) {
        with_lower_level[usize::from(number.section)] = true;
    }
    // An annex has its own numbering.
    let annex = document.paragraphs.iter().position(|paragraph| document.text(paragraph.span).starts_with("附件"));
    for series in context.series() {
        let [first, second, ..] = &series[..] else { continue };
        let is_series = first.style == Style::Han && (first.value, second.value) == (1, 2);
        if !is_series || first.section == 0 || annex.is_some_and(|annex| annex < first.paragraph) {
            continue;
        }
        let message = format!(
            "{}内又用“一、二、”编号，与报告六个部分的序号混淆，这里应降一级用“（一）（二）”，共 {} 处",
            section_name(first.section),
            series.len()
        );
        let mut finding = Finding::new(Severity::Warning, first.span, message);
        let mut edits = Vec::new();
        for number in series {
            if number.span != first.span {
                finding.related.push(Place::new(number.span, "同一组编号"));
            }
            edits.push((number.span, Style::BracketedHan.written(number.value)));
        }
        if !with_lower_level[usize::from(first.section)] {
            finding = finding.with_fix("改为“（一）（二）”", false, edits);
        }
        findings.push(finding);
    }
    Some(())
}
