//! Table three as plain numbers: random figures of every scale that satisfy every equation, and what goes wrong.
// Every program takes the part of this that it needs.
#![allow(dead_code)]

use nianbao::document::{Cell, Content, Table};
use nianbao::equations::{Change, Verdict, evaluate};
use nianbao::form::{Edition, Equation, Position, TableKind};
use nianbao::text::{Figure, Span};

use super::random::Random;

pub const ROWS: usize = 25;
pub const COLUMNS: usize = 7;

/// Figures; `None` where the cell is blank.
#[derive(Clone, Debug, PartialEq)]
pub struct Requests([[Option<i64>; COLUMNS]; ROWS]);

impl Requests {
    /// Of any scale, from single requests to tens of thousands.
    pub fn valid(random: &mut Random) -> Self {
        let scale = *random.pick(&[1, 3, 20, 500, 20_000]);
        Self::of_scale(random, scale)
    }

    pub fn small(random: &mut Random) -> Self {
        let scale = *random.pick(&[1, 2]);
        Self::of_scale(random, scale)
    }

    /// Nothing at all.
    pub fn none() -> Self {
        Self([[Some(0); COLUMNS]; ROWS])
    }

    pub fn of_scale(random: &mut Random, scale: u64) -> Self {
        let mut rows = [[0; COLUMNS]; ROWS];
        for row in &mut rows[2..23] {
            for cell in &mut row[..6] {
                if random.one_in(3) {
                    *cell = random.between(0, scale).cast_signed();
                }
            }
        }
        for column in 0..6 {
            let total: i64 = rows[2..23].iter().map(|row| row[column]).sum();
            rows[24][column] = random.between(0, scale / 4 + 1).cast_signed();
            rows[1][column] = random.between(0, (total + rows[24][column]).cast_unsigned()).cast_signed();
        }
        let mut requests = Self(rows.map(|row| row.map(Some)));
        requests.add_up();
        requests
    }

    /// Makes every equation hold by the totals and what came in.
    pub fn add_up(&mut self) {
        let mut rows = self.0.map(|row| row.map(Option::unwrap_or_default));
        for column in 0..6 {
            let total: i64 = rows[2..23].iter().map(|row| row[column]).sum();
            let handled = total + rows[24][column];
            rows[23][column] = total;
            rows[1][column] = rows[1][column].min(handled);
            rows[0][column] = handled - rows[1][column];
        }
        for row in &mut rows {
            row[6] = row[..6].iter().sum();
        }
        self.0 = rows.map(|row| row.map(Some));
    }

    /// What a cell holds, a blank nothing.
    pub fn value(&self, at: Position) -> i64 {
        self.0[at.row][at.column].unwrap_or_default()
    }

    pub fn set(&mut self, at: Position, value: i64) {
        self.0[at.row][at.column] = Some(value);
    }

    pub fn with(&self, at: Position, value: i64) -> Self {
        let mut changed = self.clone();
        changed.set(at, value);
        changed
    }

    pub fn largest(&self) -> i64 {
        self.0.iter().flatten().flatten().copied().max().unwrap_or_default()
    }

    /// Empties a cell.
    pub fn blank(&mut self, random: &mut Random) -> Position {
        let at = anywhere(random);
        self.0[at.row][at.column] = None;
        at
    }

    /// Puts other figures into so many cells; answers what would put them right.
    pub fn spoil(&mut self, random: &mut Random, count: usize) -> Vec<Change> {
        let mut changes: Vec<Change> = Vec::new();
        while changes.len() < count {
            let at = anywhere(random);
            let Some(to) = self.0[at.row][at.column] else { continue };
            let from = random.between(0, to.unsigned_abs() * 2 + 11).cast_signed();
            if from != to && changes.iter().all(|change| change.at != at) {
                self.set(at, from);
                changes.push(Change { at, from, to });
            }
        }
        changes.sort_unstable();
        changes
    }

    /// As the core reads it.
    pub fn table(&self) -> Table {
        let mut table = Table::unread(TableKind::Applications, Edition::Y2021, Span::default());
        for (row, values) in table.rows.iter_mut().zip(&self.0) {
            for (cell, value) in row.cells.iter_mut().zip(values) {
                let content = value.map_or(Content::Blank, |value| Content::Number(Figure::whole(value)));
                *cell = Cell { content, span: Some(Span::default()) };
            }
        }
        table
    }

    pub fn any_fails(&self, equations: &[&Equation]) -> bool {
        let table = self.table();
        equations.iter().any(|equation| evaluate(equation, &table).verdict == Verdict::Fails)
    }

    /// The rows, to be moved about.
    pub fn rows_mut(&mut self) -> &mut [[Option<i64>; COLUMNS]; ROWS] {
        &mut self.0
    }
}

/// Every cell, in the order of the form.
pub fn positions() -> impl Iterator<Item = Position> {
    (0..ROWS).flat_map(|row| (0..COLUMNS).map(move |column| Position { row, column }))
}

fn anywhere(random: &mut Random) -> Position {
    Position { row: random.below(ROWS), column: random.below(COLUMNS) }
}

/// Table four with the figures in one row and nothing in the others.
pub fn disputes(row: usize, figures: &[i64]) -> Table {
    let mut table = Table::unread(TableKind::Disputes, Edition::Y2021, Span::default());
    for (index, cells) in table.rows.iter_mut().enumerate() {
        for (column, cell) in cells.cells.iter_mut().enumerate() {
            let value = if index == row { figures[column] } else { 0 };
            *cell = Cell { content: Content::Number(Figure::whole(value)), span: Some(Span::default()) };
        }
    }
    table
}
