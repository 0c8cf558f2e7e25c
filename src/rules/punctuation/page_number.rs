//! Page numbers among the lines of the report.

use super::super::{Context, Finding, Rule};
use super::furniture_lines;
use crate::parse::furniture::is_page_number;
use crate::report::Severity;

/// See `page_number.md`.
pub static RULE: Rule = Rule { code: "punctuation/page-number", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    findings.push(furniture_lines(context, is_page_number, "删去页码", |count| {
        format!("全文夹着 {count} 个页码，是从分页的文件复制来的，可以删去")
    })?);
    Some(())
}
