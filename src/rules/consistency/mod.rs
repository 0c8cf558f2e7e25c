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

use super::breakdown::Breakdown;
use super::{Place, Rule};

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

/// Of a breakdown: what its parts come to, for a sentence, and their places.
fn parts_and_sum(breakdown: &Breakdown) -> (String, Vec<Place>) {
    const SHOWN: usize = 8;
    let shown: Vec<String> = breakdown.parts.iter().map(|part| part.value.to_string()).collect();
    let sum = if shown.len() <= SHOWN {
        format!("（{}）相加是{}", shown.join("、"), breakdown.sum)
    } else {
        format!("（共{}个数）相加是{}", shown.len(), breakdown.sum)
    };
    let places = breakdown.parts.iter().map(|part| Place::new(part.at, format!("列出的一项：{}", part.text))).collect();
    (sum, places)
}
