//! A section of the form is absent.

use super::super::{Context, Finding, Rule, series};
use super::{full_heading, places_of_headings, section_name};
use crate::report::Severity;
use crate::text::Span;

/// See `missing_section.md`.
pub static RULE: Rule = Rule { code: "structure/missing-section", severity: Severity::Error, check };

/// The sections that hold the tables.
const OF_TABLES: std::ops::RangeInclusive<u8> = 2..=4;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let found = places_of_headings(context);
    let missing: Vec<u8> = (1..=6).filter(|number| !found.iter().any(|(other, _)| other == number)).collect();
    let beside = |number: u8| {
        let next = found.iter().filter(|(other, _)| *other > number).min_by_key(|(other, _)| *other);
        next.or_else(|| found.iter().max_by_key(|(other, _)| *other)).copied()
    };
    if missing.len() > 2 {
        let (_, at) = beside(*missing.first()?).or_else(|| Some((0, context.document.tables.first()?.span)))?;
        let mut names = String::new();
        for number in &missing {
            names.push_str(&full_heading(*number));
        }
        let message = format!(
            "只读到六个部分中的 {} 个，没有读到{names}：如果只粘贴了一部分，请粘贴报告全文；如果标题没有写出，请补上",
            found.len()
        );
        findings.push(Finding::new(Severity::Info, first_line(context, at), message));
        return Some(());
    }
    for number in missing {
        let Some((neighbour, at)) = beside(number) else { continue };
        let missing = format!("缺少{}{}", section_name(number), full_heading(number));
        if let Some(other) = instead(context, number, neighbour) {
            let message = format!("{missing}：这里的标题“{}”不是格式规定的标题", context.document.text(other));
            findings.push(Finding::new(Severity::Error, other, message));
            continue;
        }
        let side = if neighbour > number { "之前" } else { "之后" };
        let zeros = if OF_TABLES.contains(&number) { "，表格填 0" } else { "" };
        let message = format!(
            "{missing}：它应在{}{side}；即使没有发生有关事项，也要保留这一部分{zeros}",
            section_name(neighbour)
        );
        findings.push(Finding::new(Severity::Error, at, message));
    }
    Some(())
}

/// A short line that carries the missing section's number and stands where it should.
fn instead(context: &Context<'_>, number: u8, neighbour: u8) -> Option<Span> {
    const LONGEST: usize = 40;
    let document = context.document;
    let within = if neighbour > number { number - 1 } else { neighbour };
    let ordinal = series::Style::Han.written(u32::from(number));
    document.paragraphs_of(within).map(|paragraph| paragraph.span).find(|span| {
        let words = document.text(*span);
        words.starts_with(&ordinal) && words.chars().count() <= LONGEST && !words.contains('。')
    })
}

fn first_line(context: &Context<'_>, span: Span) -> Span {
    let line = context.document.text(span).lines().next().map_or(0, str::len);
    Span::new(span.start as usize, span.start as usize + line)
}
