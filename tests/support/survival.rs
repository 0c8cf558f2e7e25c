//! What comes of a file, whatever is in it.

use nianbao::read::read;

/// Reads a file; whatever it is, a text no larger than the file may unfold to, or a sentence.
pub fn survive(bytes: &[u8], name: &str) {
    match read(bytes, name) {
        Ok(text) => assert!(text.len() <= 32 << 20, "{} bytes of text out of {}", text.len(), bytes.len()),
        Err(error) => {
            let sentence = error.to_string();
            assert!(sentence.contains('请') && sentence.ends_with('。'), "{sentence}");
        }
    }
}
