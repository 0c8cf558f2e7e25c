//! A row of the form is missing.

use super::super::{Context, Finding, Place, Rule};
use super::{row_word, stands_apart};
use crate::document::Table;
use crate::form::{Position, TableKind};
use crate::parse::table::fold;
use crate::report::Severity;
use crate::text::{Span, is_han};

/// See `missing_row.md`.
pub static RULE: Rule = Rule { code: "table/missing-row", severity: Severity::Error, check };

/// So many names are spelt out, each so long.
const NAMED: usize = 5;
const LENGTH: usize = 14;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for table in context.tables() {
        findings.extend(of_table(context, table));
    }
    Some(())
}

fn of_table(context: &Context<'_>, table: &Table) -> Option<Finding> {
    let form = table.form();
    let missing: Vec<usize> = (0..table.rows.len())
        .filter(|&row| !table.rows[row].is_present() && table.rows[row].wrong_count.is_none())
        .collect();
    let first = *missing.first()?;
    if was_not_read(context, table, &missing) {
        return None;
    }
    let name = |row: usize| {
        let label = form.rows[row].label;
        match label.char_indices().nth(LENGTH) {
            Some((end, _)) => format!("“{}…”", &label[..end]),
            None => format!("“{label}”"),
        }
    };
    let (count, word) = (missing.len(), row_word(table.kind));
    let mut names = String::new();
    for &row in missing.iter().take(NAMED) {
        names.push_str(&name(row));
    }
    if count > NAMED {
        names.push('等');
    }
    let all_behind = |last: usize| first == last + 1 && missing.len() == table.rows.len() - first;
    let message = match table.breaks_off_after {
        Some(last) if all_behind(last) => {
            format!("{}到{}行就断了，后面缺 {count} {word}：{names}，请补全", table.kind.name(), name(last))
        }
        _ if count == 1 => format!("{}缺“{}”一{word}，请按格式补上", table.kind.name(), form.rows[first].name()),
        _ => format!("{}缺 {count} {word}：{names}，请按格式补上", table.kind.name()),
    };
    // （七）总计 says most of what is lost.
    let total = missing.iter().copied().find(|&row| form.rows[row].key == "3.7");
    let telling = total.unwrap_or(first);
    let at = |row| Position { row, column: 0 };
    let beside = beside(table, first);
    let mut finding = Finding::of_cell(Severity::Error, table, at(telling), message);
    finding.at = beside;
    for row in missing {
        if row != telling {
            let message = format!("{}缺{}", table.kind.name(), name(row));
            finding.related.push(Place { at: beside, ..Place::cell(table, at(row), message) });
        }
    }
    Some(finding)
}

/// Whether text whose cells nothing parts has the beginning of a label: its row was not read, which is no flaw.
fn was_not_read(context: &Context<'_>, table: &Table, missing: &[usize]) -> bool {
    const BEGINNING: usize = 4;
    if table.rows.iter().flat_map(|row| &row.label).any(|label| stands_apart(context, label.span)) {
        return false;
    }
    let section = context.document.section(table.kind.section());
    let end = section.map_or(table.span.end, |section| section.span.end.max(table.span.end));
    let text = fold(Span { start: table.span.start, end }.of(context.text()));
    missing.iter().any(|&row| {
        let label =
            table.form().rows[row].label.trim_start_matches(|c: char| !is_han(c) || "一二三四五六七".contains(c));
        let beginning: String = fold(label).chars().take(BEGINNING).collect();
        beginning.chars().count() == BEGINNING && text.contains(&beginning)
    })
}

/// The text beside which the row should stand: the label before it, else the one behind it.
fn beside(table: &Table, row: usize) -> Span {
    let label = |row: usize| table.rows[row].label.as_ref().map(|label| label.span);
    let figures = |row: usize| table.rows[row].cells.iter().find_map(|cell| cell.span.filter(|span| !span.is_empty()));
    let shown = |row: usize| label(row).or_else(|| figures(row));
    let near = if table.kind == TableKind::Disputes { None } else { (0..row).rev().find_map(shown) };
    near.or_else(|| (row + 1..table.rows.len()).find_map(shown)).unwrap_or(table.span)
}
