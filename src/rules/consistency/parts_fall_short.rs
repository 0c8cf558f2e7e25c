//! Parts that are together less than what they are parts of.

use super::parts_and_sum;
use crate::report::Severity;
use crate::rules::breakdown::Flaw;
use crate::rules::{Context, Finding, Rule};

/// See `parts_fall_short.md`.
pub static RULE: Rule = Rule { code: "consistency/parts-fall-short", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for breakdown in context.wrong_breakdowns().iter().filter(|breakdown| breakdown.flaw == Flaw::FallShort) {
        let severity = if breakdown.doubtful { Severity::Info } else { Severity::Warning };
        let (sum, related) = parts_and_sum(breakdown);
        let less = breakdown.whole.value - breakdown.sum;
        let message = format!(
            "总数写的是“{}”，列出的各项{sum}，比总数少{less}，请核对；如果没有列全，请写明“等”或“其余”",
            breakdown.whole.text
        );
        findings.push(Finding::new(severity, breakdown.whole.at, message).with_related(related));
    }
    Some(())
}
