//! Which of a row's pieces are its cells.

use std::borrow::Cow;

use super::pieces::{Kind, Piece, UNITS};
use crate::document::{Cell, Content};
use crate::form;
use crate::text::blank::trim_end;
use crate::text::{Figure, Span};

/// Where the figures of rows stood that left no doubt: the slot of the row's label, and of its first figure.
/// A row with blanks is read by those.
#[derive(Debug, Default)]
pub struct Layout {
    /// Of rows whose figures are all there.
    starts: Vec<(usize, usize)>,
    /// The slot of the first cell of those, and of rows that have no cell more than they need.
    cells: Vec<usize>,
}

impl Layout {
    /// Of no row yet, with room for so many.
    pub fn with_capacity(rows: usize) -> Self {
        Self { starts: Vec::with_capacity(rows), cells: Vec::with_capacity(rows) }
    }

    /// Remembers a row whose cells leave no doubt; `pieces` are those behind its label, so many of them figures.
    pub fn learn(&mut self, label_slot: usize, pieces: &[Piece], values: usize, columns: usize) {
        let first = pieces.iter().find(|piece| piece.kind == Kind::Value);
        if let Some(first) = first.filter(|_| values == columns) {
            self.starts.push((label_slot, first.slot));
            self.cells.push(first.slot);
        } else if pieces.len() == columns && pieces.iter().all(|piece| piece.apart) {
            self.cells.push(pieces[0].slot);
        }
    }

    /// The slot at which the figures of such a row start most often.
    fn start_for(&self, label_slot: usize) -> Option<usize> {
        let mut counts: Vec<(usize, usize)> = Vec::new();
        for &(_, start) in self.starts.iter().filter(|(label, _)| *label == label_slot) {
            match counts.iter_mut().find(|(slot, _)| *slot == start) {
                Some((_, count)) => *count += 1,
                None => counts.push((start, 1)),
            }
        }
        counts.iter().max_by_key(|(slot, count)| (*count, usize::MAX - slot)).map(|(slot, _)| *slot)
    }

    /// The slot at which the cells of a row start that ends in this slot, whatever its label: where all rows start
    /// and end below one another, merged labels are opened out, and nothing has slid.
    fn start_below_others(&self, last: usize, columns: usize) -> Option<usize> {
        let start = *self.cells.first()?;
        (last + 1 == start + columns && self.cells.iter().all(|other| *other == start)).then_some(start)
    }
}

/// What a row's pieces turned out to be.
#[derive(Debug)]
pub enum Reading<'a> {
    /// One piece for each column.
    Cells(Cow<'a, [Piece]>),
    /// One figure in which the row's figures stick together.
    Glued(Piece),
    /// As many figures as this, which is not the number the form asks for: none of them can be given a column.
    Uncertain(usize),
    /// No figure and no cell.
    Nothing,
}

/// Finds the `columns` cells of a row among the pieces behind its label.
///
/// `heads` are the slots of the columns' labels in the head above, where they tell.
pub fn read<'a>(
    text: &str,
    pieces: &'a [Piece],
    columns: usize,
    label_slot: Option<usize>,
    layout: &Layout,
    heads: &[usize],
) -> Reading<'a> {
    if let Some(cells) = under_heads(text, pieces, columns, heads) {
        return Reading::Cells(Cow::Owned(cells));
    }
    let is_value = |piece: &Piece| piece.kind == Kind::Value;
    let from = pieces.iter().position(is_value).unwrap_or(0);
    let to = pieces.iter().rposition(is_value).map_or(0, |last| last + 1);
    let values = without_others(&pieces[from..to]);
    if values.len() == columns {
        return Reading::Cells(values);
    }
    let apart = pieces.iter().all(|piece| piece.apart);
    if !apart {
        let [only] = values[..] else {
            return if values.is_empty() { Reading::Nothing } else { Reading::Uncertain(values.len()) };
        };
        let digits = only.span.of(text);
        let may_be_glued = digits.len() >= columns && digits.bytes().all(|byte| byte.is_ascii_digit());
        return if may_be_glued { Reading::Glued(only) } else { Reading::Uncertain(1) };
    }
    if values.len() > columns {
        let all_same = values.iter().all(|value| value.span.of(text) == values[0].span.of(text));
        // A merged cell that some converters repeat in every cell it covers.
        return if columns == 1 && all_same {
            Reading::Cells(Cow::Borrowed(&pieces[from..=from]))
        } else {
            Reading::Uncertain(values.len())
        };
    }
    if pieces.is_empty() {
        return Reading::Nothing;
    }
    match window(pieces, columns, label_slot, layout) {
        Some(cells) => Reading::Cells(Cow::Borrowed(cells)),
        None if values.is_empty() => Reading::Nothing,
        None => Reading::Uncertain(values.len()),
    }
}

