//! Straight quotation marks around Chinese words.

use std::ops::Range;

use super::super::marks::{Mark, MarkSet};
use super::super::{Context, Finding, Rule};
use super::Places;
use crate::report::Severity;
use crate::text::is_han;

/// See `straight_quotes.md`.
pub static RULE: Rule = Rule { code: "punctuation/straight-quotes", severity: Severity::Info, check };

const DOUBLE: MarkSet = MarkSet::of(&['"']);
const SINGLE: MarkSet = MarkSet::of(&['\'']);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let mut places = Places::default();
    for running in context.running() {
        for (quote, right) in [(DOUBLE, ["“", "”"]), (SINGLE, ["‘", "’"])] {
            let marks: Vec<Range<usize>> = running.marks(quote).map(Mark::range).collect();
            for pair in marks.chunks(2) {
                let [open, close] = pair else { continue };
                let is_chinese =
                    running.after(open.end).is_some_and(is_han) && running.before(close.start).is_some_and(is_han);
                if is_chinese && marks.len().is_multiple_of(2) {
                    places.add_pair(running, open, close, right);
                }
            }
        }
    }
    findings.extend(places.finding(Severity::Info, "改为中文引号", |count| {
        format!("正文有 {count} 处用了直引号，中文里应用弯引号“ ”")
    }));
    Some(())
}
