//! A letter or a circle in place of 〇 in a year written in Han numerals.

use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `zero_in_year.md`.
pub static RULE: Rule = Rule { code: "punctuation/zero-in-year", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    if !["二○", "二O", "二0", "二o", "二零", "二〇"].iter().any(|start| context.occurring().has_words(start))
    {
        return None;
    }
    for running in context.running() {
        let text = running.text();
        for (at, _) in text.match_indices('二') {
            let digits: Vec<(usize, char)> = text[at..].char_indices().take(5).collect();
            let [_, zero, third, fourth, end] = digits[..] else { continue };
            let is_zero = |c: char| "○O0o零".contains(c);
            let is_digit = |c: char| "一二三四五六七八九〇".contains(c) || is_zero(c);
            let is_year =
                (is_zero(zero.1) || zero.1 == '〇') && is_digit(third.1) && is_digit(fourth.1) && end.1 == '年';
            let wrong: Vec<_> = [zero, third, fourth].into_iter().filter(|(_, c)| is_zero(*c)).collect();
            if !is_year || wrong.is_empty() {
                continue;
            }
            let range = at..at + end.0 + end.1.len_utf8();
            let written = &text[range.clone()];
            let right: String = written.chars().map(|c| if is_zero(c) { '〇' } else { c }).collect();
            let is_character = wrong.iter().all(|(_, c)| *c == '零');
            let severity = if is_character { Severity::Info } else { Severity::Warning };
            let message = format!("{}的“{written}”应写作“{right}”，汉字年份里的零是“〇”", running.place());
            let edits = wrong
                .iter()
                .map(|(offset, c)| running.edit(&(at + offset..at + offset + c.len_utf8()), "〇"))
                .collect();
            let is_safe = wrong.iter().all(|(_, c)| *c != '0');
            findings.push(Finding::new(severity, running.span(&range), message).with_fix(
                format!("改为“{right}”"),
                is_safe,
                edits,
            ));
        }
    }
    Some(())
}
