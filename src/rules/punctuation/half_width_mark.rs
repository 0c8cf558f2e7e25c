//! A half-width mark between Chinese characters.

use std::ops::Range;

use super::super::marks::{MarkSet, is_among};
use super::super::running::Running;
use super::super::{Context, Finding, Rule};
use crate::report::Severity;
use crate::text::is_han;

/// See `half_width_mark.md`.
pub static RULE: Rule = Rule { code: "punctuation/half-width-mark", severity: Severity::Warning, check };

/// Characters that the names of other peoples are written with: 买买提.艾力 has a point, though not the right one.
const NAMES: &str = "阿艾买提力江木热合古丽克尔斯卡别依布都拉吐孙亚孜巴图娜迪萨玛伊马不尼苏里麦哈吾斯坦";

/// What is half-width.
const HALF: MarkSet = MarkSet::of(&[',', ';', ':', '?', '!', '.']);

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        for mark in running.marks(HALF) {
            let (range, half) = (mark.range(), mark.c);
            if !is_in_chinese(running, &range) || half == '.' && !ends_a_sentence(running, mark.at) {
                continue;
            }
            let full = full_width(half);
            let around = running.around(&range);
            let message = format_args!("“{around}”中的“{half}”是半角标点，中文里应用全角的“{full}”");
            findings.push(running.correction(Severity::Warning, &range, message, (full, true)));
        }
    }
    Some(())
}

/// What a half-width mark should be.
fn full_width(mark: char) -> &'static str {
    match mark {
        ',' => "，",
        ';' => "；",
        ':' => "：",
        '?' => "？",
        '!' => "！",
        _ => "。",
    }
}

fn is_in_chinese(running: &Running<'_>, range: &Range<usize>) -> bool {
    let before = running.before(range.start).is_some_and(|c| is_han(c) || is_among(c, "》”）】〉〕"));
    before && running.after(range.end).is_none_or(|c| is_han(c) || is_among(c, "《“（【〈"))
}

/// Not the mark of an item's number, nor the point within a name.
fn ends_a_sentence(running: &Running<'_>, at: usize) -> bool {
    let (before, after) = (&running.text()[..at], &running.text()[at + 1..]);
    let words = before.rsplit(['，', '。', '；', '：', '、']).next().unwrap_or(before);
    let is_number = words.chars().all(|c| is_among(c, "第一二三四五六七八九十（）"));
    let is_of_names = |c: char| is_among(c, NAMES);
    let is_name = before.chars().rev().take(2).all(is_of_names) && after.chars().take(2).all(is_of_names);
    !is_number && (after.is_empty() || !is_name)
}
