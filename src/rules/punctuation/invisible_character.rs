//! Characters that nobody sees.

use super::super::rare::{Rare, is_invisible};
use super::super::{Context, Finding, Rule};
use super::Places;
use crate::report::Severity;
use crate::text::{Letters, Span};

/// See `invisible_character.md`.
pub static RULE: Rule = Rule { code: "punctuation/invisible-character", severity: Severity::Info, check };

const NO_BREAK_SPACE: char = '\u{a0}';

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    if context.document.clean.is_html() || !context.has_rare(Rare::Invisible) {
        return None;
    }
    let mut places = Places::default();
    for part in context.altered() {
        for (offset, letter) in Letters::of(part.of(context.source)) {
            let (at, c) = (part.start as usize + offset, char::from_u32(letter).unwrap_or_default());
            // At the very start it tells the encoding.
            let is_mark_of_file = c == '\u{feff}' && at == 0;
            if is_invisible(letter) && !is_mark_of_file {
                places.add(Span::new(at, at + c.len_utf8()), if c == NO_BREAK_SPACE { " " } else { "" });
            }
        }
    }
    let finding = places.finding(Severity::Info, "清除", |count| {
        format!("全文有 {count} 个看不见的字符（零宽字符、不换行空格等），多半是复制带来的，可以清除")
    });
    findings.extend(finding.map(Finding::in_source));
    Some(())
}
