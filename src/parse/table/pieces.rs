//! A table's lines as pieces: labels, figures, empty cells, whatever parts them.

use std::ops::Range;

use crate::text::blank::{first_word, trim, trim_end, trim_start};
use crate::text::{Figure, Span, count, is_han};

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words: a label or a part of one.
    Text,
    /// A figure, or what people write in a figure's place: `/`, `—`, 无.
    Value,
    /// A cell with nothing in it.
    Empty,
}

/// A piece of a table.
#[derive(Clone, Copy, Debug)]
pub struct Piece {
    pub span: Span,
    pub kind: Kind,
    /// The line it stands on.
    pub line: usize,
    /// Which cell of its line it is, counted from the left, where tabs or bars part them.
    pub slot: usize,
    /// Parted from its neighbours by tabs or bars: a cell of its own.
    pub apart: bool,
    /// Alone on its line.
    pub alone: bool,
}

/// Marks that stand where a figure should.
const STAND_INS: [&str; 17] =
    ["/", "／", "\\", "-", "--", "—", "——", "–", "−", "－", "―", "─", "无", "零", "○", "〇", "×"];

/// Signs before a figure.
const SIGNS: [char; 5] = ['-', '−', '－', '–', '+'];

/// Units that may stand behind a figure in its cell, with the power of ten that leads to 万元, where it is money.
pub const UNITS: [(&str, Option<u32>); 16] = [
    ("万元", Some(0)),
    ("元", Some(4)),
    ("件", None),
    ("条", None),
    ("个", None),
    ("项", None),
    ("次", None),
    ("份", None),
    ("起", None),
    ("例", None),
    ("宗", None),
    ("人", None),
    ("家", None),
    ("户", None),
    ("%", None),
    ("％", None),
];

/// The pieces of lines, each line taken alone.
#[derive(Debug, Default)]
pub struct OfLines {
    pieces: Vec<Piece>,
    /// Where those of each line stand that was read, by its number.
    places: Vec<Range<usize>>,
}

impl OfLines {
    /// Reads the next of the lines, which is no single bar.
    pub fn read(&mut self, text: &str, line: usize, span: Span) -> &[Piece] {
        let first = self.pieces.len();
        read_line(text, line, span, may_be_framed(span.of(text)), &mut self.pieces);
        self.places.resize(line, first..first);
        self.places.push(first..self.pieces.len());
        &self.pieces[first..]
    }

    fn of(&self, line: usize) -> &[Piece] {
        self.places.get(line).map_or(&[], |place| &self.pieces[place.clone()])
    }
}

/// Reads the lines of one table. `lines` are spans of `text`, blank ones among them, with their numbers; `of_lines` is
/// what those that were read before have each alone.
pub fn read(text: &str, lines: &[(usize, Span)], of_lines: &OfLines) -> Vec<Piece> {
    let one_cell_a_line = is_one_cell_a_line(text, lines);
    let framed = lines.iter().all(|(_, span)| may_be_framed(span.of(text)));
    let mut pieces = Vec::with_capacity(2 * lines.len());
    let mut after_bar = false;
    for &(line, span) in lines {
        let content = span.of(text);
        if content.as_bytes().contains(&b'|') && trim(content) == "|" {
            // Each bar on a line of its own: two in a row hold an empty cell.
            if after_bar {
                pieces.push(Piece {
                    span: Span::at(span.start as usize),
                    kind: Kind::Empty,
                    line,
                    slot: 0,
                    apart: true,
                    alone: true,
                });
            }
            after_bar = true;
            continue;
        }
        after_bar = after_bar && trim(content).is_empty();
        let read_before = of_lines.of(line);
        if one_cell_a_line {
            read_single_cell(text, line, span, &mut pieces);
        } else if framed && !read_before.is_empty() {
            pieces.extend_from_slice(read_before);
        } else {
            read_line(text, line, span, framed, &mut pieces);
        }
    }
    pieces
}

/// Whether it is a mark or word that stands where a figure should: `/`, `—`, 无.
pub fn is_stand_in(text: &str) -> bool {
    text.len() <= "——".len() && STAND_INS.contains(&text)
}

