//! Running text as the rules about marks read it: a paragraph joined, with what in it is protected.

use std::fmt::Arguments;
use std::ops::Range;

use super::Finding;
use super::document_number::{DocumentNumber, document_numbers};
use super::marks::{Mark, MarkSet, Marks};
use super::occurring::Occurring;
use super::pairs::Pairs;
use super::protected::Protected;
use crate::document::{Document, Paragraph};
use crate::form::HEADINGS;
use crate::report::Severity;
use crate::text::{Letters, Span, is_han, width};

/// A paragraph longer than this, in bytes, is nobody's prose.
const LONGEST: usize = 20_000;
/// Shorter paragraphs of the sections of tables are labels of a table that could not be read.
const LABEL: usize = 60;
/// So many characters on each side of a place are shown with it.
const SHOWN: usize = 4;

/// A paragraph.
#[derive(Debug)]
pub struct Running<'a> {
    /// The paragraph.
    pub paragraph: &'a Paragraph,
    /// Its index among the document's paragraphs.
    pub index: usize,
    protected: Protected,
    marks: Marks,
    pairs: Pairs,
    document_numbers: Vec<DocumentNumber>,
}

/// The paragraphs in which marks are judged: none of a table, none before a report's title. `marks` are all paragraphs'.
#[inline(never)]
pub fn running<'a>(document: &'a Document, occurring: &Occurring<'_>, marks: Vec<Marks>) -> Vec<Running<'a>> {
    let mut found = Vec::new();
    let has_none = !occurring.has_any(&[' ', '|']);
    for ((index, paragraph), mut marks) in document.paragraphs.iter().enumerate().zip(marks) {
        // A text of the same length without a blank is the very text as it was read.
        let has_no_cells = has_none && paragraph.span.range().len() == paragraph.prose.text().len();
        if is_prose(document, paragraph) && (has_no_cells || !has_cells(document.text(paragraph.span))) {
            let protected = Protected::of(paragraph.prose.text(), &mut marks);
            let pairs = Pairs::default();
            let mut running = Running { paragraph, index, protected, marks, pairs, document_numbers: Vec::new() };
            running.pairs = Pairs::of(&running);
            running.document_numbers = document_numbers(&running);
            found.push(running);
        }
    }
    found
}

fn is_prose(document: &Document, paragraph: &Paragraph) -> bool {
    let text = document.text(paragraph.span);
    let is_label = || matches!(paragraph.section, Some(2..=4)) && text.chars().count() < LABEL;
    let may_be_none = document.is_report && (paragraph.section.is_none() || is_label());
    !may_be_none && text.len() <= LONGEST
}

fn has_cells(text: &str) -> bool {
    text.as_bytes().contains(&b'\t') || text.as_bytes().contains(&b'|')
}

impl Running<'_> {
    /// Its text.
    pub fn text(&self) -> &str {
        self.paragraph.prose.text()
    }

    /// The place of a range of it in the clean reading.
    pub fn span(&self, range: &Range<usize>) -> Span {
        self.paragraph.prose.span(range.clone())
    }

    /// A change of a range.
    pub fn edit(&self, range: &Range<usize>, right: &str) -> (Span, String) {
        (self.span(range), right.to_owned())
    }

    /// A finding about a range, whose message begins with where it stands.
    pub fn finding(&self, severity: Severity, range: &Range<usize>, message: Arguments<'_>) -> Finding {
        Finding::new(severity, self.span(range), format!("{}{message}", self.place()))
    }

    /// The same with the change of the whole range into `right`.
    pub fn correction(
        &self,
        severity: Severity,
        range: &Range<usize>,
        message: Arguments<'_>,
        (right, safe): (&str, bool),
    ) -> Finding {
        self.finding(severity, range, message).with_right(right, safe, vec![self.edit(range, right)])
    }

    /// Those of its marks that a rule asks for, without the ones in addresses and numbers.
    pub fn marks(&self, set: MarkSet) -> impl Iterator<Item = &Mark> {
        self.all_marks(set).filter(|mark| !mark.is_protected)
    }

    /// The same with the ones in addresses and numbers.
    pub fn all_marks(&self, set: MarkSet) -> impl Iterator<Item = &Mark> {
        let marks = if self.marks.have(set) { self.marks.all.as_slice() } else { &[] };
        marks.iter().filter(move |mark| set.holds(mark))
    }

    /// Its ASCII digits, those beside one another together.
    pub fn digits(&self) -> &[Range<usize>] {
        &self.marks.digits
    }

    /// Whether a range touches an address, a number or the like.
    pub fn is_protected(&self, range: &Range<usize>) -> bool {
        self.protected.touches(range)
    }

    /// Its brackets and marks of titles, matched once for all the rules about them.
    pub fn pairs(&self) -> &Pairs {
        &self.pairs
    }

    /// The numbers of documents in it.
    pub fn document_numbers(&self) -> &[DocumentNumber] {
        &self.document_numbers
    }

    /// The character before an offset.
    pub fn before(&self, at: usize) -> Option<char> {
        let bytes = &self.text().as_bytes()[..at];
        let start = bytes.iter().rposition(|byte| !matches!(byte, 0x80..0xc0))?;
        self.after(start)
    }

    /// The character at an offset.
    pub fn after(&self, at: usize) -> Option<char> {
        let (_, letter) = Letters::of(&self.text()[at..]).next()?;
        char::from_u32(letter)
    }

    /// Whether a mark is itself what is spoken of: “，”.
    pub fn is_named(&self, range: &Range<usize>) -> bool {
        self.before(range.start) == Some('“') && self.after(range.end) == Some('”')
    }

    /// Whether it has at least so many Chinese characters.
    pub fn has_han(&self, count: usize) -> bool {
        let is_han = |(_, letter): &(usize, u32)| char::from_u32(*letter).is_some_and(is_han);
        Letters::of(self.text()).filter(is_han).take(count).count() == count
    }

    /// A range with a few characters around it, to be shown.
    pub fn around(&self, range: &Range<usize>) -> &str {
        let text = self.text();
        let (mut start, mut end) = (range.start, range.end);
        for _ in 0..SHOWN {
            start -= self.before(start).map_or(0, char::len_utf8);
            end += text.as_bytes().get(end).map_or(0, |byte| width(*byte));
        }
        &text[start..end]
    }

    /// Where it stands, in the form's words.
    pub fn place(&self) -> String {
        match self.paragraph.section {
            Some(0) => "报告开头".to_owned(),
            Some(number) => HEADINGS
                .iter()
                .find(|heading| heading.number == number)
                .map_or_else(|| "正文".to_owned(), |heading| format!("第{}部分", heading.ordinal)),
            None => "正文".to_owned(),
        }
    }
}
