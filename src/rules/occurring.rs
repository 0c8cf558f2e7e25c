//! Which characters, and which two beside one another, occur in a text at all: a rule that looks for words need not
//! read a text that has nothing of them.

use std::ops::RangeInclusive;

/// What occurs in some texts. It may say yes where the answer is no, never the other way round.
#[derive(Debug)]
pub struct Occurring {
    characters: Box<[u64; CHARACTERS / 64]>,
    pairs: Box<[u64; PAIRS / 64]>,
}

/// Characters beyond the basic plane are told apart by their lower half alone.
const CHARACTERS: usize = 1 << 16;
/// Several times as many as the pairs of a long report.
const PAIRS: usize = 1 << 15;

impl Occurring {
    /// What occurs in the texts; a pair never spans two of them.
    pub fn in_texts<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut occurring = Self { characters: Box::new([0; CHARACTERS / 64]), pairs: Box::new([0; PAIRS / 64]) };
        for text in texts {
            let mut before = '\0';
            for c in text.chars() {
                let (character, pair) = (character(c), pair(before, c));
                occurring.characters[character / 64] |= 1 << (character % 64);
                occurring.pairs[pair / 64] |= 1 << (pair % 64);
                before = c;
            }
        }
        occurring
    }

    /// Whether a character occurs.
    pub fn has(&self, c: char) -> bool {
        let character = character(c);
        self.characters[character / 64] & 1 << (character % 64) != 0
    }

    /// Whether one of some characters occurs.
    pub fn has_any(&self, characters: impl IntoIterator<Item = char>) -> bool {
        characters.into_iter().any(|c| self.has(c))
    }

    /// Whether a character of a range may occur.
    pub fn may_have_between(&self, range: &RangeInclusive<char>) -> bool {
        self.characters[character(*range.start()) / 64..=character(*range.end()) / 64].iter().any(|some| *some != 0)
    }

    /// Whether words may occur; a character of which `is_any` says so stands for others too.
    pub fn may_have_like(&self, words: &str, is_any: fn(char) -> bool) -> bool {
        let mut before = None;
        words.chars().all(|c| {
            if is_any(c) {
                before = None;
                return true;
            }
            before.replace(c).map_or_else(
                || self.has(c),
                |before| {
                    let pair = pair(before, c);
                    self.pairs[pair / 64] & 1 << (pair % 64) != 0
                },
            )
        })
    }

    /// Whether words may occur.
    pub fn may_have(&self, words: &str) -> bool {
        self.may_have_like(words, |_| false)
    }
}

fn character(c: char) -> usize {
    c as usize % CHARACTERS
}

/// Chinese characters differ in their lower bits most.
fn pair(first: char, second: char) -> usize {
    ((first as usize).wrapping_mul(0x9e5) ^ second as usize) % PAIRS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_occurs_is_never_denied() {
        let texts = ["依法公开𠮷政府信息120条", "a，b"];
        let occurring = Occurring::in_texts(texts.into_iter());
        for text in texts {
            assert!(occurring.may_have(text));
            assert!(occurring.has_any(text.chars()));
        }
        assert!(occurring.may_have_like("信息#条", |c| c == '#'));
        assert!(occurring.may_have_between(&('，'..='：')));
    }

    #[test]
    fn what_does_not_occur_is_mostly_known() {
        let occurring = Occurring::in_texts(["依法公开政府信息120条", "a，b"].into_iter());
        assert!(!occurring.may_have_between(&('\u{e000}'..='\u{f8ff}')));
        for words in ["信总", "开公", "条a", "公开#条"] {
            assert!(!occurring.may_have(words), "{words}");
        }
    }
}
