//! Marks, brackets, characters.

mod comma_in_term;
mod doubled_mark;
mod half_width_brackets;
mod half_width_mark;
mod mark_at_bracket_edge;
mod mark_before_bracket;
mod mismatched_pair;
mod nested_quotation_marks;
mod nested_title_marks;
mod single_title_marks;
mod unpaired_mark;
mod wrong_inner_title_marks;
mod wrong_quotation_mark;

use super::{Finding, Place, Rule};
use crate::report::Severity;
use crate::text::Span;

/// The rules of this group.
pub static RULES: &[&Rule] = &[
    &half_width_mark::RULE,
    &half_width_brackets::RULE,
    &mismatched_pair::RULE,
    &unpaired_mark::RULE,
    &wrong_quotation_mark::RULE,
    &nested_quotation_marks::RULE,
    &nested_title_marks::RULE,
    &wrong_inner_title_marks::RULE,
    &single_title_marks::RULE,
    &doubled_mark::RULE,
    &mark_at_bracket_edge::RULE,
    &mark_before_bracket::RULE,
    &comma_in_term::RULE,
];

/// So many places are listed; a fix changes them all.
const LISTED: usize = 20;

/// A place and the changes that mend it.
type Mended = (Span, Vec<(Span, String)>);

/// One finding for all places of a flaw, with a safe change; `None` where there is none.
fn collected(
    severity: Severity,
    places: Vec<Mended>,
    title: &str,
    message: impl FnOnce(usize) -> String,
) -> Option<Finding> {
    let at = places.first()?.0;
    let message = message(places.len());
    let related = places.iter().skip(1).take(LISTED).map(|(at, _)| Place::new(*at, "这里也是")).collect();
    let edits = places.into_iter().flat_map(|(_, edits)| edits).collect();
    Some(Finding::new(severity, at, message).with_related(related).with_fix(title, true, edits))
}
