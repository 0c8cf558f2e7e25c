//! The number of a document is not its own.

use super::super::marks::is_among;
use super::super::phrases::{self, Hit, Phrase, Writing, phrases};
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `wrong_document_number.md`.
pub static RULE: Rule = Rule { code: "wording/wrong-document-number", severity: Severity::Warning, check };

pub(super) static PHRASES: &[Phrase] = phrases! {
    Warning false "国办公开函" => "国办公开办函", only "~〔 ~[ ~［ ~（ ~( ~﹝ ~【 ~2", unless "",
        shown "按照⟦国办公开函⟧〔2021〕30号文件编制。" => "按照国办公开办函〔2021〕30号文件编制。",
        silent "按照国办公开办函〔2021〕30号文件编制。";
    Warning false "国办公开办涵" => "国办公开办函", only "", unless "",
        shown "按照⟦国办公开办涵⟧〔2021〕30号文件编制。" => "按照国办公开办函〔2021〕30号文件编制。",
        silent "按照国办公开办函〔2021〕30号文件编制。";
    Warning false "国务院令711号" => "国务院令第711号", only "", unless "",
        shown "根据条例（⟦国务院令711号⟧）编制。" => "根据条例（国务院令第711号）编制。",
        silent "根据条例（国务院令第711号）编制。", "根据条例（国令第711号）编制。", "根据条例（中华人民共和国国务院令第711号）编制。";
    Warning false "国务院令第492号" => "国务院令第711号", only "", unless "",
        shown "根据条例（⟦国务院令第492号⟧）编制。" => "根据条例（国务院令第711号）编制。",
        silent "条例2007年公布（国务院令第492号），2019年修订。", "条例（国务院令第492号）已由国务院令第711号修订。";
};

/// Words that show that the number of 2007 is told as history.
const HISTORY: [&str; 8] = ["修订", "修改", "废止", "2007", "2008", "原", "旧", "711"];

/// A document that reports cite.
struct Document {
    severity: Severity,
    /// Words of its title that no other document's has.
    title: &'static str,
    issuer: &'static str,
    year: &'static str,
    serial: &'static str,
}

impl Document {
    fn number(&self) -> String {
        format!("{}〔{}〕{}号", self.issuer, self.year, self.serial)
    }

    fn has(&self, number: &Number<'_>) -> bool {
        (self.issuer, self.year, self.serial) == (number.issuer, number.year, number.serial)
    }
}

const FORM: Document = Document {
    severity: Severity::Warning,
    title: "政府信息公开工作年度报告格式",
    issuer: "国办公开办函",
    year: "2021",
    serial: "30",
};

static DOCUMENTS: [Document; 7] = [
    FORM,
    Document {
        severity: Severity::Warning,
        title: "年度报告有关事项的通知",
        issuer: "国办公开办函",
        year: "2019",
        serial: "60",
    },
    Document {
        severity: Severity::Warning, title: "政府网站发展指引", issuer: "国办发", year: "2017", serial: "47"
    },
    Document {
        severity: Severity::Info,
        title: "政府信息公开信息处理费管理办法",
        issuer: "国办函",
        year: "2020",
        serial: "109",
    },
    Document {
        severity: Severity::Info,
        title: "政府网站与政务新媒体检查指标",
        issuer: "国办秘函",
        year: "2019",
        serial: "19",
    },
    Document {
        severity: Severity::Info,
        title: "关于推进政务新媒体健康有序发展的意见",
        issuer: "国办发",
        year: "2018",
        serial: "123",
    },
    Document {
        severity: Severity::Info,
        title: "关于加强行政规范性文件制定和监督管理工作的通知",
        issuer: "国办发",
        year: "2018",
        serial: "37",
    },
];

/// None of them ends with another.
const ISSUERS: [&str; 4] = ["国办公开办函", "国办秘函", "国办发", "国办函"];

