//! A document number with a word too many, a nought before the serial number, or something left out.

use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `malformed_document_number.md`.
pub static RULE: Rule = Rule { code: "punctuation/malformed-document-number", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        for number in running.document_numbers() {
            let text = running.text();
            let (year, serial) = (&text[number.year.clone()], &text[number.serial.clone()]);
            let bare = serial.trim_start_matches('0');
            let mut faults: Vec<&str> = Vec::new();
            if number.has_ordinal {
                faults.push("不加“第”");
            }
            if bare.len() < serial.len() && !bare.is_empty() {
                faults.push("顺序号前面不加0");
            }
            if year.len() == 2 {
                faults.push("年份写全四位");
            }
            if !number.has_end {
                faults.push("末尾要有“号”");
            }
            if faults.is_empty() || bare.is_empty() {
                continue;
            }
            let year = if year.len() == 2 { format!("20{year}") } else { year.to_owned() };
            let right = format!("{}〔{year}〕{bare}号", &text[number.start..number.open.start]);
            let range = number.start..number.end;
            let written = &text[range.clone()];
            let message = format_args!("的发文字号“{written}”写法不对：{}，应为“{right}”", faults.join("，"));
            let edits = vec![running.edit(&(number.open.start..number.end), &format!("〔{year}〕{bare}号"))];
            let keeps_figures = year.len() == number.year.len() && bare.len() == serial.len();
            let finding = running.finding(Severity::Warning, &range, message);
            findings.push(finding.with_right(&right, keeps_figures, edits));
        }
    }
    Some(())
}
