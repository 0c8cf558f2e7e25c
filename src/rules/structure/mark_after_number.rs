//! A mark behind a number that takes none, or another than the number takes.

use super::super::{Context, Finding, Rule};
use super::series::{Number, Style};
use super::{all_at_once, headings, section_name};
use crate::report::Severity;
use crate::text::Span;

/// See `mark_after_number.md`.
pub static RULE: Rule = Rule { code: "structure/mark-after-number", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let document = context.document;
    let numbers = context.numbers();
    for (section, heading) in headings(context) {
        let Some(ordinal) = heading.ordinal.filter(|ordinal| ordinal.number.is_some()) else { continue };
        let written = document.text(ordinal.span).trim_end();
        let Some(mark) = written.chars().next_back() else { continue };
        if is_wrong_behind_han(mark) && !written.starts_with('第') {
            let end = ordinal.span.start as usize + written.len();
            findings.push(wrong_mark(context, section, ordinal.span, Span::new(end - mark.len_utf8(), end)));
        }
    }
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
    let mut commas = Vec::new();
    for number in numbers.iter().filter(|number| number.style == Style::Arabic) {
        if let Some(mark) = number.mark.filter(|mark| context.document.text(*mark) == "、") {
            commas.push((number.span, (mark, ".".to_owned())));
        }
    }
    let written = context.document.text(commas.first()?.0);
    let message = format!("阿拉伯数字编号后面一般用下圆点，“{written}”宜写作“1.”一类");
    findings.extend(all_at_once(message, "这里也是", "“、”改为“.”", commas));
    Some(())
}
