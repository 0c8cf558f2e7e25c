//! A table's lines as pieces.

use std::ops::Range;

use super::fold::Folded;
use super::pieces::{Kind, Piece, Pieces, Place};
use crate::document::Line;
use crate::text::blank::trim;
use crate::text::{Span, count, width};

/// The marks of a line that part its cells, and those of sentences.
#[derive(Clone, Copy, Debug, Default)]
pub struct Marks {
    /// Tabs before anything else.
    pub leading_tabs: usize,
    /// Tabs behind those.
    pub tabs: usize,
    pub bars: usize,
    /// Whether it has a full stop.
    pub stops: bool,
    /// Whether it has a semicolon or a colon before the first full stop.
    pub pauses: bool,
}

impl Marks {
    /// Those of a line.
    pub fn of(line: &str) -> Self {
        let bytes = line.as_bytes();
        let mut marks = Self::default();
        let mut at = 0;
        while at < bytes.len() {
            let first = bytes[at];
            match first {
                b'\t' if marks.leading_tabs == at => marks.leading_tabs += 1,
                b'\t' => marks.tabs += 1,
                b'|' => marks.bars += 1,
                0xe3 if bytes[at..].starts_with("。".as_bytes()) => {
                    // A long paragraph as a rule, in which only what makes it none is left to be found.
                    marks.stops = true;
                    marks.tabs += count(&line[at..], b'\t');
                    marks.bars += count(&line[at..], b'|');
                    break;
                }
                0xef => {
                    let rest = &bytes[at..];
                    marks.pauses |= rest.starts_with("；".as_bytes()) || rest.starts_with("：".as_bytes());
                }
                _ => {}
            }
            at += width(first);
        }
        marks
    }

    /// Whether there are any that part cells.
    fn part_cells(self) -> bool {
        self.leading_tabs + self.tabs + self.bars > 0
    }
}

/// The pieces of lines, each line taken alone.
#[derive(Debug, Default)]
pub struct OfLines {
    pieces: Pieces,
    /// All lines so far.
    lines: Vec<OfLine>,
}

/// Where the pieces of a line and their letters stand.
#[derive(Clone, Debug, Default)]
struct OfLine {
    marks: Marks,
    pieces: Range<usize>,
    folded: Range<usize>,
}

impl OfLines {
    /// Of no line yet, with room for so many.
    pub fn with_capacity(lines: usize) -> Self {
        let pieces = Pieces { list: Vec::with_capacity(2 * lines), folded: Vec::with_capacity(4 * lines) };
        Self { pieces, lines: Vec::with_capacity(lines) }
    }

    /// Passes over the next line, which holds nothing of a table but empty cells.
    pub fn pass_over(&mut self, marks: Marks) {
        self.lines.push(OfLine { marks, ..OfLine::default() });
    }

    /// Reads the next line, which is no single bar: its pieces, and the letters of their words.
    pub fn read(&mut self, text: &str, span: Span, marks: Marks) -> (&[Piece], &[Folded]) {
        let (piece, letter) = (self.pieces.list.len(), self.pieces.folded.len());
        let framed = may_be_framed(span.of(text), marks);
        read_line(text, self.lines.len(), span, marks, framed, &mut self.pieces);
        let (pieces, folded) = (piece..self.pieces.list.len(), letter..self.pieces.folded.len());
        self.lines.push(OfLine { marks, pieces, folded });
        (&self.pieces.list[piece..], &self.pieces.folded[letter..])
    }

    /// Adds the pieces of a line that was read to those of a table, without the first `skipped`, which are empty cells.
    fn copy(&self, line: &OfLine, skipped: usize, pieces: &mut Pieces) {
        let first = line.pieces.start + skipped;
        let start = pieces.list.len();
        pieces.list.extend_from_slice(&self.pieces.list[first..line.pieces.end]);
        for folded in &self.pieces.folded[line.folded.clone()] {
            let piece = (start + folded.piece as usize - first) as u32;
            pieces.folded.push(Folded { piece, ..*folded });
        }
    }
}

