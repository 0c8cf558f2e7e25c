//! The name of the state, of a leading organ or of a guiding thought with a character lost or mistaken.

use super::super::phrases::{self, Phrase, Writing, phrases};
use super::super::{Context, Finding, Rule};
use crate::parse::table::distance;
use crate::report::Severity;
use crate::text::is_han;

/// See `garbled_name.md`.
pub static RULE: Rule = Rule { code: "wording/garbled-name", severity: Severity::Error, check };

pub(super) static PHRASES: &[Phrase] = phrases! {
    Error false "中华人民共和" => "中华人民共和国", only "~政府信息 ~档案法 ~保守国家 ~行政 ~网络 ~宪法", unless "",
        shown "根据《⟦中华人民共和⟧政府信息公开条例》编制。" => "根据《中华人民共和国政府信息公开条例》编制。",
        silent "根据《中华人民共和国政府信息公开条例》编制。";
    Error false "国务办公厅" => "国务院办公厅", only "", unless "",
        shown "按照⟦国务办公厅⟧的要求编制。" => "按照国务院办公厅的要求编制。",
        silent "按照国务院办公厅的要求编制。", "全国法院办公厅主任会议召开。";
    Error false "国务员办公厅" => "国务院办公厅", only "", unless "",
        shown "按照⟦国务员办公厅⟧的要求编制。" => "按照国务院办公厅的要求编制。",
        silent "国务委员办公室发来函件。";
    Error false "党的第二十大" => "党的二十大", only "", unless "",
        shown "深入学习贯彻⟦党的第二十大⟧精神。" => "深入学习贯彻党的二十大精神。",
        silent "学习党的第二十次全国代表大会精神。", "学习党的二十大精神。";
    Error false "党的第十九大" => "党的十九大", only "", unless "",
        shown "深入学习贯彻⟦党的第十九大⟧精神。" => "深入学习贯彻党的十九大精神。",
        silent "学习党的第十九次全国代表大会精神。";
    Error false "二十大" => "二十届", only "~%中全会", unless "第~",
        shown "学习党的⟦二十大⟧三中全会精神。" => "学习党的二十届三中全会精神。",
        silent "学习党的二十大和二十届三中全会精神。", "学习党的二十大、二中全会精神。";
    Error false "十九大" => "十九届", only "~%中全会", unless "第~",
        shown "学习党的⟦十九大⟧六中全会精神。" => "学习党的十九届六中全会精神。",
        silent "学习党的十九届六中全会精神。";
    Error false "党的二十届大" => "党的二十大", only "", unless "",
        shown "学习⟦党的二十届大⟧精神。" => "学习党的二十大精神。",
        silent "学习党的二十届三中全会精神。", "市第二十届人大常委会审议通过。";
    Error false "二十次全国代表大会" => "第二十次全国代表大会", only "", unless "第~ 百~ 十~ %~ #~ 共~ 开~",
        shown "学习党的⟦二十次全国代表大会⟧精神。" => "学习党的第二十次全国代表大会精神。",
        silent "学习党的第二十次全国代表大会精神。";
    Error false "习平新时代" => "习近平新时代", only "~中国特色社会主义", unless "",
        shown "以⟦习平新时代⟧中国特色社会主义思想为指导。" => "以习近平新时代中国特色社会主义思想为指导。",
        silent "以习近平新时代中国特色社会主义思想为指导。";
    Error false "近平新时代" => "习近平新时代", only "~中国特色社会主义", unless "习~",
        shown "以⟦近平新时代⟧中国特色社会主义思想为指导。" => "以习近平新时代中国特色社会主义思想为指导。",
        silent "以新时代中国特色社会主义思想为指导。";
    Error false "习近新时代" => "习近平新时代", only "~中国特色社会主义", unless "",
        shown "以⟦习近新时代⟧中国特色社会主义思想为指导。" => "以习近平新时代中国特色社会主义思想为指导。",
        silent "学习近期新时代文明实践简报。";
};

/// Which character is lost, doubled or mistaken does not matter where the rest can be nothing else.
const STATE: (&str, &str) = ("中华人", "民共和国");
const GENERAL_OFFICE: (&str, &str) = ("国务院", "办公厅");

