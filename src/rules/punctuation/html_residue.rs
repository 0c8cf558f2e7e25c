//! Tags and character references of a web page in a plain text.

use super::super::{Context, Finding, Rule};
use super::in_source;
use crate::report::Severity;
use crate::text::Span;
use crate::text::order::sort_by_key;

/// See `html_residue.md`.
pub static RULE: Rule = Rule { code: "punctuation/html-residue", severity: Severity::Info, check };

/// Tags and references that remain when a page's source is copied in part, and what they stand for.
const RESIDUE: [(&str, &str); 16] = [
    ("&nbsp;", " "),
    ("&ensp;", " "),
    ("&emsp;", " "),
    ("&amp;", "&"),
    ("&ldquo;", "“"),
    ("&rdquo;", "”"),
    ("&mdash;", "—"),
    ("&quot;", "\""),
    ("<br>", ""),
    ("<br/>", ""),
    ("<br />", ""),
    ("<b>", ""),
    ("</b>", ""),
    ("<strong>", ""),
    ("</strong>", ""),
    ("</span>", ""),
];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    if context.document.clean.is_html() {
        return None;
    }
    let source = context.source;
    let mut places = Vec::new();
    for (at, _) in source.match_indices('&').chain(source.match_indices('<')) {
        if let Some((residue, right)) = RESIDUE.into_iter().find(|(residue, _)| source[at..].starts_with(residue)) {
            let span = Span::new(at, at + residue.len());
            places.push((span, vec![(span, right.to_owned())]));
        }
    }
    sort_by_key(&mut places, |(span, _)| span.order());
    findings.push(in_source(places, "清除", |count| {
        format!("全文有 {count} 处网页代码（例如“&nbsp;”“<br>”），不是正文，可以清除")
    })?);
    Some(())
}
