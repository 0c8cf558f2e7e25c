//! A count without its unit where the others have one.

use crate::report::Severity;
use crate::rules::passage::Passage;
use crate::rules::words::ends_with_one;
use crate::rules::{Context, Finding, Rule};
use crate::text::numbers::Number;

/// See `missing_unit.md`.
pub static RULE: Rule = Rule { code: "consistency/missing-unit", severity: Severity::Info, check };

/// What is counted in 条 or 件.
const COUNTED: [&str; 10] = ["信息", "文件", "申请", "公告", "动态", "通知", "发布", "公开", "收到", "办结"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for passage in context.passages() {
        for number in passage.numbers.iter().filter(|number| lacks_unit(passage, number)) {
            let message = format!("数字“{}”后面没有量词，请补上“条”“件”等", passage.written(number));
            findings.push(Finding::new(Severity::Info, passage.span(&number.extent), message));
        }
    }
    Some(())
}

/// "文件21，", "发布0。"
fn lacks_unit(passage: &Passage<'_>, number: &Number) -> bool {
    if !number.unit.is_empty() || number.at.len() > 5 {
        return false;
    }
    let text = passage.text();
    let before = &text[..number.extent.start];
    let ends = text[number.extent.end..].starts_with(['，', '。', '；', '、']);
    ends && ends_with_one(before, &COUNTED)
}
