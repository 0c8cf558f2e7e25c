//! Which characters, and which two beside one another, occur in the paragraphs, and where: a rule that looks for words
//! looks them up here and need not read a text that has nothing of them.

use super::marks::Marks;
use crate::document::Paragraph;
use crate::text::{Letters, width};

/// What occurs in some paragraphs.
#[derive(Debug)]
pub struct Occurring<'a> {
    paragraphs: &'a [Paragraph],
    characters: Box<[u32; CHARACTERS / 32]>,
    /// For each group of pairs the last place of one, as an index into `places` from 1; 0 for none.
    last: Box<[u32; GROUPS]>,
    places: Vec<Pair>,
}

/// A place of two characters beside one another.
#[derive(Clone, Copy, Debug)]
struct Pair {
    place: Place,
    /// The place before it of a pair of the same group, as `last` counts.
    before: u32,
}

/// A place in the paragraphs' texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The paragraph's index.
    pub paragraph: u32,
    /// The offset in its text.
    pub at: u32,
}

/// Characters beyond the basic plane are told apart by their lower half alone.
const CHARACTERS: usize = 1 << 16;
/// More than the pairs of a long report, so that most groups hold one pair.
const GROUPS: usize = 1 << 12;

impl<'a> Occurring<'a> {
    /// What occurs in the paragraphs, and of each the marks, which are found on the way.
    #[inline(never)]
    pub fn of(paragraphs: &'a [Paragraph]) -> (Self, Vec<Marks>) {
        let length: usize = paragraphs.iter().map(|paragraph| paragraph.prose.text().len()).sum();
        let mut occurring = Self {
            paragraphs,
            characters: Box::new([0; CHARACTERS / 32]),
            last: Box::new([0; GROUPS]),
            places: Vec::with_capacity(length / 2),
        };
        let marks = (0..).zip(paragraphs).map(|(index, paragraph)| occurring.read(index, paragraph.prose.text()));
        let marks = marks.collect();
        (occurring, marks)
    }

    fn read(&mut self, paragraph: u32, text: &str) -> Marks {
        let Self { characters, last, places, .. } = self;
        let mut marks = Marks::with_room_for(text.len());
        let (mut start, mut first) = (0, 0);
        for (at, c) in Letters::of(text) {
            characters[c as usize % CHARACTERS / 32] |= 1 << (c % 32);
            if !matches!(c, 0x3400..=0x9fff) {
                marks.add(text, at, c);
            }
            if at > 0 {
                let last = &mut last[group(first, c)];
                places.push(Pair { place: Place { paragraph, at: start }, before: *last });
                *last = places.len() as u32;
            }
            (start, first) = (at as u32, c);
        }
        marks
    }

    /// Whether a character occurs.
    pub fn has(&self, c: char) -> bool {
        self.characters[c as usize % CHARACTERS / 32] & 1 << (c as u32 % 32) != 0
    }

    /// Whether one of some characters occurs.
    pub fn has_any(&self, characters: &[char]) -> bool {
        characters.iter().any(|c| self.has(*c))
    }

    /// Where some words stand, at least two characters, in the order of the text.
    pub fn places_of(&self, words: &str) -> Vec<Place> {
        let mut found: Vec<Place> = self.candidates(words).filter(|place| self.stands_at(*place, words)).collect();
        found.reverse();
        found
    }

    /// Whether some words stand anywhere, at least two characters.
    pub fn has_words(&self, words: &str) -> bool {
        self.candidates(words).any(|place| self.stands_at(place, words))
    }

    /// Where the first two characters of some words may stand, from the last place to the first.
    pub fn candidates(&self, words: &str) -> impl Iterator<Item = Place> {
        self.candidates_of(Key::of(words))
    }

    /// The same for words whose key is known.
    pub fn candidates_of(&self, key: Key) -> impl Iterator<Item = Place> {
        let mut next = self.last_of(key);
        std::iter::from_fn(move || {
            let pair = self.pair(next)?;
            next = pair.before;
            Some(pair.place)
        })
    }

