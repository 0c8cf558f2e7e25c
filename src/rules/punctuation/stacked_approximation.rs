//! Two words of approximation on one figure.

use super::super::marks::is_among;
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `stacked_approximation.md`.
pub static RULE: Rule = Rule { code: "punctuation/stacked-approximation", severity: Severity::Warning, check };

/// Words before a figure, with the words behind it that say the same again or the contrary.
const STACKED: [(&str, &[&str]); 7] = [
    ("将近", &["余", "多", "左右", "上下", "以上"]),
    ("接近", &["余", "多", "左右", "上下", "以上"]),
    ("大约", &["余", "左右", "上下"]),
    ("超过", &["余", "多", "以上"]),
    ("近", &["余", "多", "左右", "上下", "以上"]),
    ("约", &["余", "左右", "上下"]),
    ("逾", &["余", "多", "以上"]),
];
/// Words that end like one of these: 签约20余家.
const OTHER_WORDS: [&str; 24] = [
    "签约",
    "预约",
    "节约",
    "履约",
    "违约",
    "合约",
    "邀约",
    "条约",
    "制约",
    "集约",
    "公约",
    "失约",
    "附近",
    "最近",
    "就近",
    "邻近",
    "临近",
    "靠近",
    "新近",
    "贴近",
    "亲近",
    "不超过",
    "不得超过",
    "远近",
];
/// The unit between a figure and 左右 has at most so many characters.
const UNIT: usize = 3;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        let text = running.text();
        let mut done = 0;
        for figure in running.digits() {
            let number = figure.start;
            let before = &text[..number];
            // Most figures stand behind other words.
            let Some('近' | '约' | '过' | '逾') = running.before(number) else { continue };
            let Some((word, behind)) = STACKED.iter().find(|(word, _)| before.ends_with(word)) else { continue };
            let start = number - word.len();
            let is_other = OTHER_WORDS.iter().any(|other| before.ends_with(other));
            if is_other || start < done {
                continue;
            }
            let digits = text[number..].bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b',')).count();
            let after = text[number + digits..].trim_start_matches(['万', '亿', '%']);
            let Some((offset, again)) = said_again(after, behind) else { continue };
            let from = text.len() - after.len() + offset;
            let range = start..from + again.len();
            done = range.end;
            let message = format_args!("的“{}”里“{word}”和“{again}”重复或者矛盾，只留一个", &text[range.clone()]);
            let finding = running
                .finding(Severity::Warning, &range, message)
                .with_deletion(false, running.span(&(start..number)), word)
                .with_deletion(false, running.span(&(from..range.end)), again);
            findings.push(finding);
        }
    }
    Some(())
}

/// The second word: 余 and 多 directly behind the figure, the others behind its unit. Spans of time are told otherwise.
fn said_again<'a>(after: &str, behind: &[&'a str]) -> Option<(usize, &'a str)> {
    if after.chars().next().is_some_and(|c| is_among(c, "年月日天周")) {
        return None;
    }
    behind.iter().find_map(|again| {
        if again.chars().count() == 1 {
            return after.starts_with(again).then_some((0, *again));
        }
        let (at, _) = after.char_indices().take(UNIT + 1).find(|(at, _)| after[*at..].starts_with(again))?;
        Some((at, *again))
    })
}
