//! Parts that are together more than what they are parts of.

use super::parts_and_sum;
use crate::report::Severity;
use crate::rules::breakdown::Flaw;
use crate::rules::{Context, Finding, Rule};

/// See `parts_exceed_whole.md`.
pub static RULE: Rule = Rule { code: "consistency/parts-exceed-whole", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for breakdown in context.wrong_breakdowns().iter().filter(|breakdown| breakdown.flaw == Flaw::Exceed) {
        let severity = if breakdown.doubtful { Severity::Info } else { Severity::Warning };
        let (sum, related) = parts_and_sum(breakdown);
        let more = breakdown.sum - breakdown.whole.value;
        let message = format!("总数写的是“{}”，列出的各项{sum}，比总数多{more}，请核对", breakdown.whole.text);
        findings.push(Finding::new(severity, breakdown.whole.at, message).with_related(related));
    }
    Some(())
}
