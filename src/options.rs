//! What a caller may ask for.

/// What a caller may ask for beside the check itself.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The data year that is due. The core reads no clock: the caller says it. Another year in the report is a warning.
    pub year: Option<i32>,
    /// Rules to leave out: a code ("structure/placeholder") or a whole group ("structure").
    pub disable: Vec<String>,
    /// Words and names of this place that no wording or punctuation rule may report.
    pub allow: Vec<String>,
}
