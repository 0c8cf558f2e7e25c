//! Straight quotation marks around Chinese words.

use super::super::marks::Mark;
use super::super::{Context, Finding, Rule};
use super::collected;
use crate::report::Severity;
use crate::text::is_han;

/// See `straight_quotes.md`.
pub static RULE: Rule = Rule { code: "punctuation/straight-quotes", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let mut places = Vec::new();
    for running in context.running() {
        for (quote, left, right) in [('"', "“", "”"), ('\'', "‘", "’")] {
            let quotes = running.marks(|c| matches!(c, '"' | '\'')).filter(|mark| mark.c == quote);
            let marks: Vec<_> = quotes.map(Mark::range).collect();
            for pair in marks.chunks(2) {
                let [open, close] = pair else { continue };
                let is_chinese =
                    running.after(open.end).is_some_and(is_han) && running.before(close.start).is_some_and(is_han);
                if is_chinese && marks.len().is_multiple_of(2) {
                    let edits = vec![running.edit(open, left), running.edit(close, right)];
                    places.push((running.span(&(open.start..close.end)), edits));
                }
            }
        }
    }
    findings.push(collected(Severity::Info, places, "改为中文引号", |count| {
        format!("正文有 {count} 处用了直引号，中文里应用弯引号“ ”")
    })?);
    Some(())
}
