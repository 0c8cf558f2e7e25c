//! One of the three tables as read.

use std::borrow::Cow;

use crate::form::{Edition, Form, Position, Row, TableForm, TableKind};
use crate::text::{Figure, Span};

/// A table as read: every row of the form, with its cells in the form's order.
#[derive(Clone, Debug)]
pub struct Table {
    /// Which of the three.
    pub kind: TableKind,
    /// The edition whose rows and columns it was read by.
    pub edition: Edition,
    /// From its first to its last character.
    pub span: Span,
    /// One for each row of the form.
    pub rows: Vec<TableRow>,
    /// The columns' labels as written, in the order of the text: which column, and where.
    pub column_labels: Vec<(usize, Label)>,
    /// Rows whose label is none of the form's.
    pub unknown_rows: Vec<Label>,
    /// Words that stand in cells of their own and name no row, no column and no group.
    pub other_words: Vec<Label>,
    /// Labels of rows that stand a second time.
    pub repeated_rows: Vec<(usize, Label)>,
    /// The last row that the text has, where the text breaks off behind it.
    pub breaks_off_after: Option<usize>,
    /// Whether the columns stand in another order than the form's.
    pub columns_out_of_order: bool,
    /// Whether figures stood glued together, in rows that the equations could not part.
    pub glued: bool,
    /// Texts of the head, for what is wrong in them.
    pub head: Span,
}

impl Table {
    /// A table of which nothing is read yet.
    pub fn unread(kind: TableKind, edition: Edition, span: Span) -> Self {
        let row =
            |row: &Row| TableRow { label: None, cells: vec![Cell::MISSING; row.columns.len()], wrong_count: None };
        Self {
            kind,
            edition,
            span,
            rows: Form::of(edition).table(kind).rows.iter().map(row).collect(),
            column_labels: Vec::new(),
            unknown_rows: Vec::new(),
            other_words: Vec::new(),
            repeated_rows: Vec::new(),
            breaks_off_after: None,
            columns_out_of_order: false,
            glued: false,
            head: Span::default(),
        }
    }

    /// The form it was read by.
    pub fn form(&self) -> &'static TableForm {
        Form::of(self.edition).table(self.kind)
    }

    /// A cell.
    pub fn cell(&self, at: Position) -> &Cell {
        &self.rows[at.row].cells[at.column]
    }

    /// Every cell with its place in the form.
    pub fn cells(&self) -> impl Iterator<Item = (Position, &Cell)> {
        self.rows.iter().enumerate().flat_map(|(row, table_row)| {
            table_row.cells.iter().enumerate().map(move |(column, cell)| (Position { row, column }, cell))
        })
    }

    /// The place to show for a cell: its own, else its row's label, else the table's start.
    pub fn place(&self, at: Position) -> Span {
        let row = &self.rows[at.row];
        row.cells[at.column]
            .span
            .or_else(|| row.label.as_ref().map(|label| label.span))
            .unwrap_or(Span { start: self.span.start, end: self.span.start })
    }
}

/// A row of the form as read.
#[derive(Clone, Debug)]
pub struct TableRow {
    /// Its label as written; `None` where the text has none.
    pub label: Option<Label>,
    /// Its cells, in the form's order.
    pub cells: Vec<Cell>,
    /// How many figures stand in the row, where it is not the number the form asks for.
    pub wrong_count: Option<usize>,
}

impl TableRow {
    /// Whether the text has the row: its label, or a cell of it.
    pub fn is_present(&self) -> bool {
        self.label.is_some() || self.cells.iter().any(|cell| cell.content != Content::Missing)
    }
}

/// A label as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where it stands; a label that figures interrupt spans them too.
    pub span: Span,
    /// Its words, without blanks and without what interrupts it; borrowed where they are the form's.
    pub text: Cow<'static, str>,
    /// Whether it is the form's own or an accepted wording.
    pub known: bool,
}

/// A cell as read.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    /// What stands there.
    pub content: Content,
    /// Where; empty where the cell is; `None` where it is missing.
    pub span: Option<Span>,
}

impl Cell {
    /// A cell that the text does not have.
    pub const MISSING: Self = Self { content: Content::Missing, span: None };

    /// The number, where it is one.
    pub fn figure(&self) -> Option<Figure> {
        match self.content {
            Content::Number(figure) => Some(figure),
            _ => None,
        }
    }
}

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// A number.
    Number(Figure),
    /// Nothing.
    Blank,
    /// Something that is no number.
    Text,
    /// The text has no such cell.
    Missing,
}
