//! Figures that are right but stand in the wrong place: rows or columns exchanged, values typed one cell or row off.
//!
//! Each kind of misplacement is tried everywhere it can have happened. What puts the figures back changes many cells
//! and yet is one event, which the least change of single cells does not see.

use super::Change;
use crate::document::{Content, Table};
use crate::form::{Equation, Position};
use crate::text::order::sort;

/// What was done to figures. Rows and columns are counted from 0; ranges have both ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// The figures of two rows stand in each other's place.
    RowsExchanged(usize, usize),
    /// The figures of two columns do, in these rows.
    ColumnsExchanged(usize, usize, (usize, usize)),
    /// The figures of a row stand one cell off.
    CellsSlid {
        /// Which row.
        row: usize,
        /// To the right, else to the left.
        right: bool,
    },
    /// The figures of several rows stand one row off.
    RowsSlid {
        /// Where they should stand.
        rows: (usize, usize),
        /// Too far down, else too far up.
        down: bool,
    },
    /// The figures of a column do, in several rows.
    ColumnSlid {
        /// Which column.
        column: usize,
        /// Where they should stand.
        rows: (usize, usize),
        /// Too far down, else too far up.
        down: bool,
    },
}

/// A move, and the changes that undo it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misplacement {
    /// What happened.
    pub moved: Move,
    /// The cells that change, in the order of the form.
    pub changes: Vec<Change>,
}

/// Every move whose undoing makes all of these equations hold, blanks counted as 0. Equations with an unread cell are
/// left out. A move of a single figure is none: the least change of two cells shows it.
pub fn misplacements<'a>(table: &Table, equations: impl IntoIterator<Item = &'a Equation>) -> Vec<Misplacement> {
    let Some(grid) = Grid::new(table, equations) else { return Vec::new() };
    let mut found = Vec::new();
    grid.rows_exchanged(&mut found);
    grid.columns_exchanged(&mut found);
    grid.cells_slid(&mut found);
    grid.rows_slid(&mut found);
    grid.columns_slid(&mut found);
    found
}

/// More equations than this no table has.
const MOST_EQUATIONS: usize = 64;

/// The equations that a cell stands in.
#[derive(Clone, Default)]
struct Place {
    /// With its sign there.
    signs: Vec<(usize, i64)>,
    bits: u64,
}

struct Grid {
    /// Rows of figures; `None` where a cell is unread.
    values: Vec<Vec<Option<i64>>>,
    /// Where each cell stands.
    places: Vec<Vec<Place>>,
    residuals: [i64; MOST_EQUATIONS],
    failing: u64,
}

