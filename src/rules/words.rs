//! Words in a text. Nearly every rule of the prose asks for them, mostly in a sentence or less of it: the standard search
//! prepares more for each word than reading so little costs.

use crate::text::width;

/// Where some words first stand in a text.
pub fn find(text: &str, words: &str) -> Option<usize> {
    let (text, words) = (text.as_bytes(), words.as_bytes());
    let mut own = 0_u64;
    for byte in words {
        own |= 1 << (byte % 64);
    }
    let mut end = words.len();
    while end <= text.len() {
        if own >> (text[end - 1] % 64) & 1 == 0 {
            // No byte of theirs: they begin behind it, if at all.
            end += words.len();
        } else if text[..end].ends_with(words) {
            return Some(end - words.len());
        } else {
            end += 1;
        }
    }
    None
}

/// Every place of some words in a text.
pub fn places(text: &str, words: &str) -> impl Iterator<Item = usize> {
    let mut behind = 0;
    std::iter::from_fn(move || {
        let at = behind + find(&text[behind..], words)?;
        behind = at + words.len();
        Some(at)
    })
}

/// Whether one of some words stands anywhere in a text.
pub fn has_one(text: &str, words: &[&str]) -> bool {
    let mut rest = text.as_bytes();
    while let [first, ..] = rest {
        if begins_with(rest, words) {
            return true;
        }
        rest = &rest[width(*first)..];
    }
    false
}

/// Whether a text begins with one of some words.
pub fn begins_with_one(text: &str, words: &[&str]) -> bool {
    begins_with(text.as_bytes(), words)
}

fn begins_with(text: &[u8], words: &[&str]) -> bool {
    let third = text.get(2);
    for word in words {
        let word = word.as_bytes();
        // Of a Chinese character the last byte says most.
        if (word.len() < 3 || third == Some(&word[2])) && text.starts_with(word) {
            return true;
        }
    }
    false
}

/// Whether a text ends with one of some words.
pub fn ends_with_one(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_as_the_standard_library_finds_them() {
        let texts = ["", "公", "公开", "主动公开公开120条，其中", "a公b𠮷c", "中中中中", "é1件"];
        for text in texts {
            for word in ["公", "公开", "其中", "中中", "1", "c", "12", "𠮷c", "é", "件"] {
                assert_eq!(find(text, word), text.find(word), "{word}");
                assert_eq!(has_one(text, &[word]), text.contains(word), "{word}");
                let expected: Vec<usize> = text.match_indices(word).map(|(at, _)| at).collect();
                assert_eq!(places(text, word).collect::<Vec<_>>(), expected, "{word}");
            }
        }
    }
}
