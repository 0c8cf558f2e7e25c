//! Figures that stick together, parted by the equations where they leave one reading.

use super::cells::glued_cell;
use super::jointly::{self, Choice};
use super::pieces::Piece;
use super::splits::splits;
use crate::document::{Cell, Table};
use crate::equations;
use crate::form::{Equation, EquationKind};
use crate::text::Figure;

/// A glued row and the ways to part it.
struct Reading {
    row: usize,
    piece: Piece,
    /// For each way, where its figures end.
    ways: Vec<Vec<usize>>,
}

impl Reading {
    fn figures(&self, text: &str, ends: &[usize]) -> Vec<Figure> {
        let digits = self.piece.span.of(text);
        let starts = std::iter::once(&0).chain(ends);
        starts.zip(ends).map(|(&from, &to)| figure(&digits[from..to])).collect()
    }
}

/// Parts the glued rows of a table: `120000012` is 12, 0, 0, 0, 0, 0, 12. A row's figures must add up, and the
/// columns with them; a row with several readings, or one that makes a sum fail, stays unread.
pub fn part(text: &str, rows: &[(usize, Piece)], table: &mut Table) {
    table.glued = true;
    let has_row_equation = |row: usize| {
        equations_of(table).any(|equation| {
            matches!(equation.kind, EquationKind::RowTotal | EquationKind::DisputeTotal) && equation.right[0].row == row
        })
    };
    let readings: Vec<Reading> = rows
        .iter()
        .filter(|(row, _)| has_row_equation(*row))
        .map(|&(row, piece)| {
            let columns = table.rows[row].cells.len();
            Reading { row, piece, ways: splits(piece.span.of(text), columns, columns) }
        })
        .collect();
    for reading in &readings {
        if let [only] = &reading.ways[..] {
            fill(text, reading, only, table);
        }
    }
    choose_by_columns(text, &readings, table);
    drop_what_fails(&readings, table);
}

/// Parts the glued row of table four into its three groups of five.
pub fn part_disputes(text: &str, piece: Piece, table: &mut Table) {
    table.glued = true;
    let columns = table.rows[0].cells.len();
    let found = splits(piece.span.of(text), columns * table.rows.len(), columns);
    if let [only] = &found[..] {
        let mut from = 0;
        for (row, ends) in only.chunks(columns).enumerate() {
            for (column, &end) in ends.iter().enumerate() {
                table.rows[row].cells[column] = glued_cell(&piece, from, end, figure(&piece.span.of(text)[from..end]));
                from = end;
            }
        }
    }
}

/// Rows with several readings take those that the columns allow, where they allow only one.
fn choose_by_columns(text: &str, readings: &[Reading], table: &mut Table) {
    let undecided: Vec<&Reading> = readings.iter().filter(|reading| reading.ways.len() > 1).collect();
    let choices: Vec<Choice> = undecided
        .iter()
        .map(|reading| Choice {
            row: reading.row,
            ways: reading.ways.iter().map(|ends| reading.figures(text, ends)).collect(),
        })
        .collect();
    let chosen = jointly::choose(&choices, equations_of(table), table);
    for (reading, chosen) in undecided.iter().zip(chosen) {
        if let Some(way) = chosen {
            fill(text, reading, &reading.ways[way], table);
        }
    }
}

/// A parted row that makes a sum fail may have been parted wrongly.
fn drop_what_fails(readings: &[Reading], table: &mut Table) {
    let failing: Vec<&Equation> =
        equations_of(table).filter(|equation| !equations::evaluate(equation, table).verdict.may_hold()).collect();
    for reading in readings {
        // As many digits as columns leave no choice: such a row may be what makes the sum fail.
        let certain = reading.piece.span.range().len() == table.rows[reading.row].cells.len();
        if !certain && failing.iter().any(|equation| equation.cells().any(|cell| cell.row == reading.row)) {
            table.rows[reading.row].cells.fill(Cell::MISSING);
        }
    }
}

fn equations_of(table: &Table) -> impl Iterator<Item = &'static Equation> + use<> {
    let kind = table.kind;
    Equation::all(table.edition).iter().filter(move |equation| equation.table == kind)
}

fn fill(text: &str, reading: &Reading, ends: &[usize], table: &mut Table) {
    let mut from = 0;
    for ((column, &end), figure) in ends.iter().enumerate().zip(reading.figures(text, ends)) {
        table.rows[reading.row].cells[column] = glued_cell(&reading.piece, from, end, figure);
        from = end;
    }
}

fn figure(digits: &str) -> Figure {
    Figure::parse(digits).unwrap_or_default()
}
