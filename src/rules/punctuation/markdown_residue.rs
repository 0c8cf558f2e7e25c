//! Marks of Markdown.

use super::super::rare::Rare;
use super::super::{Context, Finding, Rule};
use super::Places;
use crate::report::Severity;
use crate::text::Span;
use crate::text::clean::stars;

/// See `markdown_residue.md`.
pub static RULE: Rule = Rule { code: "punctuation/markdown-residue", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    if context.document.clean.is_html() {
        return None;
    }
    let mut places = Places::default();
    // What marks a heading or bold words, the clean text leaves out.
    if context.has_rare(Rare::Markdown) {
        heading_marks(context.source, &mut places);
        bold_marks(context.source, &mut places);
    }
    if context.has_rare(Rare::Markup) {
        address_marks(context.source, &mut places);
    }
    places.sort();
    let finding = places.finding(Severity::Info, "清除", |count| {
        format!("全文有 {count} 处标记符号（#、**、< >），是从别的软件带来的，不是正文，可以清除")
    });
    findings.extend(finding.map(Finding::in_source));
    Some(())
}

/// The `#` before a heading, with the blanks behind them.
fn heading_marks(source: &str, places: &mut Places) {
    let mut behind = 0;
    for (at, _) in source.match_indices('#') {
        if at < behind {
            continue;
        }
        behind = source.len() - source[at..].trim_start_matches('#').len();
        let end = source.len() - source[behind..].trim_start_matches([' ', '\t']).len();
        let line_start = source[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
        if behind - at <= 6 && behind < end && source[line_start..at].trim_start().is_empty() {
            places.add(Span::new(at, end), "");
        }
    }
}

/// The stars around bold words.
fn bold_marks(source: &str, places: &mut Places) {
    let mut behind = 0;
    for (at, _) in source.match_indices('*') {
        if at >= behind {
            let run = stars(source, at);
            behind = run.end;
            if run.is_markdown {
                places.add(Span::new(at, run.end), "");
            }
        }
    }
}

/// `<` and `>` around an address.
fn address_marks(source: &str, places: &mut Places) {
    for (at, _) in source.match_indices('<').filter(|(at, _)| source[at + 1..].starts_with("http")) {
        let is_address = |byte: &u8| byte.is_ascii_graphic() && !b"<>".contains(byte);
        let end = at + 1 + source.bytes().skip(at + 1).take_while(is_address).count();
        if source[end..].starts_with('>') {
            places.add(Span::new(at, at + 1), "");
            places.add(Span::new(end, end + 1), "");
        }
    }
}
