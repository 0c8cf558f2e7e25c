//! The documents in force are not last year's with those of this year added and the repealed taken off.

use crate::document::{Document, Table};
use crate::form::{CellRef, Position, TableKind};
use crate::report::Severity;
use crate::rules::passage::proses;
use crate::rules::predecessor::counts_in_force;
use crate::rules::words::has_one;
use crate::rules::{Context, Finding, Place, Rule};
use crate::text::Figure;
use crate::text::numbers::numbers;

/// See `broken_in_force_count.md`.
pub static RULE: Rule = Rule { code: "consistency/broken-in-force-count", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let previous = context.previous()?;
    if !counts_in_force(context.document, previous) {
        return None;
    }
    let table = context.document.table(TableKind::Disclosure)?;
    let previous = previous.table(TableKind::Disclosure)?;
    for row in ["20.1.regulation", "20.1.normative-document"] {
        findings.extend(of_row(context.document, table, previous, row));
    }
    Some(())
}

fn of_row(document: &Document, table: &Table, previous: &Table, row: &'static str) -> Option<Finding> {
    let place = |table: &Table, column| table.form().position(CellRef { table: TableKind::Disclosure, row, column });
    let value = |table: &Table, column| table.cell(place(table, column)?).figure();
    let (issued, repealed) = (value(table, "issued")?, value(table, "repealed")?);
    let (now, then) = (value(table, "in-force")?, value(previous, "in-force")?);
    let due = then + issued - repealed;
    if now == due || is_explained(document, now.distance(due)) {
        return None;
    }
    let at = place(table, "in-force")?;
    let name = table.form().cell_name(at);
    let comes_to = if due < Figure::default() { "不够减".to_owned() } else { format!("应为 {due}") };
    let message = format!(
        "{name}为 {now}，上年报告为 {then}，加上本年制发 {issued}、减去本年废止 {repealed}，{comes_to}；如果有清理、失效、划转或者更正的文件，请在报告中说明件数，否则请核对"
    );
    let part = |column, figure: Figure| {
        let at: Position = place(table, column)?;
        Some(Place::cell(table, at, format!("{}为 {figure}", table.form().cell_name(at))))
    };
    let related: Vec<Place> = [part("issued", issued), part("repealed", repealed)].into_iter().flatten().collect();
    Some(Finding::of_cell(Severity::Warning, table, at, message).with_related(related))
}

/// Whether the prose tells of as many documents that came or went otherwise than by being issued or repealed.
fn is_explained(document: &Document, difference: Figure) -> bool {
    const WORDS: [&str; 9] = ["失效", "划入", "划出", "划转", "移交", "更正", "重新核定", "重新统计", "统计口径"];
    proses(document).any(|(_, prose)| {
        let mut clauses = prose.text().split(['。', '，', '；']);
        clauses.any(|clause| has_one(clause, &WORDS) && numbers(clause).iter().any(|number| number.value == difference))
    })
}
