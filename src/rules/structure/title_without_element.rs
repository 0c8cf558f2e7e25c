//! The title lacks the year, the organ, or what the document is.

use super::super::words::has_one;
use super::super::{Context, Finding, Rule};
use crate::report::Severity;
use crate::text::Span;

/// See `title_without_element.md`.
pub static RULE: Rule = Rule { code: "structure/title-without-element", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let document = context.document;
    let Some(title) = &document.title else {
        let first = document.sections.iter().find(|section| section.number > 0)?.heading.as_ref()?;
        let message = "没有读到报告的题目；如果粘贴时没有包括题目，可以不管，题目一般写作“机关全称+年份+政府信息公开工作年度报告”";
        findings.push(Finding::new(Severity::Info, first.span, message));
        return Some(());
    };
    match year_without_its_word(document.text(title.span)) {
        Some(behind) => {
            let at = Span::new(title.span.start as usize + behind.start, title.span.start as usize + behind.end);
            let year = document.text(at).trim_end_matches('度');
            let message = format!("题目中的“{year}度”少了“年”字，应为“{year}年度”");
            let right = format!("{year}年度");
            findings.push(Finding::new(Severity::Error, at, message).with_replacement(true, at, &right));
        }
        None if title.year.is_none() => {
            let message = "题目中没有年份，一般写作“机关全称+年份+政府信息公开工作年度报告”，例如“2023年政府信息公开工作年度报告”";
            findings.push(Finding::new(Severity::Warning, title.span, message));
        }
        None => {}
    }
    let is_annual = has_one(&title.text, &["年度报告", "年报"]);
    if !is_annual {
        // 2023年度……报告 says that it is annual.
        let severity = if title.text.contains("年度") { Severity::Info } else { Severity::Warning };
        let message = "题目没有写明是“年度报告”，一般写作“……政府信息公开工作年度报告”";
        findings.push(Finding::new(severity, title.span, message));
    }
    if title.organ.is_none() {
        findings.push(Finding::new(Severity::Info, title.span, "题目中没有机关名称，一般写机关全称"));
    }
    Some(())
}

/// 2023度: four digits of a year and 度 at once.
fn year_without_its_word(title: &str) -> Option<std::ops::Range<usize>> {
    title.match_indices("度").find_map(|(end, word)| {
        let before = &title[..end];
        let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let start = end - digits;
        (digits == 4 && title[start..].starts_with("20")).then(|| start..end + word.len())
    })
}
