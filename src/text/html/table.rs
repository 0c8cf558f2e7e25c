//! A table as a browser lays it out: merged cells opened out into a grid.

use crate::text::order::sort_by_key;
use std::ops::Range;

/// What a cell, or the text outside all tables, is made of.
pub enum Item {
    /// Text as it stands in the source, without white space that collapses.
    Text(Range<usize>),
    /// A character reference.
    Char(Range<usize>, char),
    /// White space.
    Blank(Range<usize>, Blank),
    /// The end of a line; the range is empty where a tag makes it, else it holds the line feed.
    Break(Range<usize>),
    /// A table inside.
    Table(Box<Table>),
}

/// How a run of white space reads.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Blank {
    /// As one blank.
    Plain,
    /// The source was broken over lines here: one blank, but nothing between Han characters.
    Wrapped,
    /// Behind Word's list number: nothing before a Han character.
    BehindNumber,
    /// As it stands (`<pre>`, text outside all markup).
    Kept,
}

/// A table read to its end.
#[derive(Default)]
pub struct Table {
    /// The caption, and text that stands where only rows may.
    pub before: Vec<Item>,
    /// The rows that have a cell of their own.
    pub rows: Vec<Vec<Slot>>,
    /// In the order of the source.
    pub cells: Vec<Cell>,
    /// The longest row's number of slots.
    pub width: usize,
    /// Where the table ends in the source.
    pub end: usize,
    /// Whether it, or a table in one of its cells, has several rows and columns.
    pub grid: bool,
}

/// One field of the grid.
#[derive(Clone, Copy)]
pub enum Slot {
    /// The top left field of a cell.
    Own(usize),
    /// A further field of a merged cell, or a field that no cell fills: empty.
    Continued(usize),
}

/// A cell.
#[derive(Default)]
pub struct Cell {
    /// What it holds.
    pub items: Vec<Item>,
    /// Just behind its start tag.
    pub start: usize,
    /// Just before its end tag.
    pub end: usize,
}

impl Cell {
    fn tables(&self) -> impl Iterator<Item = &Table> {
        self.items.iter().filter_map(|item| if let Item::Table(table) = item { Some(&**table) } else { None })
    }

    /// Whether its text stands on several lines.
    fn has_lines(&self) -> bool {
        let is_text = |item: &Item| matches!(item, Item::Text(_) | Item::Char(..));
        let behind_first = self.items.iter().skip_while(|item| !is_text(item));
        behind_first.skip_while(|item| !matches!(item, Item::Break(_))).any(is_text)
    }
}

impl Table {
    /// Which rows only lay out a page, so that each of their cells reads as text of its own: a row of one cell that
    /// holds a table, any row with a table of several rows and columns in a cell, and, in a table of one column,
    /// a cell of several lines.
    pub fn layout_rows(&self) -> Vec<bool> {
        self.rows.iter().map(|row| self.is_layout(row)).collect()
    }

    fn is_layout(&self, row: &[Slot]) -> bool {
        let own =
            || row.iter().filter_map(|slot| if let Slot::Own(cell) = slot { Some(&self.cells[*cell]) } else { None });
        if own().any(|cell| cell.tables().any(|inner| inner.grid)) {
            return true;
        }
        let Some(Slot::Own(first)) = row.first() else { return false };
        let alone = row[1..].iter().all(|slot| matches!(slot, Slot::Continued(cell) if cell == first));
        let cell = &self.cells[*first];
        alone && (cell.tables().next().is_some() || self.width == 1 && cell.has_lines())
    }
}

/// A hostile file must not make a few bytes into a huge grid: the bounds of one cell, and of all together.
const MOST_COLUMNS: usize = 64;
const MOST_ROWS: usize = 200;
/// How many empty fields merged cells and short rows may add to all tables of a text.
pub const MOST_EMPTY_FIELDS: usize = 100_000;