    /// The last place of the first pair of some words, as `last` counts; 0 where another of their pairs has no place.
    fn last_of(&self, key: Key) -> u32 {
        let mut all = key.0.iter().map(|group| self.last[usize::from(*group)]);
        if all.any(|last| last == 0) { 0 } else { self.last[usize::from(key.0[0])] }
    }

    fn pair(&self, index: u32) -> Option<Pair> {
        self.places.get((index as usize).checked_sub(1)?).copied()
    }

    fn stands_at(&self, place: Place, words: &str) -> bool {
        let text = self.paragraphs[place.paragraph as usize].prose.text();
        text.as_bytes()[place.at as usize..].starts_with(words.as_bytes())
    }
}

/// The groups of the first pairs of some words, by which their places are found.
#[derive(Clone, Copy, Debug)]
pub struct Key([u16; 2]);

impl Key {
    /// Of at least two characters.
    pub const fn of(words: &str) -> Self {
        let bytes = words.as_bytes();
        let (mut first, mut at) = letter_at(bytes, 0);
        let mut groups = [0; 2];
        let mut pair = 0;
        while pair < groups.len() {
            if at == bytes.len() {
                // There are no more.
                groups[pair] = groups[0];
            } else {
                let (second, behind) = letter_at(bytes, at);
                groups[pair] = group(first, second) as u16;
                (first, at) = (second, behind);
            }
            pair += 1;
        }
        Self(groups)
    }
}

/// A letter, and where the next one begins.
const fn letter_at(bytes: &[u8], at: usize) -> (u32, usize) {
    let first = bytes[at] as u32;
    match width(bytes[at]) {
        1 => (first, at + 1),
        2 => ((first & 0x1f) << 6 | low(bytes[at + 1]), at + 2),
        3 => ((first & 0xf) << 12 | low(bytes[at + 1]) << 6 | low(bytes[at + 2]), at + 3),
        _ => {
            let upper = (first & 0x7) << 18 | low(bytes[at + 1]) << 12;
            (upper | low(bytes[at + 2]) << 6 | low(bytes[at + 3]), at + 4)
        }
    }
}

const fn low(byte: u8) -> u32 {
    byte as u32 & 0x3f
}

/// Chinese characters differ in their lower bits most.
const fn group(first: u32, second: u32) -> usize {
    (first.wrapping_mul(0x9e5) ^ second) as usize % GROUPS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::parse::parse;
    use crate::text::Clean;

    const TEXT: &str = "依法公开𠮷政府信息120条，公开公开。\n\na，b信息";

    fn places(document: &Document, words: &str) -> Vec<(u32, u32)> {
        let (occurring, _) = Occurring::of(&document.paragraphs);
        occurring.places_of(words).iter().map(|place| (place.paragraph, place.at)).collect()
    }

    #[test]
    fn words_are_found_wherever_they_stand_and_nowhere_else() {
        let document = parse(Clean::of(TEXT));
        let texts: Vec<&str> = document.paragraphs.iter().map(|paragraph| paragraph.prose.text()).collect();
        for words in ["公开", "信息", "开𠮷政", "120", "a，b", "息120条", "公信", "条a", "公开#条", "政策"]
        {
            let expected: Vec<(u32, u32)> = (0..)
                .zip(&texts)
                .flat_map(|(index, text)| text.match_indices(words).map(move |(at, _)| (index, at as u32)))
                .collect();
            assert_eq!(places(&document, words), expected, "{words}");
        }
    }

    #[test]
    fn characters_that_occur_are_known() {
        let document = parse(Clean::of(TEXT));
        let (occurring, _) = Occurring::of(&document.paragraphs);
        for c in TEXT.chars().filter(|c| *c != '\n') {
            assert!(occurring.has(c), "{c}");
        }
        assert!(!occurring.has_any(&['×', '某', 'B']));
    }
}
