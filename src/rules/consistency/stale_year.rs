//! A next step that names the report's own year, which is over, as yet to come.

use crate::report::Severity;
use crate::rules::period::Dated;
use crate::rules::words::{ends_with_one, has_one};
use crate::rules::{Context, Finding, Rule};

/// See `stale_year.md`.
pub static RULE: Rule = Rule { code: "consistency/stale-year", severity: Severity::Info, check };

/// Behind one of them stands what is to come.
const NEXT: [&str; 7] = ["下一步", "下步", "今后", "接下来", "改进措施", "下阶段", "下一阶段"];
/// What is still to be done; of 落实, 做好 and 抓好 only what is left before the year when particles are taken off.
const VERBS: [&str; 7] = ["落", "完成", "做", "推进", "抓", "贯彻", "开展"];
/// What of a past year may well be done later.
const LATER: [&str; 11] =
    ["总结", "年报", "年度报告", "报告", "评估", "考核", "问题", "整改", "档案", "遗留", "未完成"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let due = context.document.title.as_ref()?.year?;
    for Dated { section, prose, years } in context.dated() {
        let text = prose.text();
        if *section != 5 {
            continue;
        }
        for &(at, year) in years {
            let before = text[..at].trim_end_matches(['好', '了', '实', '地']);
            let sentence = &text[at..];
            let object = sentence.split(['，', '。', '；']).next().unwrap_or(sentence);
            if year > due || !ends_with_one(before, &VERBS) || has_one(object, &LATER) {
                continue;
            }
            // Behind where what is to come begins.
            if has_one(&text[..at], &NEXT) {
                let words = if object["2023年".len()..].starts_with('度') { "2023年度" } else { "2023年" };
                let message =
                    format!("下一步工作里写的是{year}年的任务，而{due}年已经结束，请核对是否应为{}年", due + 1);
                findings.push(Finding::new(Severity::Info, prose.span(at..at + words.len()), message));
            }
        }
    }
    Some(())
}
