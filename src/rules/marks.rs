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

/// The marks and the figures of a text, both in order.
#[derive(Debug, Default)]
pub struct Marks {
    /// The marks.
    pub marks: Vec<Mark>,
    /// The ASCII digits, those beside one another together.
    pub digits: Vec<Range<usize>>,
}

impl Marks {
    /// Those of a text; none of the marks is protected yet.
    pub fn of(text: &str) -> Self {
        let mut found = Self { marks: Vec::with_capacity(text.len() / 16), digits: Vec::new() };
        for (at, letter) in Letters::of(text) {
            match letter {
                0x3400..=0x9fff | 0x41..=0x5a | 0x61..=0x7a => {}
                0x30..=0x39 => match found.digits.last_mut() {
                    Some(last) if last.end == at => last.end += 1,
                    _ => found.digits.push(at..at + 1),
                },
                _ => found.push(at, char::from_u32(letter).unwrap_or_default()),
            }
        }
        found
    }

    fn push(&mut self, at: usize, c: char) {
        let mut is_beside_another = false;
        if let Some(before) = self.marks.last_mut()
            && before.end() == at
        {
            (before.is_beside_another, is_beside_another) = (true, true);
        }
        self.marks.push(Mark { at, c, is_beside_another, is_protected: false });
    }
}

/// Whether people put a bracket before the year of a document's number.
pub fn opens_year(c: char) -> bool {
    matches!(c, '〔' | '[' | '【' | '（' | '(' | '﹝' | '［' | '〖')
}

/// Whether people put a bracket behind it.
pub fn closes_year(c: char) -> bool {
    matches!(c, '〕' | ']' | '】' | '）' | ')' | '﹞' | '］' | '〗')
}
