//! The equations between the cells (勾稽关系), derived from the rows and columns of an edition.

use std::sync::LazyLock;

use super::{Edition, Form, TableForm, TableKind};

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
#[derive(Clone, Debug)]
pub struct Equation {
    /// Which kind.
    pub kind: EquationKind,
    /// The table whose cells it joins.
    pub table: TableKind,
    /// What messages call it: "表三“（七）总计”行".
    pub name: String,
    /// The cells to the left: the parts.
    pub left: Vec<Position>,
    /// The cells to the right: the total.
    pub right: Vec<Position>,
}

impl Equation {
    /// All equations of an edition, in the order of the form: 42, or 40 in the 2019 form.
    pub fn all(edition: Edition) -> &'static [Self] {
        static EDITION_2019: LazyLock<Vec<Equation>> = LazyLock::new(|| derive(Edition::Y2019));
        static EDITION_2021: LazyLock<Vec<Equation>> = LazyLock::new(|| derive(Edition::Y2021));
        match edition {
            Edition::Y2019 => &EDITION_2019,
            Edition::Y2021 => &EDITION_2021,
        }
    }

    /// The cells of both sides.
    pub fn cells(&self) -> impl Iterator<Item = Position> + '_ {
        self.left.iter().chain(&self.right).copied()
    }
}

fn derive(edition: Edition) -> Vec<Equation> {
    let form = Form::of(edition);
    let mut equations = applications(form.table(TableKind::Applications));
    equations.extend(disputes(form.table(TableKind::Disputes)));
    equations
}

fn applications(table: &TableForm) -> Vec<Equation> {
    let row = |key: &str| table.rows.iter().position(|row| row.key == key).expect("every edition has this row");
    let (new, carried_in, results, total, carried_out) = (row("1"), row("2"), row("3.1"), row("3.7"), row("4"));
    let columns = table.rows[total].columns;
    let at = |row, column| Position { row, column };
    let last = columns.len() - 1;

    let row_totals = (0..table.rows.len()).map(|row| Equation {
        kind: EquationKind::RowTotal,
        table: table.kind,
        name: format!("表三“{}”行", table.rows[row].name()),
        left: (0..last).map(|column| at(row, column)).collect(),
        right: vec![at(row, last)],
    });
    let column_totals = (0..=last).map(|column| Equation {
        kind: EquationKind::ColumnTotal,
        table: table.kind,
        name: format!("表三（七）总计·{}", columns[column].label),
        left: (results..total).map(|row| at(row, column)).collect(),
        right: vec![at(total, column)],
    });
    let balances = (0..=last).map(|column| Equation {
        kind: EquationKind::Balance,
        table: table.kind,
        name: format!("表三“{}”列（一＋二＝三＋四）", columns[column].label),
        left: vec![at(new, column), at(carried_in, column)],
        right: vec![at(total, column), at(carried_out, column)],
    });
    row_totals.chain(column_totals).chain(balances).collect()
}

fn disputes(table: &TableForm) -> impl Iterator<Item = Equation> + '_ {
    table.rows.iter().enumerate().map(|(row, form_row)| {
        let last = form_row.columns.len() - 1;
        Equation {
            kind: EquationKind::DisputeTotal,
            table: table.kind,
            name: format!("表四“{}”", form_row.name()),
            left: (0..last).map(|column| Position { row, column }).collect(),
            right: vec![Position { row, column: last }],
        }
    })
}
