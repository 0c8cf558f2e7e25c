//! A row's label differs from the form's.

use super::super::label::correct;
use super::super::{Context, Finding, Rule};
use super::stands_apart;
use crate::form::TableKind;
use crate::parse::table::fold;
use crate::report::Severity;

/// See `wrong_row_label.md`.
pub static RULE: Rule = Rule { code: "table/wrong-row-label", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for table in context.tables().filter(|table| table.kind != TableKind::Disputes) {
        for (row, form_row) in table.rows.iter().zip(table.form().rows) {
            let Some(label) = row.label.as_ref().filter(|label| !label.known) else { continue };
            let written = label.span.of(context.text());
            // A label that figures or other labels interrupt is broken, not wrong.
            let is_whole = written.split_whitespace().collect::<String>() == label.text;
            if !is_whole || written.contains(['\n', '\t', '|']) || differs_in_number_alone(&label.text, form_row.label)
            {
                continue;
            }
            // Where nothing parts the cells, a label may have lost a piece to another line.
            let same_length = fold(&label.text).chars().count() == fold(form_row.label).chars().count();
            if !same_length && !stands_apart(context, label.span) {
                continue;
            }
            let mut wordings = vec![form_row.label];
            wordings.extend(form_row.variants);
            let Some(correction) = correct(written, label.span, &wordings) else { continue };
            let group = form_row.group.map_or(String::new(), |group| format!("“{group}”的"));
            let message =
                format!("{}{group}行标题“{}”与格式不符，应为“{}”", table.kind.name(), label.text, form_row.label);
            findings.push(Finding::new(Severity::Warning, correction.place, message).with_fix(
                format!("改为“{}”", form_row.label),
                false,
                vec![(correction.replaced, correction.text)],
            ));
        }
    }
    Some(())
}

/// Whether only the label's own number is lost, or another stands before it: a group's, which a narrow column broke off.
fn differs_in_number_alone(written: &str, official: &str) -> bool {
    let ordinal = |c: char| c.is_ascii_digit() || "（）、.一二三四五六七".contains(c);
    let written = fold(written);
    written == fold(official.trim_start_matches(ordinal)) || written.ends_with(&fold(official))
}
