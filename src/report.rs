//! What a check answers: plain data, the same in Rust, in JavaScript and on the command line.
//!
//! Offsets (`from`, `to`, `column`) count UTF-16 code units of the text that was given, as
//! JavaScript's strings and the usual editors count them. Lines and columns start at 1.

use std::borrow::Cow;

use serde::Serialize;

use crate::form::{CellRef, Edition, TableKind};

/// The answer to one text: what was read, what was checked, what is wrong, what could not be examined.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Version of nianbao and its rules.
    pub version: &'static str,
    /// Whether the report may be published as it stands.
    pub verdict: Verdict,
    /// The edition of the official form that the tables follow; `None` where no table tells.
    pub edition: Option<Edition>,
    /// The year the data are of, from the title, else from the period.
    pub year: Option<i32>,
    /// The reporting organ, from the title.
    pub organ: Option<String>,
    /// The title as it stands.
    pub title: Option<Excerpt>,
    /// The sections found, the lead (number 0) among them.
    pub sections: Vec<Section>,
    /// The tables found; one of which the text has nothing is not here.
    pub tables: Vec<Table>,
    /// Figures that the prose states about a cell of a table.
    pub claims: Vec<Claim>,
    /// Every equation of the edition with its verdict.
    pub relations: Vec<Relation>,
    /// The findings, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// What could not be examined and why, in one Chinese sentence each.
    pub not_examined: Vec<NotExamined>,
}

/// Whether anything stands against publishing the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// No error, no warning, and all was examined.
    Pass,
    /// An error or a warning stands.
    Fail,
    /// No error and no warning, but parts could not be examined.
    Incomplete,
}

/// A piece of the given text. In HTML source `text` is what is read, while the place may hold tags.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Excerpt {
    /// What is read there.
    pub text: Cow<'static, str>,
    /// Start, in UTF-16 code units.
    pub from: u32,
    /// End, in UTF-16 code units.
    pub to: u32,
}

/// A section of the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Section {
    /// 1 to 6 as the form orders them; 0 for the lead.
    pub number: u8,
    /// The heading as written; `None` where the section stands without one.
    pub heading: Option<Excerpt>,
    /// Start, in UTF-16 code units.
    pub from: u32,
    /// End, in UTF-16 code units.
    pub to: u32,
}

/// A table as read: every cell of the form, in the form's order.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Table {
    /// Which of the three tables.
    pub kind: TableKind,
    /// Start, in UTF-16 code units.
    pub from: u32,
    /// End, in UTF-16 code units.
    pub to: u32,
    /// Row by row in the order of the form, also those not found.
    pub cells: Vec<Cell>,
}

/// One cell of a table as read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cell {
    /// The cell's address in the form.
    #[serde(flatten)]
    pub cell: CellRef,
    /// What stands there.
    pub state: CellState,
    /// The number, where it is one.
    pub value: Option<f64>,
    /// The place; `None` where the cell is missing.
    pub at: Option<Excerpt>,
}

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CellState {
    /// A number.
    Number,
    /// Nothing.
    Blank,
    /// Something that is no number.
    Text,
    /// The text has no such cell.
    Missing,
}

/// A figure that the prose states about one cell or a sum of cells.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Claim {
    /// The cell, or the cells whose sum, that the sentence speaks of.
    pub cells: Vec<CellRef>,
    /// The figure stated.
    pub value: f64,
    /// Where it is stated.
    pub at: Excerpt,
    /// Whether the table says the same.
    pub verdict: ClaimVerdict,
}

/// How a stated figure compares with the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ClaimVerdict {
    /// The table says the same.
    Agrees,
    /// The table says otherwise.
    Contradicts,
    /// The table gives nothing to hold it against.
    Unknown,
}

/// One equation of the form and whether it holds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Relation {
    /// The rule that checks it.
    pub code: &'static str,
    /// In words of the form, with its figures.
    pub formula: String,
    /// The sum that stands to the left.
    pub left: Option<f64>,
    /// The sum that stands to the right.
    pub right: Option<f64>,
    /// Whether it holds.
    pub verdict: RelationVerdict,
    /// The cells of both sides.
    pub cells: &'static [CellRef],
}

