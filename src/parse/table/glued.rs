//! Figures that stick together, parted by the equations where they leave one reading.

use super::cells::glued_cell;
use super::pieces::Piece;
use crate::document::Table;
use crate::equations;
use crate::form::{Equation, EquationKind};
use crate::text::Figure;

/// More readings of one row than this are not looked at: the row stays unread.
const MAX_READINGS: usize = 64;
/// More steps than this are not taken to part one figure.
const MAX_STEPS: usize = 20_000;

/// Parts the glued rows of a table: `120000012` is 12, 0, 0, 0, 0, 0, 12. A row's figures must add up, and the
/// columns with them; a row with several readings, or one that makes a sum fail, stays unread.
pub fn part(text: &str, rows: &[(usize, Piece)], table: &mut Table) {
    table.glued = true;
    let has_row_equation = |row: usize| {
        equations_of(table).any(|equation| {
            matches!(equation.kind, EquationKind::RowTotal | EquationKind::DisputeTotal) && equation.right[0].row == row
        })
    };
    let mut readings: Vec<(usize, Piece, Vec<Vec<usize>>)> = Vec::new();
    for &(row, piece) in rows {
        if has_row_equation(row) {
            let columns = table.rows[row].cells.len();
            let found = splits(piece.span.of(text), columns, columns);
            readings.push((row, piece, found));
        }
    }
    for (row, piece, found) in &readings {
        if let [only] = &found[..] {
            fill(text, *row, piece, only, table);
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

/// A row with several readings takes the only one that the columns allow, all other rows being read.
fn choose_by_columns(text: &str, readings: &[(usize, Piece, Vec<Vec<usize>>)], table: &mut Table) {
    let undecided: Vec<_> = readings.iter().filter(|(_, _, found)| found.len() > 1).collect();
    let [(row, piece, found)] = &undecided[..] else { return };
    let mut fitting = Vec::new();
    for ends in found {
        fill(text, *row, piece, ends, table);
        if equations_of(table).all(|equation| equations::evaluate(equation, table).verdict.may_hold()) {
            fitting.push(ends);
        }
    }
    clear(*row, table);
    if let [only] = fitting[..] {
        fill(text, *row, piece, only, table);
    }
}

/// A parted row that makes a sum fail may have been parted wrongly.
fn drop_what_fails(readings: &[(usize, Piece, Vec<Vec<usize>>)], table: &mut Table) {
    let failing: Vec<&Equation> =
        equations_of(table).filter(|equation| !equations::evaluate(equation, table).verdict.may_hold()).collect();
    for (row, piece, _) in readings {
        // As many digits as columns leave no choice: such a row may be what makes the sum fail.
        let certain = piece.span.range().len() == table.rows[*row].cells.len();
        if !certain && failing.iter().any(|equation| equation.cells().any(|cell| cell.row == *row)) {
            clear(*row, table);
        }
    }
}

fn equations_of(table: &Table) -> impl Iterator<Item = &'static Equation> + use<> {
    let kind = table.kind;
    Equation::all(table.edition).iter().filter(move |equation| equation.table == kind)
}

fn fill(text: &str, row: usize, piece: &Piece, ends: &[usize], table: &mut Table) {
    let digits = piece.span.of(text);
    let mut from = 0;
    for (column, &end) in ends.iter().enumerate() {
        table.rows[row].cells[column] = glued_cell(piece, from, end, figure(&digits[from..end]));
        from = end;
    }
}

fn clear(row: usize, table: &mut Table) {
    for cell in &mut table.rows[row].cells {
        *cell = crate::document::Cell::MISSING;
    }
}

fn figure(digits: &str) -> Figure {
    Figure::parse(digits).unwrap_or_default()
}

/// All ways to part digits into `count` figures without leading zeros, in which every `group` of them ends with the
/// sum of those before it: the ends of the figures. Empty where there are too many.
fn splits(digits: &str, count: usize, group: usize) -> Vec<Vec<usize>> {
    let mut search =
        Search { digits, count, group, ends: Vec::new(), figures: Vec::new(), found: Vec::new(), steps: 0 };
    search.go(0);
    if search.steps > MAX_STEPS || search.found.len() > MAX_READINGS { Vec::new() } else { search.found }
}

struct Search<'a> {
    digits: &'a str,
    count: usize,
    group: usize,
    ends: Vec<usize>,
    figures: Vec<u64>,
    found: Vec<Vec<usize>>,
    steps: usize,
}

impl Search<'_> {
    fn go(&mut self, from: usize) {
        self.steps += 1;
        if self.steps > MAX_STEPS || self.found.len() > MAX_READINGS {
            return;
        }
        let placed = self.ends.len();
        if placed == self.count {
            if from == self.digits.len() {
                self.found.push(self.ends.clone());
            }
            return;
        }
        let left = self.count - placed;
        let closes_group = (placed + 1) % self.group == 0;
        let sum: u64 = self.figures[placed - placed % self.group..].iter().sum();
        let longest = self.digits.len().saturating_sub(from).saturating_sub(left - 1).min(15);
        for length in 1..=longest {
            let figure = &self.digits[from..from + length];
            if length > 1 && figure.starts_with('0') {
                break;
            }
            let Ok(value) = figure.parse::<u64>() else { break };
            if closes_group && value != sum {
                continue;
            }
            self.ends.push(from + length);
            self.figures.push(value);
            self.go(from + length);
            self.ends.pop();
            self.figures.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(digits: &str, count: usize, group: usize) -> Vec<Vec<String>> {
        splits(digits, count, group)
            .into_iter()
            .map(|ends| {
                let mut from = 0;
                ends.into_iter()
                    .map(|end| {
                        let figure = digits[from..end].to_owned();
                        from = end;
                        figure
                    })
                    .collect()
            })
            .collect()
    }

    #[test]
    fn one_reading_is_taken() {
        assert_eq!(parted("120000012", 7, 7), [["12", "0", "0", "0", "0", "0", "12"]]);
        assert_eq!(
            parted("10203120001200000", 15, 5),
            [["1", "0", "2", "0", "3", "12", "0", "0", "0", "12", "0", "0", "0", "0", "0"]]
        );
    }

    #[test]
    fn several_readings_are_told() {
        // 1 + 11 = 12 and 11 + 1 = 12.
        assert_eq!(parted("1110000" /* and the total */, 7, 7).len(), 0);
        assert_eq!(parted("111000012", 7, 7).len(), 2);
    }

    #[test]
    fn no_step_too_many() {
        assert!(splits(&"1".repeat(60), 7, 7).len() <= MAX_READINGS);
    }
}
