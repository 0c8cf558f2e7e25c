//! The report is of another year than the one that is due.

use crate::report::Severity;
use crate::rules::{Context, Finding, Rule};
use crate::text::Span;

/// See `unexpected_year.md`.
pub static RULE: Rule = Rule { code: "consistency/unexpected-year", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let due = context.options.year?;
    let document = context.document;
    let title = document.title.as_ref().and_then(|title| Some((title.year?, title.span)));
    let (year, at) = match title {
        Some((year, span)) => {
            let digits = year.to_string();
            let found = document.text(span).find(&digits).map(|at| span.start as usize + at);
            (year, found.map_or(span, |start| Span::new(start, start + digits.len())))
        }
        None => context.periods().first()?.year,
    };
    if !document.is_report || year == due {
        return None;
    }
    let message = format!("这份报告是{year}年的，现在应当编制的是{due}年的，请核对年份是否写错");
    findings.push(Finding::new(Severity::Warning, at, message));
    Some(())
}
