//! Kinds of characters of which most texts have none, looked for once for all the rules about them.

use crate::text::{Letters, Span, width};

/// A kind.
#[derive(Clone, Copy, Debug)]
pub enum Rare {
    /// In the clean text: what stands for a character that was lost. A box may also be one to tick.
    Lost,
    /// In what the clean text leaves out or replaces: see [`is_invisible`].
    Invisible,
    /// In the same: full-width digits and Latin letters.
    FullWidth,
    /// In the same: radicals in place of the characters they look like.
    Radical,
    /// In the same: `#` and `*`.
    Markdown,
}

/// A mobile telephone's number has so many digits.
const LONG: usize = 11;

/// What is rare in a text.
#[derive(Clone, Debug, Default)]
pub struct Rarities {
    /// The kinds that occur, each as a bit.
    kinds: u8,
    /// Where `<` and `&` stand in the clean text.
    pub markup: Vec<u32>,
    /// Where there are at least as many digits, blanks and dashes beside one another as a telephone's number has digits.
    pub long_numbers: Vec<u32>,
}

impl Rarities {
    /// Those of a clean text, and of what it alters in the source.
    #[inline(never)]
    pub fn of(text: &str, source: &str, altered: &[Span]) -> Self {
        let mut rarities = Self::default();
        rarities.read_clean(text.as_bytes());
        for span in altered {
            rarities.read_altered(span.of(source));
        }
        rarities
    }

    /// Whether a kind occurs.
    pub fn has(&self, kind: Rare) -> bool {
        self.kinds & 1 << kind as u8 != 0
    }

    fn add(&mut self, kind: Rare) {
        self.kinds |= 1 << kind as u8;
    }

    fn read_clean(&mut self, bytes: &[u8]) {
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            let width = usize::from(WIDTHS[usize::from(byte)]);
            at += if width == 0 { self.look_closer(bytes, at) } else { width };
        }
    }

    /// Looks at a character that may be rare or begin a long number; tells how much it has looked at.
    fn look_closer(&mut self, bytes: &[u8], at: usize) -> usize {
        match bytes[at] {
            b'<' | b'&' => self.markup.push(at as u32),
            b'0'..=b'9' => {
                let is_of_number = |byte: &u8| matches!(byte, b'0'..=b'9' | b' ' | b'-');
                // Nearly all are short, so that the byte behind a shorter one is looked at first.
                if !bytes.get(at + LONG - 1).is_some_and(is_of_number) {
                    return 1;
                }
                let length = bytes[at..].iter().take_while(|byte| is_of_number(byte)).count();
                if length >= LONG {
                    self.long_numbers.push(at as u32);
                }
                return length;
            }
            _ if is_lost(&bytes[at..]) => self.add(Rare::Lost),
            _ => {}
        }
        width(bytes[at])
    }

    fn read_altered(&mut self, part: &str) {
        for (_, letter) in Letters::of(part) {
            match letter {
                0x23 | 0x2a => self.add(Rare::Markdown),
                0x2e80..=0x2fd5 => self.add(Rare::Radical),
                0xff10..=0xff19 | 0xff21..=0xff3a | 0xff41..=0xff5a => self.add(Rare::FullWidth),
                _ if is_invisible(letter) => self.add(Rare::Invisible),
                _ => {}
            }
        }
    }
}

/// How wide a character is, by its first byte; 0 where one has to look closer.
static WIDTHS: [u8; 256] = {
    let mut widths = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        widths[byte] = match byte as u8 {
            b'0'..=b'9' | b'<' | b'&' | 0xe2 | 0xe9 | 0xee | 0xef => 0,
            first => width(first) as u8,
        };
        byte += 1;
    }
    widths
};

/// Whether UTF-8 begins with U+FFFD, a character for private use, a box, or 锟: U+FFFD twice, read as GBK, is 锟斤拷.
fn is_lost(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0xee, ..]
            | [0xef, 0x80..=0xa3, ..]
            | [0xef, 0xbf, 0xbd, ..]
            | [0xe2, 0x96, 0xa0 | 0xa1, ..]
            | [0xe9, 0x94, 0x9f, ..]
    )
}

/// Whether nobody sees a character. None of them stands in the clean text.
pub fn is_invisible(letter: u32) -> bool {
    matches!(letter, 0xa0 | 0xad | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x2064 | 0xfeff)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Clean;

    fn rarities(source: &str) -> Rarities {
        let clean = Clean::of(source);
        Rarities::of(clean.text(), source, &clean.altered(source))
    }

    #[test]
    fn every_kind_is_known_and_ordinary_text_has_none() {
        for (source, kind) in [
            ("公\u{fffd}开", Rare::Lost),
            ("公\u{f8ff}开", Rare::Lost),
            ("公□开", Rare::Lost),
            ("锟斤拷", Rare::Lost),
            ("公\u{a0}开", Rare::Invisible),
            ("１２件", Rare::FullWidth),
            ("⾏政", Rare::Radical),
            ("# 公开", Rare::Markdown),
        ] {
            assert!(rarities(source).has(kind), "{source}");
        }
        let ordinary = rarities("镇“公开”12条，é 适用—部门：2023-01-05。\n\t电话0999-1234567");
        assert_eq!((ordinary.kinds, ordinary.markup.len()), (0, 0));
    }

    #[test]
    fn places_of_markup_and_of_long_numbers_are_told() {
        let found = rarities("公<b>&12345，138 0000 1234");
        assert_eq!((found.markup, found.long_numbers), (vec![3, 6], vec![15]));
    }
}
