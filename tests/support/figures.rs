//! Figures for every cell of a form, as a clerk would write them.

use nianbao::form::{CellRef, Content, Edition, Equation, Form, Position, TableKind};

use super::random::Random;

/// One cell's content: what is written and the number it stands for; a blank cell has neither.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub written: String,
    pub value: Option<f64>,
}

impl Figure {
    pub fn count(value: u64) -> Self {
        Self { written: value.to_string(), value: Some(value as f64) }
    }

    pub fn blank() -> Self {
        Self { written: String::new(), value: None }
    }
}

/// How large the figures are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    Zero,
    MostlyZero,
    Small,
    Mixed,
    FiveDigits,
}

impl Scale {
    pub const ALL: [Self; 5] = [Self::Zero, Self::MostlyZero, Self::Small, Self::Mixed, Self::FiveDigits];

    fn draw(self, random: &mut Random) -> u64 {
        match self {
            Self::MostlyZero if random.one_in(20) => random.between(1, 15),
            Self::Zero | Self::MostlyZero => 0,
            Self::Small => random.between(0, 9),
            Self::Mixed if random.one_in(3) => random.between(0, 1500),
            Self::Mixed => random.between(0, 12),
            Self::FiveDigits => random.between(0, 4999),
        }
    }
}

/// Figures for all three tables of an edition.
#[derive(Clone, Debug)]
pub struct Figures {
    pub edition: Edition,
    pub tables: [Vec<Vec<Figure>>; 3],
}

impl Figures {
    /// Figures with which every equation holds. `may_regulate`: whether the organ may issue 规章.
    pub fn valid(random: &mut Random, edition: Edition, scale: Scale, may_regulate: bool) -> Self {
        let form = Form::of(edition);
        let tables = TableKind::ALL.map(|kind| {
            let rows = form.table(kind).rows;
            let mut figures: Vec<Vec<Figure>> =
                rows.iter().map(|row| vec![Figure::count(0); row.columns.len()]).collect();
            match kind {
                TableKind::Disclosure => disclosure(random, form, scale, may_regulate, &mut figures),
                TableKind::Applications => applications(random, form, scale, &mut figures),
                TableKind::Disputes => {
                    for row in &mut figures {
                        fill_with_total(random, scale, row);
                    }
                }
            }
            figures
        });
        Self { edition, tables }
    }

    pub fn at(&self, kind: TableKind, at: Position) -> &Figure {
        &self.tables[kind as usize][at.row][at.column]
    }

    pub fn set(&mut self, kind: TableKind, at: Position, figure: Figure) {
        self.tables[kind as usize][at.row][at.column] = figure;
    }

    /// Every cell of a table with its address.
    pub fn positions(&self, kind: TableKind) -> impl Iterator<Item = Position> + '_ {
        let rows = self.tables[kind as usize].iter().enumerate();
        rows.flat_map(|(row, cells)| (0..cells.len()).map(move |column| Position { row, column }))
    }

    /// Every cell of all tables, in the order of the form.
    pub fn cells(&self) -> impl Iterator<Item = (CellRef, &Figure)> + '_ {
        TableKind::ALL.into_iter().flat_map(move |kind| {
            let table = Form::of(self.edition).table(kind);
            self.positions(kind).map(move |at| (table.cell_ref(at), self.at(kind, at)))
        })
    }

    /// The figure of an address.
    pub fn get(&self, cell: CellRef) -> Option<&Figure> {
        let at = Form::of(self.edition).table(cell.table).position(cell)?;
        Some(self.at(cell.table, at))
    }

    /// Left and right side of an equation, a blank counting as nothing.
    pub fn sides(&self, equation: &Equation) -> (f64, f64) {
        let sum = |side: &[Position]| side.iter().filter_map(|&at| self.at(equation.table, at).value).sum();
        (sum(equation.left), sum(equation.right))
    }

    /// Empties a cell.
    pub fn blank(&mut self, kind: TableKind, at: Position) {
        self.set(kind, at, Figure::blank());
    }

    /// Puts another count into a cell: what a slip of the pen leaves.
    pub fn spoil(&mut self, random: &mut Random, kind: TableKind, at: Position) {
        let right = self.at(kind, at).value.expect("a spoiled cell has a number") as u64;
        let wrong = match random.below(4) {
            0 => right + 1,
            1 if right > 0 => right - 1,
            2 => right * 10 + 1,
            _ => right + random.between(1, 20),
        };
        self.set(kind, at, Figure::count(wrong));
    }
}

