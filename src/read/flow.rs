//! Paragraphs and tables of a Word file as the lines of a text: the form that `text::html` gives a pasted table.

use crate::text::html::is_cjk;
use crate::text::order::sort;

/// The width of a cell that gives none, in twentieths of a point.
pub const USUAL_WIDTH: u32 = 1_000;
/// Tables inside tables, and text boxes inside text boxes, beyond which a reader leaves the inner ones out: a hostile file may hold any number.
pub const MOST_NESTED: usize = 16;
/// Cells in all tables of a file; what comes after them reads as lines.
const MOST_CELLS: usize = 100_000;
/// Word's own bound is 63.
const MOST_COLUMNS: usize = 64;
/// How many empty fields may fill up short rows in all tables of a file.
const MOST_FILLERS: usize = 100_000;
/// Borders that stand closer together than this, in twentieths of a point, were dragged apart by accident: a cell's own
/// margins are wider.
const NARROW: u32 = 100;

/// Takes a text in piece by piece.
#[derive(Default)]
pub struct Flow {
    text: String,
    /// The tables that are being read, from the outermost in.
    tables: Vec<Table>,
    cells: usize,
    fillers: usize,
}

#[derive(Default)]
struct Table {
    rows: Vec<Vec<Cell>>,
    row: Vec<Cell>,
    content: Content,
}

/// What a cell holds.
#[derive(Default)]
struct Content {
    lines: String,
    holds_table: bool,
    /// A table of several rows and columns.
    holds_grid: bool,
}

struct Cell {
    content: Content,
    extent: Extent,
}

/// Where a cell stands in its row.
#[derive(Clone, Copy, Default)]
pub struct Extent {
    /// Its left border, from any origin that is the same in all rows, in twentieths of a point.
    pub left: u32,
    /// Its right border.
    pub right: u32,
    /// Whether it only continues a merged cell, whose first part has the text.
    pub continued: bool,
}

impl Flow {
    /// A paragraph; the line breaks in it are line feeds.
    pub fn paragraph(&mut self, text: &str) {
        let lines = match self.tables.last_mut() {
            Some(table) => &mut table.content.lines,
            None => &mut self.text,
        };
        // One blank line shows as well as ten that there are some.
        if !text.trim().is_empty() || !lines.is_empty() && !lines.ends_with("\n\n") {
            lines.push_str(text.trim_end());
            lines.push('\n');
        }
    }

    /// A table begins.
    pub fn start_table(&mut self) {
        self.tables.push(Table::default());
    }

    /// What came since the last cell's end is a cell.
    pub fn end_cell(&mut self, extent: Extent) {
        if let Some(table) = self.tables.last_mut()
            && self.cells < MOST_CELLS
        {
            self.cells += 1;
            let content = std::mem::take(&mut table.content);
            table.row.push(Cell { content, extent });
        }
    }

    /// Where the cells since the last row's end stand, for a format that tells it behind them.
    pub fn place_cells(&mut self, extents: &[Extent]) {
        if let Some(table) = self.tables.last_mut() {
            let usual = |index: usize| {
                let left = index as u32 * USUAL_WIDTH;
                Extent { left, right: left + USUAL_WIDTH, continued: false }
            };
            let extents = extents.iter().copied().chain((extents.len()..).map(usual));
            for (cell, extent) in table.row.iter_mut().zip(extents) {
                cell.extent = extent;
            }
        }
    }

