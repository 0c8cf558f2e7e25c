//! The head of the fees has lost its unit, or has another.

use super::super::{Context, Finding, Rule};
use crate::form::{Edition, TableKind};
use crate::parse::table::fold;
use crate::report::Severity;

/// See `damaged_unit.md`.
pub static RULE: Rule = Rule { code: "table/damaged-unit", severity: Severity::Warning, check };

const OFFICIAL: &str = "本年收费金额（单位：万元）";

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let table = context.document.table(TableKind::Disclosure).filter(|table| table.edition == Edition::Y2021)?;
    // A head that stands broken in pieces is not whole in any of them.
    let fragments = table.other_words.iter().any(|words| fold(&words.text).starts_with("单位"));
    for words in table.other_words.iter().filter(|words| words.text.contains("收费金额") && !fragments) {
        let head = fold(&words.text);
        let (_, unit) = head.rsplit_once("收费金额")?;
        let (message, has_fix) = match unit.trim_start_matches("单位") {
            "万元" => continue,
            "元" => (
                format!("表二行政事业性收费的单位应是万元，这里写的是“{}”，请改用万元，金额也要换算", words.text),
                false,
            ),
            _ => (format!("表二“{}”的单位有误，应为“{OFFICIAL}”", words.text), true),
        };
        let finding = Finding::new(Severity::Warning, words.span, message);
        findings.push(if has_fix { finding.with_replacement(false, words.span, OFFICIAL) } else { finding });
    }
    Some(())
}
