//! Characters that nobody sees.

use super::super::{Context, Finding, Rule};
use super::in_source;
use crate::report::Severity;
use crate::text::Span;

/// See `invisible_character.md`.
pub static RULE: Rule = Rule { code: "punctuation/invisible-character", severity: Severity::Info, check };

const NO_BREAK_SPACE: char = '\u{a0}';

/// The characters that nobody sees.
fn invisible() -> impl Iterator<Item = char> {
    let single = [NO_BREAK_SPACE, '\u{ad}', '\u{feff}'].into_iter();
    single.chain('\u{200b}'..='\u{200f}').chain('\u{202a}'..='\u{202e}').chain('\u{2060}'..='\u{2064}')
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    if context.document.clean.is_html() || !context.occurring_in_source().has_any(invisible()) {
        return None;
    }
    let places = context
        .source
        .char_indices()
        .filter_map(|(at, c)| {
            // At the very start it tells the encoding.
            let is_mark_of_file = c == '\u{feff}' && at == 0;
            let right = if c == NO_BREAK_SPACE { " " } else { "" };
            let span = Span::new(at, at + c.len_utf8());
            (invisible().any(|one| one == c) && !is_mark_of_file).then(|| (span, vec![(span, right.to_owned())]))
        })
        .collect();
    findings.push(in_source(places, "清除", |count| {
        format!("全文有 {count} 个看不见的字符（零宽字符、不换行空格等），多半是复制带来的，可以清除")
    })?);
    Some(())
}
