//! Marks of Markdown.

use super::super::{Context, Finding, Rule};
use super::{Mended, in_source};
use crate::report::Severity;
use crate::text::Span;
use crate::text::clean::stars;
use crate::text::order::sort_by_key;

/// See `markdown_residue.md`.
pub static RULE: Rule = Rule { code: "punctuation/markdown-residue", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    if context.document.clean.is_html() {
        return None;
    }
    let source = context.source;
    let mut places = if source.contains('#') { heading_marks(source) } else { Vec::new() };
    let mut behind = 0;
    for (at, _) in source.match_indices('*') {
        if at < behind {
            continue;
        }
        let run = stars(source, at);
        behind = run.end;
        if run.is_markdown {
            places.push(removed(at, run.end));
        }
    }
    for (at, _) in source.match_indices('<').filter(|(at, _)| source[at + 1..].starts_with("http")) {
        let address =
            source[at + 1..].bytes().take_while(|byte| byte.is_ascii_graphic() && !b"<>".contains(byte)).count();
        let end = at + 1 + address;
        if source[end..].starts_with('>') {
            places.push(removed(at, at + 1));
            places.push(removed(end, end + 1));
        }
    }
    sort_by_key(&mut places, |(span, _)| span.order());
    findings.push(in_source(places, "清除", |count| {
        format!("全文有 {count} 处标记符号（#、**、< >），是从别的软件带来的，不是正文，可以清除")
    })?);
    Some(())
}

/// The `#` before a heading, with the blanks behind them.
fn heading_marks(source: &str) -> Vec<Mended> {
    let mut places = Vec::new();
    let mut offset = 0;
    for line in source.split_inclusive(['\n', '\r']) {
        let words = line.trim_start();
        let marks = words.len() - words.trim_start_matches('#').len();
        let behind = words[marks..].trim_start_matches([' ', '\t']);
        if (1..=6).contains(&marks) && behind.len() + marks < words.len() {
            let start = offset + line.len() - words.len();
            places.push(removed(start, offset + line.len() - behind.len()));
        }
        offset += line.len();
    }
    places
}

fn removed(start: usize, end: usize) -> Mended {
    let span = Span::new(start, end);
    (span, vec![(span, String::new())])
}
