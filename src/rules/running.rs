//! Running text as the rules about marks read it: a paragraph joined, with what in it is protected.

use std::cell::OnceCell;
use std::ops::Range;

use super::marks::{Mark, Marks};
use super::pairs::Pairs;
use super::protected::Protected;
use crate::document::{Document, Paragraph};
use crate::form::HEADINGS;
use crate::text::{Span, is_han};

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
    pairs: OnceCell<Pairs>,
}

/// The paragraphs in which marks are judged: none of a table, none before a report's title.
pub fn running(document: &Document) -> Vec<Running<'_>> {
    let is_prose = |paragraph: &Paragraph| {
        let text = document.text(paragraph.span);
        let is_label = matches!(paragraph.section, Some(2..=4)) && document.is_report && text.chars().count() < LABEL;
        let is_before_title = paragraph.section.is_none() && document.is_report;
        !is_label && !is_before_title && text.len() <= LONGEST && !text.contains('\t') && !text.contains('|')
    };
    document
        .paragraphs
        .iter()
        .enumerate()
        .filter(|(_, paragraph)| is_prose(paragraph))
        .map(|(index, paragraph)| {
            let text = paragraph.prose.text();
            let mut marks = Marks::of(text);
            let protected = Protected::of(text, &marks.marks);
            for mark in &mut marks.marks {
                mark.is_protected = protected.touches(&mark.range());
            }
            Running { paragraph, index, protected, marks, pairs: OnceCell::new() }
        })
        .collect()
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
    pub fn edit(&self, range: &Range<usize>, right: impl Into<String>) -> (Span, String) {
        (self.span(range), right.into())
    }

    /// Its marks of a kind, without those in addresses and numbers.
    pub fn marks(&self, is_of_kind: fn(char) -> bool) -> impl Iterator<Item = &Mark> {
        self.marks.marks.iter().filter(move |mark| !mark.is_protected && is_of_kind(mark.c))
    }

    /// All its marks.
    pub fn all_marks(&self) -> &[Mark] {
        &self.marks.marks
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
        self.pairs.get_or_init(|| Pairs::of(self))
    }

    /// The character before an offset.
    pub fn before(&self, at: usize) -> Option<char> {
        self.text()[..at].chars().next_back()
    }

    /// The character at an offset.
    pub fn after(&self, at: usize) -> Option<char> {
        self.text()[at..].chars().next()
    }

    /// Whether a mark is itself what is spoken of: “，”.
    pub fn is_named(&self, range: &Range<usize>) -> bool {
        self.before(range.start) == Some('“') && self.after(range.end) == Some('”')
    }

    /// How many Chinese characters it has.
    pub fn han_count(&self) -> usize {
        self.text().chars().filter(|c| is_han(*c)).count()
    }

    /// A range with a few characters around it, to be shown.
    pub fn around(&self, range: &Range<usize>) -> &str {
        let text = self.text();
        let start = text[..range.start].char_indices().rev().take(SHOWN).last().map_or(range.start, |(at, _)| at);
        let end = text[range.end..]
            .char_indices()
            .take(SHOWN)
            .last()
            .map_or(range.end, |(at, c)| range.end + at + c.len_utf8());
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
