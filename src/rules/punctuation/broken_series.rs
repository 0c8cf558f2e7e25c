//! A series 一是…二是… that leaves out a number or has it twice.

use std::cmp::Ordering;
use std::ops::Range;

use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `broken_series.md`.
pub static RULE: Rule = Rule { code: "punctuation/broken-series", severity: Severity::Warning, check };

const NUMERALS: [&str; 11] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        // The numbers reached, of each series that is open: one may stand within another.
        let mut open: Vec<usize> = Vec::new();
        for (range, number) in items(running.text()) {
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
            let message = match number.cmp(reached) {
                Ordering::Less => continue,
                Ordering::Equal => {
                    format!("{}的分项里“{}是”出现了两次，编号重复或者漏了一项", running.place(), NUMERALS[number])
                }
                Ordering::Greater => format!(
                    "{}的分项从“{}是”跳到“{}是”，中间缺“{}是”",
                    running.place(),
                    NUMERALS[*reached],
                    NUMERALS[number],
                    NUMERALS[*reached + 1]
                ),
            };
            *reached = number;
            findings.push(Finding::new(Severity::Warning, running.span(&range), message));
        }
    }
    Some(())
}

/// 一是, 二是 … where a clause begins, with the numbers they say.
fn items(text: &str) -> impl Iterator<Item = (Range<usize>, usize)> + '_ {
    text.match_indices('是').filter_map(|(at, sign)| {
        let number = (1..NUMERALS.len()).find(|number| text[..at].ends_with(NUMERALS[*number]))?;
        let start = at - NUMERALS[number].len();
        let before = &text[..start];
        let begins =
            before.is_empty() || before.ends_with(['，', '。', '；', '：', '、', '！', '？', ';', ':', ',', '）']);
        let end = at + sign.len();
        // 一是一，二是二
        let is_saying = text[end..].starts_with(NUMERALS[number]);
        (begins && !is_saying).then_some((start..end, number))
    })
}
