//! The number of parts that the report says it has, against those it lists and has.

use crate::report::Severity;
use crate::rules::passage::prose_of;
use crate::rules::words::has_one;
use crate::rules::{Context, Finding, Rule};
use crate::text::numbers::count_in_words;
use crate::text::order::sort;

/// See `wrong_part_count.md`.
pub static RULE: Rule = Rule { code: "consistency/wrong-part-count", severity: Severity::Error, check };

/// A word of each section's heading.
const SECTIONS: [&str; 6] = ["总体情况", "主动公开", "申请情况", "复议", "问题", "其他需要"];
/// Parts are counted in one of these words.
const PARTS: [&str; 2] = ["部分", "项内容"];
/// Behind one of them a list of the parts begins.
const LEADS: [&str; 10] = ["内容包括", "包括", "包含", "分为", "分别为", "分别是", "共分", "由", "含", "为"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let document = context.document;
    let mut paragraphs: Vec<usize> = Vec::new();
    for words in PARTS {
        paragraphs.extend(context.occurring().places_of(words).iter().map(|place| place.paragraph as usize));
    }
    sort(&mut paragraphs);
    paragraphs.dedup();
    let present = document.sections.iter().filter(|section| section.number > 0).count();
    for paragraph in paragraphs {
        let Some((_, prose)) = prose_of(document, paragraph).filter(|(section, _)| *section < 2) else { continue };
        let mut start = 0;
        for sentence in prose.text().split_inclusive('。') {
            let offset = start;
            start += sentence.len();
            if !has_one(sentence, &PARTS) {
                continue;
            }
            let Some((at, length, said)) = said(sentence) else { continue };
            let place = prose.span(offset + at..offset + at + length);
            let words = &sentence[at..at + length];
            match listed(sentence, at, at + length) {
                Some(listed) if !listed.contains(&said) => {
                    let message = format!("文中说共“{words}”，列出来的却是{}个，请核对", listed[0]);
                    findings.push(Finding::new(Severity::Error, place, message));
                }
                None if said != present && present == SECTIONS.len() && sentence.contains("报告") => {
                    let message = format!("文中说报告共“{words}”，实际有{present}个部分，请核对");
                    findings.push(Finding::new(Severity::Warning, place, message));
                }
                _ => {}
            }
        }
    }
    Some(())
}

/// "六个部分", "六部分", "6项内容": where, how long, how many; not "第四部分", "一部分".
fn said(sentence: &str) -> Option<(usize, usize, usize)> {
    ["个部分", "部分", "大部分", "项内容"].iter().find_map(|words| {
        sentence.match_indices(words).find_map(|(at, _)| {
            let before = &sentence[..at];
            let numeral =
                before.chars().rev().take_while(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(*c));
            let start = at - numeral.map(char::len_utf8).sum::<usize>();
            let count = count_in_words(&sentence[start..at]).filter(|count| (2..=20).contains(count))?;
            (!sentence[..start].ends_with('第')).then_some((start, at + words.len() - start, count))
        })
    })
}

/// How many items a list has.
fn count(list: &str) -> usize {
    list.split(['，', '；']).filter(|item| !item.is_empty()).count()
}

/// How many parts a sentence lists: by its marks, and by the form's own headings; `None` where it lists none, or not all.
fn listed(sentence: &str, start: usize, end: usize) -> Option<[usize; 2]> {
    let lead =
        LEADS.iter().filter_map(|lead| sentence[..start].find(lead).map(|at| at + lead.len())).min().unwrap_or(0);
    let before = sentence[lead..start].trim_end_matches(['等', '共', '，', '以', '上', '这']);
    let behind = sentence[end..].trim_end_matches('。').trim_start_matches(['组', '成', '，', '：', '内', '容']);
    let behind = LEADS.iter().find_map(|lead| behind.strip_prefix(lead)).unwrap_or(behind).trim_start_matches('：');
    let list = if count(before) >= count(behind) { before } else { behind };
    let by_heading = SECTIONS.iter().filter(|word| list.contains(**word)).count();
    let open = sentence[..start].ends_with('等') || list.ends_with('等');
    (by_heading > 2 && count(list) > 2 && !open).then(|| [count(list), by_heading])
}
