//! The sections stand in another order than the form's.

use super::super::{Context, Finding, Place, Rule};
use super::{full_heading, headings, section_name};
use crate::report::Severity;
use crate::text::Span;

/// See `section_out_of_order.md`.
pub static RULE: Rule = Rule { code: "structure/section-out-of-order", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let found: Vec<(u8, Span)> = headings(context).map(|(number, heading)| (number, heading.span)).collect();
    if found.is_sorted_by_key(|(number, _)| number) {
        return Some(());
    }
    let in_order = longest_rising(&found.iter().map(|(number, _)| *number).collect::<Vec<_>>());
    for &(number, at) in found.iter().filter(|(number, _)| !in_order.contains(number)) {
        let before = in_order.iter().rfind(|other| **other < number);
        let behind = in_order.iter().find(|other| **other > number);
        let (neighbour, side) = before.map(|other| (*other, "之后")).or_else(|| Some((*behind?, "之前")))?;
        let message = format!(
            "{}{}的位置不对，应排在{}{side}",
            section_name(number),
            full_heading(number),
            section_name(neighbour)
        );
        let related = found
            .iter()
            .filter(|(other, _)| *other == neighbour)
            .map(|(other, at)| Place::new(*at, format!("{}在这里", section_name(*other))))
            .collect();
        findings.push(Finding::new(Severity::Error, at, message).with_related(related));
    }
    Some(())
}

/// The most numbers that stand in rising order.
fn longest_rising(numbers: &[u8]) -> Vec<u8> {
    let mut best: Vec<Vec<u8>> = Vec::new();
    for number in numbers {
        let before = best.iter().filter(|run| run.last() < Some(number)).max_by_key(|run| run.len());
        let mut run = before.cloned().unwrap_or_default();
        run.push(*number);
        best.push(run);
    }
    best.into_iter().max_by_key(Vec::len).unwrap_or_default()
}
