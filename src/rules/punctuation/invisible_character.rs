//! Characters that nobody sees.

use super::super::{Context, Finding, Rule};
use super::in_source;
use crate::report::Severity;
use crate::text::{Letters, Span};

/// See `invisible_character.md`.
pub static RULE: Rule = Rule { code: "punctuation/invisible-character", severity: Severity::Info, check };

const NO_BREAK_SPACE: char = '\u{a0}';

/// Whether nobody sees a character. None of them stands in the clean text.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        NO_BREAK_SPACE
            | '\u{ad}'
            | '\u{feff}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
    )
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    if context.document.clean.is_html() {
        return None;
    }
    let mut places = Vec::new();
    for part in context.altered() {
        for (offset, letter) in Letters::of(part.of(context.source)) {
            let (at, c) = (part.start as usize + offset, char::from_u32(letter).unwrap_or_default());
            // At the very start it tells the encoding.
            let is_mark_of_file = c == '\u{feff}' && at == 0;
            if is_invisible(c) && !is_mark_of_file {
                let right = if c == NO_BREAK_SPACE { " " } else { "" };
                let span = Span::new(at, at + c.len_utf8());
                places.push((span, vec![(span, right.to_owned())]));
            }
        }
    }
    findings.push(in_source(places, "清除", |count| {
        format!("全文有 {count} 个看不见的字符（零宽字符、不换行空格等），多半是复制带来的，可以清除")
    })?);
    Some(())
}
