//! Blanks before or behind a mark.

use super::super::{Context, Finding, Rule};
use super::collected;
use crate::report::Severity;
use crate::text::{Span, is_han};

/// See `space_beside_mark.md`.
pub static RULE: Rule = Rule { code: "punctuation/space-beside-mark", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    if context.document.clean.is_html() {
        return None;
    }
    let mut places = Vec::new();
    for running in context.running() {
        for line in &running.paragraph.lines {
            let line = context.document.lines[*line].span;
            let text = context.document.text(line);
            let mut at = 0;
            while let Some(found) = text[at..].find(' ') {
                let start = at + found;
                let end = text.len() - text[start..].trim_start_matches(' ').len();
                at = end;
                let (before, after) = (text[..start].chars().next_back(), text[end..].chars().next());
                let (Some(before), Some(after)) = (before, after) else { continue };
                let ends = is_han(before) && "，。、；：）》”".contains(after);
                let begins = "（《“".contains(before) && is_han(after);
                if ends || begins {
                    let offset = line.start as usize;
                    let span = Span::new(offset + start, offset + end);
                    places.push((span, vec![(span, String::new())]));
                }
            }
        }
    }
    findings.push(collected(Severity::Info, places, "删去空格", |count| {
        format!("正文有 {count} 处标点旁边多了空格，可以删去")
    })?);
    Some(())
}
