//! Paragraphs of a .doc file and the rows of its tables: what their settings say.

use super::formatting::{ROW_DEFINITION, Run, Settings};
use super::lists::{self, Place};
use crate::read::bytes::number;
use crate::read::flow::{Extent, MOST_NESTED};

const IN_TABLE: usize = 0x2416;
const ENDS_ROW: usize = 0x2417;
const DEPTH: usize = 0x6649;
const ENDS_INNER_CELL: usize = 0x244b;
const ENDS_INNER_ROW: usize = 0x244c;
const MERGED_ACROSS: usize = 0x5624;
const MERGED_DOWN: usize = 0xd62b;
/// The settings are too long for the page; they stand in the stream `Data`.
const ELSEWHERE: usize = 0x6646;

/// A row has at most 63 cells.
const MOST_CELLS: usize = 64;

/// A paragraph's settings, as far as its text needs them.
#[derive(Default)]
pub struct Paragraph {
    pub style: usize,
    /// The list and level that it names itself.
    pub place: Place,
    /// In how many tables it stands, one inside the other.
    pub depth: usize,
    /// Its mark ends a row of the innermost table.
    pub ends_row: bool,
    /// Its mark ends a cell of a table inside another, where no character of its own does.
    pub ends_inner_cell: bool,
    /// Where the cells of the row stand that it ends.
    pub cells: Vec<Extent>,
}

impl Paragraph {
    /// Reads the settings of a run; `data` is the stream of that name.
    pub fn read(run: Option<Run>, data: &[u8]) -> Self {
        let Some(run) = run else { return Self::default() };
        let elsewhere = Settings(run.settings).find(|(code, _)| *code == ELSEWHERE).and_then(|(_, operand)| {
            let at = number(operand, 0, 4)?;
            data.get(at.checked_add(2)?..)?.get(..number(data, at, 2)?)
        });
        let settings = elsewhere.unwrap_or(run.settings);
        let mut paragraph = Self { style: run.style, place: lists::place(settings), ..Self::default() };
        for (code, operand) in Settings(settings) {
            let is_on = operand.first().is_some_and(|&it| it != 0);
            match code {
                IN_TABLE => paragraph.depth = paragraph.depth.max(usize::from(is_on)),
                DEPTH => paragraph.depth = number(operand, 0, 4).unwrap_or_default().min(MOST_NESTED),
                ENDS_ROW | ENDS_INNER_ROW => paragraph.ends_row = is_on,
                ENDS_INNER_CELL => paragraph.ends_inner_cell = is_on,
                ROW_DEFINITION => paragraph.cells = cells(operand).unwrap_or_default(),
                MERGED_ACROSS => merge_across(&mut paragraph.cells, operand),
                MERGED_DOWN => merge_down(&mut paragraph.cells, operand),
                _ => {}
            }
        }
        paragraph
    }
}

/// The cells of a row: their borders, and behind them, where it is not cut off, how each is merged.
fn cells(definition: &[u8]) -> Option<Vec<Extent>> {
    let count = usize::from(*definition.first()?).min(MOST_CELLS);
    let behind = 1 + (usize::from(definition[0]) + 1) * 2;
    let cell = |index: usize| {
        let merged = number(definition, behind + index * 20, 2).unwrap_or_default();
        // Borders may lie left of the page's own: signed numbers in the order of unsigned ones.
        let border = |index: usize| Some(number(definition, 1 + index * 2, 2)? as u32 ^ 0x8000);
        Some(Extent {
            left: border(index)?,
            right: border(index + 1)?,
            continued: merged & 2 != 0 || merged >> 5 & 3 == 1,
        })
    };
    (0..count).map(cell).collect()
}

/// From which cell up to which they are one.
fn merge_across(cells: &mut [Extent], operand: &[u8]) {
    if let Some(cells) = cells.get_mut(usize::from(operand[0]) + 1..usize::from(operand[1])) {
        for cell in cells {
            cell.continued = true;
        }
    }
}

/// Which cell, and whether it goes on from above.
fn merge_down(cells: &mut [Extent], operand: &[u8]) {
    if let [index, how, ..] = *operand
        && let Some(cell) = cells.get_mut(usize::from(index))
    {
        cell.continued = how == 1;
    }
}
