//! Bytes of a dropped file, or of the clipboard's HTML, to a text that a person can read and `validate` takes.

/// Turns a file into text; `file_name` helps where the content does not tell.
///
/// # Errors
///
/// A Chinese sentence that says what the file is and what to do.
pub fn read(bytes: &[u8], file_name: &str) -> Result<String, ReadError> {
    let _ = file_name;
    Ok(String::from_utf8_lossy(bytes).into_owned())
}

/// Why a file could not be read: one Chinese sentence for the person who dropped it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError(String);

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ReadError {}
