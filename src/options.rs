//! What a caller may ask for.

/// What a caller may ask for beside the check itself.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The data year that is due. The core reads no clock: the caller says it. Another year in the report is a warning.
    pub year: Option<i32>,
    /// Last year's report of the same organ, in any text form: turns on the year-on-year rules. Nothing but blanks is
    /// none given.
    pub previous: Option<String>,
    /// Rules to leave out: a code ("structure/placeholder") or a whole group ("structure").
    pub disable: Vec<String>,
    /// Words and names of this place that no wording or punctuation rule may report.
    pub allow: Vec<String>,
}

impl Options {
    /// Last year's report, where one is given.
    pub(crate) fn previous(&self) -> Option<&str> {
        self.previous.as_deref().filter(|text| !text.trim().is_empty())
    }
}
