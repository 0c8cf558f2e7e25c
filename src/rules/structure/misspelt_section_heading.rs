//! A section's heading differs from the form's wording.

use super::super::{Context, Finding, Rule};
use super::{form_heading, headings, section_name};
use crate::document::Wording;
use crate::form::Heading;
use crate::report::Severity;

/// See `misspelt_section_heading.md`.
pub static RULE: Rule = Rule { code: "structure/misspelt-section-heading", severity: Severity::Error, check };

/// Words that wordings of a heading differ in without a character being lost: the form's sense stays.
const FREE_WORDS: &str = "的和及与以并中了各我本年度工作";
/// Words that a wording may leave out as a whole.
const WHOLE_WORDS: [&str; 8] = ["政府", "信息", "公开", "行政", "主要", "需要", "情况", "工作"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for (number, heading) in headings(context) {
        if matches!(heading.wording, Wording::Official | Wording::Variant) {
            continue;
        }
        let written: String = context.document.text(heading.title).split_whitespace().collect();
        let form = form_heading(number);
        let severity = match heading.wording {
            Wording::Official | Wording::Variant | Wording::Free => Severity::Info,
            Wording::Damaged => gravity_of(form, &written),
        };
        let message = match severity {
            Severity::Info => {
                format!("{}的标题“{written}”与格式的写法不同，格式写作“{}”", section_name(number), form.title)
            }
            _ => format!("{}的标题“{written}”有误，应为“{}”", section_name(number), form.title),
        };
        findings.push(Finding::new(severity, heading.title, message).with_replacement(
            false,
            heading.title,
            form.title,
        ));
    }
    Some(())
}

/// How grave it is that a heading is damaged: by the wording next to it.
fn gravity_of(form: &Heading, written: &str) -> Severity {
    let (mut nearest, mut severity) = (usize::MAX, Severity::Info);
    for wording in std::iter::once(&form.title).chain(form.variants) {
        let (lost, added) = difference(wording, written);
        let distance = lost.chars().count() + added.chars().count();
        if distance < nearest {
            (nearest, severity) = (distance, gravity(&lost, &added, written, *wording == form.title));
        }
    }
    severity
}

/// How grave it is that a heading lacks some characters of a wording and has others beside it.
fn gravity(lost: &str, added: &str, written: &str, is_form: bool) -> Severity {
    let all_in = |words: &str| lost.chars().chain(added.chars()).all(|c| words.contains(c));
    // 工作 comes and goes as a whole; half of it is a lost character.
    let halved = [lost, added].iter().any(|words| words.contains('工') != words.contains('作'));
    if all_in("、，,；;。·（）()“”") {
        return Severity::Warning;
    }
    if all_in(FREE_WORDS) && !halved {
        return Severity::Info;
    }
    match (lost.chars().count(), added.chars().count()) {
        (_, 0) if !WHOLE_WORDS.contains(&lost) => Severity::Error,
        (0, 1) if written.contains(&added.repeat(2)) => Severity::Error,
        (1, 1) if is_form => Severity::Warning,
        _ => Severity::Info,
    }
}

/// The characters that a text lacks of a wording, and those it has beside it.
fn difference(wording: &str, text: &str) -> (String, String) {
    let (a, b): (Vec<char>, Vec<char>) = (wording.chars().collect(), text.chars().collect());
    // common[i][j]: the most characters in one order that a[i..] and b[j..] share.
    let mut common = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i][j] = if a[i] == b[j] { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j) = (0, 0);
    let (mut lost, mut added) = (String::new(), String::new());
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || i < a.len() && common[i + 1][j] >= common[i][j + 1] {
            lost.push(a[i]);
            i += 1;
        } else {
            added.push(b[j]);
            j += 1;
        }
    }
    (lost, added)
}
