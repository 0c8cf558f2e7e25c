//! Marks, brackets, characters.

mod broken_decimal;
mod broken_paragraph;
mod comma_at_paragraph_end;
mod comma_in_term;
mod document_number_brackets;
mod doubled_mark;
mod half_width_brackets;
mod half_width_mark;
mod impossible_date;
mod leading_zero_in_date;
mod malformed_document_number;
mod mark_at_bracket_edge;
mod mark_before_bracket;
mod mismatched_pair;
mod missing_full_stop;
mod mixed_numeral;
mod nested_quotation_marks;
mod nested_title_marks;
mod single_title_marks;
mod stacked_approximation;
mod unpaired_mark;
mod wrong_inner_title_marks;
mod wrong_quotation_mark;
mod wrong_thousands_separator;
mod zero_in_year;

use super::running::Running;
use super::{Context, Finding, Place, Rule};
use crate::document::Zone;
use crate::parse::paragraphs::starts_series;
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
    &missing_full_stop::RULE,
    &comma_at_paragraph_end::RULE,
    &broken_paragraph::RULE,
    &document_number_brackets::RULE,
    &malformed_document_number::RULE,
    &leading_zero_in_date::RULE,
    &impossible_date::RULE,
    &zero_in_year::RULE,
    &mixed_numeral::RULE,
    &stacked_approximation::RULE,
    &wrong_thousands_separator::RULE,
    &broken_decimal::RULE,
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

/// Whether what follows a paragraph is a heading, a new item or nothing, so that it must have ended.
fn followed_by_new_part(context: &Context<'_>, running: &Running<'_>) -> bool {
    let document = context.document;
    let Some(last) = running.paragraph.lines.last() else { return false };
    let mut following = document.lines[last + 1..].iter();
    match following.find(|line| !matches!(line.zone, Zone::Blank | Zone::Furniture)) {
        None => true,
        Some(line) => match line.zone {
            Zone::Heading | Zone::Title | Zone::Beyond => true,
            Zone::Prose => starts_series(document.text(line.span)),
            _ => false,
        },
    }
}