/// Lays out a table while it is read.
#[derive(Default)]
pub struct Builder {
    /// The table so far.
    pub table: Table,
    /// Whether cells arrived without a `<table>` around them.
    pub implied: bool,
    /// The cell that is being read.
    pub cell: Option<usize>,
    row: Option<Vec<Slot>>,
    /// Cells that reach into the current row from above, by column, and how many of them are laid out already.
    above: Vec<Reaching>,
    placed: usize,
    /// Cells of the current row that reach into the next.
    begun: Vec<Reaching>,
}

struct Reaching {
    column: usize,
    width: usize,
    rows: usize,
    cell: usize,
}

impl Builder {
    /// Whether a row is open.
    pub fn in_row(&self) -> bool {
        self.row.is_some()
    }

    /// A new group of rows: no cell reaches over its border.
    pub fn start_group(&mut self) {
        self.above.clear();
    }

    /// A new row.
    pub fn start_row(&mut self) {
        self.row = Some(Vec::new());
        self.placed = 0;
    }

    /// A new cell whose content starts at `at`; `budget` is what is left of [`MOST_EMPTY_FIELDS`].
    pub fn start_cell(&mut self, columns: usize, rows: usize, at: usize, budget: &mut usize) {
        self.fill(false, budget);
        let Some(row) = &mut self.row else { return };
        let column = row.len();
        let room = self.above.get(self.placed).map_or(MOST_COLUMNS, |next| next.column.saturating_sub(column).max(1));
        let mut width = columns.clamp(1, MOST_COLUMNS.min(room));
        // 0 rows means: down to the end of the group.
        let mut rows = if rows == 0 { MOST_ROWS } else { rows.min(MOST_ROWS) };
        if !spend(budget, width * rows - 1) {
            (width, rows) = (1, 1);
        }
        let cell = self.table.cells.len();
        self.table.cells.push(Cell { items: Vec::new(), start: at, end: at });
        self.cell = Some(cell);
        row.push(Slot::Own(cell));
        row.extend((1..width).map(|_| Slot::Continued(cell)));
        if rows > 1 {
            self.begun.push(Reaching { column, width, rows: rows - 1, cell });
        }
    }

    /// The end of the cell's content.
    pub fn end_cell(&mut self, at: usize) {
        if let Some(cell) = self.cell.take() {
            self.table.cells[cell].end = at;
        }
    }

    /// The end of the row.
    pub fn end_row(&mut self, budget: &mut usize) {
        self.fill(true, budget);
        let Some(row) = self.row.take() else { return };
        self.table.width = self.table.width.max(row.len());
        if row.iter().any(|slot| matches!(slot, Slot::Own(_))) {
            self.table.rows.push(row);
        }
        for reaching in &mut self.above {
            reaching.rows -= 1;
        }
        self.above.retain(|reaching| reaching.rows > 0);
        self.above.append(&mut self.begun);
        sort_by_key(&mut self.above, |reaching| reaching.column);
    }

    /// The end of the table.
    pub fn finish(mut self, at: usize) -> Table {
        self.table.end = at;
        self.table.grid = self.table.rows.len() > 1 && self.table.width > 1
            || self.table.cells.iter().any(|cell| cell.tables().any(|inner| inner.grid));
        self.table
    }

    /// Lays out the cells from above that stand here; with `to_the_end` all those further right too.
    fn fill(&mut self, to_the_end: bool, budget: &mut usize) {
        let Some(row) = &mut self.row else { return };
        while let Some(reaching) = self.above.get(self.placed) {
            let hole = reaching.column.saturating_sub(row.len());
            if hole > 0 && (!to_the_end || !spend(budget, hole)) {
                return;
            }
            row.extend((0..hole + reaching.width).map(|_| Slot::Continued(reaching.cell)));
            self.placed += 1;
        }
    }
}

/// Takes `cost` from what is left, if so much is left.
pub fn spend(budget: &mut usize, cost: usize) -> bool {
    let left = budget.checked_sub(cost);
    *budget = left.unwrap_or(*budget);
    left.is_some()
}
