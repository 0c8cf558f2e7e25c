//! A citizen's identity number stands in the report.

use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `identity_number.md`.
pub static RULE: Rule = Rule { code: "privacy/identity-number", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for number in context.long_numbers() {
        if is_identity_number(&number.digits) && !number.is_code() {
            findings.push(number.finding(context, Severity::Error, "公民身份号码", (2, 3)));
        }
    }
    Some(())
}

/// Whether the province, the date of birth and the check character (GB 11643) are right.
fn is_identity_number(number: &str) -> bool {
    const PROVINCES: [&str; 34] = [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
        "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
    ];
    const WEIGHTS: [usize; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &[u8; 11] = b"10X98765432";
    if number.len() != 18 || !PROVINCES.contains(&&number[..2]) || !is_date(&number[6..14]) {
        return false;
    }
    let sum: usize = number.bytes().zip(WEIGHTS).map(|(digit, weight)| usize::from(digit - b'0') * weight).sum();
    number.as_bytes()[17].to_ascii_uppercase() == CHECKS[sum % 11]
}

/// Whether eight digits are a day on which somebody alive may be born.
fn is_date(digits: &str) -> bool {
    let part = |from: usize, to: usize| digits[from..to].parse::<u32>().unwrap_or(0);
    let (year, month, day) = (part(0, 4), part(4, 6), part(6, 8));
    let is_leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    let last = match month {
        2 => 28 + u32::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    (1900..2040).contains(&year) && (1..=12).contains(&month) && (1..=last).contains(&day)
}