impl Grid {
    /// `None` where nothing fails, a figure is no whole number, or the rows are not equally long.
    fn new<'a>(table: &Table, equations: impl IntoIterator<Item = &'a Equation>) -> Option<Self> {
        let mut values = Vec::new();
        for row in &table.rows {
            let mut figures = Vec::new();
            for cell in &row.cells {
                figures.push(match cell.content {
                    Content::Number(figure) => Some(figure.to_whole()?),
                    Content::Blank => Some(0),
                    Content::Text | Content::Missing => None,
                });
            }
            values.push(figures);
        }
        if values.iter().any(|row| row.len() != values[0].len()) {
            return None;
        }
        let places = values.iter().map(|row| vec![Place::default(); row.len()]).collect();
        let mut grid = Self { values, places, residuals: [0; MOST_EQUATIONS], failing: 0 };
        let is_read = |at: Position| grid.values[at.row][at.column].is_some();
        let known: Vec<&Equation> = equations.into_iter().filter(|equation| equation.cells().all(is_read)).collect();
        for (index, equation) in known.into_iter().enumerate().take(MOST_EQUATIONS) {
            let sides = equation.left.iter().map(|at| (at, 1)).chain(equation.right.iter().map(|at| (at, -1)));
            for (at, sign) in sides {
                grid.residuals[index] += sign * grid.values[at.row][at.column].unwrap_or_default();
                let place = &mut grid.places[at.row][at.column];
                place.signs.push((index, sign));
                place.bits |= 1 << index;
            }
            if grid.residuals[index] != 0 {
                grid.failing |= 1 << index;
            }
        }
        (grid.failing != 0).then_some(grid)
    }

    fn rows_exchanged(&self, found: &mut Vec<Misplacement>) {
        for first in 0..self.values.len() {
            for second in first + 1..self.values.len() {
                if self.mends(self.reach(first..=first) | self.reach(second..=second)) {
                    let changes = self
                        .columns()
                        .flat_map(|column| [(first, column, second, column), (second, column, first, column)]);
                    self.test(Move::RowsExchanged(first, second), &mut changes.map(|step| self.takes(step)), found);
                }
            }
        }
    }

    fn columns_exchanged(&self, found: &mut Vec<Misplacement>) {
        for first in self.columns() {
            for second in first + 1..self.values[0].len() {
                if !self.mends(self.column_reach(first) | self.column_reach(second)) {
                    continue;
                }
                let differs = |row: &usize| self.values[*row][first] != self.values[*row][second];
                let differing: Vec<usize> = (0..self.values.len()).filter(differs).collect();
                for (from, &top) in differing.iter().enumerate() {
                    for &bottom in &differing[from + 1..] {
                        let changes =
                            (top..=bottom).flat_map(|row| [(row, first, row, second), (row, second, row, first)]);
                        let moved = Move::ColumnsExchanged(first, second, (top, bottom));
                        self.test(moved, &mut changes.map(|step| self.takes(step)), found);
                    }
                }
            }
        }
    }

    /// Some of the applicants' figures, with 总计 where it belongs; or the whole row, whose 总计 or first figure is lost
    /// over the edge and follows from the others.
    fn cells_slid(&self, found: &mut Vec<Misplacement>) {
        let last = self.values[0].len() - 1;
        for row in (0..self.values.len()).filter(|&row| self.mends(self.reach(row..=row))) {
            let Some(figures) = self.values[row].iter().copied().collect::<Option<Vec<i64>>>() else { continue };
            let cells = |column| Position { row, column };
            for right in [true, false] {
                let moved = Move::CellsSlid { row, right };
                for from in 0..last {
                    for to in from + 2..last {
                        if let Some(back) = put_back(&figures[from..=to], right) {
                            self.test(moved, &mut (from..).map(cells).zip(back.into_iter().map(Some)), found);
                        }
                    }
                }
                let mut whole = figures.clone();
                let pushed_out = if right { whole.remove(0) } else { whole.remove(last) };
                if right {
                    whole.push(whole.iter().sum());
                } else {
                    whole.insert(0, whole[last - 1] - whole[..last - 1].iter().sum::<i64>());
                }
                if pushed_out == 0 && whole.iter().all(|figure| *figure >= 0) {
                    self.test(moved, &mut (0..).map(cells).zip(whole.into_iter().map(Some)), found);
                }
            }
        }
    }

    fn rows_slid(&self, found: &mut Vec<Misplacement>) {
        let is_empty = |row: usize| self.values[row].iter().all(|value| *value == Some(0));
        for slide in Slide::all(self.values.len()).filter(|slide| self.mends(self.reach(slide.top..=slide.bottom))) {
            if slide.fits(is_empty) {
                let changes = (slide.top..=slide.bottom)
                    .flat_map(|row| self.columns().map(move |column| (row, column, slide.source(row), column)));
                let moved = Move::RowsSlid { rows: slide.rows(), down: slide.down };
                self.test(moved, &mut changes.map(|step| self.takes(step)), found);
            }
        }
    }

    fn columns_slid(&self, found: &mut Vec<Misplacement>) {
        for column in self.columns().filter(|&column| self.mends(self.column_reach(column))) {
            let is_empty = |row: usize| self.values[row][column] == Some(0);
            for slide in Slide::all(self.values.len()).filter(|slide| slide.fits(is_empty)) {
                let changes = (slide.top..=slide.bottom).map(|row| (row, column, slide.source(row), column));
                let moved = Move::ColumnSlid { column, rows: slide.rows(), down: slide.down };
                self.test(moved, &mut changes.map(|step| self.takes(step)), found);
            }
        }
    }

    fn columns(&self) -> std::ops::Range<usize> {
        0..self.values[0].len()
    }

    /// Whether cells with these equations could make all hold that fail.
    fn mends(&self, reach: u64) -> bool {
        self.failing & !reach == 0
    }

    /// The equations of some rows, as bits.
    fn reach(&self, rows: std::ops::RangeInclusive<usize>) -> u64 {
        self.places[rows].iter().flatten().fold(0, |bits, place| bits | place.bits)
    }

    fn column_reach(&self, column: usize) -> u64 {
        self.places.iter().fold(0, |bits, row| bits | row[column].bits)
    }

    /// A cell, and what it takes from another.
    fn takes(&self, (row, column, from_row, from_column): (usize, usize, usize, usize)) -> (Position, Option<i64>) {
        (Position { row, column }, self.values[from_row][from_column])
    }

    /// Takes down the move if with these figures every equation holds.
    fn test(
        &self,
        moved: Move,
        figures: &mut dyn Iterator<Item = (Position, Option<i64>)>,
        found: &mut Vec<Misplacement>,
    ) {
        let mut residuals = self.residuals;
        let mut changes = Vec::new();
        for (at, to) in figures {
            let (Some(from), Some(to)) = (self.values[at.row][at.column], to) else { return };
            if from != to {
                for &(equation, sign) in &self.places[at.row][at.column].signs {
                    residuals[equation] += sign * (to - from);
                }
                changes.push(Change { at, from, to });
            }
        }
        sort(&mut changes);
        let is_new = found.iter().all(|other| other.changes != changes);
        if residuals.iter().all(|residual| *residual == 0) && changes.len() > 2 && is_new {
            found.push(Misplacement { moved, changes });
        }
    }
}

