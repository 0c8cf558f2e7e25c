//! One look at every character before anything is read: where the lines are, which of them may be headings or have cells, and
//! which edition the tables are of.

use crate::document::{Line, Zone};
use crate::form::Edition;
use crate::parse::headings;
use crate::text::blank::is_blank;
use crate::text::{Firsts, Span};

/// Words that only one edition's tables have.
const WORDS_OF_EDITIONS: [(&str, Edition); 11] = [
    ("对外公开总数量", Edition::Y2019),
    ("本年新制作数量", Edition::Y2019),
    ("本年新公开数量", Edition::Y2019),
    ("上一年项目数量", Edition::Y2019),
    ("采购项目数量", Edition::Y2019),
    ("第二十条第（九）项", Edition::Y2019),
    ("现行有效件", Edition::Y2021),
    ("本年制发件数", Edition::Y2021),
    ("本年废止件数", Edition::Y2021),
    ("逾期不补正", Edition::Y2021),
    ("本年收费金额", Edition::Y2021),
];

/// What these words begin with.
const FIRST_OF_WORDS: Firsts = Firsts::of(&WORDS_OF_EDITIONS);

/// What the words that are looked for begin with has one of these last bytes.
const TELLING: u64 = FIRST_OF_WORDS.last_bytes() | headings::FIRST_OF_KEPT.last_bytes();

/// What a first look tells.
#[derive(Debug, Default)]
pub struct Skimmed {
    /// The lines: blank ones, and others that nothing is known of yet.
    pub lines: Vec<Line>,
    /// The lines with a word that every section's heading keeps.
    pub may_be_headings: Vec<usize>,
    /// The lines with two or more of the marks that part cells.
    pub may_have_cells: Vec<usize>,
    /// Which of the words of editions the text has.
    words: [bool; WORDS_OF_EDITIONS.len()],
    /// Where the line that is being looked at starts, and what it has.
    start: usize,
    may_be_heading: bool,
    marks: usize,
}

impl Skimmed {
    /// Looks at a text.
    #[inline(never)]
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut skimmed = Self { lines: Vec::with_capacity(bytes.len() / 16 + 1), ..Self::default() };
        let mut rest = bytes;
        loop {
            rest = match rest {
                // A fourth byte is no character's first and goes by alone.
                [0xe0..=0xff, _, last, behind @ ..] => {
                    if TELLING >> (last % 64) & 1 != 0 {
                        skimmed.look_for_words(rest);
                    }
                    behind
                }
                [b'\n', behind @ ..] => {
                    skimmed.end_line(bytes, bytes.len() - rest.len());
                    behind
                }
                [b'\t' | b'|', behind @ ..] => {
                    skimmed.marks += 1;
                    behind
                }
                [_, behind @ ..] => behind,
                [] => break,
            };
        }
        skimmed.end_line(bytes, bytes.len());
        skimmed
    }

    fn look_for_words(&mut self, rest: &[u8]) {
        self.may_be_heading = self.may_be_heading || headings::begins_with_kept_word(rest);
        if FIRST_OF_WORDS.may_begin(rest) {
            for (found, (word, _)) in self.words.iter_mut().zip(&WORDS_OF_EDITIONS) {
                *found = *found || stands_at(word.as_bytes(), rest);
            }
        }
    }

    fn end_line(&mut self, text: &[u8], end: usize) {
        let span = Span::new(self.start, end);
        if self.may_be_heading {
            self.may_be_headings.push(self.lines.len());
        }
        if self.marks >= 2 {
            self.may_have_cells.push(self.lines.len());
        }
        let is_blank = text[self.start..end].iter().all(|byte| is_blank(*byte));
        let zone = if is_blank { Zone::Blank } else { Zone::Prose };
        self.lines.push(Line { span, zone });
        (self.start, self.may_be_heading, self.marks) = (end + 1, false, 0);
    }

    /// The edition of which more words were found; `None` where nothing tells.
    pub fn edition(&self) -> Option<Edition> {
        let of = |edition: Edition| {
            self.words.iter().zip(&WORDS_OF_EDITIONS).filter(|(found, (_, of))| **found && *of == edition).count()
        };
        let (old, new) = (of(Edition::Y2019), of(Edition::Y2021));
        match old.cmp(&new) {
            std::cmp::Ordering::Greater => Some(Edition::Y2019),
            std::cmp::Ordering::Less => Some(Edition::Y2021),
            std::cmp::Ordering::Equal => None,
        }
    }
}

/// Whether a text begins with a word, which blanks and bars may break.
fn stands_at(word: &[u8], text: &[u8]) -> bool {
    let mut rest = word;
    for byte in text {
        match rest {
            [next, behind @ ..] if next == byte => rest = behind,
            _ if is_blank(*byte) || *byte == b'|' => {}
            _ => break,
        }
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_those_of_the_text() {
        let text = "𠮷é—\n \n公开\t情 况\t表\n\n本年收|\n费 金额𠮷";
        let skimmed = Skimmed::of(text);
        let lines: Vec<(&str, bool)> =
            skimmed.lines.iter().map(|line| (line.span.of(text), line.zone == Zone::Blank)).collect();
        let expected: Vec<(&str, bool)> = text.split('\n').map(|line| (line, line.trim().is_empty())).collect();
        assert_eq!(lines, expected);
        assert_eq!((&skimmed.may_be_headings[..], &skimmed.may_have_cells[..]), (&[2][..], &[2][..]));
        assert_eq!(skimmed.edition(), Some(Edition::Y2021));
    }
}
