//! Which figures belong to which row: labels and figures in the order of the text, laid over the form's rows.

use std::borrow::Cow;

use super::labels::{Found, Words, edits};
use super::lexicon::{Lexicon, Target};
use super::pieces::{Kind, Piece};
use crate::document::Label;
use crate::text::order::sort_by_key;

/// A run of figures and empty cells that nothing interrupts.
#[derive(Clone, Debug)]
pub struct Run {
    /// Its pieces, from the first to behind the last.
    pub from: usize,
    pub to: usize,
    /// How many of them are figures.
    pub values: usize,
}

/// A row of the text: a label, its figures, or both.
#[derive(Clone, Debug)]
pub struct Owner {
    /// The form's row; `None` for a label that is none of the form's.
    pub row: Option<usize>,
    pub label: Option<Label>,
    pub first_piece: usize,
    pub last_piece: usize,
    pub run: Option<Run>,
}

/// Lays labels and figures over the form's rows. `columns` tells how many figures a row has.
#[inline(never)]
pub fn assign(
    words: Words<'_>,
    pieces: &[Piece],
    found: &[Found],
    lexicon: &Lexicon,
    columns: &dyn Fn(usize) -> usize,
) -> Vec<Owner> {
    let mut owners = owners(words, pieces, found, lexicon);
    let runs = runs(pieces);
    let mut free: Vec<Run> = Vec::new();
    for run in runs {
        if !give_to_neighbour(pieces, &mut owners, &run) && run.values > 0 {
            free.push(run);
        }
    }
    let free = give_by_direction(&mut owners, free, &|row, run| row.is_some_and(|row| columns(row) == run.values));
    let left = give_by_direction(&mut owners, free, &|_, _| true);
    give_to_unlabelled(&mut owners, left, columns);
    owners
}

/// Runs break where a line ends, but not between cells that stand alone on their lines.
pub fn runs(pieces: &[Piece]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::with_capacity(pieces.len() / 4);
    let mut from = 0;
    while from < pieces.len() {
        let mut to = from;
        let mut values = 0;
        while to < pieces.len()
            && pieces[to].kind != Kind::Text
            && (to == from || goes_on(&pieces[to - 1], &pieces[to]))
        {
            values += usize::from(pieces[to].kind == Kind::Value);
            to += 1;
        }
        if to > from {
            runs.push(Run { from, to, values });
        }
        from = to.max(from + 1);
    }
    runs
}

fn goes_on(before: &Piece, piece: &Piece) -> bool {
    before.line == piece.line || before.alone && piece.alone
}

fn owners(words: Words<'_>, pieces: &[Piece], found: &[Found], lexicon: &Lexicon) -> Vec<Owner> {
    let owner = |row, found: &Found| Owner {
        row,
        label: Some(words.label(found)),
        first_piece: found.first_piece,
        last_piece: found.last_piece,
        run: None,
    };
    let mut owners: Vec<Owner> = Vec::with_capacity(lexicon.rows());
    let mut loose: Vec<&Found> = Vec::new();
    for found in found {
        match found.target {
            Some(Target::Row(row)) => {
                // A merged label that is repeated in each cell it covers is one label.
                let repeats =
                    |last: &Owner| last.row == Some(row) && no_values(pieces, last.last_piece, found.first_piece);
                if owners.last().is_some_and(repeats) {
                    owners.pop();
                }
                owners.push(owner(Some(row), found));
            }
            None => loose.push(found),
            _ => {}
        }
    }
    demote_misplaced_repeats(&mut owners);
    name_loose(words, pieces, &mut owners, &loose, lexicon);
    sort_by_key(&mut owners, |owner| owner.first_piece);
    owners
}

fn no_values(pieces: &[Piece], from: usize, to: usize) -> bool {
    !pieces[from..to].iter().any(|piece| piece.kind == Kind::Value)
}

/// A label that stands twice, where the row between its neighbours is missing, is that row's label, typed wrongly.
fn demote_misplaced_repeats(owners: &mut [Owner]) {
    for index in 1..owners.len() {
        let Some(row) = owners[index].row else { continue };
        let stands_before = owners[..index].iter().any(|owner| owner.row == Some(row));
        let before = owners[..index].iter().rev().find_map(|owner| owner.row);
        let after = owners[index + 1..].iter().find_map(|owner| owner.row);
        if let (true, Some(before), Some(after)) = (stands_before, before, after)
            && after == before + 2
            && !owners.iter().any(|owner| owner.row == Some(before + 1))
        {
            owners[index].row = Some(before + 1);
            if let Some(label) = &mut owners[index].label {
                label.known = false;
            }
        }
    }
}

