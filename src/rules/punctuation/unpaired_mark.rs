//! A bracket, a title mark or a quotation mark without its other half.

use std::ops::Range;

use super::super::marks::QUOTATION;
use super::super::pairs::{DEEPEST, closing_of};
use super::super::running::Running;
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `unpaired_mark.md`.
pub static RULE: Rule = Rule { code: "punctuation/unpaired-mark", severity: Severity::Error, check };

/// A quotation may go on over so many paragraphs.
const PARAGRAPHS: usize = 8;

/// A mark without its other half: in which paragraph, where, which.
struct Single<'a> {
    running: &'a Running<'a>,
    range: Range<usize>,
    mark: char,
    opens: bool,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    // The opening marks that nothing has closed yet, and the closing ones that nothing opens.
    let mut waiting: Vec<Single<'_>> = Vec::new();
    let mut singles: Vec<Single<'_>> = Vec::new();
    for running in context.running() {
        let pairs = running.pairs();
        let (opening, closing) = match single_quote(running) {
            Some((quote, true)) => (Some(quote), None),
            Some((quote, false)) => (None, Some(quote)),
            None => (None, None),
        };
        // They stand in the order of the paragraphs; a mark far behind is nobody's partner any more.
        let near = waiting.partition_point(|single| single.running.index + PARAGRAPHS <= running.index);
        if running.text().starts_with('“') {
            // Each paragraph of a quotation begins with a mark; only the last ends with one.
            let recent = waiting.split_off(near);
            waiting.extend(recent.into_iter().filter(|single| single.mark != '“'));
        }
        for range in pairs.unopened.iter().cloned().chain(closing) {
            let mark = running.after(range.start)?;
            let near = near.max(waiting.len().saturating_sub(DEEPEST));
            match waiting[near..].iter().rposition(|single| closing_half(single.mark) == mark) {
                Some(partner) => {
                    waiting.remove(near + partner);
                }
                None => singles.push(Single { running, range, mark, opens: false }),
            }
        }
        for range in pairs.unclosed.iter().cloned().chain(opening) {
            let mark = running.after(range.start)?;
            waiting.push(Single { running, range, mark, opens: true });
        }
    }
    singles.append(&mut waiting);
    for Single { running, range, mark, opens } in &singles {
        let around = running.around(range);
        findings.push(if *opens {
            let missing = closing_half(*mark);
            let message = format_args!("“{around}”里的“{mark}”后面没有对应的“{missing}”，请补上");
            running.finding(Severity::Error, range, message)
        } else {
            let message = format_args!("“{around}”里的“{mark}”前面没有对应的前一半，请补上或者删去");
            running.finding(Severity::Error, range, message)
        });
    }
    Some(())
}

fn closing_half(open: char) -> char {
    match open {
        '“' => '”',
        '(' => ')',
        '[' => ']',
        _ => closing_of(open),
    }
}

/// The quotation mark that is left over where their number is odd, and whether it opens.
fn single_quote(running: &Running<'_>) -> Option<(Range<usize>, bool)> {
    let mut open: Option<Range<usize>> = None;
    let mut left_over = None;
    let mut count = 0;
    for quote in running.marks(QUOTATION) {
        let range = quote.range();
        count += 1;
        match (quote.c, open.take()) {
            ('“', before) => {
                left_over = left_over.or(before.map(|before| (before, true)));
                open = Some(range);
            }
            (_, None) => left_over = left_over.or(Some((range, false))),
            _ => {}
        }
    }
    if count % 2 == 0 {
        return None;
    }
    left_over.or(open.map(|open| (open, true)))
}
