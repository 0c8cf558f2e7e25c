//! A letter or a circle in place of 〇 in a year written in Han numerals.

use super::super::marks::is_among;
use super::super::running::Running;
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `zero_in_year.md`.
pub static RULE: Rule = Rule { code: "punctuation/zero-in-year", severity: Severity::Warning, check };

/// What is written in place of 〇; 零 is at least a character.
const ZEROS: &str = "○O0o零";

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for start in ["二○", "二O", "二0", "二o", "二零", "二〇"] {
        for place in context.occurring().places_of(start) {
            let running = context.running_at(place.paragraph);
            findings.extend(running.and_then(|running| judged(running, place.at as usize)));
        }
    }
    Some(())
}

/// The year that begins at an offset, where it is one with a wrong zero.
fn judged(running: &Running<'_>, start: usize) -> Option<Finding> {
    let mut range = start..start;
    let (mut wrong, mut right) = (String::new(), String::new());
    let mut edits = Vec::new();
    for c in running.text()[start..].chars().take("二〇二一年".chars().count()) {
        let at = range.end..range.end + c.len_utf8();
        range.end = at.end;
        if is_among(c, ZEROS) {
            wrong.push(c);
            right.push('〇');
            edits.push(running.edit(&at, "〇"));
        } else {
            right.push(c);
        }
    }
    let digits = right.strip_prefix("二〇")?.strip_suffix('年')?;
    let is_year = digits.chars().count() == 2 && digits.chars().all(|c| is_among(c, "一二三四五六七八九〇"));
    if !is_year || wrong.is_empty() {
        return None;
    }
    let severity = if wrong.chars().all(|c| c == '零') { Severity::Info } else { Severity::Warning };
    let written = &running.text()[range.clone()];
    let message = format_args!("的“{written}”应写作“{right}”，汉字年份里的零是“〇”");
    Some(running.finding(severity, &range, message).with_right(&right, !wrong.contains('0'), edits))
}
