//! A whole with a 万 too many, which its parts disprove.

use super::report_sums;
use crate::report::Severity;
use crate::rules::breakdown::Flaw;
use crate::rules::{Context, Finding, Rule};

/// See `ten_thousandfold.md`.
pub static RULE: Rule = Rule { code: "consistency/ten-thousandfold", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    report_sums(context, findings, Flaw::TenThousandfold, |_, sum| format!("{sum}，总数多写了“万”字"))
}
