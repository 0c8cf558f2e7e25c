//! Formatting of a .doc file: pages of runs (MS-DOC calls them FKP), each run with a list of settings (Prl, by a code
//! called Sprm).

use crate::read::bytes::number;

const PAGE: usize = 512;
/// More than a report has characters; a hostile file may hold any number.
const MOST_RUNS: usize = 500_000;

/// A stretch of the text's bytes that is set in one way.
#[derive(Clone, Copy)]
pub struct Run<'a> {
    start: usize,
    end: usize,
    /// The number of the paragraph's style; 0 for characters.
    pub style: usize,
    /// The settings.
    pub settings: &'a [u8],
}

/// All runs of one kind, in the order of their places, as the file must list them.
pub struct Runs<'a> {
    runs: Vec<Run<'a>>,
    current: usize,
}

/// Whether a table of runs is of characters or of paragraphs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Characters,
    Paragraphs,
}

impl<'a> Runs<'a> {
    /// Reads the pages that a table of the file (`PlcfBte`) lists.
    pub fn read(document: &'a [u8], table: &[u8], kind: Kind) -> Self {
        let pages = table.len().saturating_sub(4) / 8;
        // A hostile table lists the same page any number of times.
        let listed = (0..pages.min(document.len() / PAGE)).filter_map(|index| {
            let page = number(table, (pages + 1) * 4 + index * 4, 4)? & 0x3f_ffff;
            document.get(page * PAGE..page * PAGE + PAGE)
        });
        let runs: Vec<Run> = listed.flat_map(|page| runs_of_page(page, kind)).take(MOST_RUNS).collect();
        Self { runs, current: 0 }
    }

    /// The run at a place of the text's bytes.
    pub fn at(&mut self, place: usize) -> Option<Run<'a>> {
        let holds = |run: &&Run| (run.start..run.end).contains(&place);
        if self.runs.get(self.current).as_ref().is_none_or(|run| !holds(run)) {
            self.current = self.runs.partition_point(|run| run.start <= place).saturating_sub(1);
        }
        self.runs.get(self.current).filter(holds).copied()
    }
}

impl Run<'_> {
    /// Whether the run ends with the character at a place, whose bytes are `length`.
    pub fn ends_with(&self, place: usize, length: usize) -> bool {
        self.end <= place + length
    }
}

fn runs_of_page(page: &[u8], kind: Kind) -> impl Iterator<Item = Run<'_>> {
    let count = usize::from(page[PAGE - 1]);
    let width = if kind == Kind::Characters { 1 } else { 13 };
    (0..count).filter_map(move |index| {
        let (start, end) = (number(page, index * 4, 4)?, number(page, index * 4 + 4, 4)?);
        let at = usize::from(*page.get((count + 1) * 4 + index * width)?) * 2;
        let (style, settings) = match (at, kind) {
            (0, _) => (0, &[][..]),
            (_, Kind::Characters) => (0, page.get(at + 1..at + 1 + usize::from(page[at]))?),
            (_, Kind::Paragraphs) => {
                let (from, length) = match usize::from(page[at]) {
                    0 => (at + 2, usize::from(*page.get(at + 1)?) * 2),
                    half => (at + 1, half * 2 - 1),
                };
                (number(page, from, 2)?, page.get(from + 2..from + length)?)
            }
        };
        Some(Run { start, end, style, settings })
    })
}

/// A list of settings, each with its code and its operand.
pub struct Settings<'a>(pub &'a [u8]);

/// The code of a table row's definition, the one setting whose length has two bytes.
pub const ROW_DEFINITION: usize = 0xd608;

impl<'a> Iterator for Settings<'a> {
    type Item = (usize, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let code = number(self.0, 0, 2)?;
        let (from, length) = match code >> 13 {
            0 | 1 => (2, 1),
            2 | 4 | 5 => (2, 2),
            3 => (2, 4),
            7 => (2, 3),
            _ if code == ROW_DEFINITION => (4, number(self.0, 2, 2)?.saturating_sub(1)),
            _ => (3, number(self.0, 2, 1)?),
        };
        let operand = self.0.get(from..from + length)?;
        self.0 = &self.0[from + length..];
        Some((code, operand))
    }
}
