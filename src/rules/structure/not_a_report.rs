//! The text is no annual report, or too little of one to be checked.

use super::super::{Context, Finding, Rule};
use crate::report::Severity;
use crate::text::Span;

/// See `not_a_report.md`.
pub static RULE: Rule = Rule { code: "structure/not-a-report", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    /// As much of the first line as is shown.
    const SHOWN: usize = 40;
    let text = context.text();
    if context.document.is_report {
        return None;
    }
    let start = text.find(|c: char| !c.is_whitespace()).unwrap_or_default();
    let line = text[start..].lines().next().unwrap_or_default().trim_end();
    let length = line.char_indices().nth(SHOWN).map_or(line.len(), |(offset, _)| offset);
    findings.push(Finding::new(
        Severity::Info,
        Span::new(start, start + length),
        "没有读到政府信息公开工作年度报告，请粘贴报告全文：从题目开始，包括“一、总体情况”至“六、其他需要报告的事项”各部分的标题、文字和表格",
    ));
    Some(())
}