/// A document's number as written.
struct Number<'a> {
    issuer: &'static str,
    year: &'a str,
    serial: &'a str,
    start: usize,
    year_start: usize,
    end: usize,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    phrases::each_hit(context, PHRASES, &mut |hit| {
        if !tells_history(hit) {
            findings.push(hit.finding(&|place, wrong, right| format!("{place}：文号{wrong}有误，应为{right}")));
        }
    });
    for issuer in ISSUERS {
        for (writing, at) in context.places_of(issuer) {
            if let Some(number) = number(writing.prose.text(), at, issuer) {
                findings.extend(judged(&writing, &number));
            }
        }
    }
    Some(())
}

/// Whether words around the number of 2007 tell that it is the old one.
fn tells_history(hit: &Hit<'_>) -> bool {
    const NEAR: usize = 40;
    let text = hit.writing.prose.text();
    let before: String = text[..hit.start].chars().rev().take(NEAR).take_while(|c| *c != '。').collect();
    let before: String = before.chars().rev().collect();
    let after: String = text[hit.end..].chars().take(NEAR).take_while(|c| *c != '。').collect();
    hit.text().contains("492") && HISTORY.iter().any(|word| before.contains(word) || after.contains(word))
}

/// The number that begins with the issuer's code.
fn number<'a>(text: &'a str, start: usize, issuer: &'static str) -> Option<Number<'a>> {
    let open = start + issuer.len();
    let bracket = text[open..].chars().next().filter(|c| is_among(*c, "〔[［（(﹝【"))?;
    let year_start = open + bracket.len_utf8();
    let year = text.get(year_start..year_start + 4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
    let behind = &text[year_start + 4..];
    let close = behind.chars().next().filter(|c| is_among(*c, "〕]］）)﹞】"))?;
    let behind = behind[close.len_utf8()..].trim_start_matches('第');
    let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
    let serial = &behind[..digits];
    if serial.is_empty() || !behind[digits..].starts_with('号') {
        return None;
    }
    let end = text.len() - behind.len() + digits + '号'.len_utf8();
    Some(Number { issuer, year, serial, start, year_start, end })
}

fn judged(writing: &Writing<'_>, number: &Number<'_>) -> Option<Finding> {
    let text = writing.prose.text();
    let title = title_before(text, number.start).unwrap_or_default();
    if DOCUMENTS.iter().any(|document| document.has(number) && title.contains(document.title)) {
        return None;
    }
    let written = &text[number.start..number.end];
    let at = writing.prose.span(number.start..number.end);
    let place = writing.place();
    let titled: Vec<&Document> = DOCUMENTS.iter().filter(|document| title.contains(document.title)).collect();
    if let Some(document) = titled.last() {
        let right = document.number();
        let other = DOCUMENTS.iter().find(|other| other.has(number));
        let message = match other {
            Some(other) => format!(
                "{place}：文件名称与文号不一致，“{written}”是《{}》的文号，《{}》的文号是“{right}”",
                other.title, document.title
            ),
            None => format!("{place}：《{}》的文号应为“{right}”，这里写作“{written}”", document.title),
        };
        let finding = Finding::new(document.severity, at, message);
        let edit = (at, right.clone());
        return Some(match other {
            Some(_) => finding,
            None => finding.with_right(&right, false, vec![edit]),
        });
    }
    if number.issuer == FORM.issuer && number.serial == FORM.serial && number.year != FORM.year {
        let right = FORM.number();
        let edit = (writing.prose.span(number.year_start..number.year_start + 4), FORM.year.to_owned());
        let message = format!("{place}：年度报告格式的文号应为“{right}”，这里写作“{written}”");
        return Some(Finding::new(FORM.severity, at, message).with_right(&right, false, vec![edit]));
    }
    None
}

/// The title that stands directly before a number or the bracket around it, with the titles inside it.
fn title_before(text: &str, end: usize) -> Option<&str> {
    /// Longer than any title, in bytes.
    const LONGEST: usize = 400;
    let title = text[..end].trim_end_matches(['（', '(']).strip_suffix('》')?;
    let mut depth = 1;
    for (at, c) in title.char_indices().rev().take_while(|(at, _)| title.len() - at < LONGEST) {
        match c {
            '》' => depth += 1,
            '《' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(&title[at..]);
        }
    }
    None
}
