//! The findings for a person: the line, the place marked under it, what is wrong, what it should be.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use nianbao::Report;
use nianbao::report::{Diagnostic, RelationVerdict, Severity};

use super::{Tally, count, severity_word, without_controls};
use crate::cli::check::Checked;
use crate::cli::source::{Places, Source};

/// As wide as most terminals; longer lines are shortened around the place.
const WIDTH: usize = 110;

/// The answer to one file.
pub fn answer(checked: &Checked, shows_colours: bool) -> String {
    let name = without_controls(&checked.input.name());
    let (source, report) = match &checked.answer {
        Ok(answer) => answer,
        Err(why) => return format!("{name}：读不出来。{}\n", without_controls(why)),
    };
    let renderer = if shows_colours { Renderer::styled() } else { Renderer::plain() }.term_width(WIDTH);
    let places = Places::of(&source.text);
    let mut told = String::new();
    for finding in &report.diagnostics {
        told += &renderer.render(&[group(finding, &name, source, &places)]);
        told += "\n\n";
    }
    told += &without_controls(&conclusion(&name, report));
    // Flawless reports stand line by line, others apart from what follows.
    if !report.diagnostics.is_empty() {
        told.push('\n');
    }
    told
}

/// One line on the whole report, and one for each part that was not examined.
fn conclusion(name: &str, report: &Report) -> String {
    let tally = [Severity::Error, Severity::Warning, Severity::Info]
        .map(|severity| (severity_word(severity), count(report, severity)));
    let counts: Vec<String> =
        tally.iter().filter(|(_, count)| *count > 0).map(|(word, count)| format!("{word} {count} 处")).collect();
    let holds = report.relations.iter().filter(|relation| relation.verdict == RelationVerdict::Holds).count();
    let (all, stands) = (report.relations.len(), tally[0].1 + tally[1].1 > 0);
    let found = match (counts.is_empty(), stands, report.not_examined.is_empty()) {
        (true, _, true) => format!("无误，{all} 条勾稽关系全部成立"),
        (true, _, false) => "没有发现问题，但有内容没能核对".to_owned(),
        (false, false, true) => format!("没有错误和警告，{}；{all} 条勾稽关系全部成立", counts.join("，")),
        _ => format!("{}；{all} 条勾稽关系中 {holds} 条成立", counts.join("，")),
    };
    let mut told = format!("{name}：{found}\n");
    for part in &report.not_examined {
        told += &format!("  没能核对：{}\n", part.message);
    }
    told
}

/// A finding as annotate-snippets shows it.
fn group<'a>(finding: &'a Diagnostic, name: &'a str, source: &'a Source, places: &Places<'a>) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let at = places.byte(finding.from)..places.byte(finding.to);
    let (line, around) = places.lines_around(&at);
    let within = at.start - around.start..at.end - around.start;
    let snippet = Snippet::source(&source.text[around])
        .line_start(line)
        .path(name)
        .annotation(AnnotationKind::Primary.span(within));
    let mut group = level
        .with_name(severity_word(finding.severity))
        .primary_title(finding.message.as_str())
        .id(finding.code)
        .element(snippet);
    if let Some(fix) = finding.fixes.first() {
        let how = if fix.safe { "（可用 nianbao fix 自动改）" } else { "" };
        group = group.element(Level::HELP.with_name("改法").message(without_controls(&format!("{}{how}", fix.title))));
    }
    if let Some(basis) = finding.basis {
        group = group.element(Level::NOTE.with_name("依据").message(basis));
    }
    group
}

/// The last lines: what all the reports came to.
pub fn end(tally: &Tally) -> String {
    let mut told = String::new();
    if tally.files > 1 {
        let kinds = [
            (tally.clean, "无误"),
            (tally.with_findings, "有问题"),
            (tally.incomplete, "没能全部核对"),
            (tally.unread.len(), "读不出来"),
        ];
        let kinds: Vec<String> =
            kinds.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} 份{word}")).collect();
        let (errors, warnings) = (tally.errors, tally.warnings);
        told += &format!("共 {} 份：{}；错误 {errors} 处，警告 {warnings} 处。\n", tally.files, kinds.join("，"));
    }
    if tally.passed_over > 0 {
        told += &format!("文件夹里另有 {} 个其他类型的文件，没有核对。\n", tally.passed_over);
    }
    told
}
