//! Radicals from a PDF in place of the characters they look like.

use super::super::{Context, Finding, Rule};
use super::collected;
use crate::report::Severity;
use crate::text::{Span, is_radical};

/// See `compatibility_character.md`.
pub static RULE: Rule = Rule { code: "punctuation/compatibility-character", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    if !context.altered().iter().any(|span| span.of(context.source).contains(is_radical)) {
        return None;
    }
    let text = context.text();
    let places = text
        .char_indices()
        .filter_map(|(at, c)| {
            let span = Span::new(at, at + c.len_utf8());
            let is_replaced = !c.is_ascii() && context.as_written(span).contains(is_radical);
            is_replaced.then(|| (span, vec![(span, c.to_string())]))
        })
        .collect();
    findings.push(collected(Severity::Info, places, "换成通常的字", |count| {
        format!("全文有 {count} 个字是从PDF带来的部首符号，看起来一样却搜索不到，应换成通常的字")
    })?);
    Some(())
}
