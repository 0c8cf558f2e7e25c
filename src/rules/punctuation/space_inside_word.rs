//! A blank in the middle of Chinese words.

use super::super::{Context, Finding, Rule};
use super::collected;
use crate::report::Severity;
use crate::text::{Span, is_han};

/// See `space_inside_word.md`.
pub static RULE: Rule = Rule { code: "punctuation/space-inside-word", severity: Severity::Info, check };

/// Shorter lines may be names set apart and columns.
const SENTENCE: usize = 20;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    if context.document.clean.is_html() {
        return None;
    }
    let mut places = Vec::new();
    for running in context.running() {
        for line in &running.paragraph.lines {
            let line = context.document.lines[*line].span;
            let text = context.document.text(line);
            if !text.contains(' ') || text.chars().count() < SENTENCE || !text.contains(['，', '。', '；']) {
                continue;
            }
            for (at, blank) in text.match_indices(' ') {
                let (before, after) = (text[..at].trim_start(), &text[at + blank.len()..]);
                // 第一条 总则, 一 是: a number and what it numbers.
                let is_number = before.len() < 40 && before.starts_with('第') || before.chars().nth(2).is_none();
                let is_inside = before.ends_with(is_han) && after.starts_with(is_han);
                if is_inside && !is_number {
                    let offset = line.start as usize + at;
                    let span = Span::new(offset, offset + blank.len());
                    places.push((span, vec![(span, String::new())]));
                }
            }
        }
    }
    findings.push(collected(Severity::Info, places, "删去空格", |count| {
        format!("正文有 {count} 处汉字之间多了空格，可以删去")
    })?);
    Some(())
}
