//! A table's lines as pieces.

use std::ops::Range;

use super::fold::Folded;
use super::pieces::{Kind, Piece, Pieces, Place};
use crate::document::Line;
use crate::text::{Span, count, width};

/// The marks of a line that part its cells, and those of sentences.
#[derive(Clone, Copy, Debug, Default)]
pub struct Marks {
    /// Tabs before anything else.
    pub leading_tabs: u32,
    /// Tabs behind those.
    pub tabs: u32,
    pub bars: u32,
    /// Whether it has a full stop.
    pub stops: bool,
    /// Whether it has a semicolon or a colon.
    pub pauses: bool,
    /// Whether it has anything but tabs, bars and blanks.
    pub words: bool,
}

/// A cell as the marks around it part it from others.
#[derive(Clone, Copy, Debug)]
pub struct RawCell {
    /// Without the blanks around it.
    pub span: Span,
    /// How many digits it has.
    pub digits: u32,
    /// Whether there are blanks in it.
    pub has_blanks: bool,
}

/// The marks of a line, and the cells between them; of a paragraph, which has none, the marks alone.
pub fn cut(text: &str, line: Span, cells: &mut Vec<RawCell>) -> Marks {
    let bytes = &text.as_bytes()[..line.end as usize];
    let mut marks = Marks::default();
    let mut at = line.start as usize;
    cells.clear();
    loop {
        // Where its words begin, and end so far; 0 where it has none.
        let (mut start, mut end) = (0, 0);
        let (mut digits, mut has_blanks) = (0, false);
        let mark = loop {
            let mark = bytes.get(at).copied();
            match mark {
                Some(b' ') => {
                    at += 1;
                    continue;
                }
                None | Some(b'\t' | b'|') => break mark,
                Some(_) if end == 0 => start = at,
                Some(_) => has_blanks = true,
            }
            while at < bytes.len() {
                match bytes[at] {
                    // Most are Chinese characters.
                    0xe4..=0xe9 => at += 3,
                    ..=b' ' | b'|' => break,
                    b'0'..=b'9' => {
                        digits += 1;
                        at += 1;
                    }
                    byte => {
                        let rest = &bytes[at..];
                        marks.pauses |= matches!(rest, [0xef, 0xbc, 0x9a | 0x9b, ..]);
                        if byte == 0xe3 && !marks.stops && rest.starts_with("。".as_bytes()) {
                            (marks.stops, marks.words) = (true, true);
                            if marks.tabs == 0 && is_paragraph(&text[at..bytes.len()], marks.bars) {
                                return marks;
                            }
                        }
                        at += width(byte);
                    }
                }
            }
            end = at;
        };
        marks.words |= end > 0;
        let (start, end) = if end == 0 { (at, at) } else { (start, end) };
        cells.push(RawCell { span: Span { start: start as u32, end: end as u32 }, digits, has_blanks });
        match mark {
            None => return marks,
            Some(b'|') => marks.bars += 1,
            Some(_) if at - line.start as usize == marks.leading_tabs as usize => marks.leading_tabs += 1,
            Some(_) => marks.tabs += 1,
        }
        at += 1;
    }
}

/// Whether the rest of a line, behind so many bars, has nothing to make it a row.
fn is_paragraph(rest: &str, bars: u32) -> bool {
    count(rest, b'\t') == 0 && count(rest, b'|') as u32 + bars < 2
}

/// The pieces of lines, each line taken alone.
#[derive(Debug, Default)]
pub struct OfLines {
    pieces: Pieces,
    /// All lines so far.
    lines: Vec<OfLine>,
    /// The cells of the line that was cut last.
    cells: Vec<RawCell>,
}

/// A line, and where its pieces and their letters stand; of one that was not read there are none.
#[derive(Clone, Debug, Default)]
struct OfLine {
    marks: Marks,
    pieces: Range<usize>,
    folded: Range<usize>,
}

impl OfLines {
    /// Of no line yet, with room for so many lines of a text, part of which is tables.
    pub fn with_capacity(text: &str, lines: usize) -> Self {
        let pieces = Pieces { list: Vec::with_capacity(text.len() / 12), folded: Vec::with_capacity(text.len() / 8) };
        Self { pieces, lines: Vec::with_capacity(lines), cells: Vec::new() }
    }

    /// Cuts the next line at its marks.
    pub fn cut(&mut self, text: &str, span: Span) -> Marks {
        let marks = cut(text, span, &mut self.cells);
        self.lines.push(OfLine { marks, ..OfLine::default() });
        marks
    }

    /// Reads the line that was cut last, which is no single bar: its pieces, and the letters of their words.
    #[inline(never)]
    pub fn read(&mut self, text: &str, span: Span) -> (&[Piece], &[Folded]) {
        let (piece, letter) = (self.pieces.list.len(), self.pieces.folded.len());
        let number = self.lines.len() - 1;
        let framed = self.lines[number].marks.bars > 0 && may_be_framed(text, span, self.lines[number].marks);
        self.pieces.read_line(text, span, number, framed, &self.cells);
        self.lines[number].pieces = piece..self.pieces.list.len();
        self.lines[number].folded = letter..self.pieces.folded.len();
        (&self.pieces.list[piece..], &self.pieces.folded[letter..])
    }

