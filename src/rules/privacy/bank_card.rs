//! A bank card's number stands in the report.

use super::super::{Context, Finding, Rule};
use super::LongNumber;
use crate::report::Severity;

/// See `bank_card.md`.
pub static RULE: Rule = Rule { code: "privacy/bank-card", severity: Severity::Warning, check };

/// Labels of a card's number. Without one, only what begins as the cards of China's banks do is taken for one: one
/// number in ten has a right check digit by chance.
const LABELS: [&str; 6] = ["卡号", "账号", "帐号", "账户", "银行", "收款"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for number in context.long_numbers() {
        if is_card(number) && !number.is_code() {
            findings.push(number.finding(context, Severity::Warning, "银行卡号（按校验位判断），如果属于个人", (4, 4)));
        }
    }
    Some(())
}

fn is_card(number: &LongNumber<'_>) -> bool {
    let digits = &number.digits;
    let is_labelled = LABELS.iter().any(|label| number.label.contains(label));
    let begins_as_one = digits.starts_with("62") || is_labelled && digits.starts_with(['4', '5']);
    matches!(digits.len(), 16 | 19) && begins_as_one && has_check_digit(digits)
}

/// Luhn's check (GB/T 15694).
fn has_check_digit(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let digit = u32::from(digit - b'0') * if place % 2 == 1 { 2 } else { 1 };
            digit / 10 + digit % 10
        })
        .sum();
    sum.is_multiple_of(10)
}
