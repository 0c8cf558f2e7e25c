//! Text and tables to pieces: white space collapsed, lines ended, grids drawn with tabs.

use std::ops::Range;

use super::table::{Blank, Item, MOST_EMPTY_FIELDS, Slot, Table, spend};

/// Hands out the pieces of a text.
pub struct Writer<'a> {
    source: &'a str,
    emit: &'a mut dyn FnMut(&str, Range<usize>),
    /// The last character of the line or cell; None at its beginning.
    last: Option<char>,
    /// A line that has ended, but no text has followed yet.
    ended: Option<Range<usize>>,
    /// White space that no text has followed yet.
    blank: Option<(Range<usize>, Blank)>,
    in_cell: bool,
    budget: usize,
}

impl<'a> Writer<'a> {
    /// Starts at the beginning of a line.
    pub fn new(source: &'a str, emit: &'a mut dyn FnMut(&str, Range<usize>)) -> Self {
        Self { source, emit, last: None, ended: None, blank: None, in_cell: false, budget: MOST_EMPTY_FIELDS }
    }

    /// Writes what stands one after the other.
    pub fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Text(range) => {
                    let text = &self.source[range.clone()];
                    self.space_before(text.chars().next().unwrap_or(' '));
                    (self.emit)(text, range.clone());
                    self.last = text.chars().next_back();
                }
                Item::Char(range, c) => {
                    self.space_before(*c);
                    (self.emit)(c.encode_utf8(&mut [0; 4]), range.clone());
                    self.last = Some(*c);
                }
                Item::Blank(range, kind) => self.add_blank(range, *kind),
                Item::Break(range) => self.end_line(range),
                Item::Table(table) if self.in_cell => self.flat(table),
                Item::Table(table) => self.table(table),
            }
        }
    }

    fn add_blank(&mut self, range: &Range<usize>, kind: Blank) {
        if self.ended.is_some() && kind != Blank::Kept {
            return;
        }
        // Of several runs the browser shows one blank; one that is no line break of the source is meant.
        if self.blank.as_ref().is_none_or(|(_, old)| *old == Blank::Wrapped && kind != Blank::Wrapped) {
            self.blank = Some((range.clone(), kind));
        }
    }

    fn end_line(&mut self, range: &Range<usize>) {
        // A tab at the end of a line stands before a blank cell.
        if let Some((kept, Blank::Kept)) = self.blank.take()
            && self.source[kept.clone()].contains('\t')
        {
            self.line_before(true);
            (self.emit)(&self.source[kept.clone()], kept);
            self.last = Some('\t');
        }
        self.ended.get_or_insert_with(|| range.clone());
    }

    /// Writes the end of line that text, or with `cjk` Chinese text, turns out to follow.
    fn line_before(&mut self, cjk: bool) {
        let Some(ended) = self.ended.take() else { return };
        let Some(last) = self.last else { return };
        if self.in_cell {
            if !(cjk && is_cjk(last)) {
                (self.emit)(" ", ended.start..ended.start);
            }
        } else {
            let source = &self.source[ended.clone()];
            (self.emit)(if source.matches('\n').nth(1).is_some() { "\n\n" } else { "\n" }, ended);
            self.last = None;
        }
    }

    fn space_before(&mut self, next: char) {
        self.line_before(is_cjk(next));
        let Some((range, kind)) = self.blank.take() else { return };
        let shown = match (kind, self.last) {
            (Blank::Kept, _) => return (self.emit)(&self.source[range.clone()], range),
            (_, None) => false,
            (Blank::Plain, _) => true,
            (Blank::Wrapped, Some(last)) => !(is_cjk(last) && is_cjk(next)),
            (Blank::BehindNumber, _) => !is_cjk(next),
        };
        if shown {
            (self.emit)(" ", range);
        }
    }

    /// A table in the text: its rows as lines, but what a layout row holds as text.
    fn table(&mut self, table: &Table) {
        self.items(&table.before);
        let mut is_grid = false;
        for (row, layout) in table.rows.iter().zip(table.layout_rows()) {
            if layout {
                for slot in row {
                    if let Slot::Own(cell) = slot {
                        let cell = &table.cells[*cell];
                        self.end_line(&(cell.start..cell.start));
                        self.items(&cell.items);
                        self.end_line(&(cell.end..cell.end));
                    }
                }
            } else {
                self.row(table, row);
                is_grid = true;
            }
        }
        if is_grid && self.ended.is_none() {
            (self.emit)("\n", table.end..table.end);
            self.last = None;
        }
    }

    fn row(&mut self, table: &Table, row: &[Slot]) {
        let padding = table.width - row.len();
        let padding = if spend(&mut self.budget, padding) { padding } else { 0 };
        let filler = row.last().map(|slot| match slot {
            Slot::Own(cell) | Slot::Continued(cell) => Slot::Continued(*cell),
        });
        let slots = row.iter().copied().chain(filler.into_iter().cycle().take(padding));
        (self.ended, self.blank) = (None, None);
        for (column, slot) in slots.enumerate() {
            let at = match slot {
                Slot::Own(cell) => table.cells[cell].start,
                Slot::Continued(cell) => table.cells[cell].end,
            };
            (self.emit)(if column == 0 { "\n" } else { "\t" }, at..at);
            if let Slot::Own(cell) = slot {
                self.last = None;
                self.in_cell = true;
                self.items(&table.cells[cell].items);
                self.in_cell = false;
                (self.ended, self.blank) = (None, None);
            }
        }
        // Whatever the last cell holds, the line is begun.
        self.last = Some('\t');
    }

    /// A table inside a cell of another: its cells one after the other.
    fn flat(&mut self, table: &Table) {
        self.items(&table.before);
        for cell in &table.cells {
            self.end_line(&(cell.start..cell.start));
            self.items(&cell.items);
        }
        self.end_line(&(table.end..table.end));
    }
}

/// Han characters and the punctuation set among them: no blank belongs where a line was broken between two.
pub fn is_cjk(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}'
        | '\u{20000}'..='\u{3ffff}' | '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}
