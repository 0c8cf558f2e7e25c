//! The three tables, from every text form that people paste.
//!
//! [`lines`] become [`pieces`]: labels, figures, empty cells. [`labels`] finds the form's labels in them however they are
//! broken up; [`rows`] gives each row its figures; [`cells`] gives each figure its column. Where figures are glued
//! together, [`glued`] parts them by the equations. Nothing is guessed: a cell with several readings is missing.

mod cells;
mod disputes;
mod fold;
mod glued;
mod jointly;
mod labels;
mod lexicon;
mod lines;
mod pieces;
pub mod regions;
mod rows;
mod splits;

pub use fold::{fold, fold_letter};
pub use labels::{distance, distance_within};
pub use pieces::is_stand_in;

use cells::{Layout, Reading};
use labels::{Found, Words};
use lexicon::{Lexicon, Target};
use lines::OfLines;
use pieces::{Kind, Piece, Pieces};
use rows::Owner;

use crate::document::{Label, Line, Table, TableRow};
use crate::form::{Edition, Form, TableKind};
use crate::text::Span;

/// Reads a table from its lines, of which `of_lines` has the pieces; `None` where they hold nothing of it.
pub fn read(
    text: &str,
    lines: &[Line],
    indices: &[usize],
    of_lines: &OfLines,
    edition: Edition,
    kind: TableKind,
) -> Option<Table> {
    let Pieces { list: mut pieces, folded } = lines::read(text, lines, indices, of_lines);
    let words = Words { text, folded: &folded };
    let lexicon = Lexicon::of(edition, kind);
    let form = Form::of(edition).table(kind);
    let mut found = words.find(lexicon);
    if found.is_empty() {
        return None;
    }
    take_out_words_of_cells(&mut found, &mut pieces);
    if kind == TableKind::Applications {
        name_rows_like_columns(&mut found, &pieces, form.rows.len());
    }

    let mut table = Table::unread(kind, edition, regions::span_of(text, lines, indices));
    table.head = head(&pieces, &found);
    table.column_labels = found
        .iter()
        .filter_map(|found| match found.target {
            Some(Target::Column(column)) => Some((column, words.label(found))),
            _ => None,
        })
        .collect();

    if kind == TableKind::Disputes {
        fill_disputes(words, &pieces, &found, &mut table);
    } else {
        let columns = |row: usize| form.rows[row].columns.len();
        let owners = rows::assign(words, &pieces, &found, lexicon, &columns);
        table.other_words = other_words(words, &pieces, &found, &owners);
        fill_rows(text, &pieces, &found, owners, &mut table);
    }
    table.breaks_off_after = breaks_off_after(&table);
    Some(table)
}

/// Words in a row's own cells are neither label nor part of one: a note behind the label in its cell says nothing
/// more, and what stands in a figure's cell (见附件) is that cell's content.
fn take_out_words_of_cells(found: &mut Vec<Found>, pieces: &mut [Piece]) {
    let rows: Vec<(usize, usize)> = found
        .iter()
        .filter(|found| matches!(found.target, Some(Target::Row(_))) && pieces[found.last_piece].apart)
        .map(|found| (found.last_piece, pieces[found.last_piece].line))
        .collect();
    found.retain(|found| {
        if found.target.is_some() || !pieces[found.first_piece].apart {
            return true;
        }
        let behind = rows.partition_point(|(piece, _)| *piece < found.first_piece);
        if rows.get(behind).is_some_and(|(piece, _)| *piece == found.first_piece) {
            return false;
        }
        let piece = &mut pieces[found.first_piece];
        let in_row = behind.checked_sub(1).is_some_and(|row| rows[row].1 == piece.line) && !piece.alone;
        if in_row {
            piece.kind = Kind::Value;
        }
        !in_row
    });
}

