//! A row stands a second time.

use super::super::{Context, Finding, Place, Rule};
use crate::report::Severity;

/// See `repeated_row.md`.
pub static RULE: Rule = Rule { code: "table/repeated-row", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for table in context.tables() {
        let name = |row: usize| table.form().rows[row].name();
        let Some(((row, label), others)) = table.repeated_rows.split_first() else { continue };
        let kind = table.kind.name();
        let message = match others.len() {
            0 => format!("{kind}“{}”一行出现了两次，只核对了前一行，请删去多余的一行", name(*row)),
            _ if others.len() * 2 > table.rows.len() => {
                format!("{kind}从“{}”行起又出现了一遍，只核对了前一张，请删去多余的表", name(*row))
            }
            more => format!(
                "{kind}有 {} 行出现了两次，第一处是“{}”，只核对了在前的各行，请删去多余的行",
                more + 1,
                name(*row)
            ),
        };
        let mut finding = Finding::new(Severity::Error, label.span, message);
        if let Some(first) = &table.rows[*row].label {
            finding.related.push(Place::new(first.span, format!("“{}”第一次出现在这里", name(*row))));
        }
        for (row, label) in others {
            finding.related.push(Place::new(label.span, format!("“{}”也出现了两次", name(*row))));
        }
        findings.push(finding);
    }
    Some(())
}
