//! Radicals from a PDF in place of the characters they look like.

use super::super::rare::Rare;
use super::super::{Context, Finding, Rule};
use super::Places;
use crate::report::Severity;
use crate::text::{Span, is_radical};

/// See `compatibility_character.md`.
pub static RULE: Rule = Rule { code: "punctuation/compatibility-character", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    if !context.has_rare(Rare::Radical) {
        return None;
    }
    let mut places = Places::default();
    for (at, c) in context.text().char_indices() {
        let span = Span::new(at, at + c.len_utf8());
        if !c.is_ascii() && context.as_written(span).contains(is_radical) {
            places.add(span, &c.to_string());
        }
    }
    findings.extend(places.finding(Severity::Info, "换成通常的字", |count| {
        format!("全文有 {count} 个字是从PDF带来的部首符号，看起来一样却搜索不到，应换成通常的字")
    }));
    Some(())
}
