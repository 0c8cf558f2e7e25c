//! A full-width comma or a blank among the thousands of a figure.

use super::super::marks::is_among;
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
        for digits in running.digits().iter().filter(|digits| digits.len() <= 3) {
            let (start, mut end) = (digits.start, digits.end);
            while let Some(separator) = running.after(end).filter(|c| matches!(c, ',' | '，')) {
                let group = end + separator.len_utf8();
                if bytes[group..].iter().take_while(|byte| byte.is_ascii_digit()).count() != 3 {
                    break;
                }
                end = group + 3;
            }
            if end == digits.end {
                continue;
            }
            let is_quantity = running.after(end).is_some_and(|c| is_among(c, UNITS));
            let is_part = running.before(start).is_some_and(|c| is_among(c, ".,，、-年〕"));
            if bytes[start] == b'0' || !is_quantity || is_part {
                continue;
            }
            let range = start..end;
            let written = context.document.text(running.span(&range));
            let right: String = text[range.clone()].replace('，', ",");
            if written == right {
                continue;
            }
            let message = format_args!("的数字“{written}”里分节不对，应写作“{right}”");
            findings.push(running.correction(Severity::Warning, &range, message, (&right, false)));
        }
    }
    Some(())
}