/// Words that name nothing and are no row, each in a cell of its own.
#[inline(never)]
fn other_words(words: Words<'_>, pieces: &[Piece], found: &[Found], owners: &[Owner]) -> Vec<Label> {
    let is_row = |found: &Found| {
        let behind = owners.partition_point(|owner| owner.first_piece <= found.first_piece);
        owners[..behind].last().is_some_and(|owner| owner.label.is_some() && found.last_piece <= owner.last_piece)
    };
    found
        .iter()
        .filter(|found| found.target.is_none() && pieces[found.first_piece].apart && !is_row(found))
        .map(|found| words.label(found))
        .collect()
}

/// 总计 and 其他 name a column and a row; with a row's figures behind it, late in the table, it is the row.
fn name_rows_like_columns(found: &mut [Found], pieces: &[Piece], rows: usize) {
    let (other, total) = (rows - 3, rows - 2);
    let known = |found: &[Found], row: usize| found.iter().any(|found| found.target == Some(Target::Row(row)));
    for index in 0..found.len() {
        let row = match found[index].target {
            Some(Target::Column(5)) => other,
            Some(Target::Column(6)) => total,
            _ => continue,
        };
        let next_piece =
            found.get(index + 1).map_or(pieces.len(), |next| next.first_piece.max(found[index].last_piece + 1));
        let values =
            pieces[found[index].last_piece + 1..next_piece].iter().filter(|piece| piece.kind == Kind::Value).count();
        let rows_before = found[..index].iter().filter(|found| matches!(found.target, Some(Target::Row(_)))).count();
        if values > 4 && rows_before * 2 > rows && !known(found, row) {
            found[index].target = Some(Target::Row(row));
            found[index].known = false;
        }
    }
}

/// From the table's start to its first row.
fn head(pieces: &[Piece], found: &[Found]) -> Span {
    let start = pieces.first().map_or(0, |piece| piece.span.start);
    let end =
        found.iter().find(|found| matches!(found.target, Some(Target::Row(_)))).map_or(start, |found| found.span.start);
    Span { start, end: end.max(start) }
}

#[inline(never)]
fn fill_rows(text: &str, pieces: &[Piece], found: &[Found], owners: Vec<Owner>, table: &mut Table) {
    let form = table.form();
    let order = column_order(table);
    let mut layout = Layout::with_capacity(owners.len());
    for owner in &owners {
        if let (Some(row), Some(run), Some(slot)) = (owner.row, &owner.run, label_slot(pieces, owner)) {
            layout.learn(slot, &pieces[run.from..run.to], run.values, order.count(form.rows[row].columns.len()));
        }
    }
    let mut glued_rows = Vec::new();
    for owner in owners {
        let Some(row) = owner.row else {
            table.unknown_rows.extend(owner.label);
            continue;
        };
        let columns = form.rows[row].columns;
        let run = owner.run.as_ref().map_or(&[][..], |run| &pieces[run.from..run.to]);
        if table.rows[row].is_present() {
            if let Some(label) = owner.label.filter(|_| run.iter().any(|piece| piece.kind == Kind::Value)) {
                table.repeated_rows.push((row, label));
            }
            continue;
        }
        let slot = label_slot(pieces, &owner);
        // In table three labels of several columns' width push the figures aside; in table two heads and figures align.
        let may_be_under_heads = table.kind == TableKind::Disclosure && run.len() > columns.len();
        let heads = if may_be_under_heads { head_slots(pieces, found, owner.first_piece) } else { Vec::new() };
        match cells::read(text, run, order.count(columns.len()), slot, &layout, &heads) {
            Reading::Cells(found) => {
                for (place, piece) in found.iter().enumerate() {
                    let column = order.column(place);
                    table.rows[row].cells[column] = cells::cell(text, piece, columns[column].content);
                }
            }
            Reading::Glued(piece) => glued_rows.push((row, piece)),
            Reading::Uncertain(count) => table.rows[row].wrong_count = Some(count),
            Reading::Nothing => {}
        }
        table.rows[row].label = owner.label;
    }
    if !glued_rows.is_empty() {
        glued::part(text, &glued_rows, table);
    }
}

