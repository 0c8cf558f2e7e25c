//! Tags to text and tables: which element ends where, what is hidden, what starts a line.

use std::ops::Range;

use super::elements::{BLOCK, Flags, HIDDEN, Kind, NUMBER, OFFICE, PRE, is_inline, kind, own_flags, span};
use super::entities;
use super::table::{Blank, Builder, Item, MOST_EMPTY_FIELDS, Table};
use super::tokens::{Tag, Token, Tokens, is_space};

/// Elements deeper than browsers build them are ignored, so that neither time nor stack depends on the nesting.
const MOST_OPEN: usize = 512;
/// What most end tags do not reach beyond.
const SCOPES: [Kind; 3] = [Kind::Cell, Kind::Table, Kind::Caption];

struct Element<'a> {
    name: &'a str,
    kind: Kind,
    flags: Flags,
}

/// Reads the source from `start` on.
pub fn parse(source: &str, start: usize) -> Vec<Item> {
    let mut parser = Parser {
        source,
        open: Vec::new(),
        too_deep: 0,
        tables: Vec::new(),
        root: Vec::new(),
        list_number: false,
        budget: MOST_EMPTY_FIELDS,
    };
    let mut tokens = Tokens::new(source, start);
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(range) => parser.text(range),
            Token::Open(tag) => {
                let kind = kind(tag.name);
                parser.start(&tag, kind);
                if kind == Kind::Raw {
                    tokens.skip_raw(tag.name);
                }
            }
            Token::Close { name, range } => parser.end(name, &range),
            Token::ListNumber => parser.list_number = true,
            Token::EndIf => parser.list_number = false,
        }
    }
    parser.leave_to(0, source.len());
    parser.root
}

struct Parser<'a> {
    source: &'a str,
    open: Vec<Element<'a>>,
    /// How many elements are open beyond [`MOST_OPEN`].
    too_deep: usize,
    /// The tables among the open elements that are shown.
    tables: Vec<Builder>,
    root: Vec<Item>,
    list_number: bool,
    budget: usize,
}

impl<'a> Parser<'a> {
    fn flags(&self) -> Flags {
        self.open.last().map_or(0, |element| element.flags)
    }

    fn start(&mut self, tag: &Tag<'a>, kind: Kind) {
        let at = tag.range.start;
        match kind {
            Kind::Void | Kind::Raw => return,
            Kind::LineBreak => return self.break_line(at),
            Kind::Paragraph | Kind::Block | Kind::Heading | Kind::Preformatted | Kind::List | Kind::Rule => {
                self.leave_implied_table(at);
                self.close(at, Kind::Paragraph, &SCOPES);
                self.break_line(at);
                self.list_number = false;
                if kind == Kind::Rule {
                    return;
                }
            }
            Kind::ListItem => {
                self.close(at, Kind::ListItem, &[Kind::List, Kind::Cell, Kind::Table, Kind::Caption]);
                self.close(at, Kind::Paragraph, &SCOPES);
                self.break_line(at);
            }
            Kind::Table => {
                // A table within a table but in no cell ends the outer one.
                self.close(at, Kind::Table, &[Kind::Cell, Kind::Caption]);
                self.break_line(at);
            }
            Kind::Caption | Kind::RowGroup => {
                if !self.back_to(at, &[Kind::Table]) {
                    return self.break_line(at);
                }
            }
            Kind::Row => self.back_to_table(at),
            Kind::Cell => {
                self.close(at, Kind::Cell, &[Kind::Table]);
                if !self.back_to(at, &[Kind::Row, Kind::Table])
                    || self.open.last().is_some_and(|it| it.kind == Kind::Table)
                {
                    self.back_to_table(at);
                    self.push("tr", Kind::Row, BLOCK);
                }
            }
            Kind::Hidden | Kind::OfficeParagraph | Kind::Inline | Kind::Unknown => {}
        }
        // In HTML's own elements browsers ignore the slash; Word's are XML.
        if tag.self_closing() && tag.name.contains(':') {
            return;
        }
        let own = own_flags(tag, kind);
        if is_inline(kind) && (own | self.flags()) & !BLOCK == 0 {
            return;
        }
        self.push(tag.name, kind, own);
        if kind == Kind::Cell
            && self.flags() & HIDDEN == 0
            && let Some(table) = self.tables.last_mut()
        {
            table.start_cell(span(tag, "colspan"), span(tag, "rowspan"), tag.range.end, &mut self.budget);
        }
    }