/// Whether an equation holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RelationVerdict {
    /// Both sides are equal.
    Holds,
    /// The sides differ.
    Fails,
    /// A cell is missing or no number.
    Unknown,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Diagnostic {
    /// "group/name" of the rule that spoke.
    pub code: &'static str,
    /// How much weight it has.
    pub severity: Severity,
    /// One Chinese sentence: where, what, and what it should be.
    pub message: String,
    /// Start, in UTF-16 code units.
    pub from: u32,
    /// End, in UTF-16 code units.
    pub to: u32,
    /// Line of the start, from 1.
    pub line: u32,
    /// Column of the start in UTF-16 code units, from 1.
    pub column: u32,
    /// The cell that is wrong, where one is.
    pub cell: Option<CellRef>,
    /// Other places that belong to the finding.
    pub related: Vec<Related>,
    /// What may be done about it, best first.
    pub fixes: Vec<Fix>,
    /// What the rule rests on: an article, a standard's clause, the form.
    pub basis: Option<&'static str>,
}

/// How much weight a finding has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Must not be published so.
    Error,
    /// Very likely wrong.
    Warning,
    /// Worth a look; never counted against a clean report.
    Info,
}

/// A place that belongs to a finding beside its own.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Related {
    /// What this place has to do with it.
    pub message: String,
    /// Start, in UTF-16 code units.
    pub from: u32,
    /// End, in UTF-16 code units.
    pub to: u32,
    /// The cell there, where it is one.
    pub cell: Option<CellRef>,
}

/// A change that would mend a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// What the change does, for a button.
    pub title: String,
    /// Right whenever the finding is; may be applied in bulk.
    pub safe: bool,
    /// Replacements in the given text, in its order, not overlapping.
    pub edits: Vec<Edit>,
}

/// One replacement in the given text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// Start, in UTF-16 code units.
    pub from: u32,
    /// End, in UTF-16 code units.
    pub to: u32,
    /// What takes the place.
    pub insert: String,
}

/// A part that could not be examined.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NotExamined {
    /// "group/name" of what was not examined.
    pub code: &'static str,
    /// Why, in one Chinese sentence.
    pub message: String,
}

/// A rule as a settings page or documentation shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RuleInfo {
    /// "group/name".
    pub code: &'static str,
    /// The gravest severity that its findings have.
    pub severity: Severity,
    /// What is wrong, in a few words.
    pub title: String,
    /// The explanation, in Markdown.
    pub explanation: String,
    /// What it rests on.
    pub basis: Option<&'static str>,
    /// An example that is reported.
    pub wrong: String,
    /// The same, put right.
    pub right: String,
}

/// A county's tables held against the sum of its units' tables.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Aggregate {
    /// Every cell of the county's edition of the form, in the form's order.
    pub cells: Vec<AggregateCell>,
    /// The units in the order given, each with the check of its own report.
    pub units: Vec<UnitReport>,
    /// The check of the county's own report.
    pub county: Report,
    /// What a reader of the sums has to know: reports of another year, reports given twice, tables not read.
    pub notes: Vec<AggregateNote>,
}

/// A cell of the county's report beside the sum of the units' cells.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AggregateCell {
    /// The cell's address in the form.
    pub cell: CellRef,
    /// What the county's report states; `None` where it states no number.
    pub county: Option<f64>,
    /// The sum of the units' figures, blanks counted as 0; `None` where a unit's figure cannot be read or all are blank.
    pub sum: Option<f64>,
    /// Whether both are equal.
    pub verdict: AggregateVerdict,
}

/// Whether a county's figure equals the sum of its units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum AggregateVerdict {
    /// Both are equal; of an amount also where the county's is the sum, rounded.
    Agrees,
    /// They differ, whatever the blanks stand for. More than the sum may be a unit that was not given, such as the
    /// county's own office; less than the sum is wrong somewhere.
    Differs,
    /// A figure of either side is absent, blank or no number.
    Unknown,
}

/// A unit with the check of its own report.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UnitReport {
    /// As it was given.
    pub name: String,
    /// The answer to its text.
    pub report: Report,
}

/// Something that a reader of the sums has to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AggregateNote {
    /// Index of the unit that it is about; `None` where it is about the county's report or about all.
    pub unit: Option<u32>,
    /// One Chinese sentence.
    pub message: String,
}
