//! Numbers in binary files.

/// The little-endian number of up to eight bytes at a place; None beyond the end.
pub fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let field = bytes.get(at..at.checked_add(length)?)?;
    Some(field.iter().rev().fold(0, |number, &byte| number << 8 | usize::from(byte)))
}

/// UTF-16 in this order of bytes (`u16::from_le_bytes`, say), what is none of it replaced.
pub fn utf_16(bytes: &[u8], order: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| order([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}
