//! Table three: 一 + 二 = 三 + 四 does not hold in a column.

use super::super::{Context, Finding, Rule};
use crate::form::EquationKind;
use crate::report::Severity;

/// See `balance.md`.
pub static RULE: Rule = Rule { code: "arithmetic/balance", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    super::report(context, findings, EquationKind::Balance, |failure, total| {
        let column = failure.table.form().rows[total.row].columns[total.column].label;
        format!(
            "表三“{column}”列：一（本年新收）加二（上年结转）为 {}，三（办理结果总计）加四（结转下年度）为 {}，两者应相等",
            failure.left, failure.right
        )
    })
}
