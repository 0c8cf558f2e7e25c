//! What rules are given and what they answer.

use std::cell::OnceCell;
use std::ops::{Deref, DerefMut};

use super::blanks::{Blanks, blanks};
use super::breakdown::{Breakdown, wrong_breakdowns};
use super::claims::contradictions;
use super::occurring::Occurring;
use super::passage::{Passage, passages};
use super::period::{Dated, Period, dated, periods};
use super::phrases::Writing;
use super::predecessor::unfitness;
use super::privacy::{LongNumber, long_numbers};
use super::rare::{Rare, Rarities};
use super::running::{Running, running};
use super::series::{Number, numbers, series};
use super::table::odd_cells;
use crate::document::{Claim, Document, LastYear, Table};
use crate::equations::Evaluation;
use crate::form::{Equation, Position, TableKind};
use crate::options::Options;
use crate::report::Severity;
use crate::text::Span;

/// What a rule may look at: the document, and what several rules look for in it, found once.
#[derive(Debug)]
pub struct Context<'a> {
    /// What the caller asks for.
    pub options: &'a Options,
    /// The text as given.
    pub source: &'a str,
    /// What it says.
    pub document: &'a Document,
    /// Every equation of the edition due, evaluated.
    pub equations: &'a [Evaluated],
    /// What was given as last year's report.
    given_as_previous: Option<&'a LastYear>,
    occurring: Occurring<'a>,
    running: Vec<Running<'a>>,
    blanks: Vec<Blanks<'a>>,
    altered: Vec<Span>,
    rarities: Rarities,
    numbers: Vec<Number>,
    series: Vec<Vec<Number>>,
    long_numbers: OnceCell<Vec<LongNumber<'a>>>,
    dated: Vec<Dated<'a>>,
    periods: Vec<Period>,
    passages: Vec<Passage<'a>>,
    wrong_breakdowns: Vec<Breakdown>,
    contradictions: Vec<&'a Claim>,
    odd_cells: Vec<(&'a Table, Position)>,
}

impl<'a> Context<'a> {
    /// What rules are to look at.
    pub fn new(
        options: &'a Options,
        source: &'a str,
        document: &'a Document,
        equations: &'a [Evaluated],
        previous: Option<&'a LastYear>,
    ) -> Self {
        let (occurring, marks) = Occurring::of(&document.paragraphs);
        let running = running(document, &occurring, marks);
        let altered = document.clean.altered(source);
        let numbers = numbers(document);
        let dated = dated(document, &occurring);
        let passages = passages(document, &occurring);
        Self {
            options,
            source,
            document,
            equations,
            given_as_previous: previous.filter(|_| document.is_report),
            blanks: blanks(document, &running),
            rarities: Rarities::of(document.clean.text(), source, &altered),
            series: series(document, &numbers),
            long_numbers: OnceCell::new(),
            periods: periods(&dated),
            wrong_breakdowns: wrong_breakdowns(&passages, &occurring),
            contradictions: contradictions(document),
            odd_cells: odd_cells(document),
            occurring,
            running,
            altered,
            numbers,
            dated,
            passages,
        }
    }

