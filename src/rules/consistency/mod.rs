//! What the prose says, against the tables and against itself.

mod all_done_contradicted;
mod all_upheld_contradicted;
mod applicants_mismatch;
mod broken_carry_over;
mod broken_in_force_count;
mod carry_over_in_prose;
mod carry_over_mismatch;
mod conflicting_year;
mod copied_paragraph;
mod decisions_mismatch;
mod detail_after_none;
mod disputes_mismatch;
mod documents_mismatch;
mod fee_mismatch;
mod impossible_period;
mod misquoted_last_year;
mod missing_unit;
mod none_disputed_contradicted;
mod none_received_contradicted;
mod not_last_years_report;
mod other_body;
mod part_exceeds_whole;
mod parts_exceed_whole;
mod parts_fall_short;
mod percentages_not_whole;
mod received_mismatch;
mod results_mismatch;
mod stale_year;
mod ten_thousandfold;
mod unequal_lists;
mod unexpected_year;
mod wrong_change;
mod wrong_part_count;
mod wrong_percentage;

use super::breakdown::{Breakdown, Flaw};
use super::{Context, Finding, Place, Rule};
use crate::report::Severity;

/// The rules of this group.
pub static RULES: &[&Rule] = &[
    &all_done_contradicted::RULE,
    &all_upheld_contradicted::RULE,
    &applicants_mismatch::RULE,
    &broken_carry_over::RULE,
    &broken_in_force_count::RULE,
    &carry_over_in_prose::RULE,
    &carry_over_mismatch::RULE,
    &conflicting_year::RULE,
    &copied_paragraph::RULE,
    &decisions_mismatch::RULE,
    &detail_after_none::RULE,
    &disputes_mismatch::RULE,
    &documents_mismatch::RULE,
    &fee_mismatch::RULE,
    &impossible_period::RULE,
    &misquoted_last_year::RULE,
    &missing_unit::RULE,
    &none_disputed_contradicted::RULE,
    &none_received_contradicted::RULE,
    &not_last_years_report::RULE,
    &other_body::RULE,
    &part_exceeds_whole::RULE,
    &parts_exceed_whole::RULE,
    &parts_fall_short::RULE,
    &percentages_not_whole::RULE,
    &received_mismatch::RULE,
    &results_mismatch::RULE,
    &stale_year::RULE,
    &ten_thousandfold::RULE,
    &unequal_lists::RULE,
    &unexpected_year::RULE,
    &wrong_change::RULE,
    &wrong_part_count::RULE,
    &wrong_percentage::RULE,
];

/// Reports each breakdown whose parts have this flaw together; `says` goes on from what they come to.
fn report_sums(
    context: &Context<'_>,
    findings: &mut Vec<Finding>,
    flaw: Flaw,
    says: fn(&Breakdown, &str) -> String,
) -> Option<()> {
    const SHOWN: usize = 8;
    for breakdown in context.wrong_breakdowns().iter().filter(|breakdown| breakdown.flaw == flaw) {
        let Breakdown { whole, parts, sum, .. } = breakdown;
        let (mut values, mut related) = (Vec::new(), Vec::new());
        for part in parts {
            values.push(part.value.to_string());
            related.push(Place::new(part.at, format!("列出的一项：{}", part.text)));
        }
        let shown = if parts.len() <= SHOWN { values.join("、") } else { format!("共{}个数", parts.len()) };
        let message =
            format!("总数写的是“{}”，列出的各项{}", whole.text, says(breakdown, &format!("（{shown}）相加是{sum}")));
        let severity = match flaw {
            Flaw::TenThousandfold => Severity::Error,
            _ if breakdown.doubtful => Severity::Info,
            _ => Severity::Warning,
        };
        findings.push(Finding::new(severity, whole.at, message).with_related(related));
    }
    Some(())
}
