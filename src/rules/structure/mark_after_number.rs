//! A mark behind a number that takes none, or another than the number takes.

use super::super::{Context, Finding, Place, Rule};
use super::series::{Number, Style};
use super::{headings, section_name};
use crate::report::Severity;
use crate::text::Span;

/// See `mark_after_number.md`.
pub static RULE: Rule = Rule { code: "structure/mark-after-number", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let document = context.document;
    let numbers = context.numbers();
    findings.extend(headings(context).filter_map(|(section, heading)| {
        let ordinal = heading.ordinal?;
        ordinal.number?;
        let written = document.text(ordinal.span);
        let (numeral, mark) = written.trim_end().char_indices().last()?;
        if written.starts_with('第') || !is_wrong_behind_han(mark) {
            return None;
        }
        let start = ordinal.span.start as usize + numeral;
        Some(wrong_mark(context, section, ordinal.span, Span::new(start, start + mark.len_utf8())))
    }));
    for number in numbers {
        let Some(mark) = number.mark else { continue };
        match number.style {
            Style::Han if document.text(mark).starts_with(is_wrong_behind_han) => {
                findings.push(wrong_mark(context, number.section, number.span, mark));
            }
            Style::BracketedHan | Style::BracketedArabic => findings.push(needless_mark(context, number, mark)),
            Style::Han | Style::Arabic => {}
        }
    }
    commas_behind_arabic(context, numbers, findings)
}

fn is_wrong_behind_han(mark: char) -> bool {
    matches!(mark, '.' | '，' | ',' | '：' | ':' | '；')
}

/// 一. for 一、
fn wrong_mark(context: &Context<'_>, section: u8, number: Span, mark: Span) -> Finding {
    let written = context.as_written(Span { start: number.start, end: mark.end });
    let right = format!("{}、", context.document.text(Span { start: number.start, end: mark.start }));
    let message = format!("{}的编号“{written}”后面的标点不对，应为“{right}”", section_name(section));
    let at = Span { start: number.start, end: mark.end };
    let fix = vec![(mark, "、".to_owned())];
    Finding::new(Severity::Warning, at, message).with_fix(format!("改为“{right}”"), true, fix)
}

/// （一）、 for （一）
fn needless_mark(context: &Context<'_>, number: &Number, mark: Span) -> Finding {
    let right = context.document.text(number.span);
    let at = number.span.to(mark);
    let message = format!(
        "{}的编号“{}”多了标点，带括号的编号后面不用标点，应为“{right}”",
        section_name(number.section),
        context.as_written(at)
    );
    Finding::new(Severity::Warning, at, message).with_fix(format!("改为“{right}”"), true, vec![(mark, String::new())])
}

/// 1、 for 1.
fn commas_behind_arabic(context: &Context<'_>, numbers: &[Number], findings: &mut Vec<Finding>) -> Option<()> {
    let commas: Vec<(Span, Span)> = numbers
        .iter()
        .filter(|number| number.style == Style::Arabic)
        .filter_map(|number| Some((number.span, number.mark?)))
        .filter(|(_, mark)| context.document.text(*mark) == "、")
        .collect();
    let ((first, _), rest) = commas.split_first()?;
    let related = rest.iter().map(|(at, _)| Place::new(*at, "这里也是")).collect();
    let edits = commas.iter().map(|(_, mark)| (*mark, ".".to_owned())).collect();
    let message = format!("阿拉伯数字编号后面一般用下圆点，“{}”宜写作“1.”一类", context.document.text(*first));
    findings.push(Finding::new(Severity::Info, *first, message).with_related(related).with_fix(
        "“、”改为“.”",
        true,
        edits,
    ));
    Some(())
}
