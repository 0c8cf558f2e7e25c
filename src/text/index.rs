//! From byte offsets to what editors count: UTF-16 code units, lines, columns.

use super::Span;

/// How far apart the remembered counts stand; a lookup counts fewer bytes. As many as are read at once.
const STEP: usize = 8;

/// Answers for any byte offset of a text where it is in UTF-16 code units, and on which line.
#[derive(Debug)]
pub struct Index<'a> {
    text: &'a [u8],
    /// UTF-16 code units before byte `i * STEP`.
    counts: Vec<u32>,
    /// Byte offsets of the lines' ends.
    line_ends: Vec<u32>,
}

impl<'a> Index<'a> {
    /// Reads the text.
    pub fn new(text: &'a str) -> Self {
        let line_ends = line_ends(text);
        let text = text.as_bytes();
        let (words, _) = text.as_chunks::<STEP>();
        let mut counts = Vec::with_capacity(words.len() + 1);
        let mut units = 0;
        for word in words {
            counts.push(units);
            units += units_of_word(u64::from_le_bytes(*word));
        }
        counts.push(units);
        Self { text, counts, line_ends }
    }

    /// UTF-16 code units before a byte offset.
    pub fn utf16(&self, offset: u32) -> u32 {
        let offset = (offset as usize).min(self.text.len());
        let (chunk, rest) = (offset / STEP, offset % STEP);
        let here = &self.text[chunk * STEP..];
        let units = match here.first_chunk() {
            // The bytes behind are shifted out; of the zeros that come in, each counts as one.
            Some(word) if rest > 0 => {
                let shifted = u64::from_le_bytes(*word) << (8 * (STEP - rest));
                units_of_word(shifted) - (STEP - rest) as u32
            }
            _ => utf16_units(&here[..rest]),
        };
        self.counts[chunk] + units
    }

    /// A span as a place in UTF-16 code units.
    pub fn utf16_of(&self, span: Span) -> (u32, u32) {
        let from = self.utf16(span.start);
        // Most are a digit, or nothing.
        match self.text.get(span.range()) {
            Some(few @ ([] | [_])) => (from, from + few.len() as u32),
            _ => (from, self.utf16(span.end)),
        }
    }

    /// Line and column of a byte offset, both from 1, the column in UTF-16 code units.
    pub fn line_column(&self, offset: u32) -> (u32, u32) {
        let before = self.line_ends.partition_point(|&end| end < offset);
        let start = before.checked_sub(1).map_or(0, |last| self.line_ends[last] + 1);
        (before as u32 + 1, self.utf16(offset) - self.utf16(start) + 1)
    }
}

/// Where the lines of a text end, but for the last.
pub fn line_ends(text: &str) -> Vec<u32> {
    let (words, rest) = text.as_bytes().as_chunks::<STEP>();
    let mut ends = Vec::with_capacity(text.len() / 32);
    let mut at = 0;
    for word in words {
        let mut breaks = line_breaks(u64::from_le_bytes(*word));
        while breaks != 0 {
            ends.push(at + breaks.trailing_zeros() / 8);
            breaks &= breaks - 1;
        }
        at += STEP as u32;
    }
    ends.extend((at..).zip(rest).filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at));
    ends
}

/// The UTF-16 code units of what these bytes of UTF-8 begin: every character but those beyond the basic plane (four bytes)
/// is one.
pub fn utf16_units(bytes: &[u8]) -> u32 {
    let (words, rest) = bytes.as_chunks::<STEP>();
    let mut units = 0;
    for word in words {
        units += units_of_word(u64::from_le_bytes(*word));
    }
    for byte in rest {
        units += u32::from(byte & 0xC0 != 0x80) + u32::from(*byte >= 0xF0);
    }
    units
}

/// The same of eight bytes, counted at once: the product's highest byte is the sum of all.
fn units_of_word(word: u64) -> u32 {
    const LOWEST_BITS: u64 = 0x0101_0101_0101_0101;
    let begins = (!(word >> 7) | word >> 6) & LOWEST_BITS;
    let begins_pair = word >> 7 & word >> 6 & word >> 5 & word >> 4 & LOWEST_BITS;
    ((begins + begins_pair).wrapping_mul(LOWEST_BITS) >> 56) as u32
}

/// Of eight bytes the highest bit of each that is a line's end.
fn line_breaks(word: u64) -> u64 {
    const BREAKS: u64 = 0x0a0a_0a0a_0a0a_0a0a;
    const LOW_BITS: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let difference = word ^ BREAKS;
    // Every byte that differs has a bit above, or carries one there.
    !(((difference & LOW_BITS) + LOW_BITS) | difference | LOW_BITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_javascript_does() {
        let text = format!("𠮷a年\n{}𠮷报", "字".repeat(300));
        let index = Index::new(&text);
        for (offset, _) in text.char_indices() {
            let expected = text[..offset].encode_utf16().count() as u32;
            assert_eq!(index.utf16(offset as u32), expected);
        }
        let last = text.len() as u32;
        assert_eq!(index.utf16(last), text.encode_utf16().count() as u32);
        assert_eq!(index.line_column(0), (1, 1));
        assert_eq!(index.line_column("𠮷a".len() as u32), (1, 4));
        assert_eq!(index.line_column("𠮷a年\n".len() as u32), (2, 1));
    }
}
