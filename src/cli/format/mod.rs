//! The answers in each format. Each file's answer is a piece of its own, so that nothing waits for the last file.

mod csv;
mod json;
mod sarif;
mod text;

pub use csv::{MARK as CSV_MARK, row as csv_row};

use nianbao::report::{Report, Severity};

use super::check::Checked;
use super::inputs::Input;

/// How the answers are written.
#[derive(Clone, Copy, Debug)]
pub enum Format {
    /// For a person.
    Text { shows_colours: bool },
    /// One array.
    Json,
    /// One object a line.
    JsonLines,
    /// SARIF 2.1.0.
    Sarif,
    /// For Excel and WPS.
    Csv,
}

impl Format {
    pub fn begin(self) -> Vec<u8> {
        match self {
            Self::Text { .. } | Self::JsonLines => Vec::new(),
            Self::Json => b"[\n".to_vec(),
            Self::Sarif => sarif::begin(),
            Self::Csv => csv::begin(),
        }
    }

    pub fn answer(self, checked: &Checked) -> Vec<u8> {
        match self {
            Self::Text { shows_colours } => text::answer(checked, shows_colours).into_bytes(),
            Self::Json => json::answer(checked),
            Self::JsonLines => {
                let mut line = json::answer(checked);
                line.push(b'\n');
                line
            }
            Self::Sarif => sarif::answer(checked),
            Self::Csv => csv::answer(checked),
        }
    }

    /// What stands between two answers that are not empty.
    pub fn between(self) -> &'static [u8] {
        match self {
            Self::Json | Self::Sarif => b",\n",
            Self::Text { .. } | Self::JsonLines | Self::Csv => b"",
        }
    }

    pub fn end(self, tally: &Tally) -> Vec<u8> {
        match self {
            Self::Text { .. } => text::end(tally).into_bytes(),
            Self::Json => b"\n]\n".to_vec(),
            Self::Sarif => sarif::end(tally),
            Self::JsonLines | Self::Csv => Vec::new(),
        }
    }
}

/// What the reports came to.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    pub files: usize,
    pub clean: usize,
    pub with_findings: usize,
    /// Without a finding that stands, but with parts that were not examined.
    pub incomplete: usize,
    /// Files that could not be read, and why.
    pub unread: Vec<(Input, String)>,
    pub errors: usize,
    pub warnings: usize,
    pub infos: usize,
    /// Files in the folders that are of no kind that can be read.
    pub passed_over: usize,
}

impl Tally {
    pub fn of(checked: &Checked) -> Self {
        let mut tally = Self { files: 1, ..Self::default() };
        let report = match &checked.answer {
            Ok((_, report)) => report,
            Err(why) => {
                tally.unread.push((checked.input.clone(), why.clone()));
                return tally;
            }
        };
        tally.errors = count(report, Severity::Error);
        tally.warnings = count(report, Severity::Warning);
        tally.infos = count(report, Severity::Info);
        match (tally.errors + tally.warnings, report.not_examined.is_empty()) {
            (1.., _) => tally.with_findings = 1,
            (0, false) => tally.incomplete = 1,
            (0, true) => tally.clean = 1,
        }
        tally
    }

    pub fn add(&mut self, one: Self) {
        self.files += one.files;
        self.clean += one.clean;
        self.with_findings += one.with_findings;
        self.incomplete += one.incomplete;
        self.unread.extend(one.unread);
        self.errors += one.errors;
        self.warnings += one.warnings;
        self.infos += one.infos;
    }
}

/// How many findings of a weight.
fn count(report: &Report, severity: Severity) -> usize {
    report.diagnostics.iter().filter(|finding| finding.severity == severity).count()
}

/// What the page calls a weight too.
pub fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "错误",
        Severity::Warning => "警告",
        Severity::Info => "提示",
    }
}

/// For a terminal, which would obey what a hostile file's words or name tell it.
pub fn without_controls(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { char::REPLACEMENT_CHARACTER } else { c }).collect()
}
