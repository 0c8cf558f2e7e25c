//! What the prose says about cells where the tables say otherwise: one contradiction for each sentence.

use super::finding::{Context, Finding, Place};
use crate::document::{Agreement, Claim, Document, Reading, Subject};
use crate::equations::Verdict;
use crate::form::{Edition, Form, Position};
use crate::report::Severity;
use crate::text::{Figure, Span};

/// Reports each sentence whose gravest contradiction is one of those meant, with the severity given for it.
pub fn report(
    context: &Context<'_>,
    findings: &mut Vec<Finding>,
    severity: &dyn Fn(&Claim) -> Option<Severity>,
) -> Option<()> {
    for together in context.contradictions().chunk_by(|a, b| a.sentence == b.sentence) {
        let gravest = together.iter().copied().min_by_key(|claim| (rank(context, claim), claim.at.start));
        if let Some((claim, severity)) = gravest.and_then(|claim| Some((claim, severity(claim)?))) {
            findings.push(finding(context, claim, together, severity));
        }
    }
    Some(())
}

/// The claims of a document that its tables contradict.
pub fn contradictions(document: &Document) -> Vec<&Claim> {
    document.claims.iter().filter(|claim| claim.agreement(document) == Agreement::Contradicts).collect()
}

/// Whether the prose says that there was none.
pub fn says_none(claim: &Claim) -> bool {
    claim.value == Figure::default()
}

/// Whether the tables have nothing of what the prose gives a figure of.
pub fn is_nowhere(context: &Context<'_>, claim: &Claim) -> bool {
    claim.value > Figure::default()
        && claim.readings.iter().all(|reading| reading.sum(context.document) == Some(Figure::default()))
}

/// That there was none outranks another figure; what may mean something else comes last.
fn rank(context: &Context<'_>, claim: &Claim) -> u8 {
    match claim.subject {
        Subject::Received if says_none(claim) || is_nowhere(context, claim) => 0,
        Subject::Disputes if claim.is_phrase => 1,
        Subject::Cases => 3,
        _ => 2,
    }
}

fn finding(context: &Context<'_>, claim: &Claim, contradictions: &[&Claim], severity: Severity) -> Finding {
    let document = context.document;
    let section = ["", "一", "二", "三", "四", "五", "六"][usize::from(claim.section)];
    let sums = sums(document, &claim.readings).unwrap_or_default();
    let neither = if sums.len() > 1 { "，都对不上" } else { "" };
    let message = format!(
        "第{section}部分写“{}”，但{}{neither}，请核对后改成一致",
        words(document, claim),
        listed(document, &sums)
    );
    let mut finding = Finding::new(severity, claim.at, message);
    if let Some(reading) = claim.readings.first() {
        finding.related = cells(context, reading);
    }
    for other in contradictions.iter().filter(|other| other.at != claim.at) {
        let message = format!("同一句里的“{}”也与表格不一致", words(document, other));
        finding.related.push(Place::new(other.at, message));
    }
    let (mut figures, mut edits) = (Vec::new(), Vec::new());
    for claim in contradictions {
        // The rest of the sentence would still contradict: it is put right with it, or not at all.
        let Some((at, figure)) = due(context, claim) else { return finding };
        figures.push(figure.to_string());
        edits.push((at, figure.to_string()));
    }
    finding.with_fix(format!("正文改为 {}", figures.join("、")), false, edits)
}

/// The words of a claim, without blanks.
pub fn words(document: &Document, claim: &Claim) -> String {
    document.text(claim.words).split_whitespace().collect()
}

/// What the tables give for each reading, each figure once; `None` where one cannot be read, or there is none.
pub fn sums<'a>(document: &Document, readings: &'a [Reading]) -> Option<Vec<(&'a Reading, Figure)>> {
    let mut sums: Vec<(&Reading, Figure)> = Vec::new();
    for reading in readings {
        let sum = reading.sum(document)?;
        if !sums.iter().any(|(_, other)| *other == sum) {
            sums.push((reading, sum));
        }
    }
    (!sums.is_empty()).then_some(sums)
}

/// The same in words.
pub fn listed(document: &Document, sums: &[(&Reading, Figure)]) -> String {
    let mut each: Vec<String> = Vec::new();
    for (reading, sum) in sums {
        each.push(format!("{}为 {sum}", name(document.edition_due(), reading)));
    }
    each.join("，")
}

/// What a statement has to say, and where, if the tables leave one answer: not where its cells are in doubt themselves.
fn due(context: &Context<'_>, claim: &Claim) -> Option<(Span, Figure)> {
    let [(_, only)] = sums(context.document, &claim.readings)?[..] else { return None };
    let is_doubtful = context.equations.iter().filter(|one| one.evaluation.verdict == Verdict::Fails).any(|one| {
        claim.readings.iter().any(|reading| {
            reading.table == one.equation.table && one.equation.cells().any(|at| reading.cells.contains(&at))
        })
    });
    Some((claim.digits.filter(|_| claim.subject != Subject::Fee && !is_doubtful)?, only))
}

/// What messages call a sum: the cell's own name, or the rows and the column that it takes in.
fn name(edition: Edition, reading: &Reading) -> String {
    let form = Form::of(edition).table(reading.table);
    if let ([only], true) = (&reading.cells[..], reading.less.is_empty()) {
        return form.cell_name(*only);
    }
    if !reading.name.is_empty() {
        return format!("{}{}", reading.table.name(), reading.name);
    }
    let rows: Vec<String> = reading.cells.iter().map(|at| format!("“{}”", form.rows[at.row].name())).collect();
    let column = reading.cells.first().map_or("", |at| form.rows[at.row].columns[at.column].label);
    format!("{}{}的{column}之和", reading.table.name(), rows.join("、"))
}

/// The cells of a sum that hold something; of a sum of nothing, the first.
fn cells(context: &Context<'_>, reading: &Reading) -> Vec<Place> {
    let mut places = Vec::new();
    let Some(table) = context.document.table(reading.table) else { return places };
    let figures = reading.cells.iter().filter_map(|at| Some((*at, table.cell(*at).figure()?)));
    let figures: Vec<(Position, Figure)> = figures.collect();
    let nothing = figures.iter().all(|(_, figure)| *figure == Figure::default());
    for (at, figure) in figures {
        if nothing || figure > Figure::default() {
            places.push(Place::cell(table, at, format!("{}为 {figure}", table.form().cell_name(at))));
        }
        if nothing {
            break;
        }
    }
    places
}
