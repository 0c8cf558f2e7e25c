//! A date that no calendar has.

use super::super::date::dates;
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `impossible_date.md`.
pub static RULE: Rule = Rule { code: "punctuation/impossible-date", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        for date in dates(running) {
            let number = |range: &std::ops::Range<usize>| running.text()[range.clone()].parse::<u32>().ok();
            let (month, day) = (number(&date.month)?, date.day.as_ref().and_then(number));
            let year = date.year.as_ref().and_then(number);
            // “13月” without a year and a day is no date.
            if year.is_none() && day.is_none() {
                continue;
            }
            let last = last_day(month, year);
            let why = match (last, day) {
                (None, _) => format!("没有{month}月"),
                (Some(last), Some(day)) if day == 0 || day > last => format!("{month}月没有{day}日"),
                _ => continue,
            };
            let written = &running.text()[date.range.clone()];
            let message = format_args!("的日期“{written}”不存在（{why}），请核对");
            findings.push(running.finding(Severity::Error, &date.range, message));
        }
    }
    Some(())
}

/// The last day of a month; `None` where there is no such month.
fn last_day(month: u32, year: Option<u32>) -> Option<u32> {
    let is_leap = |year: u32| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if year.is_none_or(is_leap) { 29 } else { 28 }),
        _ => None,
    }
}