/// Whether a piece of text stands where a figure should: a figure, with or without a unit, or a stand-in.
pub fn is_value(text: &str) -> bool {
    let bytes = text.as_bytes();
    let Some(first) = bytes.first() else { return false };
    if bytes.iter().all(u8::is_ascii_digit) {
        return true;
    }
    // Figures begin with a digit or a sign, most labels with a Chinese character.
    if (0xe3..=0xe9).contains(first) {
        return is_stand_in(text);
    }
    let length = text.find(|c| !may_be_in_figure(c)).unwrap_or(text.len());
    let (figure, unit) = (trim_end(&text[..length]), trim_start(&text[length..]));
    let has_unit = || UNITS.iter().any(|(known, _)| *known == unit);
    (unit.is_empty() || has_unit())
        && figure.trim_start_matches(SIGNS).starts_with(|c: char| c.is_ascii_digit())
        && !figure.ends_with('.')
        && (!figure.contains(' ') || Figure::parse(figure).is_some())
        || is_stand_in(text)
}

fn may_be_in_figure(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '，' | '-' | '−' | '－' | '–' | '+' | '/' | ' ')
}

/// Whether a line speaks for bars around the rows and not only between their cells: then every row begins with one.
fn may_be_framed(line: &str) -> bool {
    count(line, b'|') < 2 || line.trim_start_matches(' ').starts_with('|')
}

/// Like a web page's table copied cell by cell: lines are a tab and one cell, or go on with the cell before.
fn is_one_cell_a_line(text: &str, lines: &[(usize, Span)]) -> bool {
    let mut single = 0;
    let mut several = 0;
    for (_, span) in lines {
        let line = span.of(text);
        match count(line, b'\t') {
            0 => {}
            1 if line.starts_with('\t') => single += 1,
            _ => several += 1,
        }
    }
    single > 4 && several * 8 < single
}

/// A line that starts with a tab starts a cell; a line without one goes on with the cell before it.
fn read_single_cell(text: &str, line: usize, span: Span, pieces: &mut Vec<Piece>) {
    let content = span.of(text);
    let new_cell = content.starts_with('\t');
    let trimmed = span.trimmed(text);
    if trimmed.is_empty() {
        if new_cell {
            pieces.push(Piece {
                span: Span::at(trimmed.start as usize),
                kind: Kind::Empty,
                line,
                slot: 0,
                apart: true,
                alone: true,
            });
        }
        return;
    }
    if !new_cell && pieces.last().is_some_and(|last| last.kind == Kind::Empty) {
        pieces.pop();
    }
    let first = pieces.len();
    read_cell(text, line, 0, true, trimmed, pieces);
    for piece in &mut pieces[first..] {
        piece.alone = true;
    }
}

fn read_line(text: &str, line: usize, span: Span, framed: bool, pieces: &mut Vec<Piece>) {
    let content = span.of(text);
    let bytes = content.as_bytes();
    if bytes.iter().all(|byte| *byte == b' ') || is_rule(content) {
        return;
    }
    let first_piece = pieces.len();
    let end_of_cell = |from: usize, until: usize| {
        let mut at = from;
        while at < until && !matches!(bytes[at], b'\t' | b'|') {
            at += 1;
        }
        at
    };
    let (mut from, mut until) = (0, bytes.len());
    let first_end = end_of_cell(from, until);
    let apart = first_end < until;
    if framed && let Some(last_bar) = bytes.iter().rposition(|byte| *byte == b'|') {
        from = first_end + 1;
        if content.trim_end_matches(' ').ends_with('|') {
            until = last_bar;
        }
    }
    let mut slot = 0;
    while from <= until {
        let to = end_of_cell(from, until);
        let start = span.start as usize;
        read_cell(text, line, slot, apart, Span::new(start + from, start + to).trimmed(text), pieces);
        from = to + 1;
        slot += 1;
    }
    if let [only] = &mut pieces[first_piece..] {
        only.alone = true;
    }
}

/// A line of dashes, bars and crosses between the rows of a drawn table.
fn is_rule(line: &str) -> bool {
    line.chars().all(|c| matches!(c, '-' | '|' | ':' | '+' | '=' | ' ' | '\t' | '\u{2500}'..='\u{257f}'))
        && line.contains(['-', '─', '━', '=', '═'])
        && line.chars().filter(|c| !c.is_whitespace()).count() > 2
}

