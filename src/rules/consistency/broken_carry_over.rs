//! What this year's table three has as carried over from last year is not what last year's carried over to this.

use crate::document::{Content, Table};
use crate::equations::{Verdict, evaluate};
use crate::form::{Equation, Position, TableKind};
use crate::report::Severity;
use crate::rules::predecessor::carried_over;
use crate::rules::{Context, Finding, Place, Rule};
use crate::text::Figure;

/// See `broken_carry_over.md`.
pub static RULE: Rule = Rule { code: "consistency/broken-carry-over", severity: Severity::Warning, check };

/// A column in which the two differ.
struct Difference {
    at: Position,
    label: &'static str,
    now: Figure,
    then: Figure,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let table = context.document.table(TableKind::Applications)?;
    let previous = context.previous()?.table(TableKind::Applications)?;
    let form = table.form();
    let row = form.rows.iter().position(|row| row.key == "2")?;
    let mut differences: Vec<Difference> = Vec::new();
    for (column, of_column) in form.rows[row].columns.iter().enumerate() {
        let at = Position { row, column };
        // What cannot be read on both sides is not held against one another.
        let (Some(now), Some(then)) = (table.cell(at).figure(), carried_over(table, previous, at)) else { continue };
        let difference = Difference { at, label: of_column.label, now, then };
        // The total tells most; where it is right, the first column that is not.
        match difference.label {
            _ if now == then => {}
            "总计" => differences.insert(0, difference),
            _ => differences.push(difference),
        }
    }
    let first = differences.first()?;
    let message = if differences.len() == 1 {
        format!(
            "{}为 {}，上年报告“四、结转下年度继续办理”行的同一列为 {}，两处应当相同；如果是机构改革划转或者上年数据更正过，请在报告中说明",
            form.cell_name(first.at),
            first.now,
            first.then
        )
    } else {
        let listed: Vec<String> =
            differences.iter().map(|it| format!("{}列今年 {}、上年 {}", it.label, it.now, it.then)).collect();
        format!(
            "表三“{}”行与上年报告“四、结转下年度继续办理”行不同（{}），两行应当相同；如果是机构改革划转或者上年数据更正过，请在报告中说明",
            form.rows[row].name(),
            listed.join("，")
        )
    };
    let mut finding = Finding::of_cell(Severity::Warning, table, first.at, message);
    let mut edits = Vec::new();
    for it in &differences {
        if it.at != first.at {
            let says = format!("{}为 {}，上年报告为 {}", form.cell_name(it.at), it.now, it.then);
            finding.related.push(Place::cell(table, it.at, says));
        }
        edits.push((table.place(it.at), it.then.to_string()));
    }
    if would_hold(table, &differences) {
        finding = finding.with_fix("改为上年报告的件数", false, edits);
    }
    findings.push(finding);
    Some(())
}

/// Whether this year's equations hold with last year's figures in the place of the others.
fn would_hold(table: &Table, differences: &[Difference]) -> bool {
    let mut changed = table.clone();
    for difference in differences {
        changed.rows[difference.at.row].cells[difference.at.column].content = Content::Number(difference.then);
    }
    let fails = |equation: &Equation| {
        equation.table == table.kind
            && equation.cells().any(|at| differences.iter().any(|it| it.at == at))
            && evaluate(equation, &changed).verdict != Verdict::Holds
    };
    !Equation::all(table.edition).iter().any(fails)
}
