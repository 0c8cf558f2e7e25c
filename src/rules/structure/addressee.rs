//! A line that addresses an office, as in a letter, above a public report.

use super::super::words::{ends_with_one, has_one};
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `addressee.md`.
pub static RULE: Rule = Rule { code: "structure/addressee", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    const LONGEST: usize = 40;
    const OFFICES: [&str; 10] =
        ["政府", "办公室", "政务公开办", "政府办", "委员会", "领导小组", "局", "厅", "科", "中心"];
    /// Words of a sentence that announces what follows.
    const ANNOUNCES: [&str; 7] = ["如下", "现将", "公布", "报告", "情况", "，", "。"];
    let document = context.document;
    for paragraph in document.paragraphs_of(0) {
        let line = document.text(paragraph.span);
        let Some(name) = line.strip_suffix(['：', ':']).map(str::trim_end) else { continue };
        let is_name = name.chars().count() <= LONGEST && !has_one(name, &ANNOUNCES);
        if is_name && ends_with_one(name, &OFFICES) {
            let message = format!("“{line}”是写给上级机关的抬头，年度报告面向社会公布，一般不写抬头");
            findings.push(Finding::new(Severity::Info, paragraph.span, message));
        }
    }
    Some(())
}
