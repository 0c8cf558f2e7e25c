//! A report for 2021 or later follows or cites the trial form of 2019.

use super::super::{Context, Finding, Rule};
use crate::document::Zone;
use crate::form::Edition;
use crate::report::Severity;
use crate::text::Span;

/// See `superseded_form.md`.
pub static RULE: Rule = Rule { code: "structure/superseded-form", severity: Severity::Error, check };

/// Heads of columns that only the trial form has.
const OLD_HEADS: [&str; 5] = ["本年新制作数量", "本年新公开数量", "对外公开总数量", "上一年项目数量", "第（九）项"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let document = context.document;
    let year = document.year.filter(|year| Edition::for_year(*year) == Edition::Y2021)?;
    if document.edition == Some(Edition::Y2019) {
        let at = old_head(context)?;
        let message = format!(
            "表二用的是 2019 年的旧格式（“{}”等栏目），{year} 年度的报告应使用国办公开办函〔2021〕30号的格式，请换用新表重新填写",
            document.text(at)
        );
        findings.push(Finding::new(Severity::Error, at, message));
    }
    for (cited, behind) in unbroken(context, "国办公开办函") {
        let Some(length) = old_number(behind) else { continue };
        let at = Span::new(cited.start as usize, cited.end as usize + length);
        let message = format!(
            "引用的“{}”是 2019 年的试行格式，{year} 年度的报告应依据国办公开办函〔2021〕30号",
            document.text(at)
        );
        let finding = Finding::new(Severity::Warning, at, message);
        findings.push(finding.with_replacement(false, at, "国办公开办函〔2021〕30号"));
    }
    for (named, behind) in unbroken(context, "年度报告格式") {
        let Some((from, to)) = trial(behind) else { continue };
        let at = Span::new(named.end as usize + from, named.end as usize + to);
        let message = format!("“{}”是 2019 年格式的名称，{year} 年度的报告所依据的格式不再试行", document.text(at));
        findings.push(Finding::new(Severity::Warning, at, message).with_deletion(false, at, document.text(at)));
    }
    Some(())
}

/// Where some words stand in one piece before the sections of the tables, with what stands behind them in the paragraph.
fn unbroken<'a>(context: &Context<'a>, words: &str) -> impl Iterator<Item = (Span, &'a str)> {
    let document = context.document;
    let length = words.len();
    context.occurring().places_of(words).into_iter().filter_map(move |place| {
        let paragraph = &document.paragraphs[place.paragraph as usize];
        let at = paragraph.prose.span(place.at as usize..place.at as usize + length);
        let is_meant = paragraph.section <= Some(1) && at.range().len() == length;
        is_meant.then(|| (at, document.text(Span { start: at.end, end: paragraph.span.end })))
    })
}

/// The first head that only the trial form has, else the first line of the first table.
fn old_head(context: &Context<'_>) -> Option<Span> {
    let mut first = None;
    for line in &context.document.lines {
        if !matches!(line.zone, Zone::Table(_)) {
            continue;
        }
        first = first.or(Some(line.span));
        let cells = line.span.of(context.text());
        let found = OLD_HEADS.iter().filter_map(|head| Some((cells.find(head)?, head.len())));
        if let Some((at, length)) = found.min() {
            let start = line.span.start as usize + at;
            return Some(Span::new(start, start + length));
        }
    }
    first
}

/// Where 国办公开办函〔2019〕60号 ends behind its first words, whatever its brackets and blanks.
fn old_number(behind: &str) -> Option<usize> {
    let mut rest = behind;
    for part in ["2019", "60号"] {
        rest =
            rest.trim_start_matches(|c: char| c == ' ' || "〔〕[]［］【】（）()﹝﹞".contains(c)).strip_prefix(part)?;
    }
    Some(behind.len() - rest.len())
}

/// （试行） behind the format's name, inside its title marks or behind them.
fn trial(behind: &str) -> Option<(usize, usize)> {
    let rest = behind.trim_start_matches(['〉', '》', '>']);
    let start = behind.len() - rest.len();
    ["（试行）", "(试行)"].iter().find(|words| rest.starts_with(**words)).map(|words| (start, start + words.len()))
}
