//! Full-width digits and Latin letters.

use super::super::rare::Rare;
use super::super::{Context, Finding, Rule};
use super::Places;
use crate::report::Severity;

/// See `full_width_digit.md`.
pub static RULE: Rule = Rule { code: "punctuation/full-width-digit", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let is_full_width = |c: char| matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    if !context.has_rare(Rare::FullWidth) {
        return None;
    }
    let mut places = Places::default();
    for running in context.running() {
        let text = running.text();
        let mut at = 0;
        while let Some(found) = text[at..].find(|c: char| c.is_ascii_alphanumeric()) {
            let start = at + found;
            let end = text.len() - text[start..].trim_start_matches(|c: char| c.is_ascii_alphanumeric()).len();
            at = end;
            let span = running.span(&(start..end));
            if context.as_written(span).contains(is_full_width) {
                places.add(span, context.document.text(span));
            }
        }
    }
    findings.extend(places.finding(Severity::Info, "改为半角", |count| {
        format!("正文有 {count} 处用了全角的数字或者字母，宜改为半角，例如“１２”改为“12”")
    }));
    Some(())
}