    fn push(&mut self, name: &'a str, kind: Kind, own: Flags) {
        if self.open.len() >= MOST_OPEN {
            self.too_deep += 1;
            return;
        }
        let flags = self.flags() | own;
        self.open.push(Element { name, kind, flags });
        if flags & HIDDEN != 0 {
            return;
        }
        match (kind, self.tables.last_mut()) {
            (Kind::Table, _) => self.tables.push(Builder::default()),
            (Kind::RowGroup, Some(table)) => table.start_group(),
            (Kind::Row, Some(table)) => table.start_row(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str, range: &Range<usize>) {
        let kind = kind(name);
        if self.too_deep > 0 && !matches!(kind, Kind::Void | Kind::Raw | Kind::LineBreak) {
            self.too_deep -= 1;
            return;
        }
        let at = range.start;
        let found = match kind {
            Kind::Void | Kind::Raw | Kind::Rule => return,
            Kind::Table => {
                self.back_to(at, &[Kind::Table]);
                self.close(range.end, Kind::Table, &[])
            }
            // Rows straight in a table are in a group that was never opened.
            Kind::RowGroup => self.back_to(at, &[Kind::Table]),
            Kind::Row | Kind::Cell | Kind::Caption => self.close(at, kind, &[Kind::Table]),
            Kind::Heading | Kind::ListItem => self.close(at, kind, &SCOPES),
            _ => self.close_innermost(at, &|it| it.name.eq_ignore_ascii_case(name), &SCOPES),
        };
        if !found && !is_inline(kind) {
            self.break_line(at);
        }
    }

    /// Leaves the innermost element of this kind, and all in it; none behind one that is a barrier.
    fn close(&mut self, at: usize, kind: Kind, barriers: &[Kind]) -> bool {
        self.close_innermost(at, &|element| element.kind == kind, barriers)
    }

    fn close_innermost(&mut self, at: usize, wanted: &dyn Fn(&Element) -> bool, barriers: &[Kind]) -> bool {
        let found = self.open.iter().rposition(|element| wanted(element) || barriers.contains(&element.kind));
        match found {
            Some(index) if wanted(&self.open[index]) => {
                self.leave_to(index, at);
                true
            }
            _ => false,
        }
    }

    /// Leaves all that is inside the innermost element of one of these kinds.
    fn back_to(&mut self, at: usize, kinds: &[Kind]) -> bool {
        let found = self.open.iter().rposition(|element| kinds.contains(&element.kind));
        if let Some(index) = found {
            self.leave_to(index + 1, at);
        }
        found.is_some()
    }

    /// Rows and cells copied without their table get one.
    fn back_to_table(&mut self, at: usize) {
        if self.back_to(at, &[Kind::Table, Kind::RowGroup]) {
            return;
        }
        self.break_line(at);
        self.push("table", Kind::Table, BLOCK);
        if let Some(table) = self.tables.last_mut() {
            table.implied = true;
        }
    }

    fn leave_implied_table(&mut self, at: usize) {
        if self.tables.last().is_some_and(|table| table.implied && !table.in_row()) {
            self.close(at, Kind::Table, &[]);
        }
    }

    fn leave_to(&mut self, depth: usize, at: usize) {
        while self.open.len() > depth {
            let Some(element) = self.open.pop() else { return };
            if element.flags & HIDDEN != 0 {
                continue;
            }
            match (element.kind, self.tables.last_mut()) {
                (Kind::Table, _) => {
                    if let Some(table) = self.tables.pop() {
                        self.table(table.finish(at));
                    }
                }
                (Kind::Row, Some(table)) => table.end_row(&mut self.budget),
                (Kind::Cell, Some(table)) => table.end_cell(at),
                (kind, _) if !is_inline(kind) => self.break_line(at),
                _ => {}
            }
        }
    }

    fn table(&mut self, table: Table) {
        let at = table.end;
        if let Some(place) = self.place(at) {
            place.push(Item::Table(Box::new(table)));
        }
    }

    fn break_line(&mut self, at: usize) {
        if self.flags() & HIDDEN == 0 {
            self.push_space(Item::Break(at..at));
        }
    }

    /// The place for text: the open cell, or around the tables; text that stands in a table but in no cell comes
    /// before the table, as in a browser, as long as no cell was read, else it gets a cell so that none is lost.
    fn place(&mut self, at: usize) -> Option<&mut Vec<Item>> {
        self.leave_implied_table(at);
        if let Some(table) = self.tables.last_mut()
            && table.cell.is_none()
            && !table.table.cells.is_empty()
        {
            if !table.in_row() {
                self.push("tr", Kind::Row, BLOCK);
            }
            self.push("td", Kind::Cell, BLOCK);
            if let Some(table) = self.tables.last_mut() {
                table.start_cell(1, 1, at, &mut self.budget);
            }
        }
        match self.tables.last_mut() {
            None => Some(&mut self.root),
            Some(Builder { table, cell: Some(cell), .. }) => table.cells.get_mut(*cell).map(|cell| &mut cell.items),
            Some(Builder { table, .. }) => Some(&mut table.before),
        }
    }

    fn push_space(&mut self, item: Item) {
        let place = match self.tables.last_mut() {
            None => &mut self.root,
            Some(Builder { table, cell: Some(cell), .. }) => &mut table.cells[*cell].items,
            Some(Builder { table, .. }) if table.cells.is_empty() => &mut table.before,
            Some(_) => return,
        };
        let changes_nothing = matches!(&item, Item::Break(range) if range.is_empty())
            && matches!(place.last(), None | Some(Item::Break(_)));
        if !changes_nothing {
            place.push(item);
        }
    }

    fn push_text(&mut self, range: Range<usize>) {
        let Some(place) = self.place(range.start) else { return };
        match place.last_mut() {
            Some(Item::Text(last)) if last.end == range.start => last.end = range.end,
            _ => place.push(Item::Text(range)),
        }
    }

    fn text(&mut self, range: Range<usize>) {
        let flags = self.flags();
        if flags & HIDDEN != 0 {
            return;
        }
        let only_blank = flags & (OFFICE | NUMBER) != 0 || self.list_number;
        let mut at = range.start;
        while at < range.end {
            let rest = &self.source[at..range.end];
            let bytes = rest.as_bytes();
            if is_space(bytes[0]) {
                let end = at + bytes.iter().position(|&b| !is_space(b)).unwrap_or(bytes.len());
                self.space(at..end, flags);
                at = end;
            } else if only_blank && rest.starts_with('\u{a0}') {
                self.push_space(Item::Blank(at..at + 2, self.blank(flags)));
                at += 2;
            } else if bytes[0] == b'&'
                && let Some((c, length)) = entities::decode(rest)
            {
                let range = at..at + length;
                if c.is_ascii_whitespace() || only_blank && c == '\u{a0}' {
                    self.push_space(Item::Blank(range, self.blank(flags)));
                } else if let Some(place) = self.place(at) {
                    place.push(Item::Char(range, c));
                }
                at += length;
            } else {
                let is_end = |b: u8| is_space(b) || b == b'&' || only_blank && b == 0xc2;
                let length = bytes.iter().skip(1).position(|&b| is_end(b)).map_or(bytes.len(), |found| found + 1);
                self.push_text(at..at + length);
                at += length;
            }
        }
    }

    fn blank(&self, flags: Flags) -> Blank {
        if flags & NUMBER != 0 || self.list_number { Blank::BehindNumber } else { Blank::Plain }
    }

    fn space(&mut self, range: Range<usize>, flags: Flags) {
        let newline = |byte: u8| matches!(byte, b'\n' | b'\r');
        let wrapped = self.source[range.clone()].bytes().any(newline);
        let kept = (flags & BLOCK == 0 || flags & PRE != 0) && self.tables.is_empty();
        if !kept {
            let blank = match self.blank(flags) {
                Blank::Plain if wrapped => Blank::Wrapped,
                other => other,
            };
            return self.push_space(Item::Blank(range, blank));
        }
        // Outside all markup (Markdown with tables in HTML, say) and in <pre> the lines are the author's.
        let bytes = &self.source.as_bytes()[range.clone()];
        let lines_end = bytes.iter().rposition(|&b| newline(b)).map_or(range.start, |found| range.start + found + 1);
        if lines_end > range.start {
            let first = bytes.iter().position(|&b| newline(b)).unwrap_or(0);
            if first > 0 {
                self.push_space(Item::Blank(range.start..range.start + first, Blank::Kept));
            }
            self.push_space(Item::Break(range.start + first..lines_end));
        }
        if lines_end < range.end {
            self.push_space(Item::Blank(lines_end..range.end, Blank::Kept));
        }
    }
}
