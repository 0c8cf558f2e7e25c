//! From text to [`Document`]. Parsing cannot fail and judges nothing.

mod claims;
pub(crate) mod furniture;
mod headings;
pub(crate) mod paragraphs;
mod skim;
pub(crate) mod table;
pub(crate) mod title;

use crate::document::{Document, LastYear, Line, Section, Zone};
use crate::form::{Edition, HEADINGS, TableKind};
use crate::text::blank::trim_end;
use crate::text::{Clean, Span, count};
use skim::Skimmed;

/// Reads a text.
pub fn parse(clean: Clean) -> Document {
    let text = clean.text();
    let skimmed = Skimmed::of(text);
    let edition = skimmed.edition();
    let Skimmed { mut lines, may_be_headings, may_have_cells, .. } = skimmed;

    let headings = headings::find(text, &lines, &may_be_headings);
    let last_heading = headings.chosen.last().map_or(0, |heading| heading.line);
    let second_report = headings.second_report.map(|line| start_of_second(text, &lines, last_heading, line));
    if let Some(line) = second_report {
        for line in &mut lines[line..] {
            line.zone = Zone::Beyond;
        }
    }
    headings::mark(&headings, &mut lines);

    let end_of_lead =
        headings.chosen.first().map_or_else(|| second_report.unwrap_or(lines.len()), |heading| heading.line);
    let title = title::find(text, &lines, end_of_lead);
    let title_line = title.as_ref().map_or(0, |(_, used)| used[0]);
    for line in title.iter().flat_map(|(_, used)| used) {
        lines[*line].zone = Zone::Title;
    }
    let title = title.map(|(title, _)| title);
    mark_zones(text, &mut lines, end_of_lead);

    let title_year = title.as_ref().and_then(|title| title.year);
    let sections = sections(text, &lines, &headings, title_line, second_report);
    let section_of = |line: usize| section_at(&sections, lines[line].span.start);
    let year = title_year.or_else(|| year_of_period(text, &sections));
    let due = edition.unwrap_or_else(|| year.map_or(Edition::Y2021, Edition::for_year));
    let (found, pieces) = table::regions::find(text, &lines, due, &section_of);
    let mut tables = Vec::new();
    for (kind, indices) in TableKind::ALL.into_iter().zip(found) {
        let table = table::read(text, &lines, &indices, &pieces, due, kind).filter(|table| {
            let counted = table.rows.iter().any(|row| row.wrong_count.is_some());
            counted || table.cells().any(|(_, cell)| cell.span.is_some())
        });
        if let Some(table) = table {
            let span = table.span;
            for index in indices {
                lines[index].zone = Zone::Table(kind);
            }
            debug_assert!(span.start <= span.end);
            tables.push(table);
        }
    }
    mark_other_tables(text, &mut lines, &may_have_cells);

    let paragraphs = paragraphs::find(text, &lines, |span| section_at(&sections, span.start));
    let known = sections.iter().filter(|section| section.number > 0).count();
    let is_report = !tables.is_empty() || known + 2 * usize::from(title.is_some()) >= 4;
    let second_report = second_report.map(|line| lines[line].span.trimmed(text));
    let repeated_headings = headings.repeated.into_iter().map(|repeated| (repeated.number, repeated.heading)).collect();
    let mut document = Document {
        lines,
        paragraphs,
        title,
        sections,
        repeated_headings,
        edition: edition.filter(|_| !tables.is_empty()),
        tables,
        year,
        is_report,
        second_report,
        claims: Vec::new(),
        clean,
    };
    if document.is_report {
        document.claims = claims::find(&document);
    }
    document
}

/// Reads what was given as last year's report, and what this year's says about it.
pub fn last_year(document: &Document, clean: Clean) -> LastYear {
    let previous = parse(clean);
    let is_told = document.is_report && previous.is_report;
    let quoted = if is_told { claims::find_of_last_year(document, previous.edition_due()) } else { Vec::new() };
    LastYear { document: previous, quoted }
}

/// A second report begins with its title, which stands a little before its first heading.
fn start_of_second(text: &str, lines: &[Line], last_heading: usize, heading: usize) -> usize {
    const LEAD: usize = 60;
    let from = heading.saturating_sub(LEAD).max(last_heading + 1);
    let title = title::find(text, &lines[from..heading], heading - from);
    title.map_or(heading, |(_, used)| from + used[0])
}

#[inline(never)]
fn mark_zones(text: &str, lines: &mut [Line], end_of_lead: usize) {
    let last = lines.len();
    for (index, line) in lines.iter_mut().enumerate() {
        if line.zone != Zone::Prose {
            continue;
        }
        let content = line.span.of(text);
        let at_the_edge = index < end_of_lead || index + 12 > last;
        line.zone = if furniture::is_page_number(content) || at_the_edge && furniture::is_web_page(content) {
            Zone::Furniture
        } else if index < end_of_lead {
            Zone::Lead
        } else {
            Zone::Prose
        };
    }
}

/// Lines with cells that belong to none of the three tables.
#[inline(never)]
fn mark_other_tables(text: &str, lines: &mut [Line], may_have_cells: &[usize]) {
    for index in may_have_cells {
        let line = &mut lines[*index];
        let content = line.span.trimmed(text).of(text);
        if matches!(line.zone, Zone::Prose | Zone::Lead) && count(content, b'\t') + count(content, b'|') >= 2 {
            line.zone = Zone::OtherTable;
        }
    }
}

#[inline(never)]
fn sections(
    text: &str,
    lines: &[Line],
    headings: &headings::Headings,
    title_line: usize,
    second_report: Option<usize>,
) -> Vec<Section> {
    let end = second_report.map_or(text.len(), |line| lines[line].span.start as usize);
    let mut sections = Vec::new();
    if let Some(first) = headings.chosen.first() {
        let in_lead = |line: &&Line| line.zone == Zone::Lead;
        let lead = &lines[title_line..first.line];
        if let (Some(from), Some(to)) = (lead.iter().find(in_lead), lead.iter().rfind(in_lead)) {
            let span = from.span.trimmed(text).to(to.span.trimmed(text));
            sections.push(Section { number: 0, heading: None, span });
        }
    }
    let starts: Vec<usize> = headings.chosen.iter().map(|heading| heading.heading.span.start as usize).collect();
    for (index, candidate) in headings.chosen.iter().enumerate() {
        let to = starts.get(index + 1).copied().unwrap_or(end);
        let body = trim_end(&text[starts[index]..to]);
        let span = Span::new(starts[index], starts[index] + body.len());
        debug_assert!(HEADINGS.iter().any(|heading| heading.number == candidate.number));
        sections.push(Section { number: candidate.number, heading: Some(candidate.heading.clone()), span });
    }
    sections
}

fn section_at(sections: &[Section], offset: u32) -> Option<u8> {
    let after = sections.partition_point(|section| section.span.start <= offset);
    sections[..after].last().map(|section| section.number)
}

/// The year of "自2023年1月1日起至…" in the lead or in section one.
#[inline(never)]
fn year_of_period(text: &str, sections: &[Section]) -> Option<i32> {
    sections.iter().filter(|section| section.number < 2).find_map(|section| {
        let content = section.span.of(text);
        content.match_indices(['自', '从']).find_map(|(at, word)| {
            let behind = &content[at + word.len()..];
            let start: String = behind.chars().filter(|c| *c != ' ').take(9).collect();
            let (from, _, year) = title::year_in(&start)?;
            (from == 0 && start.contains("1月1")).then_some(year)
        })
    })
}
