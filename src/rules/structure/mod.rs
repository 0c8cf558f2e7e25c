//! Sections, title, numbering.

mod addressee;
mod blank_after_number;
mod empty_section;
mod mark_after_heading;
mod mark_after_number;
mod missing_section;
mod missing_section_number;
mod misspelt_section_heading;
mod mixed_number_brackets;
mod not_a_report;
mod placeholder;
mod repeated_number;
mod repeated_section;
mod restarted_numbering;
mod section_out_of_order;
mod several_reports;
mod skipped_level;
mod skipped_number;
mod superseded_form;
mod title_residue;
mod title_without_element;
mod wrong_section_number;

use super::finding::{Context, Finding, Place};
use super::{Rule, series};
use crate::document::SectionHeading;
use crate::form::{HEADINGS, Heading};
use crate::report::Severity;
use crate::text::Span;

/// The rules of this group.
pub static RULES: &[&Rule] = &[
    &not_a_report::RULE,
    &several_reports::RULE,
    &missing_section::RULE,
    &repeated_section::RULE,
    &missing_section_number::RULE,
    &wrong_section_number::RULE,
    &section_out_of_order::RULE,
    &misspelt_section_heading::RULE,
    &mark_after_heading::RULE,
    &empty_section::RULE,
    &restarted_numbering::RULE,
    &repeated_number::RULE,
    &skipped_number::RULE,
    &mixed_number_brackets::RULE,
    &mark_after_number::RULE,
    &blank_after_number::RULE,
    &skipped_level::RULE,
    &title_without_element::RULE,
    &title_residue::RULE,
    &superseded_form::RULE,
    &addressee::RULE,
    &placeholder::RULE,
];

/// The form's heading of a section.
fn form_heading(number: u8) -> &'static Heading {
    &HEADINGS[usize::from(number) - 1]
}

/// What messages call a section.
fn section_name(number: u8) -> String {
    match number {
        0 => "第一部分之前".to_owned(),
        _ => format!("第{}部分", form_heading(number).ordinal),
    }
}

/// A section's heading in full: “四、政府信息公开行政复议、行政诉讼情况”.
fn full_heading(number: u8) -> String {
    let heading = form_heading(number);
    format!("“{}、{}”", heading.ordinal, heading.title)
}

/// The sections found, with their numbers, in the order of the text.
fn headings<'a>(context: &Context<'a>) -> impl Iterator<Item = (u8, &'a SectionHeading)> {
    context.document.sections.iter().filter_map(|section| Some((section.number, section.heading.as_ref()?)))
}

/// The same, each with its place.
fn places_of_headings(context: &Context<'_>) -> Vec<(u8, Span)> {
    let mut places = Vec::new();
    for (number, heading) in headings(context) {
        places.push((number, heading.span));
    }
    places
}

/// One finding for a slip that stands in several places: at the first of them, the others related under the words `also`.
fn all_at_once(message: String, also: &str, fix: &str, places: Vec<(Span, (Span, String))>) -> Option<Finding> {
    let first = places.first()?.0;
    let (mut related, mut edits) = (Vec::new(), Vec::new());
    for (at, edit) in places {
        if at != first {
            related.push(Place::new(at, also));
        }
        edits.push(edit);
    }
    Some(Finding::new(Severity::Info, first, message).with_related(related).with_fix(fix, true, edits))
}

/// A span without the blanks around it.
fn trimmed(context: &Context<'_>, span: Span) -> Span {
    let words = context.document.text(span);
    let start = span.start as usize + words.len() - words.trim_start().len();
    Span::new(start, start + words.trim().len())
}
