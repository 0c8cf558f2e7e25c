//! A decimal whose point is a full stop, full-width, or beside a blank.

use super::super::marks::is_among;
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `broken_decimal.md`.
pub static RULE: Rule = Rule { code: "punctuation/broken-decimal", severity: Severity::Error, check };

/// What an amount or a share is followed by.
const UNITS: &str = "万亿%元％倍";

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        let text = running.text();
        let bytes = text.as_bytes();
        for whole in running.digits().iter().filter(|whole| whole.len() <= 2) {
            let Some(point) = running.after(whole.end).filter(|c| matches!(c, '.' | '。')) else { continue };
            let end = whole.end + point.len_utf8();
            let fraction = bytes[end..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            let range = whole.start..end + fraction;
            let is_amount = running.after(range.end).is_some_and(|c| is_among(c, UNITS));
            // A number at the start of a sentence counts an item.
            let is_number = running.before(range.start).is_none_or(|c| is_among(c, "。；：，"));
            if !(1..=2).contains(&fraction) || !is_amount || is_number {
                continue;
            }
            let right = text[range.clone()].replace('。', ".");
            let written = context.as_written(running.span(&range));
            let is_only_full_width = written.chars().all(|c| c != '．' && !c.is_whitespace()) && point == '.';
            let is_date = bytes[..range.start].ends_with(b".");
            if is_only_full_width || is_date || context.document.clean.is_html() && point == '.' {
                continue;
            }
            let message = format_args!("的“{written}”里小数点写错，应为“{right}”");
            findings.push(running.correction(Severity::Error, &range, message, (&right, false)));
        }
    }
    Some(())
}
