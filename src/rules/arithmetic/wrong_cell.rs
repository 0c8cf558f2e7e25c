//! The cell that is wrong, and what it should be: the least change that makes every equation of a table hold.

use super::super::finding::FixDraft;
use super::super::{Context, Finding, Place, Rule};
use super::failures;
use crate::document::{Content, Table};
use crate::equations::{Change, Repair, least_change, slip};
use crate::form::{Equation, EquationKind, Position, TableKind};
use crate::report::Severity;

/// See `wrong_cell.md`.
pub static RULE: Rule =
    Rule { code: "arithmetic/wrong-cell", severity: Severity::Error, markdown: include_str!("wrong_cell.md"), check };

/// More possible changes than this help nobody: the equations' own findings say more.
const MOST_SETS: usize = 12;
/// So many of them are written out.
const SHOWN: usize = 5;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let failing: Vec<&'static Equation> =
        [EquationKind::RowTotal, EquationKind::ColumnTotal, EquationKind::Balance, EquationKind::DisputeTotal]
            .into_iter()
            .flat_map(|kind| failures(context, kind))
            .map(|failure| failure.evaluated.equation)
            .collect();
    if let Some(table) = context.document.table(TableKind::Applications) {
        let of_table = context.equations.iter().map(|one| one.equation).filter(|one| one.table == table.kind);
        explain(table, least_change(table, of_table), &of_kind(&failing, table.kind), findings);
    }
    // Each equation of table four stands for itself.
    if let Some(table) = context.document.table(TableKind::Disputes) {
        for equation in of_kind(&failing, table.kind) {
            explain(table, least_change(table, [equation]), &[equation], findings);
        }
    }
    Some(())
}

fn of_kind(failing: &[&'static Equation], kind: TableKind) -> Vec<&'static Equation> {
    failing.iter().copied().filter(|equation| equation.table == kind).collect()
}

fn explain(table: &Table, repair: Option<Repair>, failing: &[&'static Equation], findings: &mut Vec<Finding>) {
    let Some(Repair { mut sets, exact }) = repair else { return };
    if !exact || sets.len() > MOST_SETS {
        return;
    }
    sets.sort_by_key(|set| std::cmp::Reverse(likelihood(table, set)));
    match &sets[..] {
        [only] => findings.extend(only.iter().map(|change| certain(table, *change, only, failing))),
        several => findings.push(uncertain(table, several, failing)),
    }
}

/// One of the cells of the only least set.
fn certain(table: &Table, change: Change, set: &[Change], failing: &[&'static Equation]) -> Finding {
    let count = failing.len();
    let others = if set.len() > 1 { format!("，连同另外 {} 处", set.len() - 1) } else { String::new() };
    let reason = reason(table, set).map_or(String::new(), |reason| format!("，{reason}"));
    let message = format!("{}{others}{reason}：改后 {count} 条勾稽关系全部成立", says(table, change));
    let own: Vec<&'static Equation> =
        failing.iter().copied().filter(|one| one.cells().any(|at| at == change.at)).collect();
    finding(table, change.at, message, &own, vec![fix(table, &[change])])
}

/// Several least sets, the likeliest first.
fn uncertain(table: &Table, sets: &[Vec<Change>], failing: &[&'static Equation]) -> Finding {
    let ways: Vec<String> = sets
        .iter()
        .take(SHOWN)
        .enumerate()
        .map(|(index, set)| {
            let changes: Vec<String> = set.iter().map(|change| says(table, *change)).collect();
            let reason = reason(table, set).map_or(String::new(), |reason| format!("（{reason}）"));
            format!("{}. {}{reason}", index + 1, changes.join("，同时"))
        })
        .collect();
    let names: Vec<&str> = failing.iter().map(|equation| equation.name.as_str()).collect();
    let more = if sets.len() > SHOWN { format!("；另有 {} 种", sets.len() - SHOWN) } else { String::new() };
    let message = format!(
        "{}不相符，改动最少的改法有 {} 种，请对照台账选用：{}{more}",
        names.join("、"),
        sets.len(),
        ways.join("；")
    );
    let fixes = sets.iter().take(SHOWN).map(|set| fix(table, set)).collect();
    let mut finding = finding(table, sets[0][0].at, message, failing, fixes);
    let cells: Vec<Position> = sets.iter().flatten().map(|change| change.at).collect();
    for at in cells {
        if at != sets[0][0].at && !finding.related.iter().any(|place| place.cell == Some((table.kind, at))) {
            finding.related.push(super::part(table, at));
        }
    }
    finding
}

fn finding(
    table: &Table,
    at: Position,
    message: String,
    failing: &[&'static Equation],
    fixes: Vec<FixDraft>,
) -> Finding {
    let mut finding = Finding::new(Severity::Error, table.place(at), message).in_cell(table.kind, at);
    finding.related = failing
        .iter()
        .map(|equation| Place::cell(table, equation.right[0], format!("{}不成立", equation.name)))
        .collect();
    finding.fixes = fixes.into_iter().filter(|fix| !fix.edits.is_empty()).collect();
    finding
}

/// 表三“（七）总计”行“自然人”列应为 3（现为 8）.
fn says(table: &Table, change: Change) -> String {
    let now = match table.cell(change.at).content {
        Content::Blank => "现为空".to_owned(),
        _ => format!("现为 {}", change.from),
    };
    format!("{}应为 {}（{now}）", table.form().cell_name(change.at), change.to)
}

fn fix(table: &Table, set: &[Change]) -> FixDraft {
    let title = match set {
        [one] => format!("改为 {}", one.to),
        several => format!("一并改正这 {} 处", several.len()),
    };
    let edits = set.iter().filter_map(|change| Some((table.cell(change.at).span?, change.to.to_string()))).collect();
    FixDraft { title, safe: false, edits }
}

/// What makes a set look like a slip.
fn reason(table: &Table, set: &[Change]) -> Option<String> {
    if let [a, b] = set
        && a.from == b.to
        && b.from == a.to
    {
        return Some("像是两个数填反了".to_owned());
    }
    if let [a, b] = set
        && a.at.row == b.at.row
        && a.from - a.to == b.to - b.from
    {
        return Some("像是填错了列".to_owned());
    }
    if let [one] = set {
        if let Some(reason) = slip(one.from, one.to) {
            return Some(format!("像是{reason}"));
        }
        if is_total(table, one.at) {
            return Some("像是总计没有随各项改动".to_owned());
        }
    }
    None
}

/// The higher, the more a set looks like a slip.
fn likelihood(table: &Table, set: &[Change]) -> u8 {
    match (reason(table, set).is_some(), set.iter().any(|change| is_total(table, change.at))) {
        (true, false) => 3,
        (true, true) => 2,
        (false, true) => 1,
        (false, false) => 0,
    }
}

fn is_total(table: &Table, at: Position) -> bool {
    let row = &table.form().rows[at.row];
    row.columns[at.column].key == "total" || row.key == "3.7"
}
