//! Characters that were lost when the text was copied.

use super::super::rare::Rare;
use super::super::{Context, Finding, Place, Rule};
use crate::report::Severity;
use crate::text::{Span, is_han};

/// See `garbled_character.md`.
pub static RULE: Rule = Rule { code: "punctuation/garbled-character", severity: Severity::Error, check };

/// What the UTF-8 of the replacement character looks like, read as GBK.
const GARBLED: &str = "锟斤拷";
/// So many places are listed.
const LISTED: usize = 20;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    if !context.has_rare(Rare::Lost) {
        return None;
    }
    let text = context.text();
    let mut places: Vec<Span> = Vec::new();
    for (at, c) in text.char_indices() {
        let is_box = matches!(c, '■' | '□');
        if !is_box && !matches!(c, '\u{fffd}' | '\u{e000}'..='\u{f8ff}') {
            continue;
        }
        let end = at + c.len_utf8();
        // ■ and □ are boxes to tick; within a word they stand for a character without a glyph.
        if is_box && !(text[..at].ends_with(is_han) && text[end..].starts_with(is_han)) {
            continue;
        }
        match places.last_mut() {
            Some(last) if last.end as usize == at => last.end = end as u32,
            _ => places.push(Span::new(at, end)),
        }
    }
    places.extend(text.match_indices(GARBLED).map(|(at, word)| Span::new(at, at + word.len())));
    let (first, rest) = places.split_first()?;
    let message = format!("正文有 {} 处乱码，原来的字已经丢失，请对照原稿补上", places.len());
    let related = rest.iter().take(LISTED).map(|at| Place::new(*at, "这里也是")).collect();
    findings.push(Finding::new(Severity::Error, *first, message).with_related(related));
    Some(())
}
