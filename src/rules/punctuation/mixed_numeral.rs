//! Arabic digits together with 千 or 百.

use super::super::marks::is_among;
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `mixed_numeral.md`.
pub static RULE: Rule = Rule { code: "punctuation/mixed-numeral", severity: Severity::Info, check };

/// What follows shows that a quantity is meant; 8千米 and 2百分点 are units.
const FOLLOWERS: &str = "余多万亿个件条人名户次项份字册元一二三四五六七八九0123456789";

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        for digits in running.digits().iter().filter(|digits| digits.len() <= 2) {
            let Some(sign) = running.after(digits.end).filter(|c| matches!(c, '千' | '百')) else { continue };
            let range = digits.end..digits.end + sign.len_utf8();
            let is_part = running.before(digits.start).is_some_and(|c| is_among(c, ".第〔"));
            let follows = running.after(range.end).is_some_and(|c| is_among(c, FOLLOWERS));
            if running.is_protected(&range) || is_part || !follows {
                continue;
            }
            let whole = digits.start..range.end;
            let around = running.around(&whole);
            let message = format_args!("“{around}”里阿拉伯数字后面跟了“{sign}”，宜写成完整的阿拉伯数字或者汉字数字");
            findings.push(running.finding(Severity::Info, &whole, message));
        }
    }
    Some(())
}
