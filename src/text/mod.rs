//! The given text: places in it, and the clean reading that everything semantic works on.

pub mod blank;
pub mod clean;
pub mod figure;
mod firsts;
pub mod html;
pub mod index;
mod letters;
pub mod numbers;
pub mod order;
mod radicals;

pub use clean::Clean;
pub use figure::Figure;
pub use firsts::Firsts;
pub use index::Index;
pub use letters::Letters;

/// A range of bytes, in the clean reading or in the source as its owner says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
}

impl Span {
    /// From `start` up to, without, `end`.
    #[inline]
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start: start as u32, end: end as u32 }
    }

    /// The empty span at an offset.
    #[inline]
    pub fn at(offset: usize) -> Self {
        Self::new(offset, offset)
    }

    /// For sorting by place: by the start, then by the end.
    pub fn order(self) -> u64 {
        u64::from(self.start) << 32 | u64::from(self.end)
    }

    /// As a range for slicing.
    #[inline]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether it holds no byte.
    #[inline]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Without the blanks around it, in the clean reading; of blanks alone their end is left.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let bytes = text.as_bytes();
        let Self { mut start, mut end } = self;
        while start < end && blank::is_blank(bytes[start as usize]) {
            start += 1;
        }
        while start < end && blank::is_blank(bytes[end as usize - 1]) {
            end -= 1;
        }
        Self { start, end }
    }

    /// The part of `text` it marks.
    #[inline]
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }
}

/// How often a byte that is a character of its own stands in a text.
pub fn count(text: &str, byte: u8) -> usize {
    // Mostly never, which the search for one tells sooner.
    if !text.as_bytes().contains(&byte) {
        return 0;
    }
    let mut count = 0;
    for other in text.as_bytes() {
        count += usize::from(*other == byte);
    }
    count
}

/// How many bytes a character has, by its first.
#[inline]
pub const fn width(first: u8) -> usize {
    match first {
        0..0x80 => 1,
        0x80..0xe0 => 2,
        0xe0..0xf0 => 3,
        _ => 4,
    }
}

/// Whether a character is a Chinese character.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '〇' | '\u{20000}'..='\u{3ffff}' | '\u{f900}'..='\u{faff}')
}

/// Whether a character is a radical that stands in place of the character it looks like.
pub fn is_radical(c: char) -> bool {
    radicals::character_of(c).is_some()
}

/// Whether a bar parts two cells: the ASCII bar and the box-drawing and full-width ones.
pub fn is_bar(c: char) -> bool {
    matches!(c, '|' | '│' | '┃' | '║' | '｜' | '¦' | '∣')
}
