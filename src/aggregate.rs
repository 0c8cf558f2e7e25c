//! A county's tables against the sum of its units' tables, cell by cell.
//!
//! The report of a county's government covers every organ of the area (国办公开办函〔2021〕30号 as it is carried out): what
//! the county's own office received is in it too. So the sum is whole only where the office's own report is among the units.

use crate::document::{Content, Document};
use crate::form::{self, CellRef, Edition, Form, TableKind};
use crate::report::{Aggregate, AggregateCell, AggregateNote, AggregateVerdict, Report, UnitReport};
use crate::text::Figure;
use crate::{Options, examine};

/// A unit's report, as it is handed in.
#[derive(Clone, Copy, Debug)]
pub struct Unit<'a> {
    /// What the caller calls it: the organ, or the file.
    pub name: &'a str,
    /// The report, in any text that `validate` takes.
    pub text: &'a str,
}

struct Examined<'a> {
    unit: Unit<'a>,
    document: Document,
    report: Report,
}

/// Holds a county's tables against the sum of its units, cell by cell.
///
/// A blank counts as 0, as in the equations of a table, but no cell differs that some value of a blank would mend. A cell
/// that a unit's text does not have, or has in words, leaves the sum unknown: so does a cell that is in one edition of the
/// form only.
pub fn aggregate(county: &str, units: &[Unit<'_>]) -> Aggregate {
    let whole = Options::default();
    let (document, report) = examine(county, &whole, &mut |_| {});
    let units: Vec<Examined> = units
        .iter()
        .map(|&unit| {
            let (document, report) = examine(unit.text, &whole, &mut |_| {});
            Examined { unit, document, report }
        })
        .collect();
    let edition = document.edition_due();
    let mut cells = Vec::new();
    for table in &Form::of(edition).tables {
        for row in table.rows {
            for column in row.columns {
                let cell = CellRef { table: table.kind, row: row.key, column: column.key };
                cells.push(held_against(cell, column.content, &document, &units));
            }
        }
    }
    let notes = notes(county, &document, &units);
    let units = units
        .into_iter()
        .map(|examined| UnitReport { name: examined.unit.name.to_owned(), report: examined.report })
        .collect();
    Aggregate { cells, units, county: report, notes }
}

fn held_against(cell: CellRef, content: form::Content, county: &Document, units: &[Examined]) -> AggregateCell {
    let stated = match content_of(county, cell) {
        Some(Content::Number(figure)) => Some(figure),
        _ => None,
    };
    let sum = sum(cell, units);
    let verdict = match (stated, &sum) {
        (Some(stated), Some(sum)) if agree(stated, sum.figure, content) => AggregateVerdict::Agrees,
        // A blank may stand for any number; only a change can be below zero.
        (Some(stated), Some(sum)) if !sum.has_blanks || (stated < sum.figure && content != form::Content::Change) => {
            AggregateVerdict::Differs
        }
        _ => AggregateVerdict::Unknown,
    };
    AggregateCell { cell, county: stated.map(Figure::to_f64), sum: sum.map(|sum| sum.figure.to_f64()), verdict }
}

/// Equal; of amounts also where the county's is the sum rounded to its own decimal places.
fn agree(stated: Figure, sum: Figure, content: form::Content) -> bool {
    let is_rounded = || stated.step() > sum.step() && stated.distance(sum) <= stated.step().half();
    stated == sum || (content == form::Content::Amount && is_rounded())
}

struct Sum {
    figure: Figure,
    has_blanks: bool,
}

/// `None` where there is nothing to add, or where a unit's figure cannot be read.
fn sum(cell: CellRef, units: &[Examined]) -> Option<Sum> {
    let mut sum = Sum { figure: Figure::default(), has_blanks: false };
    let mut is_all_blank = true;
    for examined in units {
        match content_of(&examined.document, cell)? {
            Content::Number(figure) => {
                sum.figure = sum.figure + figure;
                is_all_blank = false;
            }
            Content::Blank => sum.has_blanks = true,
            Content::Text | Content::Missing => return None,
        }
    }
    (!is_all_blank).then_some(sum)
}

/// What stands in a cell; `None` where the text lacks the table or its edition the cell.
fn content_of(document: &Document, cell: CellRef) -> Option<Content> {
    let table = document.table(cell.table)?;
    Some(table.cell(table.form().position(cell)?).content)
}

/// What a reader of the sums has to know, in Chinese sentences.
fn notes(county: &str, county_document: &Document, units: &[Examined]) -> Vec<AggregateNote> {
    let mut notes = Vec::new();
    let mut note = |unit: Option<usize>, message: String| {
        notes.push(AggregateNote { unit: unit.map(|unit| unit as u32), message });
    };
    if units.is_empty() {
        note(None, "没有各单位的报告，无法汇总".to_owned());
    }
    for missing in tables_missing(county_document) {
        note(None, format!("汇总报告{missing}，无法比对"));
    }
    for (index, Examined { unit, document, .. }) in units.iter().enumerate() {
        let name = unit.name;
        if let Some(first) = units[..index].iter().find(|earlier| is_same(earlier, unit.text, document)) {
            note(Some(index), format!("“{name}”和“{}”看来是同一单位的报告，可能重复计入", first.unit.name));
        } else if unit.text.trim() == county.trim() {
            note(Some(index), format!("“{name}”就是汇总报告本身，不应再计入"));
        }
        if let (Some(year), Some(county_year)) = (document.year, county_document.year)
            && year != county_year
        {
            note(Some(index), format!("“{name}”的报告是 {year} 年度的，汇总报告是 {county_year} 年度的"));
        }
        let (edition, due) = (document.edition_due(), county_document.edition_due());
        if document.is_report && edition != due {
            let sentence = format!("“{name}”用的是 {}，只有两种格式都有的单元格能够比对", edition_name(edition));
            note(Some(index), sentence);
        }
        for missing in tables_missing(document) {
            note(Some(index), format!("“{name}”{missing}，相关单元格无法汇总"));
        }
    }
    notes
}

/// Whether two units' reports are of the same organ, or the same text.
fn is_same(earlier: &Examined, text: &str, document: &Document) -> bool {
    let organ = |document: &Document| document.title.as_ref().and_then(|title| title.organ.clone());
    earlier.unit.text.trim() == text.trim()
        || (organ(document).is_some() && organ(document) == organ(&earlier.document))
}

fn edition_name(edition: Edition) -> &'static str {
    match edition {
        Edition::Y2019 => "2019 年的旧格式",
        Edition::Y2021 => "2021 年的新格式",
    }
}

/// What keeps figures of a report out of the sum: 没有读到年度报告; 没有读到表三; 表三有 2 个单元格没有读到数字.
fn tables_missing(document: &Document) -> Vec<String> {
    if !document.is_report {
        return vec!["没有读到政府信息公开工作年度报告".to_owned()];
    }
    let why = |kind: TableKind| {
        let name = kind.name();
        let Some(table) = document.table(kind) else { return Some(format!("没有读到{name}")) };
        let unread = table.cells().filter(|(_, cell)| matches!(cell.content, Content::Text | Content::Missing)).count();
        (unread > 0).then(|| format!("{name}有 {unread} 个单元格没有读到数字"))
    };
    TableKind::ALL.into_iter().filter_map(why).collect()
}
