//! The marks and the figures of a paragraph, found in one pass for all the rules about them.

use std::ops::Range;

use crate::text::Letters;

/// A character that is neither a Chinese one nor an ASCII letter or digit.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    /// Where it stands.
    pub at: usize,
    /// Which it is.
    pub c: char,
    /// Its index among the [`KNOWN`] ones.
    kind: u8,
    /// Whether another stands directly before or behind it.
    pub is_beside_another: bool,
    /// Whether it belongs to an address, a number or the like.
    pub is_protected: bool,
}

impl Mark {
    /// Behind it.
    pub fn end(&self) -> usize {
        self.at + self.c.len_utf8()
    }

    /// As a range of the paragraph's text.
    pub fn range(&self) -> Range<usize> {
        self.at..self.end()
    }
}

/// The marks that rules ask for.
const KNOWN: [char; 52] = [
    '，', '。', '、', '；', '：', '！', '？', '“', '”', '《', '》', '（', '）', ',', ';', ':', '?', '!', '.', '·',
    '．', '…', '—', '–', '－', '―', '(', ')', '[', ']', '【', '】', '〔', '〕', '﹝', '﹞', '［', '］', '〖', '〗',
    '〈', '〉', '<', '>', '‹', '›', '＜', '＞', '«', '»', '"', '\'',
];

/// No set has this one.
const UNKNOWN: u8 = 63;
/// Few enough of them to be free that the factor below was soon found.
const PLACES: usize = 256;

/// The index of each known mark, in a place that it shares with no other.
static KINDS: [u8; PLACES] = {
    let mut kinds = [UNKNOWN; PLACES];
    let mut kind = 0;
    while kind < KNOWN.len() {
        assert!(kinds[place(KNOWN[kind] as u32)] == UNKNOWN, "two marks have one place: choose another factor");
        kinds[place(KNOWN[kind] as u32)] = kind as u8;
        kind += 1;
    }
    kinds
};

const fn place(letter: u32) -> usize {
    (letter.wrapping_mul(33) ^ letter >> 6) as usize % PLACES
}

/// A mark's index among the known ones.
fn kind_of(letter: u32) -> u8 {
    let kind = KINDS[place(letter)];
    if KNOWN.get(usize::from(kind)).is_some_and(|known| *known as u32 == letter) { kind } else { UNKNOWN }
}

/// Marks that a rule asks for, each as a bit.
#[derive(Clone, Copy, Debug)]
pub struct MarkSet(u64);

impl MarkSet {
    /// Of some of the known marks.
    pub const fn of(marks: &[char]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < marks.len() {
            let mut kind = 0;
            while KNOWN[kind] != marks[at] {
                kind += 1;
            }
            bits |= 1 << kind;
            at += 1;
        }
        Self(bits)
    }

    /// Whether a character is among them.
    pub fn has(self, c: char) -> bool {
        self.0 >> kind_of(c as u32) & 1 != 0
    }

    /// Whether a mark is among them.
    pub fn holds(self, mark: &Mark) -> bool {
        self.0 >> mark.kind & 1 != 0
    }
}

/// The marks and the figures of a text, both in order.
#[derive(Debug)]
pub struct Marks {
    /// The marks.
    pub all: Vec<Mark>,
    /// The kinds that there are.
    kinds: u64,
    /// The ASCII digits, those beside one another together.
    pub digits: Vec<Range<usize>>,
    /// What is written in ASCII without a blank, from its first letter or digit to its last, and has marks in between.
    pub latin: Vec<Range<usize>>,
    /// The last ASCII letters and digits so far, with the marks in between.
    word: Range<usize>,
}

impl Marks {
    /// None yet, of a text of so many bytes.
    pub fn with_room_for(length: usize) -> Self {
        let all = Vec::with_capacity(length / 16);
        Self { all, kinds: 0, digits: Vec::new(), latin: Vec::new(), word: 0..0 }
    }

    /// Takes in the next letter of a text that is no Chinese character.
    pub fn add(&mut self, text: &str, at: usize, letter: u32) {
        match letter {
            0x30..=0x39 => {
                match self.digits.last_mut() {
                    Some(last) if last.end == at => last.end += 1,
                    _ => self.digits.push(at..at + 1),
                }
                self.add_to_word(text, at);
            }
            0x41..=0x5a | 0x61..=0x7a => self.add_to_word(text, at),
            _ => self.add_mark(at, letter),
        }
    }

    /// Whether any of some marks is among them.
    pub fn have(&self, set: MarkSet) -> bool {
        self.kinds & set.0 != 0
    }

    fn add_mark(&mut self, at: usize, letter: u32) {
        let mut is_beside_another = false;
        if let Some(before) = self.all.last_mut()
            && before.end() == at
        {
            (before.is_beside_another, is_beside_another) = (true, true);
        }
        let kind = kind_of(letter);
        self.kinds |= 1 << kind;
        let c = char::from_u32(letter).unwrap_or_default();
        self.all.push(Mark { at, c, kind, is_beside_another, is_protected: false });
    }

    fn add_to_word(&mut self, text: &str, at: usize) {
        let gap = &text.as_bytes()[self.word.end..at];
        if self.word.is_empty() || !gap.iter().all(|byte| is_within_latin(*byte)) {
            self.word = at..at + 1;
            return;
        }
        self.word.end = at + 1;
        match self.latin.last_mut() {
            Some(last) if last.start == self.word.start => last.end = self.word.end,
            _ if gap.is_empty() => {}
            _ => self.latin.push(self.word.clone()),
        }
    }
}

/// Whether a mark within a Latin word is its own. Brackets and quotation marks are judged there too.
fn is_within_latin(byte: u8) -> bool {
    byte.is_ascii_graphic() && !b"()[]<>{}\"".contains(&byte)
}

/// What people put before the year of a document's number.
pub const YEAR_OPENERS: MarkSet = MarkSet::of(&['〔', '[', '【', '（', '(', '﹝', '［', '〖']);

/// What they put behind it.
pub const YEAR_CLOSERS: MarkSet = MarkSet::of(&['〕', ']', '】', '）', ')', '﹞', '］', '〗']);

/// Quotation marks.
pub const QUOTATION: MarkSet = MarkSet::of(&['“', '”']);

/// Dashes of every length.
pub const DASHES: MarkSet = MarkSet::of(&['—', '–', '－', '―']);

/// Whether a character is one of some.
pub fn is_among(c: char, characters: &str) -> bool {
    Letters::of(characters).any(|(_, letter)| letter == c as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_mark_has_its_index_and_no_other_letter_has_one() {
        for (kind, mark) in (0..).zip(KNOWN) {
            assert_eq!(kind_of(mark as u32), kind, "{mark}");
        }
        for other in ('\0'..=char::MAX).filter(|c| !KNOWN.contains(c)) {
            assert_eq!(kind_of(other as u32), UNKNOWN, "{other}");
        }
    }
}