/// The figures among pieces that mostly are nothing else.
fn without_others(pieces: &[Piece]) -> Cow<'_, [Piece]> {
    let is_value = |piece: &Piece| piece.kind == Kind::Value;
    if pieces.iter().all(is_value) {
        Cow::Borrowed(pieces)
    } else {
        Cow::Owned(pieces.iter().copied().filter(is_value).collect())
    }
}

/// The cells under the columns' labels, where nothing stands beside them but what a merged cell repeats.
fn under_heads(text: &str, pieces: &[Piece], columns: usize, heads: &[usize]) -> Option<Vec<Piece>> {
    if heads.len() != columns || pieces.len() <= columns {
        return None;
    }
    let mut cells: Vec<Piece> = Vec::new();
    for piece in pieces {
        if heads.contains(&piece.slot) {
            cells.push(*piece);
        } else if piece.kind == Kind::Value && cells.last().is_none_or(|last| last.span.of(text) != piece.span.of(text))
        {
            return None;
        }
    }
    (cells.len() == columns).then_some(cells)
}

/// The stretch of neighbouring cells that holds every figure: the only one, or the one where other rows have theirs.
fn window<'a>(pieces: &'a [Piece], columns: usize, label_slot: Option<usize>, layout: &Layout) -> Option<&'a [Piece]> {
    let is_value = |piece: &Piece| piece.kind == Kind::Value;
    let last_start = pieces.len().checked_sub(columns)?;
    let first_value = pieces.iter().position(is_value).unwrap_or(last_start);
    let last_value = pieces.iter().rposition(is_value).unwrap_or(0);
    let candidates: Vec<usize> =
        (0..=last_start).filter(|&start| start <= first_value && last_value < start + columns).collect();
    let below_others = || layout.start_below_others(pieces.last()?.slot, columns);
    let expected = label_slot.and_then(|slot| layout.start_for(slot).or_else(below_others));
    let chosen = match (&candidates[..], expected) {
        ([only], _) => *only,
        (_, Some(slot)) => candidates.iter().copied().find(|&start| pieces[start].slot == slot)?,
        // Nothing to go by: one column needs no choice, more would be a guess.
        ([first, ..], None) if columns == 1 || pieces[*first].slot == 0 => *first,
        _ => return None,
    };
    Some(&pieces[chosen..chosen + columns])
}

/// What stands in a cell.
pub fn cell(text: &str, piece: &Piece, content: form::Content) -> Cell {
    let content = match (piece.kind, &text.as_bytes()[piece.span.range()]) {
        (Kind::Empty, _) => Content::Blank,
        (Kind::Text, _) => Content::Text,
        // Nearly all.
        (Kind::Value, [digit @ b'0'..=b'9']) => Content::Number(Figure::whole(i64::from(digit - b'0'))),
        (Kind::Value, _) => figure(piece.span.of(text), content).map_or(Content::Text, Content::Number),
    };
    Cell { content, span: Some(piece.span) }
}

/// A figure as written, a unit behind it left out; amounts in 元 become 万元.
fn figure(written: &str, content: form::Content) -> Option<Figure> {
    // Most have no unit.
    if let Some(figure) = Figure::parse(written) {
        return Some(figure);
    }
    let (bare, power) = UNITS.iter().find_map(|(unit, power)| Some((written.strip_suffix(unit)?, *power)))?;
    let figure = Figure::parse(trim_end(bare))?;
    match (content, power) {
        (form::Content::Amount, Some(power)) => figure.divided_by_ten_to(power),
        (form::Content::Amount, None) | (_, Some(_)) => None,
        (_, None) if written.ends_with(['%', '％']) => None,
        (_, None) => Some(figure),
    }
}

/// A cell for a part of a glued figure.
pub fn glued_cell(piece: &Piece, from: usize, to: usize, figure: Figure) -> Cell {
    let start = piece.span.start as usize;
    Cell { content: Content::Number(figure), span: Some(Span::new(start + from, start + to)) }
}
