//! What was given as last year's report is not this organ's of the year before.

use crate::report::Severity;
use crate::rules::{Context, Finding, Rule};
use crate::text::Span;

/// See `not_last_years_report.md`.
pub static RULE: Rule = Rule { code: "consistency/not-last-years-report", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let why = context.unfit_previous()?;
    let document = context.document;
    let heading = || document.sections.iter().find_map(|section| Some(section.heading.as_ref()?.span));
    let at = document.title.as_ref().map(|title| title.span).or_else(heading).unwrap_or(Span::at(0));
    findings.push(Finding::new(Severity::Info, at, format!("给出的上年报告{why}；没有与上年报告对照")));
    Some(())
}
