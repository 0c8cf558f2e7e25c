//! What words begin with, as bits: a text whose first character has no bit begins with none of them.

/// The first characters of some words, each Chinese. Others may share their bits, about one in a thousand for each word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Firsts([u64; 16]);

impl Firsts {
    /// Those of a table's words.
    pub const fn of<T>(words: &[(&str, T)]) -> Self {
        let mut firsts = Self([0; 16]);
        let mut index = 0;
        while index < words.len() {
            firsts.add(words[index].0);
            index += 1;
        }
        firsts
    }

    /// Adds that of another word.
    pub const fn add(&mut self, word: &str) {
        let word = word.as_bytes();
        // Chinese characters differ in the last bits of their second and their third byte most.
        self.0[word[1] as usize % 16] |= 1 << (word[2] % 64);
    }

    /// The last bytes of these characters, as bits of what they leave when divided by 64.
    pub const fn last_bytes(&self) -> u64 {
        let (mut bits, mut index) = (0, 0);
        while index < self.0.len() {
            bits |= self.0[index];
            index += 1;
        }
        bits
    }

    /// Whether a text may begin with one of the words.
    #[inline]
    pub fn may_begin(&self, text: &[u8]) -> bool {
        match text {
            [0xe0..0xf0, second, third, ..] => self.0[usize::from(second % 16)] >> (third % 64) & 1 != 0,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Firsts;

    #[test]
    fn every_word_may_begin_and_most_other_characters_may_not() {
        let words = [("件", 1), ("条次", 2), ("％", 3)];
        let firsts = Firsts::of(&words);
        assert!(words.iter().all(|(word, _)| firsts.may_begin(word.as_bytes())));
        let others = ('一'..='龥').filter(|c| firsts.may_begin(c.to_string().as_bytes())).count();
        assert!(others < 100, "{others}");
        assert!(!firsts.may_begin(b"") && !firsts.may_begin(b"12"));
    }
}
