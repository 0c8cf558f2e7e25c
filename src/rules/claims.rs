//! What the prose says about cells where the tables say otherwise: one contradiction for each sentence.

use super::finding::{Context, Finding, Place};
use crate::document::{Agreement, Claim, Content, Reading, Subject};
use crate::equations::Verdict;
use crate::form::{Edition, Form};
use crate::report::Severity;
use crate::text::{Figure, Span};

/// Reports each sentence whose gravest contradiction is one of those meant, with the severity given for it.
pub fn report(
    context: &Context<'_>,
    findings: &mut Vec<Finding>,
    severity: impl Fn(&Claim) -> Option<Severity>,
) -> Option<()> {
    let mut contradictions: Vec<&Claim> = Vec::new();
    let mut flush = |contradictions: &mut Vec<&Claim>| {
        let gravest = contradictions.iter().copied().min_by_key(|claim| (rank(context, claim), claim.at.start));
        if let Some((claim, severity)) = gravest.and_then(|claim| Some((claim, severity(claim)?))) {
            findings.push(finding(context, claim, contradictions, severity));
        }
        contradictions.clear();
    };
    for claim in &context.document.claims {
        if contradictions.first().is_some_and(|first| first.sentence != claim.sentence) {
            flush(&mut contradictions);
        }
        if claim.agreement(context.document) == Agreement::Contradicts {
            contradictions.push(claim);
        }
    }
    flush(&mut contradictions);
    (!context.document.claims.is_empty()).then_some(())
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
    let words: String = context.document.text(claim.words).chars().filter(|c| !c.is_whitespace()).collect();
    let section = ["", "一", "二", "三", "四", "五", "六"][usize::from(claim.section)];
    let sums: Vec<(&Reading, Figure)> =
        claim.readings.iter().filter_map(|reading| Some((reading, reading.sum(context.document)?))).collect();
    let mut told: Vec<Figure> = Vec::new();
    let mut says: Vec<String> = Vec::new();
    for (reading, sum) in &sums {
        if !told.contains(sum) {
            told.push(*sum);
            says.push(format!("{}为 {sum}", name(context.document.edition_due(), reading)));
        }
    }
    let tables = says.join("，");
    let neither = if says.len() > 1 { "，都对不上" } else { "" };
    let message = format!("第{section}部分写“{words}”，但{tables}{neither}，请核对后改成一致");
    let mut related: Vec<Place> = claim.readings.first().map_or_else(Vec::new, |reading| cells(context, reading));
    related.extend(contradictions.iter().filter(|other| other.at != claim.at).map(|other| {
        let words: String = context.document.text(other.words).chars().filter(|c| !c.is_whitespace()).collect();
        Place::new(other.at, format!("同一句里的“{words}”也与表格不一致"))
    }));
    let finding = Finding::new(severity, claim.at, message).with_related(related);
    // The rest of the sentence would still contradict: it is put right with it, or not at all.
    let Some(due) = contradictions.iter().map(|claim| due(context, claim)).collect::<Option<Vec<_>>>() else {
        return finding;
    };
    let figures: Vec<String> = due.iter().map(|(_, figure)| figure.to_string()).collect();
    finding.with_fix(
        format!("正文改为 {}", figures.join("、")),
        false,
        due.into_iter().zip(figures).map(|((at, _), to)| (at, to)).collect(),
    )
}

/// What a statement has to say, and where, if the tables leave one answer: not where its cells are in doubt themselves.
fn due(context: &Context<'_>, claim: &Claim) -> Option<(Span, Figure)> {
    let sums: Vec<Figure> =
        claim.readings.iter().map(|reading| reading.sum(context.document)).collect::<Option<_>>()?;
    let is_doubtful = context.equations.iter().filter(|one| one.evaluation.verdict == Verdict::Fails).any(|one| {
        claim.readings.iter().any(|reading| {
            reading.table == one.equation.table && one.equation.cells().any(|at| reading.cells.contains(&at))
        })
    });
    let only = *sums.first()?;
    let is_certain = claim.subject != Subject::Fee && !is_doubtful && sums.iter().all(|sum| *sum == only);
    Some((claim.digits.filter(|_| is_certain)?, only))
}

/// What messages call a sum: the cell's own name, or the rows and the column that it takes in.
pub fn name(edition: Edition, reading: &Reading) -> String {
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
    let Some(table) = context.document.table(reading.table) else { return Vec::new() };
    let place = |at: &crate::form::Position| match table.cell(*at).content {
        Content::Number(figure) => {
            Some((figure, Place::cell(table, *at, format!("{}为 {figure}", table.form().cell_name(*at)))))
        }
        _ => None,
    };
    let places: Vec<(Figure, Place)> = reading.cells.iter().filter_map(place).collect();
    let nothing = places.iter().all(|(figure, _)| *figure == Figure::default());
    let telling = places.into_iter().filter(|(figure, _)| nothing || *figure > Figure::default());
    telling.map(|(_, place)| place).take(if nothing { 1 } else { usize::MAX }).collect()
}
