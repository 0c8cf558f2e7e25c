//! A township's fees are so high that they must be in 元.

use super::super::organ::is_township;
use super::super::{Context, Finding, Rule};
use crate::form::{Edition, Position, TableKind};
use crate::report::Severity;
use crate::text::Figure;

/// See `fee_in_yuan.md`.
pub static RULE: Rule = Rule { code: "table/fee-in-yuan", severity: Severity::Info, check };

/// In 万元: no township takes in a billion.
const TOO_HIGH: i64 = 100_000;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    context.document.title.as_ref()?.organ.as_deref().filter(|organ| is_township(organ))?;
    let table = context.document.table(TableKind::Disclosure).filter(|table| table.edition == Edition::Y2021)?;
    let row = table.form().rows.iter().position(|row| row.key == "20.8.fee")?;
    let at = Position { row, column: 0 };
    let figure = table.cell(at).figure().filter(|figure| figure.is_whole() && *figure >= Figure::whole(TOO_HIGH))?;
    let place = table.place(at);
    if !place.of(context.text()).ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let message = format!("表二“行政事业性收费”为 {figure} 万元，请核对是否把元当成了万元");
    let finding = Finding::of_cell(Severity::Info, table, at, message);
    findings.push(match figure.divided_by_ten_to(4) {
        Some(meant) => finding.with_fix(format!("按元换算，改为“{meant}”"), false, vec![(place, meant.to_string())]),
        None => finding,
    });
    Some(())
}
