//! Characters that nobody sees.

use super::super::{Context, Finding, Rule};
use super::in_source;
use crate::report::Severity;
use crate::text::Span;

/// See `invisible_character.md`.
pub static RULE: Rule = Rule {
    code: "punctuation/invisible-character",
    severity: Severity::Info,
    markdown: include_str!("invisible_character.md"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    if context.document.clean.is_html() {
        return None;
    }
    let places = context
        .source
        .char_indices()
        .filter_map(|(at, c)| {
            // At the very start it tells the encoding.
            let is_mark_of_file = c == '\u{feff}' && at == 0;
            let right = match c {
                '\u{a0}' => " ",
                '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => {
                    ""
                }
                _ => return None,
            };
            let span = Span::new(at, at + c.len_utf8());
            (!is_mark_of_file).then(|| (span, vec![(span, right.to_owned())]))
        })
        .collect();
    findings.push(in_source(places, "清除", |count| {
        format!("全文有 {count} 个看不见的字符（零宽字符、不换行空格等），多半是复制带来的，可以清除")
    })?);
    Some(())
}
