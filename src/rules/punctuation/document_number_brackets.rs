//! A document number whose year stands in other brackets than the six-cornered ones.

use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `document_number_brackets.md`.
pub static RULE: Rule = Rule { code: "punctuation/document-number-brackets", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        for number in running.document_numbers() {
            let (open, close) = (running.after(number.open.start)?, running.after(number.close.start)?);
            let is_right = open == '〔' && close == '〕';
            if is_right || number.has_ordinal || !number.has_end || number.year.len() != 4 {
                continue;
            }
            let text = running.text();
            let range = number.open.start..number.close.end;
            let right = format!("〔{}〕", &text[number.year.clone()]);
            let written = &text[number.start..number.end];
            let message = format_args!("的发文字号“{written}”里，年份应用六角括号，写作“{right}”");
            let mut edits = Vec::new();
            if open != '〔' {
                edits.push(running.edit(&number.open, "〔"));
            }
            if close != '〕' {
                edits.push(running.edit(&number.close, "〕"));
            }
            let finding = running.finding(Severity::Warning, &range, message);
            findings.push(finding.with_right(&right, true, edits));
        }
    }
    Some(())
}
