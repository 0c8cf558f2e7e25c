//! A column's label differs from the form's.

use super::super::label::correct;
use super::super::{Context, Finding, Rule};
use crate::document::{Label, Table};
use crate::form::Row;
use crate::parse::table::{distance, fold};
use crate::report::Severity;

/// See `wrong_column_label.md`.
pub static RULE: Rule = Rule { code: "table/wrong-column-label", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for table in context.tables() {
        for words in &table.other_words {
            let Some(official) = official(table, words) else { continue };
            let written = words.span.of(context.text());
            let Some(correction) = correct(written, words.span, &[official]) else { continue };
            let message = format!("{}的栏目名称“{}”与格式不符，应为“{official}”", table.kind.name(), words.text);
            findings.push(Finding::new(Severity::Warning, correction.place, message).with_fix(
                format!("改为“{official}”"),
                false,
                vec![(correction.replaced, correction.text)],
            ));
        }
    }
    Some(())
}

/// The column's label that the words are nearly; `None` where a narrow head may have broken it into pieces.
fn official(table: &Table, words: &Label) -> Option<&'static str> {
    let folded = fold(&words.text);
    let is_meant = |label: &str| {
        let label = fold(label);
        let length = label.chars().count();
        length >= 4 && distance(&label, &folded) <= 1 + usize::from(length >= 8) && !label.contains("收费金额")
    };
    let of_row = |row: &Row| row.columns.iter().map(|column| column.label).find(|label| is_meant(label));
    let label = table.form().rows.iter().find_map(of_row)?;
    let whole = fold(label);
    let is_piece = |other: &&Label| {
        let other = fold(&other.text);
        !other.is_empty() && whole.contains(&other)
    };
    let pieces = table.other_words.iter().filter(|other| *other != words).filter(is_piece).count();
    (pieces == 0).then_some(label)
}
