//! A whole with a 万 too many, which its parts disprove.

use super::parts_and_sum;
use crate::report::Severity;
use crate::rules::breakdown::Flaw;
use crate::rules::{Context, Finding, Rule};

/// See `ten_thousandfold.md`.
pub static RULE: Rule = Rule { code: "consistency/ten-thousandfold", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let is_slip = |flaw: Flaw| flaw == Flaw::TenThousandfold;
    for breakdown in context.wrong_breakdowns().iter().filter(|breakdown| is_slip(breakdown.flaw)) {
        let (sum, related) = parts_and_sum(breakdown);
        let message = format!("总数写的是“{}”，列出的各项{sum}，总数多写了“万”字", breakdown.whole.text);
        findings.push(Finding::new(Severity::Error, breakdown.whole.at, message).with_related(related));
    }
    Some(())
}