/// Finds out which rows the words that are no known label name: by likeness, by their parts, by their place.
fn name_loose(words: Words<'_>, pieces: &[Piece], owners: &mut Vec<Owner>, loose: &[&Found], lexicon: &Lexicon) {
    if loose.is_empty() {
        return;
    }
    let mut used = vec![false; loose.len()];
    let anchors: Vec<(usize, usize)> =
        owners.iter().filter_map(|owner| Some((owner.first_piece, owner.row?))).collect();
    // The rows between the known labels around a place.
    let between = |piece: usize| {
        let before = anchors.iter().rev().find(|(first, _)| *first < piece).map_or(0, |(_, row)| row + 1);
        let after = anchors.iter().find(|(first, _)| *first > piece).map_or(lexicon.rows(), |(_, row)| *row);
        before..after
    };
    let is_known = |owners: &[Owner], row: usize| owners.iter().any(|owner| owner.row == Some(row));

    for (index, found) in loose.iter().enumerate() {
        if used[index] {
            continue;
        }
        let letters = words.letters(found);
        for row in between(found.first_piece) {
            if is_known(owners, row) {
                continue;
            }
            let like = lexicon.wordings(row).any(|wording| are_alike(wording, &letters));
            let parts = if like {
                None
            } else {
                lexicon.wordings(row).find_map(|wording| parts_of(wording, words, loose, &used, index))
            };
            if !like && parts.is_none() {
                continue;
            }
            let (last, text, known) = match &parts {
                Some((indices, complete)) => {
                    let mut text = String::new();
                    for &part in indices {
                        words.push_text(loose[part], &mut text);
                        used[part] = true;
                    }
                    (loose[*indices.last().unwrap_or(&index)], Cow::Owned(text), *complete)
                }
                None => (*found, words.label(found).text, false),
            };
            used[index] = true;
            owners.push(Owner {
                row: Some(row),
                label: Some(Label { span: found.span.to(last.span), text, known }),
                first_piece: found.first_piece,
                last_piece: last.last_piece,
                run: None,
            });
            break;
        }
    }
    // What is left and has figures of its own is a row: the only one missing there, or none of the form's.
    let rest: Vec<&Found> = loose
        .iter()
        .zip(&used)
        .filter(|(found, used)| !**used && has_cells(pieces, found))
        .map(|(found, _)| *found)
        .collect();
    for found in &rest {
        let missing: Vec<usize> = between(found.first_piece).filter(|&row| !is_known(owners, row)).collect();
        let rivals = rest.iter().filter(|other| between(other.first_piece) == between(found.first_piece)).count();
        let row = if rivals == missing.len() { missing.first().copied() } else { None };
        owners.push(Owner {
            row,
            label: Some(words.label(found)),
            first_piece: found.first_piece,
            last_piece: found.last_piece,
            run: None,
        });
    }
}

/// Whether words differ from a wording in few letters.
fn are_alike(wording: &[u32], letters: &[u32]) -> bool {
    let most = (wording.len() / 3).max(usize::from(wording.len() > 2));
    wording.len().abs_diff(letters.len()) <= most && edits(wording, letters) <= most
}

/// The parts of a label that other words stand between, and whether they are the whole of it.
fn parts_of(
    wording: &[u32],
    words: Words<'_>,
    loose: &[&Found],
    used: &[bool],
    first: usize,
) -> Option<(Vec<usize>, bool)> {
    /// How far apart the parts may stand.
    const REACH: usize = 6;
    let mut rest = wording;
    let mut parts = Vec::new();
    for index in first..loose.len().min(first + REACH) {
        if !used[index]
            && let Some(behind) = rest.strip_prefix(&words.letters(loose[index])[..])
        {
            parts.push(index);
            rest = behind;
        } else if index == first {
            return None;
        }
    }
    (rest.len() * 5 <= wording.len() * 2).then_some((parts, rest.is_empty()))
}

/// Whether figures or empty cells of its own follow the words: in its row, or each on a line.
fn has_cells(pieces: &[Piece], found: &Found) -> bool {
    let behind = &pieces[found.last_piece + 1..];
    let cells = behind.iter().take_while(|piece| piece.kind != Kind::Text && (piece.apart || piece.alone));
    let line = pieces[found.last_piece].line;
    let figures: Vec<&Piece> = cells.filter(|piece| piece.kind == Kind::Value).collect();
    figures.len() > 1 || figures.iter().any(|figure| figure.apart && figure.line == line)
}

