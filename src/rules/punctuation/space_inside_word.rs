//! A blank in the middle of Chinese words.

use super::super::blanks::Blanks;
use super::super::{Context, Finding, Rule};
use super::Places;
use crate::report::Severity;
use crate::text::is_han;

/// See `space_inside_word.md`.
pub static RULE: Rule = Rule { code: "punctuation/space-inside-word", severity: Severity::Info, check };

/// Shorter lines may be names set apart and columns.
const SENTENCE: usize = 20;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    if context.document.clean.is_html() {
        return None;
    }
    let mut places = Places::default();
    for blanks in context.blanks() {
        let before = blanks.before.trim_start();
        let is_inside = before.ends_with(is_han) && blanks.after.starts_with(is_han);
        // 第一条 总则, 一 是: a number and what it numbers.
        let is_number = || before.len() < 40 && before.starts_with('第') || before.chars().nth(2).is_none();
        if blanks.at.end - blanks.at.start == 1 && is_inside && is_in_sentence(blanks) && !is_number() {
            places.add(blanks.at, "");
        }
    }
    findings.extend(
        places.finding(Severity::Info, "删去空格", |count| format!("正文有 {count} 处汉字之间多了空格，可以删去")),
    );
    Some(())
}

fn is_in_sentence(blanks: &Blanks<'_>) -> bool {
    let parts = [blanks.before, blanks.after];
    let length: usize = parts.iter().map(|part| part.chars().count()).sum();
    length + 1 >= SENTENCE && parts.iter().any(|part| part.contains(['，', '。', '；']))
}
