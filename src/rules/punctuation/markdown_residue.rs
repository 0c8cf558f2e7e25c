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
    let source = context.source;
    let mut places = Places::default();
    // What marks a heading or bold words, the clean text leaves out.
    if context.has_rare(Rare::Markdown) {
        for part in context.altered() {
            residue_in(source, *part, &mut places);
        }
    }
    for at in context.markup().filter(|at| source[at + 1..].starts_with("http")) {
        let is_of_address = |byte: &u8| byte.is_ascii_graphic() && !b"<>".contains(byte);
        let end = at + 1 + source.bytes().skip(at + 1).take_while(is_of_address).count();
        if source[at..].starts_with('<') && source[end..].starts_with('>') {
            places.add(Span::new(at, at + 1), "");
            places.add(Span::new(end, end + 1), "");
        }
    }
    places.sort();
    let finding = places.finding(Severity::Info, "清除", |count| {
        format!("全文有 {count} 处标记符号（#、**、< >），是从别的软件带来的，不是正文，可以清除")
    });
    findings.extend(finding.map(Finding::in_source));
    Some(())
}

/// The marks of headings and bold words in a part of the source.
fn residue_in(source: &str, part: Span, places: &mut Places) {
    let mut at = part.start as usize;
    while at < part.end as usize {
        at = match source.as_bytes()[at] {
            b'*' => {
                let run = stars(source, at);
                if run.is_markdown {
                    places.add(Span::new(at, run.end), "");
                }
                run.end
            }
            b'#' => {
                let behind = source.len() - source[at..].trim_start_matches('#').len();
                let end = source.len() - source[behind..].trim_start_matches([' ', '\t']).len();
                if behind - at <= 6 && behind < end && begins_line(&source[..at]) {
                    places.add(Span::new(at, end), "");
                }
                behind
            }
            _ => at + 1,
        };
    }
}

/// Whether what follows is the first of its line but for blanks.
fn begins_line(before: &str) -> bool {
    // From behind, so that a line of many marks is not read anew for each.
    let before = before.trim_end_matches(|c: char| c.is_whitespace() && !matches!(c, '\n' | '\r'));
    before.is_empty() || before.ends_with(['\n', '\r'])
}