fn read_cell(text: &str, line: usize, slot: usize, apart: bool, span: Span, pieces: &mut Vec<Piece>) {
    let mut push = |span: Span, kind| pieces.push(Piece { span, kind, line, slot, apart, alone: false });
    if span.is_empty() {
        push(span, Kind::Empty);
        return;
    }
    if is_value(span.of(text)) {
        push(span, Kind::Value);
        return;
    }
    let mut label: Option<Span> = None;
    let mut follows_text = false;
    let mut rest = next_word(text, span);
    while let Some(word) = rest {
        rest = next_word(text, Span { start: word.span.end, ..span });
        let next_goes_on = || rest.is_some_and(|next| next.span.of(text).starts_with(['.', '、']));
        let between_words =
            || follows_text && rest.is_some_and(|next| !next.is_value) && Figure::parse(word.span.of(text)).is_none();
        if word.is_value && !next_goes_on() && !between_words() {
            if let Some(label) = label.take() {
                push(label, Kind::Text);
            }
            push(word.span, Kind::Value);
        } else {
            unglue(text, word.span, &mut |part, is_figure| {
                if !is_figure {
                    label = Some(label.map_or(part, |label| label.to(part)));
                    return;
                }
                if let Some(label) = label.take() {
                    push(label, Kind::Text);
                }
                push(part, Kind::Value);
            });
        }
        follows_text = !word.is_value;
    }
    if let Some(label) = label {
        push(label, Kind::Text);
    }
}

/// A word of a cell.
#[derive(Clone, Copy)]
struct Word {
    span: Span,
    is_value: bool,
}

fn next_word(text: &str, span: Span) -> Option<Word> {
    let content = span.of(text);
    let (start, end) = first_word(content)?;
    let is_value = is_value(&content[start..end]);
    let base = span.start as usize;
    Some(Word { span: Span::new(base + start, base + end), is_value })
}

/// Parts figures from the words they stick to: `予以公开1000001二、上年结转` has a figure between two labels,
/// `00000001.属于国家秘密` a figure and a label that starts with its own number. `emit` gets each part and whether it is a
/// figure.
fn unglue(text: &str, word: Span, emit: &mut dyn FnMut(Span, bool)) {
    let content = word.of(text);
    let base = word.start as usize;
    let bytes = content.as_bytes();
    let Some(mut at) = bytes.iter().position(u8::is_ascii_digit).filter(|_| content.contains(is_han)) else {
        return emit(word, false);
    };
    let mut label_start = 0;
    while at < content.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let mut end = at;
        while end < bytes.len()
            && (bytes[end].is_ascii_digit() || bytes[end] == b'.' && bytes.get(end + 1).is_some_and(u8::is_ascii_digit))
        {
            end += 1;
        }
        let next = content[end..].chars().next();
        let figure_end = match next {
            Some('.' | '、') => end - 1,
            Some('年' | '月' | '日' | '号' | '条' | '件' | '万' | '元' | '%') => at,
            _ => end,
        };
        let next_at = end;
        if figure_end > at {
            if label_start < at {
                emit(Span::new(base + label_start, base + at), false);
            }
            emit(Span::new(base + at, base + figure_end), true);
            label_start = figure_end;
        }
        at = next_at.max(at + 1);
    }
    if label_start < content.len() {
        emit(Span::new(base + label_start, word.end as usize), false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let mut start = 0;
        let lines: Vec<(usize, Span)> = text
            .split('\n')
            .enumerate()
            .map(|(number, line)| {
                let span = Span::new(start, start + line.len());
                start += line.len() + 1;
                (number, span)
            })
            .collect();
        read(text, &lines, &OfLines::default())
            .iter()
            .map(|piece| match piece.kind {
                Kind::Text => piece.span.of(text).to_owned(),
                Kind::Value => format!("={}", piece.span.of(text)),
                Kind::Empty => "∅".to_owned(),
            })
            .collect()
    }

    #[test]
    fn stand_ins_are_values() {
        for text in STAND_INS {
            assert!(is_stand_in(text) && is_value(text), "{text}");
        }
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
