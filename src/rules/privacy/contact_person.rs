//! A person's name stands as the contact, beside a telephone.

use super::super::{Context, Finding, Rule};
use crate::report::Severity;
use crate::text::is_han;

/// See `contact_person.md`.
pub static RULE: Rule = Rule { code: "privacy/contact-person", severity: Severity::Info, check };

/// The commonest family names; what begins otherwise is more often an office.
const FAMILY_NAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";
/// What an office or a title ends with.
const ENDS_OF_OFFICES: &str = "办室科股局处部组站所队心会长任记员师";

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    const LABEL: &str = "联系人";
    /// How far behind the name the telephone stands, in characters.
    const NEAR: usize = 20;
    for (writing, at) in context.places_of(LABEL) {
        let text = writing.prose.text();
        let behind = text[at + LABEL.len()..].trim_start_matches(['：', ':']);
        let start = text.len() - behind.len();
        let Some(length) = length_of_name(behind) else { continue };
        let near: String = behind[length..].chars().take(NEAR).collect();
        let (name, has_label) = (&behind[..length], start > at + LABEL.len());
        if has_label && ["电话", "手机", "联系方式"].iter().any(|word| near.contains(word)) {
            let message = format!("{}：联系人写了个人姓名“{name}”，一般写办公室名称和办公电话即可", writing.place());
            findings.push(Finding::new(Severity::Info, writing.prose.span(start..start + length), message));
        }
    }
    Some(())
}

/// How long the person's name is with which a text begins, in bytes.
fn length_of_name(text: &str) -> Option<usize> {
    let han: Vec<char> = text.chars().take(6).take_while(|c| is_han(*c)).collect();
    let word: String = han.iter().collect();
    let end = ["电话", "手机", "联系", "办公"].iter().filter_map(|label| word.find(label)).min().unwrap_or(word.len());
    let name = &word[..end];
    let is_name = matches!(name.chars().count(), 2 | 3)
        && name.starts_with(|c| FAMILY_NAMES.contains(c))
        && !name.ends_with(|c| ENDS_OF_OFFICES.contains(c));
    is_name.then_some(end)
}
