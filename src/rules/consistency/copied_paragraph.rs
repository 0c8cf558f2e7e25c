//! Paragraphs that stand word for word in last year's report too.

use crate::document::{Document, Prose};
use crate::report::Severity;
use crate::rules::passage::proses;
use crate::rules::period::years;
use crate::rules::words::has_one;
use crate::rules::{Context, Finding, Place, Rule};
use crate::text::order::sort;
use crate::text::{Span, is_han};

/// See `copied_paragraph.md`.
pub static RULE: Rule = Rule { code: "consistency/copied-paragraph", severity: Severity::Warning, check };

/// A paragraph must tell something in this many Chinese characters before its being the same tells anything.
const TELLING: usize = 30;
/// A sentence shorter than this is a heading or a phrase.
const SENTENCE: usize = 6;
/// Prose of which this much is copied, and more than half of it, is not this year's.
const MOST: usize = 200;
/// What a sentence says every year in the same words: that nothing happened, and what the form itself asks to be said.
const SAME_EVERY_YEAR: [&str; 12] = [
    "未",
    "没有",
    "无",
    "编制",
    "本报告",
    "统计期限",
    "电话",
    "地址",
    "个部分",
    "六部分",
    "《中华人民共和国政府信息公开条例》",
    "信息处理费",
];

/// A paragraph as far as it can be held against another year's.
struct Told {
    section: u8,
    at: Span,
    /// Its sentences' Chinese characters, figures and Latin letters, with this year and those beside it named as such.
    sentences: Vec<String>,
    /// The Chinese characters of all its sentences, and of those that are not the same every year.
    length: usize,
    telling: usize,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let mut last_year: Vec<String> = Vec::new();
    for mut told in told(context.previous()?) {
        last_year.append(&mut told.sentences);
    }
    sort(&mut last_year);
    let (mut all, mut same) = (0, 0);
    let mut copied: Vec<Told> = Vec::new();
    for told in told(context.document) {
        all += told.length;
        let is_last_years = |sentence: &String| last_year.binary_search(sentence).is_ok();
        if told.telling >= TELLING && told.sentences.iter().all(is_last_years) {
            same += told.length;
            copied.push(told);
        }
    }
    if same < MOST || same * 2 <= all {
        for told in copied {
            let message = format!(
                "第{}部分的这一段除年份外与上年报告逐字相同，请核对是否需要按本年的情况改写",
                ["", "一", "二", "三", "四", "五", "六"][usize::from(told.section)]
            );
            findings.push(Finding::new(Severity::Info, told.at, message));
        }
        return Some(());
    }
    let first = copied.first()?.at;
    let message =
        format!("正文 {all} 字中有 {same} 字（{} 段）除年份外与上年报告逐字相同，请按本年的工作情况改写", copied.len());
    let mut finding = Finding::new(Severity::Warning, first, message);
    for told in &copied[1..] {
        finding.related.push(Place::new(told.at, "这一段也与上年报告逐字相同"));
    }
    findings.push(finding);
    Some(())
}

/// The paragraphs of the sections; what stands before them is the same every year.
fn told(document: &Document) -> Vec<Told> {
    let mut told = Vec::new();
    for (section, prose) in proses(document) {
        if section > 0 {
            told.push(of_paragraph(section, prose, document.year));
        }
    }
    told
}

fn of_paragraph(section: u8, prose: &Prose, year: Option<i32>) -> Told {
    let text = prose.text();
    let mut told = Told { section, at: prose.span(0..text.len()), sentences: Vec::new(), length: 0, telling: 0 };
    for sentence in text.split(['。', '！', '？', '；']) {
        let length = sentence.chars().filter(|c| is_han(*c)).count();
        told.length += length;
        if length >= SENTENCE {
            let is_telling = !has_one(sentence, &SAME_EVERY_YEAR);
            told.telling += if is_telling { length } else { 0 };
            told.sentences.push(comparable(sentence, year));
        }
    }
    told
}

/// What of a sentence is held against others: no marks, no blanks, and "2023年" as the year it is to the report.
fn comparable(sentence: &str, year: Option<i32>) -> String {
    let mut comparable = String::new();
    let mut push = |text: &str| comparable.extend(text.chars().filter(|c| is_han(*c) || c.is_ascii_alphanumeric()));
    let mut done = 0;
    for (at, named) in years(sentence) {
        let name = match year.map(|year| named - year) {
            Some(-1) => "上",
            Some(0) => "本",
            Some(1) => "下",
            _ => continue,
        };
        push(&sentence[done..at]);
        push(name);
        done = at + "2023".len();
    }
    push(&sentence[done..]);
    comparable
}
