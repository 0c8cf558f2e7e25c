//! The blanks of the clean reading. It has a blank, the tab and the end of a line, and no other control characters, so that
//! no character need be decoded to tell them.

/// Whether a byte of the clean reading is a blank.
#[inline]
pub fn is_blank(byte: u8) -> bool {
    byte <= b' '
}

/// A part of the clean reading without the blanks before it.
pub fn trim_start(text: &str) -> &str {
    let bytes = text.as_bytes();
    let mut start = 0;
    while start < bytes.len() && is_blank(bytes[start]) {
        start += 1;
    }
    &text[start..]
}

/// A part of the clean reading without the blanks behind it.
pub fn trim_end(text: &str) -> &str {
    let bytes = text.as_bytes();
    let mut end = bytes.len();
    while end > 0 && is_blank(bytes[end - 1]) {
        end -= 1;
    }
    &text[..end]
}

/// A part of the clean reading without the blanks around it.
pub fn trim(text: &str) -> &str {
    trim_end(trim_start(text))
}

/// The first word of a part of the clean reading, where there is one: its start and its end.
pub fn first_word(text: &str) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let start = text.len() - trim_start(text).len();
    let mut end = start;
    // Words are long where they are Chinese.
    while let Some(eight) = bytes[end..].first_chunk() {
        let blanks = blanks_of(u64::from_le_bytes(*eight));
        if blanks != 0 {
            return Some((start, end + (blanks.trailing_zeros() / u8::BITS) as usize));
        }
        end += eight.len();
    }
    while end < bytes.len() && !is_blank(bytes[end]) {
        end += 1;
    }
    (start < end).then_some((start, end))
}

/// Of eight bytes the highest bit of each that is a blank.
fn blanks_of(bytes: u64) -> u64 {
    const LOW_BITS: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    const TO_HIGHEST: u64 = LOW_BITS - u64::from_le_bytes([b' '; 8]);
    // Every byte above a blank has the highest bit, or carries one there.
    !(((bytes & LOW_BITS) + TO_HIGHEST) | bytes | LOW_BITS)
}

/// Adds a part of the clean reading to a text, without its blanks.
pub fn push_without_blanks(text: &mut String, part: &str) {
    let mut rest = part;
    while let Some((start, end)) = first_word(rest) {
        text.push_str(&rest[start..end]);
        rest = &rest[end..];
    }
}

/// A part of the clean reading without its blanks.
pub fn without_blanks(part: &str) -> String {
    let mut text = String::with_capacity(part.len());
    push_without_blanks(&mut text, part);
    text
}

#[cfg(test)]
mod tests {
    use super::first_word;

    #[test]
    fn a_word_ends_at_the_first_blank_behind_it() {
        for before in 0..3 {
            for length in 0..20 {
                let word: String = "公a开,é".chars().cycle().take(length).collect();
                for behind in ["", " ", "\t公 开", "\n\n"] {
                    let text = format!("{}{word}{behind}", " ".repeat(before));
                    let expected = text.split_whitespace().next();
                    assert_eq!(first_word(&text).map(|(start, end)| &text[start..end]), expected, "{text:?}");
                }
            }
        }
    }
}
