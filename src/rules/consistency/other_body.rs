//! Words that another kind of body uses of itself, left in from its report.

use crate::report::Severity;
use crate::rules::passage::prose_of;
use crate::rules::{Context, Finding, Rule};

/// See `other_body.md`.
pub static RULE: Rule = Rule { code: "consistency/other-body", severity: Severity::Warning, check };

/// What kind of body reports.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Town,
    Township,
    Subdistrict,
    Department,
}

/// A body of this kind never says these words of itself.
const FOREIGN: [(Kind, &[&str]); 4] = [
    (Kind::Town, &["我乡", "全乡", "我街道", "全街道", "我局", "我厅", "我院"]),
    (Kind::Township, &["我镇", "全镇", "我街道", "全街道", "我局", "我厅", "我院"]),
    (Kind::Subdistrict, &["我乡", "全乡", "我镇", "全镇", "我局", "我厅", "我院"]),
    (Kind::Department, &["我乡", "我镇", "我街道", "我厅"]),
];
/// Below a county there are no 处室.
const OFFICES: [&str; 5] = ["部分处室", "各处室", "相关处室", "有关处室", "各业务处室"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let document = context.document;
    let organ = document.title.as_ref()?.organ.as_deref()?;
    let kind = kind(organ)?;
    let (_, words) = FOREIGN.iter().find(|(of, _)| *of == kind)?;
    let offices: &[&str] = if kind == Kind::Department { &[] } else { &OFFICES };
    for word in words.iter().chain(offices) {
        for place in context.occurring().places_of(word) {
            let (at, Some((_, prose))) = (place.at as usize, prose_of(document, place.paragraph as usize)) else {
                continue;
            };
            let (before, behind) = (&prose.text()[..at], &prose.text()[at + word.len()..]);
            let of_a_superior = offices.contains(word) && before.ends_with(['县', '市', '区', '旗', '省', '局', '委']);
            // "健全镇村", "自我局限", "全乡镇", "我乡村": the word is not what it looks like; in a quotation others speak.
            let inside = before.ends_with(['健', '安', '保', '完', '齐', '自']);
            if inside || of_a_superior || behind.starts_with(['镇', '村', '乡', '长', '愁']) || is_quoted(before) {
                continue;
            }
            let message = format!("这是{organ}的报告，文中却写了“{word}”，请核对是否是从别的单位的稿子里带过来的");
            findings.push(Finding::new(Severity::Warning, prose.span(at..at + word.len()), message));
        }
    }
    Some(())
}

/// The kind of an organ whose name leaves no doubt.
fn kind(organ: &str) -> Option<Kind> {
    let name = ["人民政府", "政府", "办事处"].iter().find_map(|end| organ.strip_suffix(end)).unwrap_or(organ);
    if organ.contains(['、', '（', '(']) {
        None
    } else if name.ends_with("街道") {
        Some(Kind::Subdistrict)
    } else if name.ends_with('镇') {
        Some(Kind::Town)
    } else if name.ends_with('乡') {
        Some(Kind::Township)
    } else if organ.ends_with('局') {
        Some(Kind::Department)
    } else {
        None
    }
}

fn is_quoted(before: &str) -> bool {
    let last = before.rfind(['“', '”', '《', '》', '。']);
    last.is_some_and(|at| before[at..].starts_with(['“', '《']))
}
