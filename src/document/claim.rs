//! What the prose says about the tables: a figure, or a phrase that amounts to one, and the cells it speaks of.

use super::{Content, Document, Table};
use crate::form::{Position, TableKind};
use crate::text::{Figure, Span};

/// Something that the prose states about a cell, or about the sum of several.
#[derive(Clone, Debug)]
pub struct Claim {
    /// What it speaks of.
    pub subject: Subject,
    /// Whether it is a phrase that amounts to a figure (未收到, 全部办结, 均获维持), and no figure.
    pub is_phrase: bool,
    /// The figure stated, in the unit of the cell.
    pub value: Figure,
    /// What its last digit is worth.
    pub step: Figure,
    /// The figure with its unit, or the phrase.
    pub at: Span,
    /// The figure alone, where it is written in plain digits.
    pub digits: Option<Span>,
    /// The words that tell what it speaks of, with the figure.
    pub words: Span,
    /// The sentence it stands in.
    pub sentence: Span,
    /// The section it stands in.
    pub section: u8,
    /// What it may mean, the likeliest first. It is right if one of them fits.
    pub readings: Vec<Reading>,
}

/// What a claim speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Requests that came in.
    Received,
    /// Requests carried over from the year before.
    CarriedIn,
    /// Requests carried over to the year after.
    CarriedOut,
    /// Requests answered, as a whole or by the kind of answer.
    Answered,
    /// That nothing was left unanswered.
    AllAnswered,
    /// Who made the requests.
    Applicants,
    /// Reviews and lawsuits.
    Disputes,
    /// That every review and lawsuit upheld what was done.
    AllUpheld,
    /// 规章 and 规范性文件.
    Documents,
    /// 许可, 处罚 and 强制, said to be decisions.
    Decisions,
    /// The same, in words that may mean something else.
    Cases,
    /// 行政事业性收费.
    Fee,
}

/// One meaning of a claim: a sum of cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What messages call the sum, where it is one.
    pub name: &'static str,
    /// The table.
    pub table: TableKind,
    /// The cells.
    pub cells: Vec<Position>,
    /// Cells that the sentence leaves out of the sum.
    pub less: Vec<Position>,
    /// What the sentence counts beside the figure: 11件办结，8件撤销.
    pub beside: Figure,
}

impl Reading {
    /// Whether it is a sum of cells and nothing else.
    pub fn is_plain(&self) -> bool {
        self.less.is_empty() && self.beside == Figure::default()
    }

    /// What the table gives for it; `None` where a cell is blank, missing or no number.
    pub fn sum(&self, document: &Document) -> Option<Figure> {
        self.sum_in(document.table(self.table)?)
    }

    /// The same with another state of its table.
    pub fn sum_in(&self, table: &Table) -> Option<Figure> {
        let of = |cells: &[Position]| {
            cells
                .iter()
                .map(|at| match table.cell(*at).content {
                    Content::Number(figure) => Some(figure),
                    Content::Blank | Content::Text | Content::Missing => None,
                })
                .sum::<Option<Figure>>()
        };
        Some(of(&self.cells)? - of(&self.less)? - self.beside)
    }
}

/// How a claim stands to the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// The reading of this index fits.
    Agrees(usize),
    /// None fits.
    Contradicts,
    /// None fits, but the tables do not give every one.
    Unknown,
}

impl Claim {
    /// Holds it against the tables.
    pub fn agreement(&self, document: &Document) -> Agreement {
        self.agreement_with(document, None)
    }

    /// The same with another state of one of the tables.
    pub fn agreement_with(&self, document: &Document, changed: Option<&Table>) -> Agreement {
        let sum = |reading: &Reading| match changed.filter(|table| table.kind == reading.table) {
            Some(table) => reading.sum_in(table),
            None => reading.sum(document),
        };
        let mut all_known = true;
        for (index, reading) in self.readings.iter().enumerate() {
            match sum(reading) {
                Some(sum) if self.fits(sum) => return Agreement::Agrees(index),
                Some(_) => {}
                None => all_known = false,
            }
        }
        if all_known { Agreement::Contradicts } else { Agreement::Unknown }
    }

    /// Whether the figure stated is this one, as far as either of the two is written out.
    fn fits(&self, sum: Figure) -> bool {
        let coarser = if self.subject == Subject::Fee { self.step.max(sum.step()) } else { self.step };
        self.value.distance(sum) <= coarser.half()
    }
}
