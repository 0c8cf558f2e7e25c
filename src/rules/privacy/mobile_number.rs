//! A mobile telephone's number stands in the report.

use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `mobile_number.md`.
pub static RULE: Rule = Rule { code: "privacy/mobile-number", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for number in context.long_numbers() {
        let is_mobile = number.digits.len() == 11
            && number.digits.starts_with('1')
            && matches!(number.digits.as_bytes()[1], b'3'..=b'9');
        if is_mobile && !number.is_code() {
            findings.push(number.finding(context, Severity::Warning, "手机号码，如果不是对外公布的值班手机", (3, 4)));
        }
    }
    Some(())
}
