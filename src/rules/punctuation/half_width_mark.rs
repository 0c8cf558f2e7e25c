//! A half-width mark between Chinese characters.

use super::super::running::Running;
use super::super::{Context, Finding, Rule};
use crate::report::Severity;
use crate::text::is_han;

/// See `half_width_mark.md`.
pub static RULE: Rule = Rule { code: "punctuation/half-width-mark", severity: Severity::Warning, check };

/// Characters that the names of other peoples are written with: 买买提.艾力 has a point, though not the right one.
const NAMES: &str = "阿艾买提力江木热合古丽克尔斯卡别依布都拉吐孙亚孜巴图娜迪萨玛伊马不尼苏里麦哈吾斯坦";

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        for mark in running.marks(|c| full_width(c).is_some()) {
            let (range, half) = (mark.range(), mark.c);
            let full = full_width(half)?;
            if !is_in_chinese(running, range.start, range.end) || half == '.' && !ends_a_sentence(running, range.start)
            {
                continue;
            }
            let message = format!(
                "{}“{}”中的“{half}”是半角标点，中文里应用全角的“{full}”",
                running.place(),
                running.around(&range)
            );
            let edits = vec![running.edit(&range, full)];
            findings.push(Finding::new(Severity::Warning, running.span(&range), message).with_fix(
                format!("改为“{full}”"),
                true,
                edits,
            ));
        }
    }
    Some(())
}

/// What a half-width mark should be.
fn full_width(mark: char) -> Option<char> {
    match mark {
        ',' => Some('，'),
        ';' => Some('；'),
        ':' => Some('：'),
        '?' => Some('？'),
        '!' => Some('！'),
        '.' => Some('。'),
        _ => None,
    }
}

fn is_in_chinese(running: &Running<'_>, start: usize, end: usize) -> bool {
    let before = running.before(start).is_some_and(|c| is_han(c) || "》”）】〉〕".contains(c));
    before && running.after(end).is_none_or(|c| is_han(c) || "《“（【〈".contains(c))
}

/// Not the mark of an item's number, nor the point within a name.
fn ends_a_sentence(running: &Running<'_>, at: usize) -> bool {
    let (before, after) = (&running.text()[..at], &running.text()[at + 1..]);
    let words = before.rsplit(['，', '。', '；', '：', '、']).next().unwrap_or(before);
    let is_number = words.chars().all(|c| "第一二三四五六七八九十（）".contains(c));
    let is_of_names = |c: char| NAMES.contains(c);
    let is_name = before.chars().rev().take(2).all(is_of_names) && after.chars().take(2).all(is_of_names);
    !is_number && (after.is_empty() || !is_name)
}
