//! The labels of the form as they are compared.

use std::ops::Range;
use std::sync::OnceLock;

use super::fold::{Folded, add_letters};
use crate::form::{Edition, Form, TableForm, TableKind};

/// Labels of up to this many letters are read only where a word begins and ends: 其他 stands in many words.
const SHORT: usize = 4;
/// `商业企业科研机构社会公益组织法律服务机构其他总计` without anything between: short labels vouch for one another.
const CHAIN: usize = 16;

/// What a label names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Row(usize),
    Column(usize),
    Caption(usize),
}

/// The labels of one table of one edition, folded.
#[derive(Debug)]
pub struct Lexicon {
    /// The letters of all wordings, one behind the other.
    letters: Vec<u32>,
    /// Those of the rows first, in the order of the form.
    wordings: Vec<Wording>,
    /// Which of the wordings each row has.
    rows: Vec<Range<usize>>,
    /// The first wording to try, by the bucket of its first letter.
    first: [u16; BUCKETS],
}

/// A label or another wording of it.
#[derive(Debug)]
pub struct Wording {
    /// What it names.
    pub target: Target,
    /// As the form has it.
    pub text: &'static str,
    /// Where its letters stand among all.
    from: u16,
    to: u16,
    /// The next to try of the same bucket, which is not longer.
    next: u16,
}

const BUCKETS: usize = 1 << 8;
/// Behind the last wording of a bucket.
const NONE: u16 = u16::MAX;

/// Chinese characters differ in their lower bits most.
fn bucket(first: u32) -> usize {
    first as usize % BUCKETS
}

impl Lexicon {
    /// The labels of a table.
    pub fn of(edition: Edition, kind: TableKind) -> &'static Self {
        static OF_2019: [OnceLock<Lexicon>; TableKind::ALL.len()] = [const { OnceLock::new() }; TableKind::ALL.len()];
        static OF_2021: [OnceLock<Lexicon>; TableKind::ALL.len()] = [const { OnceLock::new() }; TableKind::ALL.len()];
        let lexicons = match edition {
            Edition::Y2019 => &OF_2019,
            Edition::Y2021 => &OF_2021,
        };
        lexicons[kind as usize].get_or_init(|| Self::build(Form::of(edition).table(kind)))
    }

    fn build(table: &'static TableForm) -> Self {
        let mut lexicon = Self { letters: Vec::new(), wordings: Vec::new(), rows: Vec::new(), first: [NONE; BUCKETS] };
        for (index, row) in table.rows.iter().enumerate() {
            let from = lexicon.wordings.len();
            lexicon.add(Target::Row(index), row.label, row.variants);
            lexicon.rows.push(from..lexicon.wordings.len());
        }
        // The head of a block in table two names the columns of all its rows.
        for block in table.rows.chunk_by(|row, next| std::ptr::eq(row.columns, next.columns)) {
            for (index, column) in block[0].columns.iter().enumerate() {
                lexicon.add(Target::Column(index), column.label, column.variants);
            }
        }
        for (index, caption) in table.captions.iter().enumerate() {
            lexicon.add(Target::Caption(index), caption, &[]);
        }
        lexicon
    }

    /// Adds the wordings of a label. Where two labels have the same, the first of them keeps it.
    fn add(&mut self, target: Target, label: &'static str, variants: &[&'static str]) {
        for text in std::iter::once(&label).chain(variants) {
            let from = self.letters.len();
            add_letters(text, &mut self.letters);
            let added = &self.letters[from..];
            let first = bucket(added[0]);
            let (mut before, mut next) = (None, self.first[first]);
            let mut is_new = true;
            while is_new && let Some(other) = self.wordings.get(usize::from(next)) {
                let others = &self.letters[other.range()];
                if others.len() < added.len() {
                    break;
                }
                is_new = others != added;
                (before, next) = (Some(usize::from(next)), other.next);
            }
            if !is_new {
                self.letters.truncate(from);
                continue;
            }
            let index = self.wordings.len() as u16;
            match before {
                Some(before) => self.wordings[before].next = index,
                None => self.first[first] = index,
            }
            let to = self.letters.len() as u16;
            self.wordings.push(Wording { target, text, from: from as u16, to, next });
        }
    }

    /// The wordings of a row: the form's own first.
    pub fn wordings(&self, row: usize) -> impl Iterator<Item = &[u32]> {
        self.wordings[self.rows[row].clone()].iter().map(|wording| &self.letters[wording.range()])
    }

    /// How many rows the table has.
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// Whether words, folded, are a piece of a label: what a line or page break left of it.
    pub fn has_piece(&self, piece: &[u32]) -> bool {
        let begins_and_goes_on = |part: &[u32]| part[0] == piece[0] && part == piece;
        piece.len() > 1
            && self
                .wordings
                .iter()
                .any(|wording| self.letters[wording.range()].windows(piece.len()).any(begins_and_goes_on))
    }

    /// Whether a label may begin with a letter.
    pub fn may_begin_with(&self, letter: u32) -> bool {
        self.first[bucket(letter)] != NONE
    }

    /// The longest label that begins at a letter. `after_label`: whether one ends there.
    pub fn label_at(&self, folded: &[Folded], at: usize, after_label: bool) -> Option<&Wording> {
        if !self.may_begin_with(folded[at].letter) {
            return None;
        }
        self.label_in_chain(folded, at, after_label, CHAIN)
    }

    /// `chain`: how many labels behind one another may vouch for the end of a short one.
    fn label_in_chain(&self, folded: &[Folded], at: usize, after_label: bool, chain: usize) -> Option<&Wording> {
        let here = &folded[at..];
        let mut next = self.first[bucket(here[0].letter)];
        while let Some(wording) = self.wordings.get(usize::from(next)) {
            next = wording.next;
            let letters = &self.letters[wording.range()];
            if !begins_with(here, letters) {
                continue;
            }
            // Most labels are too long to stand in a word.
            if letters.len() > SHORT {
                return Some(wording);
            }
            let end = at + letters.len();
            let ends_word = || folded.get(end).is_none_or(|next| next.starts);
            let before_label = || chain > 0 && self.label_in_chain(folded, end, true, chain - 1).is_some();
            if (after_label || here[0].starts) && (ends_word() || before_label()) {
                return Some(wording);
            }
        }
        None
    }
}

impl Wording {
    /// How many letters it has.
    pub fn length(&self) -> usize {
        usize::from(self.to - self.from)
    }

    fn range(&self) -> Range<usize> {
        self.from.into()..self.to.into()
    }
}

fn begins_with(folded: &[Folded], letters: &[u32]) -> bool {
    let Some(folded) = folded.get(..letters.len()) else { return false };
    for (index, folded) in folded.iter().enumerate() {
        if folded.letter != letters[index] {
            return false;
        }
    }
    true
}