    /// Adds the pieces of a line that was read to those of a table.
    fn copy(&self, line: &OfLine, pieces: &mut Pieces) {
        self.copy_letters(line, line.pieces.start, pieces);
        pieces.list.extend_from_slice(&self.pieces.list[line.pieces.clone()]);
    }

    /// The same where the line is a cell, or goes on with one: without the empty cell before its only tab.
    fn copy_cell(&self, line: &OfLine, pieces: &mut Pieces) {
        let first = line.pieces.start + line.marks.leading_tabs as usize;
        self.copy_letters(line, first, pieces);
        for piece in &self.pieces.list[first..line.pieces.end] {
            pieces.list.push(Piece { slot: 0, apart: true, alone: true, ..*piece });
        }
    }

    /// Adds the letters of a line, whose first piece is about to be added.
    fn copy_letters(&self, line: &OfLine, first: usize, pieces: &mut Pieces) {
        // Most lines have figures alone.
        if line.folded.is_empty() {
            return;
        }
        let from = pieces.folded.len();
        pieces.folded.extend_from_slice(&self.pieces.folded[line.folded.clone()]);
        for folded in &mut pieces.folded[from..] {
            folded.piece = folded.piece - first as u32 + pieces.list.len() as u32;
        }
    }
}

/// Reads the lines of one table, blank ones among them, by their numbers; `of_lines` is what each is alone.
pub fn read(text: &str, lines: &[Line], indices: &[usize], of_lines: &OfLines) -> Pieces {
    let Frame { one_cell_a_line, framed, pieces, letters } = Frame::of(text, lines, indices, of_lines);
    let mut pieces = Pieces { list: Vec::with_capacity(pieces), folded: Vec::with_capacity(letters) };
    let mut cells = Vec::new();
    let mut after_bar = false;
    for &index in indices {
        let span = lines[index].span;
        let line = &of_lines.lines[index];
        let Marks { leading_tabs, tabs, bars, words, .. } = line.marks;
        if bars == 1 && !words {
            // Each bar on a line of its own: two in a row hold an empty cell.
            if after_bar {
                pieces.push_empty_line(span.start, index);
            }
            after_bar = true;
            continue;
        }
        after_bar &= bars == 0 && !words;
        // Lines of blanks and rules have no pieces yet.
        let was_read = !line.pieces.is_empty();
        if !one_cell_a_line {
            if was_read && (framed || bars == 0 || !may_be_framed(text, span, line.marks)) {
                of_lines.copy(line, &mut pieces);
            } else {
                cut(text, span, &mut cells);
                pieces.read_line(text, span, index, framed && bars > 0, &cells);
            }
            continue;
        }
        // A line that starts with a tab starts a cell; a line without one goes on with the cell before it.
        if bars == 0 && !words {
            if leading_tabs > 0 {
                pieces.push_empty_line(span.end, index);
            }
            continue;
        }
        if leading_tabs == 0 {
            pieces.list.pop_if(|last| last.kind == Kind::Empty);
        }
        if was_read && leading_tabs <= 1 && tabs + bars == 0 {
            of_lines.copy_cell(line, &mut pieces);
        } else {
            let cell = RawCell { span: span.trimmed(text), digits: 0, has_blanks: true };
            let first = pieces.list.len();
            pieces.read_cell(text, &cell, Place { line: index, slot: 0, apart: true });
            for piece in &mut pieces.list[first..] {
                piece.alone = true;
            }
        }
    }
    pieces
}

/// How the lines of a table hold its cells.
struct Frame {
    /// Like a web page's table copied cell by cell: lines are a tab and one cell, or go on with the cell before.
    one_cell_a_line: bool,
    /// Whether bars stand around the rows and not only between their cells.
    framed: bool,
    /// How many pieces the lines have that were read, and how many letters.
    pieces: usize,
    letters: usize,
}

impl Frame {
    fn of(text: &str, lines: &[Line], indices: &[usize], of_lines: &OfLines) -> Self {
        let (mut single, mut several, mut framed) = (0, 0, true);
        let (mut pieces, mut letters) = (0, 0);
        for &index in indices {
            let line = &of_lines.lines[index];
            pieces += line.pieces.len();
            letters += line.folded.len();
            let marks = line.marks;
            match (marks.leading_tabs, marks.tabs) {
                (0, 0) => {}
                (1, 0) => single += 1,
                _ => several += 1,
            }
            framed = framed && may_be_framed(text, lines[index].span, marks);
        }
        Self { one_cell_a_line: single > 4 && several * 8 < single, framed, pieces, letters }
    }
}

/// Whether a line speaks for bars around the rows: then every row begins with one.
fn may_be_framed(text: &str, line: Span, marks: Marks) -> bool {
    marks.bars < 2 || line.of(text).trim_start_matches(' ').starts_with('|')
}