/// Gives a run to the label that it interrupts, or that stands on its line.
fn give_to_neighbour(pieces: &[Piece], owners: &mut [Owner], run: &Run) -> bool {
    let line = pieces[run.from].line;
    let straddled = |owner: &&mut Owner| run.to <= owner.last_piece && owner.run.is_none() && run.values > 0;
    // Those from here on begin behind the run.
    let behind = owners.partition_point(|owner| owner.first_piece < run.from);
    if let Some(owner) = owners[..behind].iter_mut().find(straddled) {
        owner.run = Some(run.clone());
        return true;
    }
    if let Some(owner) = owners[..behind].iter_mut().rfind(|owner| owner.last_piece < run.from) {
        let same_line = pieces[owner.last_piece].line == line;
        let right_behind = owner.last_piece + 1 == run.from && pieces[run.from].alone && pieces[run.from].apart;
        if (same_line || right_behind) && may_take(owner, run) {
            owner.run = Some(run.clone());
            return true;
        }
        if same_line {
            return true;
        }
    }
    let last_line = pieces[run.to - 1].line;
    if run.values > 0
        && let Some(owner) = owners[behind..].iter_mut().find(|owner| owner.first_piece >= run.to)
        && pieces[owner.first_piece].line == last_line
        && !pieces[run.from].apart
        && owner.run.is_none()
    {
        owner.run = Some(run.clone());
        return true;
    }
    false
}

/// Empty cells behind a label whose figures are found already are only the rest of its line.
fn may_take(owner: &Owner, run: &Run) -> bool {
    owner.run.as_ref().is_none_or(|had| had.values == 0 && run.values > 0)
}

/// Figures on lines of their own belong to the label before them, or all to the label behind: whichever leaves
/// fewer rows without figures.
///
/// `fits` tells which rows a run may go to: first those whose number of figures it has, since a page number in the
/// table looks like a figure too.
fn give_by_direction(owners: &mut [Owner], free: Vec<Run>, fits: &dyn Fn(Option<usize>, &Run) -> bool) -> Vec<Run> {
    let before = give(owners, &free, false, fits);
    let behind = give(owners, &free, true, fits);
    let count = |given: &[Option<usize>]| given.iter().flatten().count();
    let chosen = if count(&behind) > count(&before) { behind } else { before };
    let mut left = Vec::new();
    for (run, owner) in free.into_iter().zip(chosen) {
        match owner {
            Some(owner) => owners[owner].run = Some(run),
            None => left.push(run),
        }
    }
    left
}

/// The owner that each run would get.
fn give(
    owners: &[Owner],
    free: &[Run],
    prefer_behind: bool,
    fits: &dyn Fn(Option<usize>, &Run) -> bool,
) -> Vec<Option<usize>> {
    let mut taken: Vec<bool> =
        owners.iter().map(|owner| owner.run.as_ref().is_some_and(|run| run.values > 0)).collect();
    free.iter()
        .map(|run| {
            let behind = owners.partition_point(|owner| owner.first_piece < run.from);
            let neighbours = if prefer_behind {
                [Some(behind), behind.checked_sub(1)]
            } else {
                [behind.checked_sub(1), Some(behind)]
            };
            let may_have = |owner: &usize| *owner < owners.len() && !taken[*owner] && fits(owners[*owner].row, run);
            let owner = neighbours.into_iter().flatten().find(may_have)?;
            taken[owner] = true;
            Some(owner)
        })
        .collect()
}

/// Figures without a label, exactly where rows are missing, are those rows'.
fn give_to_unlabelled(owners: &mut Vec<Owner>, left: Vec<Run>, columns: &dyn Fn(usize) -> usize) {
    let mut gaps: Vec<(usize, usize, Vec<Run>)> = Vec::new();
    for run in left {
        let at = owners.partition_point(|owner| owner.first_piece < run.from);
        let Some(before) = at.checked_sub(1).and_then(|before| owners[before].row) else { continue };
        let Some(after) = owners.get(at).and_then(|owner| owner.row) else { continue };
        match gaps.last_mut() {
            Some((from, to, runs)) if (*from, *to) == (before, after) => runs.push(run),
            _ => gaps.push((before, after, vec![run])),
        }
    }
    for (before, after, runs) in gaps {
        let missing: Vec<usize> =
            (before + 1..after).filter(|&row| !owners.iter().any(|owner| owner.row == Some(row))).collect();
        if missing.len() != runs.len() || missing.iter().zip(&runs).any(|(&row, run)| run.values != columns(row)) {
            continue;
        }
        for (row, run) in missing.into_iter().zip(runs) {
            owners.push(Owner {
                row: Some(row),
                label: None,
                first_piece: run.from,
                last_piece: run.from,
                run: Some(run),
            });
        }
    }
    sort_by_key(owners, |owner| owner.first_piece);
}
