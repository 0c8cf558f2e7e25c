//! A placeholder of a template was left in: XX, ××, 20XX, 【】, ____, 某某镇, TODO.

use super::super::words::{begins_with_one, has_one};
use super::super::{Context, Finding, Rule};
use super::headings;
use crate::report::Severity;
use crate::text::{Letters, Span, is_han};

/// See `placeholder.md`.
pub static RULE: Rule = Rule { code: "structure/placeholder", severity: Severity::Error, check };

/// What a placeholder begins with.
const FIRST: [char; 7] = ['X', 'x', '×', '_', '【', '某', 'T'];
/// The first two characters of each, without blanks.
const BEGINNINGS: [&str; 13] = ["XX", "Xx", "xX", "xx", "X×", "×X", "x×", "×x", "××", "__", "【】", "某某", "TO"];
/// What 某某 stands for where it is no person.
const BODIES: [&str; 14] = ["省", "市", "县", "区", "旗", "镇", "乡", "街道", "局", "委", "办", "单位", "部门", "机关"];
/// Words of a case, whose parties are named ×× and 某某 on purpose.
const CASES: [&str; 6] = ["原告", "被告", "一案", "案例", "当事人", "申请人"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let document = context.document;
    let mut report = |span: Span| {
        for (from, to) in placeholders(document.text(span)) {
            let at = Span::new(span.start as usize + from, span.start as usize + to);
            let message = format!("“{}”是没有填写的占位内容，请填上实际内容或删去", document.text(at));
            findings.push(Finding::new(Severity::Error, at, message));
        }
    };
    if let Some(title) = &document.title {
        report(title.span);
    }
    for (_, heading) in headings(context) {
        report(heading.span);
    }
    let occurring = context.occurring();
    if occurring.has_any(&FIRST) {
        let has_beginnings = BEGINNINGS.iter().any(|beginning| occurring.has_words(beginning));
        for paragraph in &document.paragraphs {
            // What stands between a paragraph's lines is none of its text.
            let lines = &paragraph.lines;
            let is_in_one_piece =
                lines.last().zip(lines.first()).is_some_and(|(last, first)| last - first < lines.len());
            if has_beginnings || !is_in_one_piece {
                report(paragraph.span);
            }
        }
    }
    Some(())
}

/// What a run of characters is.
enum Kind {
    Placeholder,
    /// In a sentence about a case it names a party.
    PlaceholderOutsideCases,
    Other,
}

/// The placeholders of a paragraph outside quotations and titles of documents.
fn placeholders(content: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut quoted = 0_usize;
    let mut sentence = 0;
    let mut speaks_of_case = None;
    let mut behind = 0;
    for (at, letter) in Letters::of(content) {
        // Most characters are Chinese ones.
        if at < behind || matches!(letter, 0x3400..=0x9fff) && letter != '某' as u32 {
            continue;
        }
        match char::from_u32(letter).unwrap_or_default() {
            '《' | '〈' | '“' | '‘' | '「' => quoted += 1,
            '》' | '〉' | '”' | '’' | '」' => quoted = quoted.saturating_sub(1),
            '。' | '\n' => (sentence, speaks_of_case) = (at, None),
            c if FIRST.contains(&c) => {
                if let Some((from, to, kind)) = run_at(content, at) {
                    let mut in_case = || *speaks_of_case.get_or_insert_with(|| is_about_case(&content[sentence..]));
                    let is_placeholder = match kind {
                        Kind::Placeholder => true,
                        Kind::PlaceholderOutsideCases => !in_case(),
                        Kind::Other => false,
                    };
                    if quoted == 0 && is_placeholder {
                        found.push((from, to));
                    }
                    behind = to;
                }
            }
            _ => {}
        }
    }
    found
}

/// A run of characters that may be a placeholder, with the figure before it in 20XX.
fn run_at(content: &str, start: usize) -> Option<(usize, usize, Kind)> {
    let rest = &content[start..];
    let first = rest.chars().next()?;
    let run = |chars: &str| rest.len() - rest.trim_start_matches(|c| chars.contains(c)).len();
    let before = content[..start].chars().next_back();
    let judged = |is_placeholder: bool| if is_placeholder { Kind::Placeholder } else { Kind::Other };
    match first {
        'X' | 'x' | '×' => {
            let length = run("Xx×");
            let (from, to) = (start, start + length + joined_letters(&rest[length..]));
            let behind = content[to..].chars().next().filter(|c| !c.is_whitespace());
            let is_year = content[..start].ends_with("20")
                && !content[..start - 2].ends_with(|c: char| c.is_ascii_alphanumeric());
            let is_edge = |c: Option<char>| c.is_none_or(|c| is_han(c) || !c.is_ascii() && !c.is_alphanumeric());
            let stands_alone = (is_year || is_edge(before.filter(|c| !c.is_whitespace()))) && is_edge(behind);
            let kind = if rest[..length].chars().count() < 2 || !stands_alone {
                Kind::Other
            } else if first == '×' {
                Kind::PlaceholderOutsideCases
            } else {
                Kind::Placeholder
            };
            Some((if is_year { from - 2 } else { from }, to, kind))
        }
        '_' => {
            let length = run("_");
            let in_address = before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '/');
            Some((start, start + length, judged(length >= 3 && !in_address)))
        }
        '【' => {
            let inner = rest['【'.len_utf8()..].trim_start_matches(' ');
            let behind = inner.strip_prefix('】')?;
            Some((start, content.len() - behind.len(), Kind::Placeholder))
        }
        '某' => {
            let behind = rest.strip_prefix("某某")?;
            let is_body = begins_with_one(behind, &BODIES);
            is_body.then(|| (start, content.len() - behind.len(), Kind::PlaceholderOutsideCases))
        }
        'T' => {
            let behind = rest.strip_prefix("TODO")?;
            let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            Some((start, content.len() - behind.len(), judged(!is_letter(before) && !is_letter(behind.chars().next()))))
        }
        _ => None,
    }
}

/// More letters of the same kind behind a dash, as in XXXX-XXXXXXX.
fn joined_letters(rest: &str) -> usize {
    let behind = rest.trim_start_matches(['-', '—', '－']);
    let letters = behind.len() - behind.trim_start_matches(['X', 'x', '×']).len();
    if behind.len() < rest.len() && letters > 0 { rest.len() - behind.len() + letters } else { 0 }
}

fn is_about_case(content: &str) -> bool {
    let sentence = content.trim_start_matches(['。', '\n']).split(['。', '\n']).next().unwrap_or_default();
    has_one(sentence, &CASES)
}
