//! An answer as one row of numbers and one text, which cross the boundary in two copies. A report has some thousand small
//! values; handed over one by one, each a call, they would take longer than the check.
//!
//! `www/npm/src/answer.ts` reads the row back, in the same order.

use crate::form::CellRef;
use crate::report::{
    Aggregate, Claim, Diagnostic, Excerpt, Fix, NotExamined, Related, Relation, Report, Section, Table,
};
use crate::text::index::utf16_units;

/// A power of two, several times the rules and cells that there are.
const SLOTS: usize = 1 << 11;

/// A row in the making: each text stands in it as its length, each name as its index.
#[derive(Debug)]
pub struct Row {
    numbers: Vec<f64>,
    words: String,
    /// The words of the program's own: each crosses once.
    names: Vec<&'static str>,
    /// By the names' addresses, where a name stands in `names`, counted from 1.
    slots: Vec<u16>,
}

impl Row {
    /// Writes a report.
    pub fn of_report(report: &Report) -> Self {
        let mut row = Self::new();
        row.report(report);
        row
    }

    /// Writes a county's sums.
    pub fn of_aggregate(aggregate: &Aggregate) -> Self {
        let mut row = Self::new();
        row.list(&aggregate.cells, |row, cell| {
            row.cell_ref(&cell.cell);
            row.optional(cell.county);
            row.optional(cell.sum);
            row.number(cell.verdict as u8);
        });
        row.list(&aggregate.units, |row, unit| {
            row.text(&unit.name);
            row.report(&unit.report);
        });
        row.report(&aggregate.county);
        row.list(&aggregate.notes, |row, note| {
            row.optional(note.unit);
            row.text(&note.message);
        });
        row
    }

    fn new() -> Self {
        Self { numbers: Vec::new(), words: String::new(), names: Vec::new(), slots: vec![0; SLOTS] }
    }

    /// The numbers; what is absent is no number.
    pub fn numbers(&self) -> &[f64] {
        &self.numbers
    }

    /// The names on a line of their own, parted by tabs; behind it every text in the row's order.
    pub fn words(&self) -> String {
        [self.names.join("\t").as_str(), "\n", &self.words].concat()
    }

    fn report(&mut self, report: &Report) {
        self.name(report.version);
        self.number(report.verdict as u8);
        self.optional(report.edition.map(|edition| edition as u8));
        self.optional(report.year);
        self.optional_text(report.organ.as_deref());
        self.optional_excerpt(report.title.as_ref());
        self.list(&report.sections, Self::section);
        self.list(&report.tables, Self::table);
        self.list(&report.claims, Self::claim);
        self.list(&report.relations, Self::relation);
        self.list(&report.diagnostics, Self::diagnostic);
        self.list(&report.not_examined, Self::not_examined);
    }

    fn section(&mut self, section: &Section) {
        self.number(section.number);
        self.optional_excerpt(section.heading.as_ref());
        self.place(section.from, section.to);
    }

    fn table(&mut self, table: &Table) {
        self.number(table.kind as u8);
        self.place(table.from, table.to);
        self.list(&table.cells, |row, cell| {
            row.cell_ref(&cell.cell);
            row.number(cell.state as u8);
            row.optional(cell.value);
            row.optional_excerpt(cell.at.as_ref());
        });
    }

    fn claim(&mut self, claim: &Claim) {
        self.list(&claim.cells, Self::cell_ref);
        self.number(claim.value);
        self.excerpt(&claim.at);
        self.number(claim.verdict as u8);
    }

    fn relation(&mut self, relation: &Relation) {
        self.name(relation.code);
        self.text(&relation.formula);
        self.optional(relation.left);
        self.optional(relation.right);
        self.number(relation.verdict as u8);
        self.list(relation.cells, Self::cell_ref);
    }

    fn diagnostic(&mut self, diagnostic: &Diagnostic) {
        self.name(diagnostic.code);
        self.number(diagnostic.severity as u8);
        self.text(&diagnostic.message);
        self.place(diagnostic.from, diagnostic.to);
        self.place(diagnostic.line, diagnostic.column);
        self.optional_cell_ref(diagnostic.cell.as_ref());
        self.list(&diagnostic.related, Self::related);
        self.list(&diagnostic.fixes, Self::fix);
        self.optional_text(diagnostic.basis);
    }

    fn related(&mut self, related: &Related) {
        self.text(&related.message);
        self.place(related.from, related.to);
        self.optional_cell_ref(related.cell.as_ref());
    }

    fn fix(&mut self, fix: &Fix) {
        self.text(&fix.title);
        self.number(u8::from(fix.safe));
        self.list(&fix.edits, |row, edit| {
            row.place(edit.from, edit.to);
            row.text(&edit.insert);
        });
    }

    fn not_examined(&mut self, entry: &NotExamined) {
        self.name(entry.code);
        self.text(&entry.message);
    }

    fn number(&mut self, number: impl Into<f64>) {
        self.numbers.push(number.into());
    }

    fn optional(&mut self, number: Option<impl Into<f64>>) {
        self.numbers.push(number.map_or(f64::NAN, Into::into));
    }

    fn place(&mut self, from: u32, to: u32) {
        self.number(from);
        self.number(to);
    }

    fn text(&mut self, text: &str) {
        self.number(utf16_units(text.as_bytes()));
        self.words.push_str(text);
    }

    fn optional_text(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.number(f64::NAN),
        }
    }

    fn excerpt(&mut self, excerpt: &Excerpt) {
        self.text(&excerpt.text);
        self.place(excerpt.from, excerpt.to);
    }

    fn optional_excerpt(&mut self, excerpt: Option<&Excerpt>) {
        match excerpt {
            Some(excerpt) => self.excerpt(excerpt),
            None => self.number(f64::NAN),
        }
    }

    fn cell_ref(&mut self, cell: &CellRef) {
        self.number(cell.table as u8);
        self.name(cell.row);
        self.name(cell.column);
    }

    fn optional_cell_ref(&mut self, cell: Option<&CellRef>) {
        match cell {
            Some(cell) => self.cell_ref(cell),
            None => self.number(f64::NAN),
        }
    }

    fn name(&mut self, name: &'static str) {
        let mut slot = name.as_ptr().addr() % SLOTS;
        let index = loop {
            let Some(index) = usize::from(self.slots[slot]).checked_sub(1) else {
                self.names.push(name);
                self.slots[slot] = self.names.len() as u16;
                break self.names.len() - 1;
            };
            // Another name may begin at the same address; the linker lays one into the other.
            if std::ptr::eq(self.names[index], name) {
                break index;
            }
            slot = (slot + 1) % SLOTS;
        };
        self.number(index as u32);
    }

    fn list<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.number(items.len() as u32);
        for item in items {
            write(self, item);
        }
    }
}
