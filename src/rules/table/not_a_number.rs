//! A cell holds something that is no number.

use super::super::{Context, Finding, Rule};
use super::{content, report_cells, stands_apart};
use crate::document::Content;
use crate::parse::table::is_stand_in;
use crate::report::Severity;
use crate::text::Figure;

/// See `not_a_number.md`.
pub static RULE: Rule = Rule { code: "table/not-a-number", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    report_cells(context, findings, "个单元格填的不是数字", &|table, at, cell| {
        if cell.content != Content::Text {
            return None;
        }
        let written = content(context, table, at);
        let glued = written.bytes().all(|byte| byte.is_ascii_digit()) && !stands_apart(context, table.place(at));
        if is_stand_in(written) || glued {
            return None;
        }
        let name = table.form().cell_name(at);
        let meant = meant(written);
        let message = match &meant {
            Some(figure) => format!("{name}填的是“{written}”，其中有字母，疑为 {figure}"),
            None if is_too_long(written) => format!("{name}填的是“{written}”，位数太多，请核对"),
            None => format!("{name}填的是“{written}”，不是数字，应填数字，没有发生的填 0"),
        };
        let finding = Finding::of_cell(Severity::Error, table, at, message);
        Some(match meant {
            Some(figure) => finding.with_replacement(false, table.place(at), &figure),
            None => finding,
        })
    })
}

/// A number that no report counts up to: figures of several cells run together, or a telephone number beside one.
fn is_too_long(written: &str) -> bool {
    written.len() > Figure::MOST_DIGITS && written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// The figure that letters like digits stand for: `1O`, `l2`.
fn meant(written: &str) -> Option<String> {
    let digits: String = written
        .chars()
        .map(|c| match c {
            'O' | 'o' => '0',
            'l' | 'I' => '1',
            other => other,
        })
        .collect();
    (digits != written && written.contains(|c: char| c.is_ascii_digit()) && Figure::parse(&digits).is_some())
        .then_some(digits)
}
