//! The report is of another year than the one that is due.

use crate::report::Severity;
use crate::rules::period::periods;
use crate::rules::{Context, Finding, Rule};
use crate::text::Span;

/// See `unexpected_year.md`.
pub static RULE: Rule = Rule {
    code: "consistency/unexpected-year",
    severity: Severity::Warning,
    markdown: include_str!("unexpected_year.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let due = context.options.year?;
    let document = context.document;
    let year = document.year.filter(|year| *year != due && document.is_report)?;
    let title = document.title.as_ref().filter(|title| title.year == Some(year));
    let in_title = title.map(|title| {
        let digits = year.to_string();
        let found = document.text(title.span).find(&digits).map(|at| title.span.start as usize + at);
        found.map_or(title.span, |start| Span::new(start, start + digits.len()))
    });
    let in_period = || periods(document).into_iter().find(|period| period.year.0 == year).map(|period| period.year.1);
    let message = format!("这份报告是{year}年的，现在应当编制的是{due}年的，请核对年份是否写错");
    findings.push(Finding::new(Severity::Warning, in_title.or_else(in_period)?, message));
    Some(())
}
