//! A full-width comma or a blank among the thousands of a figure.

use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `wrong_thousands_separator.md`.
pub static RULE: Rule = Rule { code: "punctuation/wrong-thousands-separator", severity: Severity::Warning, check };

/// What a quantity is followed by.
const UNITS: &str = "条件元万个人次份户篇项册亿余多";

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        let text = running.text();
        let bytes = text.as_bytes();
        let mut done = 0;
        for comma in running.all_marks().iter().filter(|mark| matches!(mark.c, '，' | ',')) {
            let at = comma.at;
            if at < done || !bytes[..at].last().is_some_and(u8::is_ascii_digit) {
                continue;
            }
            let first = text[..at].bytes().rev().take_while(u8::is_ascii_digit).count();
            let start = at - first;
            let mut end = at;
            let mut separators = Vec::new();
            while let Some(separator) = [",", "，"].into_iter().find(|separator| text[end..].starts_with(separator)) {
                let group = end + separator.len();
                if bytes[group..].iter().take_while(|byte| byte.is_ascii_digit()).count() != 3 {
                    break;
                }
                separators.push(end..group);
                end = group + 3;
            }
            done = end.max(comma.end());
            let is_quantity = running.after(end).is_some_and(|c| UNITS.contains(c));
            let is_part = text[..start].ends_with(['.', ',', '，', '、', '-', '年', '〕']);
            if separators.is_empty() || !(1..=3).contains(&first) || bytes[start] == b'0' || !is_quantity || is_part {
                continue;
            }
            let range = start..end;
            let written = context.document.text(running.span(&range));
            let right: String = text[range.clone()].replace('，', ",");
            if written == right {
                continue;
            }
            let message = format!("{}的数字“{written}”里分节不对，应写作“{right}”", running.place());
            let edits = vec![running.edit(&range, right.clone())];
            findings.push(Finding::new(Severity::Warning, running.span(&range), message).with_fix(
                format!("改为“{right}”"),
                false,
                edits,
            ));
        }
    }
    Some(())
}