    /// Last year's report, where one is given that is this organ's of the year before.
    pub fn previous(&self) -> Option<&'a Document> {
        self.last_year().map(|last_year| &last_year.document)
    }

    /// The same, beside what this year's prose says about it.
    pub fn last_year(&self) -> Option<&'a LastYear> {
        self.given_as_previous.filter(|given| unfitness(self.document, &given.document).is_none())
    }

    /// Why what was given as last year's report is none of this organ's of the year before: see [`unfitness`].
    pub fn unfit_previous(&self) -> Option<String> {
        unfitness(self.document, &self.given_as_previous?.document)
    }

    /// The paragraphs in which marks are judged.
    pub fn running(&self) -> &[Running<'a>] {
        &self.running
    }

    /// The same paragraph, where marks are judged in it.
    pub fn running_at(&self, paragraph: u32) -> Option<&Running<'a>> {
        let running = &self.running;
        running.binary_search_by_key(&(paragraph as usize), |running| running.index).ok().map(|at| &running[at])
    }

    /// The blanks within the lines of those paragraphs.
    pub fn blanks(&self) -> &[Blanks<'a>] {
        &self.blanks
    }

    /// What occurs in the paragraphs.
    pub fn occurring(&self) -> &Occurring<'a> {
        &self.occurring
    }

    /// The places of some words, at least two characters, in the paragraphs.
    pub fn places_of(&self, words: &str) -> impl Iterator<Item = (Writing<'a>, usize)> {
        let paragraphs = &self.document.paragraphs;
        let places = self.occurring().places_of(words).into_iter();
        places.map(|place| (Writing::of(&paragraphs[place.paragraph as usize]), place.at as usize))
    }

    /// The numbers at the start of paragraphs, in the order of the text.
    pub fn numbers(&self) -> &[Number] {
        &self.numbers
    }

    /// The series that they form.
    pub fn series(&self) -> &[Vec<Number>] {
        &self.series
    }

    /// The numbers that may be somebody's: see [`long_numbers`].
    pub fn long_numbers(&self) -> &[LongNumber<'a>] {
        self.long_numbers.get_or_init(|| long_numbers(self))
    }

    /// The paragraphs of a report's sections that name years, in the order of the text.
    pub fn dated(&self) -> &[Dated<'a>] {
        &self.dated
    }

    /// The periods of the figures that the lead and section one state.
    pub fn periods(&self) -> &[Period] {
        &self.periods
    }

    /// The paragraphs of a report that have figures.
    pub fn passages(&self) -> &[Passage<'a>] {
        &self.passages
    }

    /// The wholes in the prose that no reading of their parts makes right.
    pub fn wrong_breakdowns(&self) -> &[Breakdown] {
        &self.wrong_breakdowns
    }

    /// The clean text.
    pub fn text(&self) -> &'a str {
        self.document.clean.text()
    }

    /// The text of a span of the clean reading as it stands in the source.
    pub fn as_written(&self, span: Span) -> &'a str {
        self.document.clean.source_of(span).of(self.source)
    }

    /// What of the source the clean text leaves out or replaces.
    pub fn altered(&self) -> &[Span] {
        &self.altered
    }

    /// What of the text is rare.
    pub fn rarities(&self) -> &Rarities {
        &self.rarities
    }

    /// Whether a kind of characters occurs of which most texts have none.
    pub fn has_rare(&self, kind: Rare) -> bool {
        self.rarities().has(kind)
    }

    /// Where in the source `<` and `&` stand.
    pub fn markup(&self) -> impl Iterator<Item = usize> {
        let places = self.rarities().markup.iter().map(|at| Span { start: *at, end: at + 1 });
        places.map(|place| self.document.clean.source_of(place).start as usize)
    }

    /// What the prose says about cells where the tables say otherwise, in the order of the text.
    pub fn contradictions(&self) -> &[&'a Claim] {
        &self.contradictions
    }

    /// The cells that are no plain numbers, table by table: see [`odd_cells`].
    pub fn odd_cells(&self) -> &[(&'a Table, Position)] {
        &self.odd_cells
    }

    /// The tables found.
    pub fn tables(&self) -> impl Iterator<Item = &'a Table> {
        self.document.tables.iter()
    }
}

/// An equation with its sums.
#[derive(Debug)]
pub struct Evaluated {
    /// The equation.
    pub equation: &'static Equation,
    /// What became of it.
    pub evaluation: Evaluation,
}

/// A cell of a table, by kind and place in the form.
pub type CellAt = (TableKind, Position);

/// What a rule found: see [`Found`]. A pointer, since rules hand findings on and add to them in some two hundred places,
/// each of which would copy the whole.
#[derive(Clone, Debug)]
pub struct Finding(Box<Found>);

/// The parts of a finding. Spans are of the clean reading, but where `in_source` says otherwise.
#[derive(Clone, Debug)]
pub struct Found {
    /// How much weight it has.
    pub severity: Severity,
    /// One Chinese sentence that makes sense alone: where, what, what it should be.
    pub message: String,
    /// The smallest text to look at. Empty only for an empty cell.
    pub at: Span,
    /// The cell that is wrong.
    pub cell: Option<CellAt>,
    /// Other places that belong to it.
    pub related: Vec<Place>,
    /// What may be done, best first.
    pub fixes: Vec<FixDraft>,
    /// Whether all spans are of the source: what is reported is not in the clean reading.
    pub in_source: bool,
}

