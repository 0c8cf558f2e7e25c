//! The name of the regulation, of the notice on the form or of its issuer is not the right one.

use super::super::phrases::{self, Phrase, phrases};
use super::super::words::find;
use super::super::{Context, Finding, Rule};
use crate::parse::table::distance;
use crate::report::Severity;
use crate::text::is_han;

/// See `misnamed_law.md`.
pub static RULE: Rule = Rule { code: "wording/misnamed-law", severity: Severity::Error, check };

/// A long name of which a few characters may be wrong and it is still known.
struct LongName {
    severity: Severity,
    name: &'static str,
    /// What it begins with, whatever else is wrong.
    start: &'static str,
    /// What it may end with; a closing mark is not part of it.
    ends: &'static [&'static str],
    /// How many characters may be wrong.
    flaws: usize,
}

static LONG_NAMES: [LongName; 3] = [
    LongName {
        severity: Severity::Error,
        name: "中华人民共和国政府信息公开条例",
        start: "中华人民共和国",
        ends: &["条例", "公开法》", "公开法〉"],
        flaws: 2,
    },
    LongName {
        severity: Severity::Warning,
        name: "中华人民共和国政府信息公开工作年度报告格式",
        start: "中华人民共和国",
        ends: &["报告格式"],
        flaws: 4,
    },
    LongName {
        severity: Severity::Warning,
        name: "国务院办公厅政府信息与政务公开办公室",
        start: "国务院办公厅",
        ends: &["公开办公室"],
        flaws: 2,
    },
];

/// Titles that are often cut.
pub(super) static PHRASES: &[Phrase] = phrases! {
    Warning false "《政府网站发展指引的通知》" => "《政府网站发展指引》", only "", unless "",
        shown "落实⟦《政府网站发展指引的通知》⟧。" => "落实《政府网站发展指引》。",
        silent "落实《国务院办公厅关于印发政府网站发展指引的通知》。", "落实《政府网站发展指引》。";
    Info false "《推进政务新媒体健康有序发展的意见》" => "《关于推进政务新媒体健康有序发展的意见》", only "", unless "",
        shown "落实⟦《推进政务新媒体健康有序发展的意见》⟧。" => "落实《关于推进政务新媒体健康有序发展的意见》。",
        silent "落实《国务院办公厅关于推进政务新媒体健康有序发展的意见》。";
    Info false "《全面推进政务公开工作的意见》" => "《关于全面推进政务公开工作的意见》", only "", unless "",
        shown "落实⟦《全面推进政务公开工作的意见》⟧。" => "落实《关于全面推进政务公开工作的意见》。",
        silent "落实《关于全面推进政务公开工作的意见》。";
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    phrases::each_hit(context, PHRASES, &mut |hit| {
        findings.push(hit.finding(&|place, wrong, right| format!("{place}：{wrong}文件名称不完整，应为{right}")));
    });
    for long in &LONG_NAMES {
        check_name(context, long, findings);
    }
    Some(())
}

fn check_name(context: &Context<'_>, long: &LongName, findings: &mut Vec<Finding>) {
    for (writing, start) in context.places_of(long.start) {
        let text = writing.prose.text();
        if text[start..].starts_with(long.name) {
            continue;
        }
        let behind = &text[start + long.start.len()..];
        let longest = long.name.chars().count() - long.start.chars().count() + long.flaws + 1;
        let reach = behind.char_indices().nth(longest).map_or(behind.len(), |(end, _)| end);
        let within = &behind[..reach];
        let length = long
            .ends
            .iter()
            .filter_map(|end| Some(find(within, end)? + end.trim_end_matches(['》', '〉']).len()))
            .min();
        let Some(end) = length.map(|length| start + long.start.len() + length) else { continue };
        let name = &text[start..end];
        if name != long.name && name.chars().all(is_han) && (1..=long.flaws).contains(&distance(name, long.name)) {
            let right = long.name;
            let message = format!("{}：“{name}”名称有误，应为“{right}”", writing.place());
            let edit = phrases::edit(&writing, start, end, right);
            let finding = Finding::new(long.severity, writing.prose.span(start..end), message);
            findings.push(finding.with_right(right, false, vec![edit]));
        }
    }
}
