//! What holds of every answer, whatever the text.

use nianbao::Report;
use nianbao::form::{CellRef, Edition, Form};
use nianbao::report::{CellState, Diagnostic, Excerpt, RelationVerdict, Severity, Verdict};

/// The places of a text: where characters begin, which line and column a place has.
struct Places {
    /// For every UTF-16 offset, whether a character begins there (or the text ends); CR LF is one.
    boundary: Vec<bool>,
    line_starts: Vec<u32>,
    /// Editors disagree whether a lone carriage return ends a line.
    lines_are_certain: bool,
}

impl Places {
    fn new(text: &str) -> Self {
        let mut boundary = Vec::with_capacity(text.len() + 1);
        let mut line_starts = vec![0];
        let mut previous = None;
        for character in text.chars() {
            // An edit between the two would leave half a line break.
            boundary.push(!(character == '\n' && previous == Some('\r')));
            previous = Some(character);
            boundary.extend((1..character.len_utf16()).map(|_| false));
            if character == '\n' {
                line_starts.push(boundary.len() as u32);
            }
        }
        boundary.push(true);
        let lines_are_certain = !text.replace("\r\n", "").contains('\r');
        Self { boundary, line_starts, lines_are_certain }
    }

    fn hold(&self, from: u32, to: u32) -> bool {
        let begins = |at: u32| self.boundary.get(at as usize).is_some_and(|&begins| begins);
        from <= to && begins(from) && begins(to)
    }

    fn line_and_column(&self, at: u32) -> (u32, u32) {
        let line = self.line_starts.partition_point(|&start| start <= at);
        (line as u32, at - self.line_starts[line - 1] + 1)
    }
}

/// Which of the promises an answer breaks, in words.
pub fn broken(text: &str, report: &Report) -> Vec<String> {
    let places = Places::new(text);
    let mut broken = Vec::new();
    check_places(&places, report, &mut broken);
    check_tables(report, &mut broken);
    for finding in &report.diagnostics {
        check_finding(&places, report, finding, text.is_empty(), &mut broken);
    }
    if !report.diagnostics.is_sorted_by_key(|finding| finding.from) {
        broken.push("the findings are not in the order of the text".to_owned());
    }
    check_verdict(report, &mut broken);
    broken
}

fn check_places(places: &Places, report: &Report, broken: &mut Vec<String>) {
    let mut spans: Vec<(String, u32, u32)> = Vec::new();
    let excerpts = |what: String, excerpt: &Excerpt| (what, excerpt.from, excerpt.to);
    spans.extend(report.title.iter().map(|title| excerpts("title".to_owned(), title)));
    for section in &report.sections {
        spans.push((format!("section {}", section.number), section.from, section.to));
        spans.extend(section.heading.iter().map(|text| excerpts(format!("heading {}", section.number), text)));
    }
    for table in &report.tables {
        spans.push((format!("table {:?}", table.kind), table.from, table.to));
        let cells = table.cells.iter();
        spans.extend(cells.filter_map(|cell| Some(excerpts(format!("{:?}", cell.cell), cell.at.as_ref()?))));
    }
    spans.extend(report.claims.iter().map(|claim| excerpts("claim".to_owned(), &claim.at)));
    for (what, from, to) in spans {
        if !places.hold(from, to) {
            broken.push(format!("{what} is at {from}..{to}, which is no place in the text"));
        }
    }
}

fn check_tables(report: &Report, broken: &mut Vec<String>) {
    for table in &report.tables {
        let sizes = [Edition::Y2019, Edition::Y2021].map(|edition| Form::of(edition).table(table.kind).cell_count());
        let right = match report.edition {
            Some(edition) => table.cells.len() == Form::of(edition).table(table.kind).cell_count(),
            None => sizes.contains(&table.cells.len()),
        };
        if !right {
            broken.push(format!("{:?} lists {} cells, the forms have {sizes:?}", table.kind, table.cells.len()));
        }
        for cell in &table.cells {
            let empty = cell.at.as_ref().map(|at| at.from == at.to);
            let right = match cell.state {
                CellState::Number => cell.value.is_some_and(f64::is_finite) && empty == Some(false),
                CellState::Text => cell.value.is_none() && empty == Some(false),
                CellState::Blank => cell.value.is_none() && empty == Some(true),
                CellState::Missing => cell.value.is_none() && empty.is_none(),
            };
            if !right {
                broken.push(format!("a cell contradicts itself: {cell:?}"));
            }
        }
    }
}

fn check_finding(places: &Places, report: &Report, finding: &Diagnostic, no_text: bool, broken: &mut Vec<String>) {
    let mut wrong = |what: &str| broken.push(format!("{what}: {finding:?}"));
    let is_blank = |address: Option<CellRef>| {
        let cells = report.tables.iter().flat_map(|table| &table.cells);
        cells.into_iter().any(|cell| Some(cell.cell) == address && cell.state == CellState::Blank)
    };
    if !places.hold(finding.from, finding.to) {
        wrong("a finding is outside the text");
        return;
    }
    if finding.from == finding.to && !no_text && !is_blank(finding.cell) {
        wrong("a finding shows nothing");
    }
    if places.lines_are_certain && (finding.line, finding.column) != places.line_and_column(finding.from) {
        wrong(&format!("line and column are not {:?}", places.line_and_column(finding.from)));
    }
    if finding.code.split('/').count() != 2 || !finding.message.chars().any(|c| ('一'..='龥').contains(&c)) {
        wrong("a finding without a code of two parts or without a Chinese sentence");
    }
    for place in &finding.related {
        if !places.hold(place.from, place.to) || (place.from == place.to && !is_blank(place.cell)) {
            wrong("a related place is outside the text or shows nothing");
        }
    }
    for fix in &finding.fixes {
        let inside = fix.edits.iter().all(|edit| places.hold(edit.from, edit.to));
        let apart = fix.edits.windows(2).all(|pair| pair[0].to <= pair[1].from);
        if !inside || !apart || fix.edits.is_empty() || fix.title.is_empty() {
            wrong("a fix whose edits are outside the text, overlap or are none");
        }
    }
}

fn check_verdict(report: &Report, broken: &mut Vec<String>) {
    let stands = report.diagnostics.iter().any(|finding| finding.severity != Severity::Info);
    let unknown = report.relations.iter().any(|relation| relation.verdict == RelationVerdict::Unknown);
    let unexamined = !report.not_examined.is_empty();
    let is_report = report.diagnostics.iter().all(|finding| finding.code != "structure/not-a-report");
    let wanted = match (stands, unexamined || !is_report) {
        (true, _) => Verdict::Fail,
        (false, true) => Verdict::Incomplete,
        (false, false) => Verdict::Pass,
    };
    if report.verdict != wanted {
        broken.push(format!("the verdict is {:?}, wanted {wanted:?}", report.verdict));
    }
    if unknown && !unexamined {
        broken.push("an equation is unknown and nothing says what was not examined".to_owned());
    }
    let fails = report.relations.iter().any(|relation| relation.verdict == RelationVerdict::Fails);
    if fails && !stands {
        broken.push("an equation fails and no error or warning stands".to_owned());
    }
    if report.diagnostics.iter().any(|finding| finding.code.starts_with("arithmetic/")) && !fails {
        broken.push("a finding about an equation, but none fails".to_owned());
    }
}
