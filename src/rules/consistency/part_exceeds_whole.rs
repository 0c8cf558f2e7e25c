//! A part that is larger than what it is part of.

use crate::report::Severity;
use crate::rules::breakdown::Flaw;
use crate::rules::{Context, Finding, Place, Rule};

/// See `part_exceeds_whole.md`.
pub static RULE: Rule = Rule { code: "consistency/part-exceeds-whole", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for breakdown in context.wrong_breakdowns() {
        let Flaw::PartExceeds(index) = breakdown.flaw else { continue };
        let (whole, part) = (&breakdown.whole, &breakdown.parts[index]);
        let severity = if breakdown.doubtful { Severity::Info } else { Severity::Error };
        let message = format!("其中的一项“{}”比总数“{}”还大，请核对这两个数", part.text, whole.text);
        let related = vec![Place::new(whole.at, "总数在这里")];
        findings.push(Finding::new(severity, part.at, message).with_related(related));
    }
    Some(())
}