    /// The cells since the last row's end are a row.
    pub fn end_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            let row = std::mem::take(&mut table.row);
            if row.iter().any(|cell| !cell.extent.continued) {
                table.rows.push(row);
            }
        }
    }

    /// The cells since the last row's end are of a row that was deleted.
    pub fn drop_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.row.clear();
        }
    }

    /// The table that began last ends.
    pub fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        let columns = columns(&table.rows);
        let width = columns.as_ref().map_or(0, |columns| columns.len().saturating_sub(1));
        let holds_grid =
            table.rows.len() > 1 && width > 1 || table.rows.iter().flatten().any(|cell| cell.content.holds_grid);
        let lines = match self.tables.last_mut() {
            Some(outer) => {
                outer.content.holds_table = true;
                outer.content.holds_grid |= holds_grid;
                &mut outer.content.lines
            }
            None => &mut self.text,
        };
        for row in &table.rows {
            if is_layout(row, width) {
                push_lines(lines, row);
            } else {
                write_row(lines, row, columns.as_deref(), &mut self.fillers);
            }
        }
        // Cells whose row has not ended: the file breaks off.
        push_lines(lines, &table.row);
        lines.push_str(&table.content.lines);
    }

    /// The text.
    pub fn finish(mut self) -> String {
        while !self.tables.is_empty() {
            self.end_table();
        }
        self.text.trim_matches('\n').to_owned()
    }
}

fn push_lines(text: &mut String, cells: &[Cell]) {
    for cell in cells {
        text.push_str(&cell.content.lines);
    }
}

/// Whether a row only lays out the page, so that each of its cells reads as text of its own, as in `text::html`.
fn is_layout(row: &[Cell], width: usize) -> bool {
    let has_lines = |content: &Content| content.lines.lines().filter(|line| !line.trim().is_empty()).nth(1).is_some();
    match row {
        [alone] => alone.content.holds_table || width == 1 && has_lines(&alone.content),
        _ => row.iter().any(|cell| cell.content.holds_grid),
    }
}

/// The borders of all columns, ascending; None where there are more than Word would make.
fn columns(rows: &[Vec<Cell>]) -> Option<Vec<u32>> {
    let cells = || rows.iter().flatten().map(|cell| cell.extent);
    let mut borders: Vec<u32> = cells().flat_map(|extent| [extent.left, extent.right]).collect();
    sort(&mut borders);
    borders.dedup();
    let mut columns = borders.clone();
    columns.dedup_by(|next, kept| next.saturating_sub(*kept) < NARROW);
    let vanishes = |cell: &Cell| {
        let extent = cell.extent;
        column(&columns, extent.left) == column(&columns, extent.right) && !cell.content.lines.trim().is_empty()
    };
    if rows.iter().flatten().any(vanishes) {
        columns = borders;
    }
    (columns.len() <= MOST_COLUMNS + 1).then_some(columns)
}

/// The column that begins at a border.
fn column(columns: &[u32], border: u32) -> usize {
    columns.partition_point(|&start| start <= border).saturating_sub(1)
}

/// One line: each cell's text in its first column, nothing in all others.
fn write_row(text: &mut String, row: &[Cell], columns: Option<&[u32]>, fillers: &mut usize) {
    let mut fields = 0;
    let mut fill = |text: &mut String, fields: &mut usize, to: usize| {
        while *fields < to && *fillers < MOST_FILLERS {
            text.push_str(if *fields == 0 { "" } else { "\t" });
            (*fields, *fillers) = (*fields + 1, *fillers + 1);
        }
    };
    for cell in row {
        let Some(columns) = columns else {
            text.push_str(if fields == 0 { "" } else { "\t" });
            write_field(text, cell);
            fields += 1;
            continue;
        };
        let (from, to) = (column(columns, cell.extent.left), column(columns, cell.extent.right));
        if from == to && !cell.extent.continued && cell.content.lines.trim().is_empty() {
            continue;
        }
        fill(text, &mut fields, from);
        text.push_str(if fields == 0 { "" } else { "\t" });
        write_field(text, cell);
        fields += 1;
        fill(text, &mut fields, to);
    }
    fill(text, &mut fields, columns.map_or(0, |columns| columns.len() - 1));
    text.push('\n');
}

/// A cell's lines one after the other, with a blank between only where no Chinese meets Chinese.
fn write_field(text: &mut String, cell: &Cell) {
    if cell.extent.continued {
        return;
    }
    let start = text.len();
    for part in cell.content.lines.split(['\n', '\t']).map(str::trim).filter(|part| !part.is_empty()) {
        let last = text[start..].chars().next_back();
        if last.is_some_and(|last| !(is_cjk(last) && part.starts_with(is_cjk))) {
            text.push(' ');
        }
        text.push_str(part);
    }
}
