//! Rows, columns, cells.

mod blank_cell;
mod columns_out_of_order;
mod damaged_unit;
mod extra_column;
mod fee_in_yuan;
mod fractional_count;
mod missing_column;
mod missing_row;
mod missing_row_label;
mod negative_count;
mod not_a_number;
mod regulation_without_power;
mod repeated_row;
mod too_few_in_force;
mod unit_in_cell;
mod unknown_row;
mod wrong_column_label;
mod wrong_figure_count;
mod wrong_row_label;

use super::Rule;
use super::finding::{Context, Finding};
use crate::document::{Cell, Content, Document, Table, TableRow};
use crate::form::{Position, TableKind};
use crate::text::Span;

/// The rules of this group.
pub static RULES: &[&Rule] = &[
    &missing_row::RULE,
    &missing_row_label::RULE,
    &wrong_row_label::RULE,
    &unknown_row::RULE,
    &repeated_row::RULE,
    &missing_column::RULE,
    &extra_column::RULE,
    &wrong_column_label::RULE,
    &columns_out_of_order::RULE,
    &damaged_unit::RULE,
    &wrong_figure_count::RULE,
    &blank_cell::RULE,
    &not_a_number::RULE,
    &unit_in_cell::RULE,
    &negative_count::RULE,
    &fractional_count::RULE,
    &too_few_in_force::RULE,
    &regulation_without_power::RULE,
    &fee_in_yuan::RULE,
];

/// More places in a table with the same flaw than this make one finding.
const FEW: usize = 5;

/// Reports each cell that has a flaw, or, where they are many, all of a table together: behind their number stands `many`.
fn report_cells(
    context: &Context<'_>,
    findings: &mut Vec<Finding>,
    many: &str,
    flaw: &dyn Fn(&Table, Position, &Cell) -> Option<Finding>,
) -> Option<()> {
    for cells in context.odd_cells().chunk_by(|(a, _), (b, _)| std::ptr::eq(*a, *b)) {
        let mut found = Vec::new();
        for (table, at) in cells {
            found.extend(flaw(table, *at, table.cell(*at)));
        }
        add(findings, cells[0].0, found, many);
    }
    Some(())
}

/// The cells that hold something else than a whole number, or something beside it: few do, and no rule about cells has
/// anything to say of the others.
pub(super) fn odd_cells(document: &Document) -> Vec<(&Table, Position)> {
    let text = document.clean.text().as_bytes();
    let mut odd = Vec::new();
    for table in &document.tables {
        for (row, of_row) in table.rows.iter().enumerate() {
            for (column, cell) in of_row.cells.iter().enumerate() {
                if !is_plain(text, cell) {
                    odd.push((table, Position { row, column }));
                }
            }
        }
    }
    odd
}

fn is_plain(text: &[u8], cell: &Cell) -> bool {
    let (Content::Number(figure), Some(span)) = (cell.content, cell.span) else { return false };
    let ends_with_digit = span.end > 0 && text[span.end as usize - 1].is_ascii_digit();
    ends_with_digit && figure.is_whole() && !figure.is_negative()
}

/// Adds what was found in a table: each, or, where they are many, the first for all, with `many` behind their number.
fn add(findings: &mut Vec<Finding>, table: &Table, mut found: Vec<Finding>, many: &str) {
    let count = found.len();
    if count <= FEW {
        findings.append(&mut found);
        return;
    }
    let mut found = found.into_iter();
    let Some(mut first) = found.next() else { return };
    first.message = format!("{}有 {count} {many}，第一处：{}", table.kind.name(), first.message);
    for other in found {
        first.take_in(other);
    }
    for fix in &mut first.fixes {
        fix.title = format!("{count} 处都改正");
    }
    findings.push(first);
}

/// What stands in a cell, as the clean reading has it.
fn content<'a>(context: &Context<'a>, table: &Table, at: Position) -> &'a str {
    table.cell(at).span.map_or("", |span| span.of(context.text()))
}

/// Whether tabs or bars part the cells of the line on which a place stands.
fn stands_apart(context: &Context<'_>, place: Span) -> bool {
    let lines = &context.document.lines;
    let behind = lines.partition_point(|line| line.span.start <= place.start);
    let line = behind.checked_sub(1).map_or("", |index| lines[index].span.of(context.text()));
    line.contains('\t') || line.contains('|')
}

/// What messages call a row of a table: the groups of table four stand beside one another.
fn row_word(kind: TableKind) -> &'static str {
    if kind == TableKind::Disputes { "组" } else { "行" }
}

/// The number of figures in every row of table three, where it is one too few or one too many and the head stands in
/// cells of its own: then a column is missing or extra.
fn figures_in_every_row(context: &Context<'_>, table: &Table) -> Option<usize> {
    let columns = table.rows[0].cells.len();
    if table.kind != TableKind::Applications || table.columns_out_of_order {
        return None;
    }
    let present = || table.rows.iter().filter(|row| row.is_present());
    let count = present().find_map(|row| row.wrong_count)?;
    let fits = |row: &TableRow| match row.wrong_count {
        Some(found) => found == count,
        // A row of equal figures is read as if one of them were repeated; one too short, as if it began with a blank.
        None if count > columns => row.cells.windows(2).all(|pair| pair[0].content == pair[1].content),
        None => row.cells.iter().filter(|cell| cell.content != Content::Blank).count() == count,
    };
    let in_head = table.column_labels.iter().all(|(_, label)| stands_apart(context, label.span));
    (present().all(fits) && present().count() > columns && in_head && count.abs_diff(columns) == 1).then_some(count)
}