impl Pieces {
    fn push_empty_line(&mut self, at: u32, line: usize) {
        let span = Span { start: at, end: at };
        self.list.push(Piece { span, kind: Kind::Empty, line, slot: 0, apart: true, alone: true });
    }

    /// Adds the pieces of a line with these cells. `framed`: whether bars stand around its row too.
    fn read_line(&mut self, text: &str, line: Span, number: usize, framed: bool, cells: &[RawCell]) {
        let apart = cells.len() > 1;
        let first = cells.iter().find(|cell| !cell.span.is_empty());
        if !apart && first.is_none() || first.is_some_and(|first| first.digits == 0 && is_rule(text, line, first)) {
            return;
        }
        let mut cells = cells;
        if framed {
            let ends_with_bar = line.of(text).trim_end_matches(' ').ends_with('|');
            cells = &cells[1..];
            cells = &cells[..cells.len().saturating_sub(usize::from(ends_with_bar))];
        }
        let first_piece = self.list.len();
        for (slot, cell) in cells.iter().enumerate() {
            let place = Place { line: number, slot, apart };
            // Most are empty or nothing but digits.
            match cell.span.end - cell.span.start {
                0 => self.push(cell.span, Kind::Empty, place),
                bytes if bytes == cell.digits => self.push(cell.span, Kind::Value, place),
                _ => self.read_cell(text, cell, place),
            }
        }
        if let [only] = &mut self.list[first_piece..] {
            only.alone = true;
        }
    }
}

/// A line of dashes, bars and crosses between the rows of a drawn table.
fn is_rule(text: &str, line: Span, first: &RawCell) -> bool {
    if !matches!(text.as_bytes()[first.span.start as usize], b'-' | b':' | b'+' | b'=' | 0xe2) {
        return false;
    }
    let line = line.of(text);
    line.chars().all(|c| matches!(c, '-' | '|' | ':' | '+' | '=' | ' ' | '\t' | '\u{2500}'..='\u{257f}'))
        && line.contains(['-', '─', '━', '=', '═'])
        && line.chars().filter(|c| !c.is_whitespace()).count() > 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Zone;

    fn shown(text: &str) -> Vec<String> {
        let mut start = 0;
        let lines: Vec<Line> = text
            .split('\n')
            .map(|line| {
                let span = Span::new(start, start + line.len());
                start += line.len() + 1;
                Line { span, zone: Zone::Prose }
            })
            .collect();
        let mut of_lines = OfLines::default();
        for line in &lines {
            let marks = of_lines.cut(text, line.span);
            if marks.words || marks.bars > 1 {
                of_lines.read(text, line.span);
            }
        }
        let indices: Vec<usize> = (0..lines.len()).collect();
        read(text, &lines, &indices, &of_lines)
            .list
            .iter()
            .map(|piece| match piece.kind {
                Kind::Text => piece.span.of(text).to_owned(),
                Kind::Value => format!("={}", piece.span.of(text)),
                Kind::Empty => "∅".to_owned(),
            })
            .collect()
    }

    #[test]
    fn tabs_and_bars_part_cells_and_keep_empty_ones() {
        assert_eq!(shown("\t2. 重复申请\t\t0\t1,234"), ["∅", "2. 重复申请", "∅", "=0", "=1,234"]);
        assert_eq!(shown("| 规章 | / | | 12 |\n|---|---|---|---|"), ["规章", "=/", "∅", "=12"]);
        assert_eq!(shown("规章|0|无"), ["规章", "=0", "=无"]);
    }

    #[test]
    fn blanks_part_figures_but_not_labels() {
        assert_eq!(
            shown("三、 本年 度办 理结 果 1. 属于国家秘密 0 12"),
            ["三、 本年 度办 理结 果 1. 属于国家秘密", "=0", "=12"]
        );
        assert_eq!(shown("危及“三安全一稳定” 0"), ["危及“三安全一稳定”", "=0"]);
    }

    #[test]
    fn figures_are_parted_from_the_words_they_stick_to() {
        assert_eq!(shown("予以公开120000012"), ["予以公开", "=120000012"]);
        assert_eq!(
            shown("（三）不予公开00000001.属于国家秘密0000000"),
            ["（三）不予公开", "=0000000", "1.属于国家秘密", "=0000000"]
        );
        assert_eq!(shown("收费12.5第二十条"), ["收费", "=12.5", "第二十条"]);
    }

    #[test]
    fn a_tab_and_a_cell_on_each_line() {
        let text = "\t规章\n\t　\n0\n\t 0\n\t\n\n\t行政\n规范性文件\n\t1";
        assert_eq!(shown(&text.replace('\u{3000}', " ")), ["规章", "=0", "=0", "∅", "行政", "规范性文件", "=1"]);
    }

    #[test]
    fn each_bar_on_a_line_of_its_own() {
        assert_eq!(shown("|\n规章\n|\n0\n|\n|\n2\n|"), ["规章", "=0", "∅", "=2"]);
    }
}
