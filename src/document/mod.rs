//! What a text says and where: recorded, not judged. All spans are of the clean reading.

mod claim;
mod prose;
mod table;

pub use claim::{Agreement, Claim, Reading, Subject};
pub use prose::Prose;
pub use table::{Cell, Content, Label, Table, TableRow};

use crate::form::{Edition, TableKind};
use crate::text::numbers::Number;
use crate::text::{Clean, Span};

/// A text as read.
#[derive(Debug)]
pub struct Document {
    /// The clean reading, with the way back to the source.
    pub clean: Clean,
    /// Its lines, in order.
    pub lines: Vec<Line>,
    /// The prose, as a reader sees it: lines that a page or a narrow column broke are one paragraph.
    pub paragraphs: Vec<Paragraph>,
    /// The report's title.
    pub title: Option<Title>,
    /// The sections found, in the order of the text.
    pub sections: Vec<Section>,
    /// Headings of sections that stand a second time, with their numbers.
    pub repeated_headings: Vec<(u8, SectionHeading)>,
    /// The tables found, in the order of the form.
    pub tables: Vec<Table>,
    /// The edition that the tables follow, where they tell.
    pub edition: Option<Edition>,
    /// The data year: from the title, else from the period.
    pub year: Option<i32>,
    /// Whether the text is an annual report at all.
    pub is_report: bool,
    /// Where a second report begins, when two stand in one text; what follows is not read.
    pub second_report: Option<Span>,
    /// What the prose says about the tables' cells, in the order of the text.
    pub claims: Vec<Claim>,
}

/// Last year's report, for what this year's repeats, carries on or quotes of it.
#[derive(Debug)]
pub struct LastYear {
    /// What it says.
    pub document: Document,
    /// What this year's prose says about its tables: claims with places in this year's text and readings in last
    /// year's tables.
    pub quoted: Vec<Claim>,
}

impl Document {
    /// The clean text of a span.
    pub fn text(&self, span: Span) -> &str {
        span.of(self.clean.text())
    }

    /// The edition to hold the report against: what its tables follow, else what its year prescribes.
    pub fn edition_due(&self) -> Edition {
        self.edition.unwrap_or_else(|| self.year.map_or(Edition::Y2021, Edition::for_year))
    }

    /// A table, where the text has it.
    pub fn table(&self, kind: TableKind) -> Option<&Table> {
        self.tables.iter().find(|table| table.kind == kind)
    }

    /// A section, where the text has it.
    pub fn section(&self, number: u8) -> Option<&Section> {
        self.sections.iter().find(|section| section.number == number)
    }

    /// The paragraphs that stand in a section.
    pub fn paragraphs_of(&self, number: u8) -> impl Iterator<Item = &Paragraph> {
        self.paragraphs.iter().filter(move |paragraph| paragraph.section == Some(number))
    }
}

/// A line of the clean reading.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// Without its line end; blanks may stand around its words.
    pub span: Span,
    /// What it belongs to.
    pub zone: Zone,
}

/// What a line belongs to. Rules name the zones they read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Nothing but blanks.
    Blank,
    /// The report's title.
    Title,
    /// Before the title, or between it and section one.
    Lead,
    /// A section's heading.
    Heading,
    /// Running text of a section.
    Prose,
    /// A line of one of the three tables.
    Table(TableKind),
    /// A line of some other table.
    OtherTable,
    /// A page number, or a web page's furniture.
    Furniture,
    /// Behind the report: a second one.
    Beyond,
}

/// A paragraph of the prose.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// The whole of it.
    pub span: Span,
    /// Its lines, as indices into [`Document::lines`].
    pub lines: Vec<usize>,
    /// The section it stands in: 0 for the lead, `None` before the title.
    pub section: Option<u8>,
    /// Its text as it is meant.
    pub prose: Prose,
    /// The figures of that text; none where it is too long to be anybody's prose.
    pub numbers: Vec<Number>,
}

/// The report's title.
#[derive(Clone, Debug)]
pub struct Title {
    /// The whole of it, which may be several lines.
    pub span: Span,
    /// Its words without the blanks.
    pub text: String,
    /// The organ that reports.
    pub organ: Option<String>,
    /// The data year it names.
    pub year: Option<i32>,
    /// A line of one to three characters that repeats the title's end.
    pub residue: Option<Span>,
}

/// A section of the report.
#[derive(Clone, Debug)]
pub struct Section {
    /// 1 to 6 as the form orders them, by its wording, whatever its ordinal.
    pub number: u8,
    /// The heading, from its ordinal to its last word or mark; `None` for the lead.
    pub heading: Option<SectionHeading>,
    /// From the heading's start to the next section's.
    pub span: Span,
}

/// A section's heading as written.
#[derive(Clone, Debug)]
pub struct SectionHeading {
    /// The whole heading.
    pub span: Span,
    /// Its ordinal with its mark, "三、"; `None` where it stands without one.
    pub ordinal: Option<Ordinal>,
    /// The wording, without ordinal and end mark.
    pub title: Span,
    /// A mark behind the wording.
    pub end_mark: Option<Span>,
    /// How near the wording is to the form's.
    pub wording: Wording,
}

/// An ordinal as written before a heading.
#[derive(Clone, Copy, Debug)]
pub struct Ordinal {
    /// The ordinal with its mark.
    pub span: Span,
    /// The number it says; `None` where it is damaged ("l六、").
    pub number: Option<u8>,
}

/// How near a heading's wording is to the form's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// The form's own.
    Official,
    /// Another that is in use.
    Variant,
    /// Near to the form's, with characters lost, doubled or mistaken.
    Damaged,
    /// Says the same in other words.
    Free,
}