const THOUGHT: &str = "新时代中国特色社会主义思想";
/// What follows 习近平新时代 rightly.
const THOUGHTS: [&str; 7] = [
    "中国特色社会主义思想",
    "中国特色社会主义经济思想",
    "中国特色社会主义外交思想",
    "中国特色社会主义文化思想",
    "中国特色社会主义法治思想",
    "中国特色社会主义生态文明思想",
    "强军思想",
];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    // A name is wrong inside a title too.
    phrases::each_hit(context, PHRASES, &mut |hit| findings.push(hit.finding(&says)));
    for (head, tail) in [STATE, GENERAL_OFFICE] {
        for (writing, start) in context.places_of(head) {
            let behind = start + head.len();
            let text = &writing.prose.text()[behind..];
            if text.starts_with(tail) {
                continue;
            }
            let name: Vec<char> = tail.chars().collect();
            if let Some(length) = length_with_flaw(&name, &mut text.chars()) {
                findings.push(finding(&writing, start, behind + length, &format!("{head}{tail}")));
            }
        }
    }
    let (head, tail) = STATE;
    for (writing, at) in context.places_of(tail) {
        let text = &writing.prose.text()[..at];
        if text.ends_with(head) {
            continue;
        }
        let reversed: Vec<char> = head.chars().rev().collect();
        if let Some(length) = length_with_flaw(&reversed, &mut text.chars().rev()) {
            findings.push(finding(&writing, at - length, at + tail.len(), &format!("{head}{tail}")));
        }
    }
    for (writing, at) in context.places_of(NAME) {
        check_thought(&writing, at, findings);
    }
    Some(())
}

/// How much of a text, in bytes, is `name` with one character mistaken, lost or doubled, the last one never.
fn length_with_flaw(name: &[char], text: &mut dyn Iterator<Item = char>) -> Option<usize> {
    let text: Vec<char> = text.take(name.len() + 1).collect();
    let flaw = name.iter().zip(&text).take_while(|(a, b)| a == b).count();
    let goes_on = |from: usize, with: usize| text.get(from..).is_some_and(|text| text.starts_with(&name[with..]));
    let length = if flaw == name.len() || !text.get(flaw).is_some_and(|c| is_han(*c)) {
        return None;
    } else if flaw + 1 < name.len() && goes_on(flaw + 1, flaw + 1) {
        name.len()
    } else if flaw + 1 < name.len() && goes_on(flaw, flaw + 1) {
        name.len() - 1
    } else if flaw > 0 && text[flaw] == name[flaw - 1] && goes_on(flaw + 1, flaw) {
        name.len() + 1
    } else {
        return None;
    };
    Some(text[..length].iter().map(|c| c.len_utf8()).sum())
}

const NAME: &str = "习近平";

/// What follows the name at an offset.
fn check_thought(writing: &Writing<'_>, start: usize, findings: &mut Vec<Finding>) {
    const PERIOD: &str = "新时代";
    let from = start + NAME.len();
    let behind = &writing.prose.text()[from..];
    let period = behind.strip_prefix(PERIOD);
    if let Some(tail) = period
        && (THOUGHTS.iter().any(|thought| tail.starts_with(thought) || thought.starts_with(tail))
            || tail.starts_with('…'))
    {
        return;
    }
    if period.is_none() && ["同志", "总书记", "主席"].iter().any(|title| behind.starts_with(title)) {
        return;
    }
    let length = THOUGHT.chars().count();
    let mut nearest: Option<(usize, usize)> = None;
    let mut end = 0;
    for (before, c) in behind.chars().take(length + 2).enumerate() {
        end += c.len_utf8();
        if before + 3 >= length && behind[..end].ends_with("思想") {
            let flaws = distance(&behind[..end], THOUGHT);
            nearest = nearest.filter(|(fewest, _)| *fewest <= flaws).or(Some((flaws, end)));
        }
    }
    match nearest.filter(|(flaws, _)| (1..=2).contains(flaws)) {
        Some((_, end)) => findings.push(finding(writing, start, from + end, &format!("{NAME}{THOUGHT}"))),
        None if period.is_some() => {
            let at = writing.prose.span(start..from + PERIOD.len());
            let wrong = format!("“{NAME}{PERIOD}”");
            findings.push(Finding::new(
                Severity::Error,
                at,
                format!("{}：{wrong}后面的名称不完整，应为“{NAME}{THOUGHT}”", writing.place()),
            ));
        }
        None => {}
    }
}

fn finding(writing: &Writing<'_>, start: usize, end: usize, right: &str) -> Finding {
    let wrong = format!("“{}”", &writing.prose.text()[start..end]);
    let message = says(&writing.place(), &wrong, &format!("“{right}”"));
    let edit = phrases::edit(writing, start, end, right);
    Finding::new(Severity::Error, writing.prose.span(start..end), message).with_right(right, false, vec![edit])
}

fn says(place: &str, wrong: &str, right: &str) -> String {
    format!("{place}：{wrong}是严重表述错误，应为{right}")
}
