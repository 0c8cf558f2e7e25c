//! Characters as plain numbers. The standard library's iterators, compiled for size, call several functions for each
//! character; here the three bytes of a Chinese one are read in place.

/// The characters of a text as their code points, each with its offset.
#[derive(Clone, Debug)]
pub struct Letters<'a> {
    bytes: &'a [u8],
    at: usize,
}

/// What the bits that tell the places of three bytes add to their letter.
const OF_THREE: u32 = (0xe0 << 12) + (0x80 << 6) + 0x80;

impl<'a> Letters<'a> {
    /// Those of a text.
    pub fn of(text: &'a str) -> Self {
        Self { bytes: text.as_bytes(), at: 0 }
    }
}

impl Iterator for Letters<'_> {
    type Item = (usize, u32);

    // A call for each character costs more than what it does.
    #[allow(clippy::inline_always)]
    #[inline(always)]
    fn next(&mut self) -> Option<(usize, u32)> {
        let (bytes, at) = (self.bytes, self.at);
        if at >= bytes.len() {
            return None;
        }
        let rest = &bytes[at..];
        let first = u32::from(rest[0]);
        let letter = match first {
            0xe0..0xf0 => {
                let [_, second, third, ..] = *rest else { return None };
                self.at = at + 3;
                (first << 12) + (u32::from(second) << 6) + u32::from(third) - OF_THREE
            }
            ..0x80 => {
                self.at = at + 1;
                first
            }
            0x80..0xe0 => {
                self.at = at + 2;
                (first & 0x1f) << 6 | u32::from(bytes[at + 1] & 0x3f)
            }
            _ => {
                self.at = at + 4;
                (first & 0x7) << 18
                    | u32::from(bytes[at + 1] & 0x3f) << 12
                    | u32::from(bytes[at + 2] & 0x3f) << 6
                    | u32::from(bytes[at + 3] & 0x3f)
            }
        };
        Some((at, letter))
    }
}

#[cfg(test)]
mod tests {
    use super::Letters;

    #[test]
    fn letters_are_the_characters_of_a_text() {
        for text in ["", "公开12条，é\u{7ff}\u{800}\u{ffff}𠮷\u{10ffff}。"] {
            let expected: Vec<(usize, u32)> = text.char_indices().map(|(at, c)| (at, c as u32)).collect();
            assert_eq!(Letters::of(text).collect::<Vec<_>>(), expected);
        }
    }
}
