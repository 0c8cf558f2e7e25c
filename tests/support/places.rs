//! Where each cell's figure stands in a rendered text. A renderer writes a figure between two marks out of
//! Unicode's private use area; the marks are taken out again, and their places are what a check must answer.

use std::collections::BTreeMap;

const END: char = '\u{E000}';
const FIRST: u32 = 0xE100;
const LAST: u32 = 0xE1FF;

/// A text together with the places of its figures.
#[derive(Clone, Debug)]
pub struct Rendered {
    pub text: String,
    /// For each cell, counted through all tables, its places in UTF-16 code units: several where a
    /// merged cell's content is repeated.
    pub places: BTreeMap<usize, Vec<(u32, u32)>>,
}

/// Encloses a cell's figure in its marks.
pub fn mark(cell: usize, written: &str) -> String {
    let start = char::from_u32(FIRST + cell as u32).expect("marks lie in the private use area");
    format!("{start}{written}{END}")
}

/// Whether a character is a mark.
pub fn is_mark(character: char) -> bool {
    character == END || (FIRST..=LAST).contains(&u32::from(character))
}

/// Whether nothing is written between the marks.
pub fn is_empty(text: &str) -> bool {
    text.chars().all(is_mark)
}

/// Takes the marks out of a text.
pub fn take_marks(marked: &str) -> Rendered {
    let mut text = String::with_capacity(marked.len());
    let mut places: BTreeMap<usize, Vec<(u32, u32)>> = BTreeMap::new();
    let mut at = 0;
    let mut open = None;
    for character in marked.chars() {
        match (u32::from(character), open) {
            (code @ FIRST..=LAST, _) => open = Some(((code - FIRST) as usize, at)),
            (_, Some((cell, from))) if character == END => {
                places.entry(cell).or_default().push((from, at));
                open = None;
            }
            _ => {
                text.push(character);
                at += character.len_utf16() as u32;
            }
        }
    }
    Rendered { text, places }
}
