//! The equations between the cells (勾稽关系), derived from the rows and columns of an edition when nianbao is built.

use std::sync::LazyLock;

use super::{CellRef, Edition, TableForm, TableKind, edition_2019, edition_2021};

/// The place of a cell in a table of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The row's index in the form.
    pub row: usize,
    /// The column's index in its row.
    pub column: usize,
}

/// Which sums an equation holds together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EquationKind {
    /// Table three: the six kinds of applicants add up to 总计.
    RowTotal,
    /// Table three: the results (一) to (六) add up to （七）总计.
    ColumnTotal,
    /// Table three: 一 + 二 = 三 + 四, printed in the table's corner.
    Balance,
    /// Table four: the four results add up to 总计.
    DisputeTotal,
}

impl EquationKind {
    /// The code of the rule that checks it.
    pub fn code(self) -> &'static str {
        match self {
            Self::RowTotal => "arithmetic/row-total",
            Self::ColumnTotal => "arithmetic/column-total",
            Self::Balance => "arithmetic/balance",
            Self::DisputeTotal => "arithmetic/dispute-total",
        }
    }
}

/// One equation: the sum of the cells to the left equals the sum of those to the right.
#[derive(Clone, Copy, Debug)]
pub struct Equation {
    /// Which kind.
    pub kind: EquationKind,
    /// The table whose cells it joins.
    pub table: TableKind,
    /// The cells to the left: the parts.
    pub left: &'static [Position],
    /// The cells to the right: the total.
    pub right: &'static [Position],
    form: &'static TableForm,
}

static EDITION_2019: [Equation; 40] = derive(&edition_2019::FORM.tables);
static EDITION_2021: [Equation; 42] = derive(&edition_2021::FORM.tables);

impl Equation {
    /// All equations of an edition, in the order of the form: 42, or 40 in the 2019 form.
    pub fn all(edition: Edition) -> &'static [Self] {
        match edition {
            Edition::Y2019 => &EDITION_2019,
            Edition::Y2021 => &EDITION_2021,
        }
    }

    /// The addresses of the cells of each of an edition's equations.
    pub fn addresses(edition: Edition) -> &'static [Vec<CellRef>] {
        static OF_2019: LazyLock<Vec<Vec<CellRef>>> = LazyLock::new(|| addresses(&EDITION_2019));
        static OF_2021: LazyLock<Vec<Vec<CellRef>>> = LazyLock::new(|| addresses(&EDITION_2021));
        match edition {
            Edition::Y2019 => &OF_2019,
            Edition::Y2021 => &OF_2021,
        }
    }

    /// The cells of both sides.
    pub fn cells(&self) -> impl Iterator<Item = Position> + '_ {
        self.left.iter().chain(self.right).copied()
    }

    /// What messages call it: 表三“（七）总计”行.
    pub fn name(&self) -> String {
        self.name_in_parts().concat()
    }

    /// The parts of its name.
    pub fn name_in_parts(&self) -> [&'static str; 5] {
        let Position { row, column } = self.right[0];
        let row = &self.form.rows[row];
        match self.kind {
            EquationKind::RowTotal => row.name_between("表三“", "”行"),
            EquationKind::ColumnTotal => ["表三（七）总计·", row.columns[column].label, "", "", ""],
            EquationKind::Balance => ["表三“", row.columns[column].label, "”列（一＋二＝三＋四）", "", ""],
            EquationKind::DisputeTotal => row.name_between("表四“", "”"),
        }
    }
}

fn addresses(equations: &[Equation]) -> Vec<Vec<CellRef>> {
    let of = |equation: &Equation| equation.cells().map(|at| equation.form.cell_ref(at)).collect();
    equations.iter().map(of).collect()
}

/// As many columns as a table with equations has at most, and as many rows.
const COLUMNS: usize = 7;
const ROWS: usize = 25;

/// The places of a table row by row, and column by column: a side of an equation is part of a row or of a column.
static BY_ROW: [[Position; COLUMNS]; ROWS] = {
    let mut places = [[Position { row: 0, column: 0 }; COLUMNS]; ROWS];
    let mut at = 0;
    while at < ROWS * COLUMNS {
        let (row, column) = (at / COLUMNS, at % COLUMNS);
        places[row][column] = Position { row, column };
        at += 1;
    }
    places
};
static BY_COLUMN: [[Position; ROWS]; COLUMNS] = {
    let mut places = [[Position { row: 0, column: 0 }; ROWS]; COLUMNS];
    let mut at = 0;
    while at < ROWS * COLUMNS {
        let (row, column) = (at % ROWS, at / ROWS);
        places[column][row] = Position { row, column };
        at += 1;
    }
    places
};

/// The rows that the equations of table three name: 一, 二 and （一） are its first, （七） and 四 its last.
const NEW: usize = 0;
const RESULTS: usize = 2;
const TOTAL_FROM_LAST: usize = 2;

const fn derive<const COUNT: usize>(tables: &'static [TableForm; 3]) -> [Equation; COUNT] {
    let (applications, disputes) = (&tables[TableKind::Applications as usize], &tables[TableKind::Disputes as usize]);
    let rows = applications.rows.len();
    let total = rows - TOTAL_FROM_LAST;
    let mut equations = [row_total(EquationKind::RowTotal, applications, 0); COUNT];
    let mut row = 0;
    while row < rows {
        equations[row] = row_total(EquationKind::RowTotal, applications, row);
        row += 1;
    }
    let mut column = 0;
    while column < COLUMNS {
        let places = &BY_COLUMN[column];
        let (results, totals) = (part(places, RESULTS, total), part(places, total, total + 1));
        equations[rows + column] = equation(EquationKind::ColumnTotal, applications, results, totals);
        let (received, handled) = (part(places, NEW, RESULTS), part(places, total, rows));
        equations[rows + COLUMNS + column] = equation(EquationKind::Balance, applications, received, handled);
        column += 1;
    }
    row = 0;
    while row < disputes.rows.len() {
        equations[rows + 2 * COLUMNS + row] = row_total(EquationKind::DisputeTotal, disputes, row);
        row += 1;
    }
    equations
}

/// The columns of a row add up to its last.
const fn row_total(kind: EquationKind, form: &'static TableForm, row: usize) -> Equation {
    let last = form.rows[row].columns.len() - 1;
    equation(kind, form, part(&BY_ROW[row], 0, last), part(&BY_ROW[row], last, last + 1))
}

const fn equation(
    kind: EquationKind,
    form: &'static TableForm,
    left: &'static [Position],
    right: &'static [Position],
) -> Equation {
    Equation { kind, table: form.kind, left, right, form }
}

const fn part(places: &'static [Position], from: usize, to: usize) -> &'static [Position] {
    places.split_at(to).0.split_at(from).1
}
