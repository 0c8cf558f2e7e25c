//! A period of the figures that is no calendar year.

use crate::report::Severity;
use crate::rules::{Context, Finding, Rule};

/// See `impossible_period.md`.
pub static RULE: Rule = Rule { code: "consistency/impossible-period", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for period in context.periods() {
        let (year, _) = period.year;
        let start = (year, period.from.0, period.from.1);
        let message = if period.to < start {
            "统计期限的结束日期比开始日期还早，请核对".to_owned()
        } else if period.to.0 != year {
            format!("统计期限从{year}年到{}年，跨了年度；应当是同一年的1月1日至12月31日", period.to.0)
        } else {
            continue;
        };
        findings.push(Finding::new(Severity::Error, period.at, message));
    }
    Some(())
}
