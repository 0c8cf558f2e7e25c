//! Table four: fifteen figures under fifteen labels, in one row, or in three rows or tables of five.

use super::cells::{self, Layout, Reading};
use super::labels::Found;
use super::lexicon::Target;
use super::pieces::{Kind, Piece};
use super::rows;

/// The figures of one or more groups.
#[derive(Debug)]
pub struct Group<'a> {
    /// The form's rows, in order; each has five of the cells.
    pub rows: Vec<usize>,
    pub reading: Reading<'a>,
}

/// Which figures belong to which of the three groups. `columns` is the number of results of each.
pub fn read<'a>(text: &str, pieces: &'a [Piece], found: &[Found], columns: usize) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut results_seen = 0;
    let mut named: Vec<usize> = Vec::new();
    let mut labels = found.iter().peekable();
    for run in rows::runs(pieces) {
        while let Some(label) = labels.next_if(|label| label.first_piece < run.from) {
            match label.target {
                Some(Target::Row(row)) => named.push(row),
                Some(Target::Column(_)) => results_seen += 1,
                _ => {}
            }
        }
        if run.values == 0 && !is_blank_row(found, pieces, &run, columns) {
            continue;
        }
        let run_pieces = &pieces[run.from..run.to];
        let last_named = named.last().copied();
        let rows: Vec<usize> = match last_named {
            Some(row) if named_just_now(found, pieces, &run) || results_seen == columns => vec![row],
            _ => vec![0, 1, 2],
        };
        if groups.iter().any(|group| group.rows.iter().any(|row| rows.contains(row))) {
            continue;
        }
        let reading = cells::read(text, run_pieces, columns * rows.len(), None, &Layout::default(), &[]);
        if !matches!(reading, Reading::Nothing) {
            groups.push(Group { rows, reading });
            results_seen = 0;
        }
    }
    groups
}

/// Whether empty cells are a row of blanks and not what merged labels of the head left: they stand under the
/// results' labels, or behind their group's name, and no label follows on their line.
fn is_blank_row(found: &[Found], pieces: &[Piece], run: &rows::Run, columns: usize) -> bool {
    let before = found.iter().rev().find(|label| label.last_piece < run.from);
    let behind = found.iter().find(|label| label.first_piece >= run.to);
    let line = pieces[run.from].line;
    let label_follows = behind.is_some_and(|label| pieces[label.first_piece].line == pieces[run.to - 1].line);
    let under_results = before.is_some_and(|label| {
        matches!(label.target, Some(Target::Column(_))) && (pieces[label.last_piece].line != line)
    });
    let behind_name = before
        .is_some_and(|label| matches!(label.target, Some(Target::Row(_))) && pieces[label.last_piece].line == line);
    run.to - run.from >= columns && !label_follows && (under_results || behind_name)
}

/// Whether the label right before the run names a group: `复议后起诉  0 0 0 0 0`.
fn named_just_now(found: &[Found], pieces: &[Piece], run: &rows::Run) -> bool {
    let last = found.iter().rev().find(|label| label.last_piece < run.from);
    last.is_some_and(|label| {
        matches!(label.target, Some(Target::Row(_)))
            && pieces[label.last_piece + 1..run.from].iter().all(|piece| piece.kind == Kind::Empty)
    })
}
