//! The sections stand in another order than the form's.

use super::super::{Context, Finding, Place, Rule};
use super::{full_heading, places_of_headings, section_name};
use crate::report::Severity;

/// See `section_out_of_order.md`.
pub static RULE: Rule = Rule { code: "structure/section-out-of-order", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let found = places_of_headings(context);
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
        let mut finding = Finding::new(Severity::Error, at, message);
        for (other, at) in &found {
            if *other == neighbour {
                finding.related.push(Place::new(*at, format!("{}在这里", section_name(neighbour))));
            }
        }
        findings.push(finding);
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
