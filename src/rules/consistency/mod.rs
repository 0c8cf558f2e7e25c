//! What the prose says, against the tables and against itself.

mod part_exceeds_whole;
mod parts_exceed_whole;
mod parts_fall_short;
mod ten_thousandfold;

use super::breakdown::Breakdown;
use super::{Place, Rule};

/// The rules of this group.
pub static RULES: &[&Rule] =
    &[&part_exceeds_whole::RULE, &parts_exceed_whole::RULE, &parts_fall_short::RULE, &ten_thousandfold::RULE];

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
