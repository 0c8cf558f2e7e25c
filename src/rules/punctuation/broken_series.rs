//! A series 一是…二是… that leaves out a number or has it twice.

use std::cmp::Ordering;
use std::ops::Range;

use super::super::marks::is_among;
use super::super::occurring::Place;
use super::super::{Context, Finding, Rule};
use crate::report::Severity;
use crate::text::order::sort;

/// See `broken_series.md`.
pub static RULE: Rule = Rule { code: "punctuation/broken-series", severity: Severity::Warning, check };

const NUMERALS: [&str; 11] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let words = ["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"];
    // A series begins with the first.
    if !context.occurring().has_words(words[0]) {
        return None;
    }
    let mut items: Vec<(Place, usize)> = Vec::new();
    for (number, word) in (1..).zip(words) {
        items.extend(context.occurring().places_of(word).into_iter().map(|place| (place, number)));
    }
    sort(&mut items);
    for items in items.chunk_by(|(a, _), (b, _)| a.paragraph == b.paragraph) {
        let Some(running) = context.running_at(items[0].0.paragraph) else { continue };
        // The numbers reached, of each series that is open: one may stand within another.
        let mut open: Vec<usize> = Vec::new();
        for &(place, number) in items {
            let range = place.at as usize..place.at as usize + words[0].len();
            if !begins_item(running.text(), &range, NUMERALS[number]) {
                continue;
            }
            if number == 1 {
                open.push(1);
                continue;
            }
            if let Some(level) = open.iter().rposition(|reached| reached + 1 == number) {
                open.truncate(level + 1);
                open[level] = number;
                continue;
            }
            let Some(reached) = open.last_mut() else { continue };
            let finding = match number.cmp(reached) {
                Ordering::Less => continue,
                Ordering::Equal => {
                    let message = format_args!("的分项里“{}是”出现了两次，编号重复或者漏了一项", NUMERALS[number]);
                    running.finding(Severity::Warning, &range, message)
                }
                Ordering::Greater => {
                    let (before, missing, now) = (NUMERALS[*reached], NUMERALS[*reached + 1], NUMERALS[number]);
                    let message = format_args!("的分项从“{before}是”跳到“{now}是”，中间缺“{missing}是”");
                    running.finding(Severity::Warning, &range, message)
                }
            };
            *reached = number;
            findings.push(finding);
        }
    }
    Some(())
}

/// Whether 一是, 二是 … stands where a clause begins.
fn begins_item(text: &str, range: &Range<usize>, numeral: &str) -> bool {
    let before = text[..range.start].chars().next_back();
    // 一是一，二是二
    let is_saying = text[range.end..].starts_with(numeral);
    before.is_none_or(|c| is_among(c, "，。；：、！？;:,）")) && !is_saying
}
