//! A row that the form does not have.

use super::super::{Context, Finding, Rule};
use crate::form::Edition;
use crate::report::Severity;

/// See `unknown_row.md`.
pub static RULE: Rule = Rule { code: "table/unknown-row", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for table in context.tables() {
        for label in &table.unknown_rows {
            // Under the trial form some provinces added rows of their own.
            let severity = if table.edition == Edition::Y2019 { Severity::Info } else { Severity::Warning };
            let message = format!("{}多出“{}”一行，格式里没有这一行，请核对", table.kind.name(), label.text);
            findings.push(Finding::new(severity, label.span, message));
        }
    }
    Some(())
}
