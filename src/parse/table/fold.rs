//! Words without what people write in different ways: blanks, punctuation, 它 for 他.

use crate::text::{Letters, Span, is_han, width};

/// A letter of words, as they are read.
#[derive(Clone, Copy, Debug)]
pub struct Folded {
    /// Its code point.
    pub letter: u32,
    /// Its place in the text.
    pub at: u32,
    /// The piece it stands in.
    pub piece: u32,
    /// Whether a word starts here.
    pub starts: bool,
}

/// A label without what people write in different ways.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    // Most characters stay what they are, so that runs of them are taken over.
    let mut run = 0;
    for (at, letter) in Letters::of(text) {
        let kept = fold_letter(letter);
        if kept != Some(letter) {
            folded.push_str(&text[run..at]);
            folded.extend(kept.and_then(char::from_u32));
            run = at + width(text.as_bytes()[at]);
        }
    }
    folded.push_str(&text[run..]);
    folded
}

/// Adds the letters of a label without what people write in different ways.
pub fn add_letters(text: &str, letters: &mut Vec<u32>) {
    for (_, letter) in Letters::of(text) {
        if let Some(letter) = fold_letter(letter) {
            letters.push(letter);
        }
    }
}

/// Adds the letters of a piece's words.
pub fn push_letters(text: &str, span: Span, piece: usize, folded: &mut Vec<Folded>) {
    let piece = piece as u32;
    let mut starts = true;
    folded.reserve(span.range().len() / 3);
    for (offset, letter) in Letters::of(span.of(text)) {
        let kept = fold_letter(letter);
        if let Some(letter) = kept {
            folded.push(Folded { letter, at: span.start + offset as u32, piece, starts });
        }
        starts = kept.is_none();
    }
}

/// A letter as it counts, if it does.
// A call for each letter costs more than what it does.
#[allow(clippy::inline_always)]
#[inline(always)]
pub fn fold_letter(letter: u32) -> Option<u32> {
    const IT: u32 = '它' as u32;
    const HE: u32 = '他' as u32;
    match letter {
        0x4e00..=0x9fff => Some(if letter == IT { HE } else { letter }),
        0..0x80 => Some(letter as u8).filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_uppercase().into()),
        _ => char::from_u32(letter).filter(|c| is_han(*c)).map(u32::from),
    }
}
