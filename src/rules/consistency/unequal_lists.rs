//! "分别" between names and figures of which there are not as many.

use std::ops::Range;

use crate::report::Severity;
use crate::rules::passage::Passage;
use crate::rules::words::has_one;
use crate::rules::{Context, Finding, Rule};
use crate::text::numbers::Number;

/// See `unequal_lists.md`.
pub static RULE: Rule = Rule { code: "consistency/unequal-lists", severity: Severity::Error, check };

/// What is no name of a list: something is done there.
const ACTS: [&str; 26] = [
    "推进", "完善", "加强", "建立", "落实", "做好", "强化", "开展", "组织", "健全", "优化", "规范", "深化", "提升",
    "加大", "坚持", "召开", "制定", "印发", "严格", "及时", "不断", "积极", "共", "全", "等",
];
/// Behind one of them the list of names begins.
const LEADS: [&str; 10] = ["通过", "利用", "依托", "其中", "运用", "借助", "在", "由", "经", "对"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for passage in context.passages() {
        let text = passage.text();
        for (at, words) in text.match_indices("分别").take(50) {
            let Some(values) = values(passage, at + words.len()) else { continue };
            let clause = passage.clause(&(at..at));
            let Some((least, most)) = names(&text[clause.start..at]) else { continue };
            if (least..=most).contains(&values.len()) {
                continue;
            }
            let extent = values[0].extent.start..values[values.len() - 1].extent.end;
            let message =
                format!("“分别”前面列了{}，后面却有{}个数，对不上，请核对", counted(least, most), values.len());
            findings.push(Finding::new(Severity::Error, passage.span(&extent), message));
        }
    }
    Some(())
}

fn counted(least: usize, most: usize) -> String {
    if least == most { format!("{least}项") } else { format!("{least}至{most}项") }
}

/// The figures behind the word: nothing but 、 and 和 between them, and the list ends with them.
fn values<'a>(passage: &'a Passage<'_>, from: usize) -> Option<&'a [Number]> {
    let text = passage.text();
    let first = passage.numbers.iter().position(|number| number.extent.start >= from)?;
    let verb = &text[from..passage.numbers[first].extent.start];
    if verb.chars().count() > 6 || verb.contains(['，', '。', '；', '、']) {
        return None;
    }
    let joins = |between: Range<usize>| matches!(&text[between], "、" | "和" | "与" | "及" | "，" | "、和");
    let follows =
        passage.numbers[first..].windows(2).take_while(|pair| joins(pair[0].extent.end..pair[1].extent.start));
    let values = &passage.numbers[first..=first + follows.count()];
    let last = values.last()?;
    let ends = text[last.extent.end..].chars().next().is_none_or(|c| "。；，）".contains(c));
    let plain = values.iter().all(|value| value.exact) && !last.unit.is_empty();
    (values.len() > 1 && ends && plain).then_some(values)
}

/// How many names a clause lists, at least and at most; `None` where it is no plain list of names.
fn names(clause: &str) -> Option<(usize, usize)> {
    let lead = LEADS.iter().filter_map(|word| clause.rfind(word).map(|at| at + word.len())).max().unwrap_or(0);
    let list = without_titles(&clause[lead..]);
    let items: Vec<&str> = list.split('、').collect();
    let named = items.iter().all(|item| {
        let length = item.chars().count();
        (1..=14).contains(&length) && !has_one(item, &ACTS) && !item.contains(|c: char| c.is_ascii_digit())
    });
    let joined = ["以及", "和", "与", "及"].iter().map(|word| list.matches(word).count()).sum::<usize>();
    (named && items.len() > 1).then_some((items.len(), items.len() + joined))
}

/// A title or a quotation is one name, whatever marks it has; a bracket says nothing of its own.
fn without_titles(list: &str) -> String {
    let mut depth = 0_usize;
    let mut rest = String::new();
    for c in list.chars() {
        match c {
            '《' | '“' | '（' | '〈' | '(' => {
                depth += 1;
                if depth == 1 && c != '（' && c != '(' {
                    rest.push('〇');
                }
            }
            '》' | '”' | '）' | '〉' | ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => rest.push(c),
            _ => {}
        }
    }
    rest
}
