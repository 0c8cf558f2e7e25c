//! A table's cells as pieces: labels, figures, empty cells, whatever parts them.

use super::fold::{Folded, push_letters};
use super::lines::RawCell;
use crate::text::blank::{first_word, trim_end, trim_start};
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

/// Pieces in the order of the text, with the letters of their words.
#[derive(Debug, Default)]
pub struct Pieces {
    pub list: Vec<Piece>,
    pub folded: Vec<Folded>,
}

/// Where a cell stands, as its pieces tell.
#[derive(Clone, Copy)]
pub struct Place {
    pub line: usize,
    pub slot: usize,
    pub apart: bool,
}

/// Marks and words that stand where a figure should, of one character or two.
const STAND_INS: [&str; 16] = ["/", "／", "\\", "-", "--", "—", "–", "−", "－", "―", "─", "无", "零", "○", "〇", "×"];
/// The only one of more than three bytes.
const LONG_DASH: &str = "——";

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

impl Pieces {
    /// Adds a piece that has no words.
    pub fn push(&mut self, span: Span, kind: Kind, Place { line, slot, apart }: Place) {
        self.list.push(Piece { span, kind, line, slot, apart, alone: false });
    }

    fn push_words(&mut self, text: &str, span: Span, place: Place) {
        push_letters(text, span, self.list.len(), &mut self.folded);
        self.push(span, Kind::Text, place);
    }

    /// Adds the pieces of a cell that is not empty.
    pub fn read_cell(&mut self, text: &str, cell: &RawCell, place: Place) {
        let RawCell { span, digits, has_blanks } = *cell;
        if is_value(span.of(text)) {
            return self.push(span, Kind::Value, place);
        }
        if digits == 0 && !has_blanks {
            return self.push_words(text, span, place);
        }
        let mut label: Option<Span> = None;
        let mut follows_text = false;
        let whole = Word { span, is_value: false };
        let mut rest = if has_blanks { next_word(text, span) } else { Some(whole) };
        while let Some(word) = rest {
            rest = next_word(text, Span { start: word.span.end, ..span });
            let next_goes_on = || rest.is_some_and(|next| next.span.of(text).starts_with(['.', '、']));
            let between_words = || {
                follows_text && rest.is_some_and(|next| !next.is_value) && Figure::parse(word.span.of(text)).is_none()
            };
            let mut add = |part: Span, is_figure: bool| {
                if !is_figure {
                    label = Some(label.map_or(part, |label| label.to(part)));
                    return;
                }
                if let Some(label) = label.take() {
                    self.push_words(text, label, place);
                }
                self.push(part, Kind::Value, place);
            };
            if word.is_value && !next_goes_on() && !between_words() {
                add(word.span, true);
            } else {
                unglue(text, word.span, &mut add);
            }
            follows_text = !word.is_value;
        }
        if let Some(label) = label {
            self.push_words(text, label, place);
        }
    }
}

/// Whether it is a mark or word that stands where a figure should: `/`, `—`, 无.
pub fn is_stand_in(text: &str) -> bool {
    text.len() <= 3 && STAND_INS.contains(&text) || text == LONG_DASH
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

    #[test]
    fn stand_ins_are_values() {
        for text in STAND_INS.into_iter().chain([LONG_DASH]) {
            assert!(is_stand_in(text) && is_value(text), "{text}");
        }
    }
}
