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
        for digits in running.digits() {
            let is_sign = |c: char| matches!(c, '千' | '百');
            let Some(behind) = text[digits.end..].strip_prefix(is_sign) else { continue };
            let range = digits.end..text.len() - behind.len();
            let before = &text[..digits.start];
            let follows = behind.starts_with(|c| FOLLOWERS.contains(c));
            if digits.len() > 2 || running.is_protected(&range) || before.ends_with(['.', '第', '〔']) || !follows {
                continue;
            }
            let whole = digits.start..range.end;
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
