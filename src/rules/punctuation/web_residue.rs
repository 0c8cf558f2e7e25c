//! Lines of a web page around the report.

use super::super::{Context, Finding, Rule};
use super::furniture_lines;
use crate::parse::furniture::is_web_page;
use crate::report::Severity;

/// See `web_residue.md`.
pub static RULE: Rule = Rule { code: "punctuation/web-residue", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    findings.push(furniture_lines(context, is_web_page, "删去这些行", |count| {
        format!("全文有 {count} 行是网页上的文字（例如来源、浏览次数、上一篇），不是报告内容，可以删去")
    })?);
    Some(())
}
