//! From byte offsets to what editors count: UTF-16 code units, lines, columns.

/// How far apart the remembered counts stand; a lookup counts at most this many bytes.
const STEP: usize = 16;

/// Answers for any byte offset of a text where it is in UTF-16 code units, and on which line.
#[derive(Debug)]
pub struct Index<'a> {
    text: &'a [u8],
    /// UTF-16 code units before byte `i * STEP`.
    counts: Vec<u32>,
    /// Byte offset at which each line starts.
    lines: Vec<u32>,
}

impl<'a> Index<'a> {
    /// Reads the text once.
    pub fn new(text: &'a str) -> Self {
        let mut lines = Vec::new();
        let mut start = 0;
        for line in text.split('\n') {
            lines.push(start);
            start += line.len() as u32 + 1;
        }
        let text = text.as_bytes();
        let mut counts = Vec::with_capacity(text.len() / STEP + 2);
        let mut units = 0;
        for chunk in text.chunks(STEP) {
            counts.push(units);
            units += utf16_units(chunk);
        }
        counts.push(units);
        Self { text, counts, lines }
    }

    /// UTF-16 code units before a byte offset.
    pub fn utf16(&self, offset: u32) -> u32 {
        let offset = (offset as usize).min(self.text.len());
        let chunk = offset / STEP;
        self.counts[chunk] + utf16_units(&self.text[chunk * STEP..offset])
    }

    /// Line and column of a byte offset, both from 1, the column in UTF-16 code units.
    pub fn line_column(&self, offset: u32) -> (u32, u32) {
        let line = self.lines.partition_point(|&start| start <= offset);
        (line as u32, self.utf16(offset) - self.utf16(self.lines[line - 1]) + 1)
    }
}

/// The UTF-16 code units of what these bytes of UTF-8 begin: every character but those beyond the basic plane (four bytes)
/// is one. Eight bytes are counted at once: in each of them, one bit tells.
pub fn utf16_units(bytes: &[u8]) -> u32 {
    const LOWEST_BITS: u64 = 0x0101_0101_0101_0101;
    let (words, rest) = bytes.as_chunks::<8>();
    let mut units = 0;
    for word in words {
        let word = u64::from_le_bytes(*word);
        let continues = word >> 7 & !(word >> 6) & LOWEST_BITS;
        let begins_pair = word >> 7 & word >> 6 & word >> 5 & word >> 4 & LOWEST_BITS;
        units += 8 - continues.count_ones() + begins_pair.count_ones();
    }
    for byte in rest {
        units += u32::from(byte & 0xC0 != 0x80) + u32::from(*byte >= 0xF0);
    }
    units
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
