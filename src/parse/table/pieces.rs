//! A table's lines as pieces: labels, figures, empty cells, whatever parts them.

use crate::text::{Figure, Span, is_han};

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

/// Reads the lines of one table. `lines` are spans of `text`, blank ones among them, with their numbers.
pub fn read(text: &str, lines: &[(usize, Span)]) -> Vec<Piece> {
    let one_cell_a_line = is_one_cell_a_line(text, lines);
    let framed = is_framed(text, lines);
    let mut pieces = Vec::new();
    let mut after_bar = false;
    for &(line, span) in lines {
        let content = span.of(text);
        let first = pieces.len();
        if content.as_bytes().contains(&b'|') && content.trim() == "|" {
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
        after_bar = after_bar && content.trim().is_empty();
        if one_cell_a_line {
            read_single_cell(text, line, span, &mut pieces);
            continue;
        }
        read_line(text, line, span, framed, &mut pieces);
        let alone = pieces.len() == first + 1;
        for piece in &mut pieces[first..] {
            piece.alone = alone;
        }
    }
    pieces
}

/// How often a byte that is a character of its own stands in a text.
pub fn count(text: &str, byte: u8) -> usize {
    text.bytes().map(|other| usize::from(other == byte)).sum()
}

/// Whether it is a mark or word that stands where a figure should: `/`, `—`, 无.
pub fn is_stand_in(text: &str) -> bool {
    STAND_INS.contains(&text)
}

/// Whether a piece of text stands where a figure should: a figure, with or without a unit, or a stand-in.
pub fn is_value(text: &str) -> bool {
    if is_stand_in(text) {
        return true;
    }
    if text.starts_with(is_han) {
        return false;
    }
    let bare = UNITS.iter().find_map(|(unit, _)| text.strip_suffix(unit)).unwrap_or(text).trim_end();
    let starts_like_one = bare.trim_start_matches(['-', '−', '－', '–', '+']).starts_with(|c: char| c.is_ascii_digit());
    starts_like_one
        && !bare.ends_with(['.', '、'])
        && bare.chars().all(|c| {
            c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '，' | '-' | '−' | '－' | '–' | '+' | '/' | ' ')
        })
        && (Figure::parse(bare).is_some() || !bare.contains(' '))
}

/// Whether bars stand around the rows and not only between their cells: then every row begins with one.
fn is_framed(text: &str, lines: &[(usize, Span)]) -> bool {
    let mut rows = lines.iter().map(|(_, span)| span.of(text)).filter(|line| count(line, b'|') > 1);
    rows.all(|line| line.trim_start_matches(' ').starts_with('|'))
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
    let trimmed = trim(text, span);
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
    let trimmed = content.trim_matches(' ');
    if trimmed.is_empty() || is_rule(trimmed) {
        return;
    }
    let bars = count(content, b'|') > 0;
    if !bars && count(content, b'\t') == 0 {
        let trimmed = trim(text, span);
        read_cell(text, line, 0, false, trimmed, pieces);
        return;
    }
    let mut cells = Vec::new();
    let mut start = span.start as usize;
    for (offset, c) in content.char_indices() {
        if c == '\t' || c == '|' {
            cells.push(Span::new(start, span.start as usize + offset));
            start = span.start as usize + offset + 1;
        }
    }
    cells.push(Span::new(start, span.end as usize));
    if bars && framed {
        cells.remove(0);
        if trimmed.ends_with('|') {
            cells.pop();
        }
    }
    for (slot, cell) in cells.into_iter().enumerate() {
        read_cell(text, line, slot, true, trim(text, cell), pieces);
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
    let content = span.of(text);
    if content.is_empty() {
        push(span, Kind::Empty);
        return;
    }
    if is_value(content) {
        push(span, Kind::Value);
        return;
    }
    let words = words(text, span);
    let mut label: Option<Span> = None;
    for (index, &word) in words.iter().enumerate() {
        let is_text_at = |index: usize| words.get(index).is_some_and(|&word| !is_value(word.of(text)));
        let next_goes_on = words.get(index + 1).is_some_and(|next| next.of(text).starts_with(['.', '、']));
        let between_words =
            || index > 0 && is_text_at(index - 1) && is_text_at(index + 1) && Figure::parse(word.of(text)).is_none();
        if is_value(word.of(text)) && !next_goes_on && !between_words() {
            if let Some(label) = label.take() {
                push(label, Kind::Text);
            }
            push(word, Kind::Value);
            continue;
        }
        if !word.of(text).bytes().any(|byte| byte.is_ascii_digit()) {
            label = Some(label.map_or(word, |label| label.to(word)));
            continue;
        }
        for (part, is_figure) in unglue(text, word) {
            if is_figure {
                if let Some(label) = label.take() {
                    push(label, Kind::Text);
                }
                push(part, Kind::Value);
            } else {
                label = Some(label.map_or(part, |label| label.to(part)));
            }
        }
    }
    if let Some(label) = label {
        push(label, Kind::Text);
    }
}

/// Parts figures from the words they stick to: `予以公开1000001二、上年结转` has a figure between two labels,
/// `00000001.属于国家秘密` a figure and a label that starts with its own number.
fn unglue(text: &str, word: Span) -> Vec<(Span, bool)> {
    let content = word.of(text);
    let base = word.start as usize;
    let bytes = content.as_bytes();
    let mut parts = Vec::new();
    let mut label_start = 0;
    let mut at = 0;
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
                parts.push((Span::new(base + label_start, base + at), false));
            }
            parts.push((Span::new(base + at, base + figure_end), true));
            label_start = figure_end;
        }
        at = next_at.max(at + 1);
    }
    if label_start < content.len() {
        parts.push((Span::new(base + label_start, word.end as usize), false));
    }
    if !content.chars().any(is_han) {
        return vec![(word, false)];
    }
    parts
}

fn words(text: &str, span: Span) -> Vec<Span> {
    let content = span.of(text);
    let base = content.as_ptr() as usize;
    content
        .split([' ', '\n', '\t'])
        .filter(|word| !word.is_empty())
        .map(|word| {
            let start = span.start as usize + (word.as_ptr() as usize - base);
            Span::new(start, start + word.len())
        })
        .collect()
}

fn trim(text: &str, span: Span) -> Span {
    let content = span.of(text);
    let behind = content.trim_start();
    let start = span.start as usize + content.len() - behind.len();
    Span::new(start, start + behind.trim_end().len())
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
        read(text, &lines)
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