/// Fills all cells but the last, which becomes their sum.
fn fill_with_total(random: &mut Random, scale: Scale, row: &mut [Figure]) {
    let last = row.len() - 1;
    let mut total = 0;
    for cell in &mut row[..last] {
        let count = scale.draw(random);
        total += count;
        *cell = Figure::count(count);
    }
    row[last] = Figure::count(total);
}

fn applications(random: &mut Random, form: &Form, scale: Scale, figures: &mut [Vec<Figure>]) {
    let table = form.table(TableKind::Applications);
    let row = |key: &str| table.rows.iter().position(|row| row.key == key).expect("every edition has this row");
    let (new, carried_in, first, total, carried_out) = (row("1"), row("2"), row("3.1"), row("3.7"), row("4"));
    let last = figures[new].len() - 1;
    let mut row_totals = vec![0; figures.len()];
    for column in 0..last {
        let mut counts = vec![0; figures.len()];
        counts[first..total].fill_with(|| scale.draw(random));
        counts[total] = counts[first..total].iter().sum();
        counts[carried_out] = scale.draw(random);
        let handled = counts[total] + counts[carried_out];
        counts[carried_in] = scale.draw(random).min(handled);
        counts[new] = handled - counts[carried_in];
        for ((row, count), row_total) in figures.iter_mut().zip(counts).zip(&mut row_totals) {
            row[column] = Figure::count(count);
            *row_total += count;
        }
    }
    for (row, row_total) in figures.iter_mut().zip(row_totals) {
        row[last] = Figure::count(row_total);
    }
}

fn disclosure(random: &mut Random, form: &Form, scale: Scale, may_regulate: bool, figures: &mut [Vec<Figure>]) {
    for (row, cells) in form.table(TableKind::Disclosure).rows.iter().zip(figures) {
        if row.key == "20.1.regulation" && !may_regulate {
            continue;
        }
        if row.key.starts_with("20.1.") {
            let [first, second] = [scale.draw(random), scale.draw(random)];
            let counts = match form.edition {
                // Made, of these published, published in all.
                Edition::Y2019 => [first + second, second, second + scale.draw(random)],
                // Issued, repealed, in force: what was in force before is at least what was repealed.
                Edition::Y2021 => [first, second, first + scale.draw(random)],
            };
            for (cell, count) in cells.iter_mut().zip(counts) {
                *cell = Figure::count(count);
            }
            continue;
        }
        let last_year = scale.draw(random);
        for (column, cell) in row.columns.iter().zip(cells) {
            *cell = match column.content {
                Content::Count if column.key == "last-year" => Figure::count(last_year),
                Content::Count => Figure::count(scale.draw(random)),
                Content::Change => change(random, scale, last_year),
                Content::Amount => amount(random, scale, form.edition),
            };
        }
    }
}

/// An increase or a decrease of at most what there was.
fn change(random: &mut Random, scale: Scale, last_year: u64) -> Figure {
    let size = scale.draw(random);
    if size > 0 && size <= last_year && random.one_in(2) {
        let sign = *random.pick(&["-", "-", "−", "－"]);
        return Figure { written: format!("{sign}{size}"), value: Some(-(size as f64)) };
    }
    if size > 0 && random.one_in(4) {
        return Figure { written: format!("+{size}"), value: Some(size as f64) };
    }
    Figure::count(size)
}

/// An amount in 万元; in the 2019 form with its unit in the cell.
fn amount(random: &mut Random, scale: Scale, edition: Edition) -> Figure {
    let size = scale.draw(random);
    if edition == Edition::Y2019 && random.one_in(3) {
        let yuan = size * 100;
        return Figure { written: format!("{yuan}元"), value: Some(yuan as f64 / 10_000.0) };
    }
    let unit = if edition == Edition::Y2019 && random.one_in(2) { "万元" } else { "" };
    if size == 0 || random.one_in(2) {
        return Figure { written: format!("{size}{unit}"), value: Some(size as f64) };
    }
    let decimal = format!("{size}.{:0width$}", random.between(1, 99), width = 2);
    Figure { value: decimal.parse().ok(), written: format!("{decimal}{unit}") }
}
