//! A row has more or fewer figures than the form has columns.

use super::super::{Context, Finding, Place, Rule};
use super::{FEW, figures_in_every_row, stands_apart};
use crate::document::Table;
use crate::form::TableKind;
use crate::report::Severity;

/// See `wrong_figure_count.md`.
pub static RULE: Rule = Rule { code: "table/wrong-figure-count", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for table in context.tables() {
        if figures_in_every_row(context, table).is_some() {
            continue;
        }
        if table.kind == TableKind::Disputes {
            findings.extend(of_disputes(context, table));
            continue;
        }
        let mut places: Vec<Place> = table
            .rows
            .iter()
            .zip(table.form().rows)
            .filter_map(|(row, form_row)| {
                let (count, wanted) = (row.wrong_count?, form_row.columns.len());
                let label = row.label.as_ref().filter(|label| stands_apart(context, label.span))?;
                let message = format!(
                    "{}“{}”行有 {count} 个数字，应有 {wanted} 个，分不清{}的是哪一列，这一行没有核对",
                    table.kind.name(),
                    form_row.name(),
                    if count > wanted { "多" } else { "缺" }
                );
                Some(Place::new(label.span, message))
            })
            .collect();
        if places.len() > FEW {
            let related = places.split_off(1);
            let first = &places[0];
            let message = format!(
                "{}有 {} 行的数字个数与表头不符，第一处：{}",
                table.kind.name(),
                related.len() + 1,
                first.message
            );
            findings.push(Finding::new(Severity::Error, first.at, message).with_related(related));
        } else {
            findings.extend(places.into_iter().map(|place| Finding::new(Severity::Error, place.at, place.message)));
        }
    }
    Some(())
}

/// Table four has one line of figures for its three groups, or a line for each.
fn of_disputes(context: &Context<'_>, table: &Table) -> Vec<Finding> {
    let form = table.form();
    let columns = form.rows[0].columns.len();
    let counts: Vec<usize> = table.rows.iter().filter_map(|row| row.wrong_count).collect();
    let whole = counts.len() == table.rows.len() && counts.windows(2).all(|pair| pair[0] == pair[1]);
    let wrong = table.rows.iter().zip(form.rows).filter_map(|(row, form_row)| {
        let count = row.wrong_count?;
        let label = row.label.as_ref().filter(|label| stands_apart(context, label.span))?;
        Some((label.span, form_row, count))
    });
    wrong
        .take(if whole { 1 } else { counts.len() })
        .map(|(at, form_row, count)| {
            let (subject, wanted) = if whole {
                ("数据行".to_owned(), columns * table.rows.len())
            } else {
                (format!("“{}”", form_row.name()), columns)
            };
            let message = format!("表四{subject}有 {count} 个数字，应有 {wanted} 个，分不清是哪一格，没有核对");
            Finding::new(Severity::Error, at, message)
        })
        .collect()
}