/// Reads the lines of one table, blank ones among them, by their numbers; `of_lines` is what each is alone.
pub fn read(text: &str, lines: &[Line], indices: &[usize], of_lines: &OfLines) -> Pieces {
    let one_cell_a_line = is_one_cell_a_line(indices.iter().map(|index| of_lines.lines[*index].marks));
    let framed = indices.iter().all(|&index| may_be_framed(lines[index].span.of(text), of_lines.lines[index].marks));
    let mut pieces =
        Pieces { list: Vec::with_capacity(2 * indices.len()), folded: Vec::with_capacity(4 * indices.len()) };
    let mut after_bar = false;
    for &index in indices {
        let span = lines[index].span;
        let line = &of_lines.lines[index];
        let marks = line.marks;
        if marks.bars == 1 && trim(span.of(text)) == "|" {
            // Each bar on a line of its own: two in a row hold an empty cell.
            if after_bar {
                push_empty_line(text, index, span.start, &mut pieces);
            }
            after_bar = true;
            continue;
        }
        after_bar = after_bar && trim(span.of(text)).is_empty();
        // Lines of blanks and rules have no pieces yet.
        let was_read = !line.pieces.is_empty();
        if one_cell_a_line {
            read_single_cell(text, index, span, of_lines, &mut pieces);
        } else if was_read && (framed || marks.bars == 0 || !may_be_framed(span.of(text), marks)) {
            of_lines.copy(line, 0, &mut pieces);
        } else {
            read_line(text, index, span, marks, framed, &mut pieces);
        }
    }
    pieces
}

/// Whether a line speaks for bars around the rows and not only between their cells: then every row begins with one.
fn may_be_framed(line: &str, marks: Marks) -> bool {
    marks.bars < 2 || line.trim_start_matches(' ').starts_with('|')
}

/// Like a web page's table copied cell by cell: lines are a tab and one cell, or go on with the cell before.
fn is_one_cell_a_line(lines: impl Iterator<Item = Marks>) -> bool {
    let mut single = 0;
    let mut several = 0;
    for marks in lines {
        match (marks.leading_tabs, marks.tabs) {
            (0, 0) => {}
            (1, 0) => single += 1,
            _ => several += 1,
        }
    }
    single > 4 && several * 8 < single
}

/// A line that starts with a tab starts a cell; a line without one goes on with the cell before it.
fn read_single_cell(text: &str, index: usize, span: Span, of_lines: &OfLines, pieces: &mut Pieces) {
    let line = &of_lines.lines[index];
    let Marks { leading_tabs, tabs, bars, .. } = line.marks;
    let trimmed = span.trimmed(text);
    if trimmed.is_empty() {
        if leading_tabs > 0 {
            push_empty_line(text, index, trimmed.start, pieces);
        }
        return;
    }
    if leading_tabs == 0 && pieces.list.last().is_some_and(|last| last.kind == Kind::Empty) {
        pieces.list.pop();
    }
    let first = pieces.list.len();
    if leading_tabs <= 1 && tabs + bars == 0 && !line.pieces.is_empty() {
        of_lines.copy(line, leading_tabs, pieces);
    } else {
        pieces.read_cell(text, trimmed, Place { line: index, slot: 0, apart: true });
    }
    for piece in &mut pieces.list[first..] {
        *piece = Piece { slot: 0, apart: true, alone: true, ..*piece };
    }
}

fn push_empty_line(text: &str, line: usize, start: u32, pieces: &mut Pieces) {
    pieces.push(text, Span { start, end: start }, Kind::Empty, Place { line, slot: 0, apart: true });
    if let Some(piece) = pieces.list.last_mut() {
        piece.alone = true;
    }
}

fn read_line(text: &str, line: usize, span: Span, marks: Marks, framed: bool, pieces: &mut Pieces) {
    let content = span.of(text);
    let bytes = content.as_bytes();
    if bytes.iter().all(|byte| *byte == b' ') || is_rule(content) {
        return;
    }
    let first_piece = pieces.list.len();
    let apart = marks.part_cells();
    let end_of_cell = |from: usize, until: usize| {
        let mut at = if apart { from } else { until };
        while at < until && !matches!(bytes[at], b'\t' | b'|') {
            at += 1;
        }
        at
    };
    let (mut from, mut until) = (0, bytes.len());
    if framed
        && marks.bars > 0
        && let Some(last_bar) = bytes.iter().rposition(|byte| *byte == b'|')
    {
        from = end_of_cell(from, until) + 1;
        if content.trim_end_matches(' ').ends_with('|') {
            until = last_bar;
        }
    }
    let mut slot = 0;
    while from <= until {
        let to = end_of_cell(from, until);
        let start = span.start as usize;
        pieces.read_cell(text, Span::new(start + from, start + to).trimmed(text), Place { line, slot, apart });
        from = to + 1;
        slot += 1;
    }
    if let [only] = &mut pieces.list[first_piece..] {
        only.alone = true;
    }
}

/// A line of dashes, bars and crosses between the rows of a drawn table.
fn is_rule(line: &str) -> bool {
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
            let content = line.span.of(text);
            let marks = Marks::of(content);
            if ["", "|"].contains(&trim(content)) {
                of_lines.pass_over(marks);
            } else {
                of_lines.read(text, line.span, marks);
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
