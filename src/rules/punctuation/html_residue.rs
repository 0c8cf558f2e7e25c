//! Tags and character references of a web page in a plain text.

use super::super::{Context, Finding, Rule};
use super::Places;
use crate::report::Severity;
use crate::text::Span;

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
    let mut places = Places::default();
    for at in context.markup() {
        if let Some((residue, right)) = RESIDUE.into_iter().find(|(residue, _)| source[at..].starts_with(residue)) {
            places.add(Span::new(at, at + residue.len()), right);
        }
    }
    let finding = places.finding(Severity::Info, "清除", |count| {
        format!("全文有 {count} 处网页代码（例如“&nbsp;”“<br>”），不是正文，可以清除")
    });
    findings.extend(finding.map(Finding::in_source));
    Some(())
}
