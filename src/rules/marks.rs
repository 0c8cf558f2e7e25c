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

/// Marks that a rule asks for.
#[derive(Clone, Copy, Debug)]
pub struct MarkSet {
    marks: &'static [char],
    /// For each a bit, which several may share.
    bits: u64,
}

impl MarkSet {
    /// Of some marks.
    pub const fn of(marks: &'static [char]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < marks.len() {
            bits |= bit(marks[at]);
            at += 1;
        }
        Self { marks, bits }
    }

    /// Whether a character is among them.
    pub fn has(&self, c: char) -> bool {
        self.bits & bit(c) != 0 && self.marks.contains(&c)
    }
}

/// Tells nearly all marks of Chinese text apart.
const fn bit(c: char) -> u64 {
    1 << ((c as u32 ^ c as u32 >> 6) & 63)
}

/// The marks and the figures of a text, both in order.
#[derive(Debug, Default)]
pub struct Marks {
    /// The marks.
    pub marks: Vec<Mark>,
    /// The bits of all marks.
    bits: u64,
    /// The ASCII digits, those beside one another together.
    pub digits: Vec<Range<usize>>,
    /// What is written in ASCII without a blank, from its first letter or digit to its last, and has marks in between.
    pub latin: Vec<Range<usize>>,
}

impl Marks {
    /// Those of a text; none of the marks is protected yet.
    pub fn of(text: &str) -> Self {
        let mut found = Self { marks: Vec::with_capacity(text.len() / 16), ..Self::default() };
        // What is written in ASCII up to here, and its last letter or digit.
        let mut word = 0..0;
        for (at, letter) in Letters::of(text) {
            match letter {
                0x3400..=0x9fff => continue,
                0x30..=0x39 => match found.digits.last_mut() {
                    Some(last) if last.end == at => last.end += 1,
                    _ => found.digits.push(at..at + 1),
                },
                0x41..=0x5a | 0x61..=0x7a => {}
                _ => {
                    found.push(at, char::from_u32(letter).unwrap_or_default());
                    continue;
                }
            }
            if word.end < at || at == 0 {
                let goes_on =
                    !word.is_empty() && text.as_bytes()[word.end..at].iter().all(|byte| is_within_latin(*byte));
                if !goes_on {
                    word = at..at + 1;
                    continue;
                }
                if found.latin.last().is_none_or(|last| last.start != word.start) {
                    found.latin.push(word.clone());
                }
            }
            word.end = at + 1;
            if let Some(last) = found.latin.last_mut()
                && last.start == word.start
            {
                last.end = word.end;
            }
        }
        found
    }

    /// Whether any of some marks may be among them.
    pub fn may_have(&self, set: MarkSet) -> bool {
        self.bits & set.bits != 0
    }

    fn push(&mut self, at: usize, c: char) {
        let mut is_beside_another = false;
        if let Some(before) = self.marks.last_mut()
            && before.end() == at
        {
            (before.is_beside_another, is_beside_another) = (true, true);
        }
        self.bits |= bit(c);
        self.marks.push(Mark { at, c, is_beside_another, is_protected: false });
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