/// The slots of the columns' labels on the line of the head nearest above a piece, each column's first.
fn head_slots(pieces: &[Piece], found: &[Found], before: usize) -> Vec<usize> {
    let above: Vec<_> = found
        .iter()
        .filter(|found| found.last_piece < before)
        .filter_map(|found| match found.target {
            Some(Target::Column(column)) if pieces[found.first_piece].apart => {
                Some((column, pieces[found.first_piece]))
            }
            _ => None,
        })
        .collect();
    let Some(line) = above.last().map(|(_, piece)| piece.line) else { return Vec::new() };
    let mut columns: Vec<usize> = Vec::new();
    let mut slots = Vec::new();
    for (column, piece) in above.into_iter().filter(|(_, piece)| piece.line == line) {
        if !columns.contains(&column) {
            columns.push(column);
            slots.push(piece.slot);
        }
    }
    slots
}

/// The slot of an owner's label, where its line has slots.
fn label_slot(pieces: &[Piece], owner: &Owner) -> Option<usize> {
    let piece = &pieces[owner.last_piece];
    (owner.label.is_some() && piece.apart && !piece.alone).then_some(piece.slot)
}

/// The form's columns in the order in which the text has them.
struct ColumnOrder {
    /// For the table of applications: the columns in the text's order, where it differs from the form's.
    found: Option<Vec<usize>>,
}

impl ColumnOrder {
    fn count(&self, columns: usize) -> usize {
        self.found.as_ref().map_or(columns, Vec::len)
    }

    /// The form's column that stands at a place, counted from the left.
    fn column(&self, place: usize) -> usize {
        self.found.as_ref().map_or(place, |columns| columns[place])
    }
}

/// Reads the order of the columns from the head of table three. 总计, whose merged cell may stand on any line of the
/// head, is the last; a column that the head does not name is missing, a second 总计 is an extra one.
fn column_order(table: &mut Table) -> ColumnOrder {
    const TOTAL: usize = 6;
    if table.kind != TableKind::Applications {
        return ColumnOrder { found: None };
    }
    let mut applicants: Vec<usize> = Vec::new();
    for (column, label) in &table.column_labels {
        if *column != TOTAL && label.span.end <= table.head.end && !applicants.contains(column) {
            applicants.push(*column);
        }
    }
    let in_order = applicants.is_sorted();
    // A head that a narrow page broke up may leave out labels; then the form's order is the best guess there is.
    if applicants.len() == TOTAL && !in_order {
        table.columns_out_of_order = true;
        applicants.push(TOTAL);
        return ColumnOrder { found: Some(applicants) };
    }
    ColumnOrder { found: None }
}

#[inline(never)]
fn fill_disputes(words: Words<'_>, pieces: &[Piece], found: &[Found], table: &mut Table) {
    let text = words.text;
    let form = table.form();
    let columns = form.rows[0].columns;
    for found in found {
        if let Some(Target::Row(row)) = found.target {
            table.rows[row].label.get_or_insert_with(|| words.label(found));
        }
    }
    for group in disputes::read(text, pieces, found, columns.len()) {
        match group.reading {
            Reading::Cells(found) => {
                for (&row, cells) in group.rows.iter().zip(found.chunks(columns.len())) {
                    for (column, piece) in cells.iter().enumerate() {
                        table.rows[row].cells[column] = cells::cell(text, piece, columns[column].content);
                    }
                }
            }
            Reading::Glued(piece) => {
                if group.rows.len() == 3 {
                    glued::part_disputes(text, piece, table);
                } else {
                    glued::part(text, &[(group.rows[0], piece)], table);
                }
            }
            Reading::Uncertain(count) => {
                for row in group.rows {
                    table.rows[row].wrong_count = Some(count);
                }
            }
            Reading::Nothing => {}
        }
    }
}

/// The last row present, where those behind it are all missing: the text ends there.
fn breaks_off_after(table: &Table) -> Option<usize> {
    let last = table.rows.iter().rposition(TableRow::is_present)?;
    (last + 1 < table.rows.len() && table.kind != TableKind::Disputes).then_some(last)
}
