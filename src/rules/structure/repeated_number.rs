//! A number of a series stands twice.

use super::super::{Context, Finding, Place, Rule};
use super::section_name;
use super::series;
use crate::report::Severity;

/// See `repeated_number.md`.
pub static RULE: Rule = Rule { code: "structure/repeated-number", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for series in context.series() {
        let flaws = series::flaws(series);
        for flaw in &flaws {
            let (number, Some(twin)) = (flaw.number, flaw.twin) else { continue };
            if number.style == series::Style::Han {
                continue;
            }
            let written = number.style.written(number.value);
            let due = number.style.written(flaw.due);
            let message = format!("{}的编号“{written}”出现两次，这里应为“{due}”", section_name(number.section));
            let related = vec![Place::new(twin.span, format!("另一处“{written}”"))];
            let mut finding = Finding::new(Severity::Error, number.span, message).with_related(related);
            if let [only] = &flaws[..] {
                let edits = only.renumbered();
                let others = if edits.len() > 1 { "，以后的编号顺延" } else { "" };
                finding = finding.with_fix(format!("改为“{due}”{others}"), false, edits);
            }
            findings.push(finding);
        }
    }
    Some(())
}