impl Deref for Finding {
    type Target = Found;

    fn deref(&self) -> &Found {
        &self.0
    }
}

impl DerefMut for Finding {
    fn deref_mut(&mut self) -> &mut Found {
        &mut self.0
    }
}

impl Finding {
    /// A finding with nothing but its place and its sentence.
    pub fn new(severity: Severity, at: Span, message: impl Into<String>) -> Self {
        let (message, related, fixes) = (message.into(), Vec::new(), Vec::new());
        Self(Box::new(Found { severity, message, at, cell: None, related, fixes, in_source: false }))
    }

    /// The same of a cell that is wrong.
    pub fn of_cell(severity: Severity, table: &Table, at: Position, message: String) -> Self {
        let mut finding = Self::new(severity, table.place(at), message);
        finding.cell = Some((table.kind, at));
        finding
    }

    /// Its parts.
    pub fn into_parts(self) -> Found {
        *self.0
    }

    /// Its own place and those that belong to it.
    pub fn places(&self) -> Vec<Span> {
        let mut places = vec![self.at];
        for place in &self.related {
            places.push(place.at);
        }
        places
    }

    /// Says that all spans are of the source.
    #[must_use]
    pub fn in_source(mut self) -> Self {
        self.in_source = true;
        self
    }

    /// With other places.
    #[must_use]
    pub fn with_related(mut self, related: Vec<Place>) -> Self {
        self.related = related;
        self
    }

    /// Takes in another finding of the same rule: its place becomes a related one, its change part of the first.
    pub fn take_in(&mut self, other: Self) {
        let other = other.into_parts();
        self.related.push(Place { message: other.message, at: other.at, cell: other.cell });
        match (self.fixes.first_mut(), other.fixes.into_iter().next()) {
            (Some(fix), Some(more)) if fix.safe == more.safe => fix.edits.extend(more.edits),
            _ => self.fixes.clear(),
        }
    }

    /// With the change of what is wrong into `right`.
    #[must_use]
    pub fn with_right(mut self, right: &str, safe: bool, edits: Vec<(Span, String)>) -> Self {
        self.fixes.push(FixDraft { title: format!("改为“{right}”"), safe, edits });
        self
    }

    /// With the right words for what stands at a place.
    #[must_use]
    pub fn with_replacement(self, safe: bool, at: Span, right: &str) -> Self {
        self.with_right(right, safe, vec![(at, right.to_owned())])
    }

    /// With the deletion of some words at a place.
    #[must_use]
    pub fn with_deletion(self, safe: bool, at: Span, words: &str) -> Self {
        self.with_fix(format!("删去“{words}”"), safe, vec![(at, String::new())])
    }

    /// With a change that mends it.
    #[must_use]
    pub fn with_fix(mut self, title: impl Into<String>, safe: bool, edits: Vec<(Span, String)>) -> Self {
        self.fixes.push(FixDraft { title: title.into(), safe, edits });
        self
    }
}

/// A place beside a finding's own.
#[derive(Clone, Debug)]
pub struct Place {
    /// What it has to do with the finding.
    pub message: String,
    /// Where.
    pub at: Span,
    /// The cell there.
    pub cell: Option<CellAt>,
}

impl Place {
    /// A place of the prose.
    pub fn new(at: Span, message: impl Into<String>) -> Self {
        Self { message: message.into(), at, cell: None }
    }

    /// A cell of a table.
    pub fn cell(table: &Table, position: Position, message: impl Into<String>) -> Self {
        Self { message: message.into(), at: table.place(position), cell: Some((table.kind, position)) }
    }
}

/// A change in terms of the clean reading.
#[derive(Clone, Debug)]
pub struct FixDraft {
    /// What the change does, for a button.
    pub title: String,
    /// Right whenever the finding is.
    pub safe: bool,
    /// What takes the place of which spans.
    pub edits: Vec<(Span, String)>,
}
