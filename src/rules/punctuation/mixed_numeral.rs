//! Arabic digits together with 千 or 百.

use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `mixed_numeral.md`.
pub static RULE: Rule = Rule { code: "punctuation/mixed-numeral", severity: Severity::Info, check };

/// What follows shows that a quantity is meant; 8千米 and 2百分点 are units.
const FOLLOWERS: &str = "余多万亿个件条人名户次项份字册元一二三四五六七八九0123456789";

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        let text = running.text();
        for (at, sign) in text.match_indices(['千', '百']) {
            let range = at..at + sign.len();
            let before = text[..range.start].trim_end_matches(|c: char| c.is_ascii_digit());
            let digits = range.start - before.len();
            let follows = running.after(range.end).is_some_and(|c| FOLLOWERS.contains(c));
            if running.is_protected(&range)
                || !(1..=2).contains(&digits)
                || before.ends_with(['.', '第', '〔'])
                || !follows
            {
                continue;
            }
            let whole = before.len()..range.end;
            let message = format!(
                "{}“{}”里阿拉伯数字后面跟了“{}”，宜写成完整的阿拉伯数字或者汉字数字",
                running.place(),
                running.around(&whole),
                &text[range.clone()]
            );
            findings.push(Finding::new(Severity::Info, running.span(&whole), message));
        }
    }
    Some(())
}