/// Figures from `top` to `bottom` that stand one row too far down or up.
#[derive(Clone, Copy)]
struct Slide {
    top: usize,
    bottom: usize,
    down: bool,
}

impl Slide {
    /// Every slide of at least two rows' figures.
    fn all(rows: usize) -> impl Iterator<Item = Self> {
        (0..rows).flat_map(move |top| {
            (top + 2..rows).flat_map(move |bottom| [true, false].map(|down| Self { top, bottom, down }))
        })
    }

    /// The row that they left empty, and the first and the last that they stand in.
    fn left_and_taken(self) -> (usize, [usize; 2]) {
        if self.down { (self.top, [self.top + 1, self.bottom]) } else { (self.bottom, [self.top, self.bottom - 1]) }
    }

    /// Whether they can have moved so: one end is empty, and figures stand at both ends of the others.
    fn fits(self, is_empty: impl Fn(usize) -> bool) -> bool {
        let (left, taken) = self.left_and_taken();
        is_empty(left) && !taken.into_iter().any(is_empty)
    }

    /// Where they belong.
    fn rows(self) -> (usize, usize) {
        if self.down { (self.top, self.bottom - 1) } else { (self.top + 1, self.bottom) }
    }

    /// The row whose figures belong in this one.
    fn source(self, row: usize) -> usize {
        match (row, self.down) {
            (row, true) if row == self.bottom => self.top,
            (row, true) => row + 1,
            (row, false) if row == self.top => self.bottom,
            (row, false) => row - 1,
        }
    }
}

/// Figures that stand one place too far, put back; `None` where no empty place shows that they moved.
fn put_back(figures: &[i64], forward: bool) -> Option<Vec<i64>> {
    let (left, taken) = match figures {
        [left, taken @ ..] if forward => (left, taken),
        [taken @ .., left] => (left, taken),
        [] => return None,
    };
    if *left != 0 || taken.first() == Some(&0) || taken.last() == Some(&0) {
        return None;
    }
    let mut back = taken.to_vec();
    back.insert(if forward { taken.len() } else { 0 }, 0);
    Some(back)
}
