//! Which encoding a text is in, told by its bytes.

use super::bytes::utf_16;

/// Decodes GB 18030. Its tables are large, and every JavaScript host has them: WebAssembly borrows the host's decoder,
/// all else has a library's.
pub type Gb18030<'a> = &'a dyn Fn(&[u8]) -> String;

/// The text; None where the bytes are no text in an encoding that reports come in.
///
/// An HTML page's own word about its encoding is needed for nothing: text in GB 18030 is never valid UTF-8 by chance,
/// and HTML from the clipboard is UTF-8 whatever its `<meta charset=gb2312>` says.
pub fn decode(bytes: &[u8], gb_18030: Gb18030<'_>) -> Option<String> {
    match bytes {
        [0xEF, 0xBB, 0xBF, text @ ..] => return Some(String::from_utf8_lossy(text).into_owned()),
        [0xFF, 0xFE, text @ ..] => return Some(utf_16(text, u16::from_le_bytes)),
        [0xFE, 0xFF, text @ ..] => return Some(utf_16(text, u16::from_be_bytes)),
        _ => {}
    }
    if bytes.contains(&0) {
        return unmarked_utf_16(bytes);
    }
    let controls =
        bytes.iter().filter(|&&b| b < b' ' && !matches!(b, b'\t' | b'\n' | 0x0b | 0x0c | b'\r' | 0x1a)).count();
    if controls * 100 > bytes.len() {
        return None;
    }
    if nearly_utf_8(bytes) {
        return Some(String::from_utf8_lossy(bytes).into_owned());
    }
    let text = gb_18030(bytes);
    let wrong = text.chars().filter(|&c| c == char::REPLACEMENT_CHARACTER).count();
    let foreign = text.chars().filter(|c| !c.is_ascii()).count();
    (wrong * 50 <= foreign).then_some(text)
}

/// UTF-8, also when cut in the middle of a character or with a few bytes spoilt.
fn nearly_utf_8(bytes: &[u8]) -> bool {
    let (mut wrong, mut right) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        wrong += usize::from(!chunk.invalid().is_empty());
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
    }
    wrong == 0 || wrong * 20 < right
}

/// UTF-16 without a byte order mark, where nearly all characters are such as a Chinese text has.
fn unmarked_utf_16(bytes: &[u8]) -> Option<String> {
    let sample = &bytes[..bytes.len().min(1 << 16) & !1];
    let order = [u16::from_le_bytes, u16::from_be_bytes].into_iter().find(|order| {
        let text = utf_16(sample, *order);
        let usual = text.chars().filter(|&c| {
            matches!(c, '\t' | '\n' | '\r' | ' '..='~' | '\u{a0}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}'
                | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
        });
        usual.count() * 10 >= text.chars().count() * 9
    })?;
    Some(utf_16(bytes, order))
}
