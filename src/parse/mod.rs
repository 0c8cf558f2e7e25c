//! From text to [`Document`]. Parsing cannot fail and judges nothing.

mod claims;
pub(crate) mod furniture;
mod headings;
pub(crate) mod paragraphs;
pub(crate) mod table;
pub(crate) mod title;

use crate::document::{Document, LastYear, Line, Section, Zone};
use crate::form::{Edition, HEADINGS, TableKind};
use crate::text::blank::{is_blank, trim, trim_end};
use crate::text::index::line_ends;
use crate::text::{Clean, Firsts, Span, count, width};

/// Words that only one edition's tables have.
const WORDS_OF_EDITIONS: [(&str, Edition); 11] = [
    ("对外公开总数量", Edition::Y2019),
    ("本年新制作数量", Edition::Y2019),
    ("本年新公开数量", Edition::Y2019),
    ("上一年项目数量", Edition::Y2019),
    ("采购项目数量", Edition::Y2019),
    ("第二十条第（九）项", Edition::Y2019),
    ("现行有效件", Edition::Y2021),
    ("本年制发件数", Edition::Y2021),
    ("本年废止件数", Edition::Y2021),
    ("逾期不补正", Edition::Y2021),
    ("本年收费金额", Edition::Y2021),
];

/// What these words begin with.
const FIRST_OF_WORDS: Firsts = Firsts::of(&WORDS_OF_EDITIONS);

/// Reads a text.
pub fn parse(clean: Clean) -> Document {
    let text = clean.text();
    let mut lines = lines(text);

    let headings = headings::find(text, &lines);
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
    let edition = edition(text);
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
    mark_other_tables(text, &mut lines);

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

fn lines(text: &str) -> Vec<Line> {
    let mut start = 0;
    let ends = line_ends(text).into_iter().chain([text.len() as u32]);
    ends.map(|end| {
        let span = Span { start, end };
        start = end + 1;
        let zone = if span.trimmed(text).is_empty() { Zone::Blank } else { Zone::Prose };
        Line { span, zone }
    })
    .collect()
}

/// A second report begins with its title, which stands a little before its first heading.
fn start_of_second(text: &str, lines: &[Line], last_heading: usize, heading: usize) -> usize {
    const LEAD: usize = 60;
    let from = heading.saturating_sub(LEAD).max(last_heading + 1);
    let title = title::find(text, &lines[from..heading], heading - from);
    title.map_or(heading, |(_, used)| from + used[0])
}

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
fn mark_other_tables(text: &str, lines: &mut [Line]) {
    for line in lines.iter_mut().filter(|line| matches!(line.zone, Zone::Prose | Zone::Lead)) {
        let content = trim(line.span.of(text));
        if count(content, b'\t') + count(content, b'|') >= 2 {
            line.zone = Zone::OtherTable;
        }
    }
}

/// The edition that the tables' heads name; `None` where nothing tells.
fn edition(text: &str) -> Option<Edition> {
    let mut found = [false; WORDS_OF_EDITIONS.len()];
    let bytes = text.as_bytes();
    let mut next = 0;
    while next < bytes.len() {
        let rest = &bytes[next..];
        next += width(rest[0]);
        if !FIRST_OF_WORDS.may_begin(rest) {
            continue;
        }
        for (found, (word, _)) in found.iter_mut().zip(&WORDS_OF_EDITIONS) {
            *found = *found || stands_at(word.as_bytes(), rest);
        }
    }
    let count = |edition: Edition| {
        found.iter().zip(&WORDS_OF_EDITIONS).filter(|(found, (_, of))| **found && *of == edition).count()
    };
    let (old, new) = (count(Edition::Y2019), count(Edition::Y2021));
    match old.cmp(&new) {
        std::cmp::Ordering::Greater => Some(Edition::Y2019),
        std::cmp::Ordering::Less => Some(Edition::Y2021),
        std::cmp::Ordering::Equal => None,
    }
}

/// Whether a text begins with a word, which blanks and bars may break.
fn stands_at(word: &[u8], text: &[u8]) -> bool {
    let mut rest = word;
    for byte in text {
        match rest {
            [next, behind @ ..] if next == byte => rest = behind,
            _ if is_blank(*byte) || *byte == b'|' => {}
            _ => break,
        }
    }
    rest.is_empty()
}

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
