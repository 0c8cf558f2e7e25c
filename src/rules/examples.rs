//! Runs every rule's Markdown: what it shows as wrong must be reported, what it shows as right must pass.
//!
//! A block stands in a frame, a whole report without a flaw: in the place of what puts it right, where the frame has
//! that verbatim; in the place of the words named behind its fence (`代替 words`, `代替 first words……last words`,
//! `代替 全文`); else as paragraphs of section one. A block that is a whole report stands alone. What stands under 上年
//! is in the same way placed in a frame of the year before, which is given with the blocks that follow.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use super::Rule;
use super::explanation::{Example, ExampleKind, read, unmarked};
use crate::Options;
use crate::report::{Diagnostic, Edit, Report, Severity};

const FRAME: &str = include_str!("frame.txt");
/// The report of the year before it.
const PREVIOUS_FRAME: &str = include_str!("previous_frame.txt");
/// How the first paragraph of a frame's section one ends; a block without another place stands behind it.
const FIRST_PARAGRAPH: &str = "各项任务按计划完成。\n";

#[test]
fn the_frame_raises_nothing() {
    for (frame, previous) in [(FRAME, None), (PREVIOUS_FRAME, None), (FRAME, Some(PREVIOUS_FRAME.to_owned()))] {
        let report = check(frame, previous);
        assert!(report.diagnostics.is_empty(), "{}", listed(frame, &report.diagnostics));
        assert!(report.not_examined.is_empty(), "{:?}", report.not_examined);
    }
}

#[test]
fn every_rule_does_what_its_explanation_shows() {
    let failures: Vec<String> = super::all().flat_map(failures).collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn every_rule_stands_in_the_file_that_its_code_names() {
    let mut listed: Vec<&str> = super::all().map(|rule| rule.code).collect();
    listed.sort_unstable();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
    assert_eq!(codes_of_files(&folder, "rs"), listed, "files of rules, and the rules that the groups list");
    assert_eq!(codes_of_files(&folder, "md"), listed, "explanations, and the rules that the groups list");
    for rule in super::all() {
        let path = folder.join(format!("{}.rs", rule.code.replace('-', "_")));
        let code = std::fs::read_to_string(&path).expect("the rule's file");
        assert!(code.contains(&format!("\"{}\"", rule.code)), "{} does not stand in {}", rule.code, path.display());
    }
}

/// The codes that the files of the groups' folders stand for, in order.
fn codes_of_files(folder: &Path, extension: &str) -> Vec<String> {
    let entries =
        |folder: &Path| std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("a file").path());
    let mut codes: Vec<String> = entries(folder)
        .filter(|path| path.is_dir())
        .flat_map(|group| entries(&group).collect::<Vec<_>>())
        .filter(|path| {
            path.extension().is_some_and(|found| found == extension) && path.file_stem() != Some("mod".as_ref())
        })
        .map(|path| {
            let group = path.parent().and_then(Path::file_name).expect("a group").to_string_lossy().into_owned();
            let name = path.file_stem().expect("a name").to_string_lossy().replace('_', "-");
            format!("{group}/{name}")
        })
        .collect();
    codes.sort();
    codes
}

fn failures(rule: &'static Rule) -> Vec<String> {
    let explanation = read(rule.markdown());
    let mut failures = Vec::new();
    if explanation.title.is_empty() {
        failures.push("the Markdown has no title".to_owned());
    }
    if !explanation.examples.iter().any(|example| example.kind == ExampleKind::Wrong) {
        failures.push("the Markdown has no block under 不合格".to_owned());
    }
    let mut previous = None;
    for (index, example) in explanation.examples.iter().enumerate() {
        let outcome = match example.kind {
            ExampleKind::Wrong => {
                let right = explanation.examples.get(index + 1).filter(|next| next.kind == ExampleKind::Right);
                wrong_and_right(rule, example, right, previous.as_ref())
            }
            ExampleKind::Silent => silent(rule, example, previous.clone()),
            ExampleKind::LastYear => surroundings(PREVIOUS_FRAME, example, None)
                .map(|(before, block, after)| previous = Some(format!("{before}{block}{after}"))),
            ExampleKind::Right => match index.checked_sub(1).map(|before| explanation.examples[before].kind) {
                Some(ExampleKind::Wrong) => Ok(()),
                _ => Err("改为 does not follow a 不合格".to_owned()),
            },
        };
        if let Err(failure) = outcome {
            failures.push(format!("block {} ({:?}):\n{}\n{failure}", index + 1, example.kind, indented(example.text)));
        }
    }
    failures.iter().map(|failure| format!("=== {}: {failure}", rule.code)).collect()
}

/// What is marked is reported, neither more nor less; what puts it right passes; the fixes lead from one to the other.
fn wrong_and_right(
    rule: &Rule,
    wrong: &Example<'_>,
    right: Option<&Example<'_>>,
    previous: Option<&String>,
) -> Result<(), String> {
    let right_text = right.map(|right| right.text);
    let (before, block, after) = surroundings(FRAME, wrong, right_text)?;
    let (text, marks) = without_marks(block);
    let report_text = format!("{before}{text}{after}");
    let mut expected: Vec<(usize, usize)> =
        marks.iter().map(|(start, end)| (before.len() + start, before.len() + end)).collect();
    expected.sort_unstable();
    let report = check_without_roots_of(rule, &report_text, previous);
    let own: Vec<Diagnostic> = of_rule(&report, rule);
    let mut found: Vec<(usize, usize)> = own.iter().map(|diagnostic| bytes(&report_text, diagnostic)).collect();
    found.sort_unstable();
    if found != expected {
        let places: Vec<&str> = expected.iter().map(|&(start, end)| &report_text[start..end]).collect();
        return Err(format!(
            "should report {places:?}, reported of this rule:\n{}and of others:\n{}",
            listed(&report_text, &own),
            listed(
                &report_text,
                &report.diagnostics.iter().filter(|one| one.code != rule.code).cloned().collect::<Vec<_>>()
            )
        ));
    }
    let louder = own.iter().find(|diagnostic| diagnostic.severity < rule.severity);
    if let Some(diagnostic) = louder {
        return Err(format!("a finding is graver than the rule says it gets: {}", diagnostic.message));
    }
    let twice = report.diagnostics.iter().find(|other| {
        other.code != rule.code
            && other.severity != Severity::Info
            && own.iter().any(|one| (one.from, one.to) == (other.from, other.to))
    });
    if let Some(other) = twice {
        return Err(format!("{} reports the same place: {}", other.code, other.message));
    }
    let fixed = fixed(&report_text, &own)?;
    let Some(right) = right else {
        return if fixed.is_some() { Err("it offers a fix, so show it under 改为".to_owned()) } else { Ok(()) };
    };
    let right_text = format!("{before}{}{after}", unmarked(right.text));
    if let Some(fixed) = fixed.filter(|fixed| *fixed != right_text) {
        return Err(format!("the fix does not make it what stands under 改为:\n{}", difference(&fixed, &right_text)));
    }
    passes(rule, &right_text, previous, &report)
}

/// Nothing of the rule, and nothing grave that was not there before.
fn passes(rule: &Rule, text: &str, previous: Option<&String>, before: &Report) -> Result<(), String> {
    let after = check_without_roots_of(rule, text, previous);
    let own = of_rule(&after, rule);
    if !own.is_empty() {
        return Err(format!("what stands under 改为 is reported:\n{}", listed(text, &own)));
    }
    let (counts, allowed) = (grave_counts(&after), grave_counts(before));
    let new = counts.iter().find(|(code, count)| *count > allowed.get(*code).unwrap_or(&0));
    match new {
        Some((code, _)) => Err(format!("putting it right raises {code}:\n{}", listed(text, &after.diagnostics))),
        None => Ok(()),
    }
}

/// No finding of the rule, no error and no warning of any.
fn silent(rule: &Rule, example: &Example<'_>, previous: Option<String>) -> Result<(), String> {
    let (before, block, after) = surroundings(FRAME, example, None)?;
    let text = format!("{before}{block}{after}");
    let mut loud = check(&text, previous).diagnostics;
    loud.retain(|diagnostic| diagnostic.code == rule.code || diagnostic.severity != Severity::Info);
    if loud.is_empty() { Ok(()) } else { Err(format!("should stay silent:\n{}", listed(&text, &loud))) }
}

/// What stands before and behind a block, and the block itself.
fn surroundings<'a>(
    frame: &'static str,
    example: &Example<'a>,
    right: Option<&str>,
) -> Result<(String, &'a str, String), String> {
    let replaced = match (example.info.strip_prefix("代替").map(str::trim), right) {
        (Some("全文"), _) => frame.to_owned(),
        (Some(words), _) => match words.split_once("……") {
            Some((from, to)) => passage(frame, from, to)?.to_owned(),
            None => words.to_owned(),
        },
        (None, _) if example.text.contains("一、总体情况") => {
            return Ok((String::new(), example.text, String::new()));
        }
        (None, Some(right)) if frame.contains(&unmarked(right)) => unmarked(right),
        (None, _) => {
            let at = frame.find(FIRST_PARAGRAPH).expect("the first paragraph") + FIRST_PARAGRAPH.len();
            return Ok((format!("{}\n", &frame[..at]), example.text, format!("\n{}", &frame[at..])));
        }
    };
    match frame.matches(&replaced).count() {
        1 => {
            let (before, after) = frame.split_once(&replaced).expect("it is there");
            Ok((before.to_owned(), example.text, after.to_owned()))
        }
        count => Err(format!("what it takes the place of stands {count} times in the frame: {replaced}")),
    }
}

/// A frame's words from one place to another.
fn passage(frame: &'static str, from: &str, to: &str) -> Result<&'static str, String> {
    let start = frame.find(from).ok_or_else(|| format!("not in the frame: {from}"))?;
    let length = frame[start..].find(to).ok_or_else(|| format!("not in the frame behind {from}: {to}"))?;
    Ok(&frame[start..start + length + to.len()])
}

/// A block without its marks, and where they stood.
fn without_marks(block: &str) -> (String, Vec<(usize, usize)>) {
    let mut text = String::new();
    let mut open = Vec::new();
    let mut marks = Vec::new();
    for c in block.chars() {
        match c {
            '⟦' => open.push(text.len()),
            '⟧' => marks.push((open.pop().expect("a ⟦ before each ⟧"), text.len())),
            _ => text.push(c),
        }
    }
    assert!(open.is_empty(), "a ⟧ for each ⟦: {block}");
    (text, marks)
}

/// The text after every finding's first fix; `None` where none is offered.
fn fixed(text: &str, findings: &[Diagnostic]) -> Result<Option<String>, String> {
    let fixes: Vec<_> = findings.iter().filter_map(|finding| finding.fixes.first()).collect();
    let edits: BTreeSet<(u32, u32, &str)> = fixes
        .iter()
        .flat_map(|fix| &fix.edits)
        .map(|Edit { from, to, insert }| (*from, *to, insert.as_str()))
        .collect();
    if edits.is_empty() {
        return Ok(None);
    }
    // A full-width digit is the same figure.
    let digit =
        |c: char| "０１２３４５６７８９".chars().position(|full| full == c).or(c.to_digit(10).map(|it| it as usize));
    let digits = |text: &str| text.chars().filter_map(digit).collect::<Vec<_>>();
    for fix in &fixes {
        let removed: String = fix.edits.iter().map(|edit| units(text, edit.from, edit.to)).collect();
        let inserted: String = fix.edits.iter().map(|edit| edit.insert.as_str()).collect();
        if fix.safe && digits(&removed) != digits(&inserted) {
            return Err(format!("the fix “{}” changes a figure, so it must not be safe", fix.title));
        }
    }
    let mut result = String::new();
    let mut done = 0;
    for (from, to, insert) in edits {
        if from < done {
            return Err("the fixes of two findings overlap".to_owned());
        }
        result.push_str(&units(text, done, from));
        result.push_str(insert);
        done = to;
    }
    result.push_str(&units(text, done, u32::MAX));
    Ok(Some(result))
}

fn check(text: &str, previous: Option<String>) -> Report {
    crate::validate(text, &Options { previous, ..Options::default() })
}

/// With the rules switched off whose findings make this rule's findings echoes.
fn check_without_roots_of(rule: &Rule, text: &str, previous: Option<&String>) -> Report {
    let echoes = super::ECHOES.iter().chain(super::ANSWERED);
    let roots = echoes.filter(|(_, echo)| *echo == rule.code).map(|(root, _)| (*root).to_owned());
    // The frame is of the year that is due.
    let year = (rule.code == "consistency/unexpected-year").then_some(2023);
    crate::validate(
        text,
        &Options { disable: roots.collect(), year, previous: previous.cloned(), ..Options::default() },
    )
}

fn of_rule(report: &Report, rule: &Rule) -> Vec<Diagnostic> {
    report.diagnostics.iter().filter(|diagnostic| diagnostic.code == rule.code).cloned().collect()
}

fn grave_counts(report: &Report) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for diagnostic in report.diagnostics.iter().filter(|diagnostic| diagnostic.severity != Severity::Info) {
        *counts.entry(diagnostic.code).or_default() += 1;
    }
    counts
}

/// A range of UTF-16 code units of a text.
fn units(text: &str, from: u32, to: u32) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let to = (to as usize).min(units.len());
    String::from_utf16(&units[from as usize..to]).expect("no half character")
}

fn bytes(text: &str, diagnostic: &Diagnostic) -> (usize, usize) {
    (units(text, 0, diagnostic.from).len(), units(text, 0, diagnostic.to).len())
}

fn listed(text: &str, diagnostics: &[Diagnostic]) -> String {
    let mut list = String::new();
    for one in diagnostics {
        let place = units(text, one.from, one.to);
        let _ = writeln!(list, "  {:?} {} line {} at {place:?}: {}", one.severity, one.code, one.line, one.message);
    }
    list
}

/// The first line in which two texts differ.
fn difference(a: &str, b: &str) -> String {
    let missing = "(no more lines)";
    let (mut a, mut b) = (a.lines(), b.lines());
    loop {
        match (a.next(), b.next()) {
            (Some(one), Some(other)) if one == other => {}
            (None, None) => return "  they differ at the end only".to_owned(),
            (one, other) => {
                return format!("  fix:  {}\n  改为: {}", one.unwrap_or(missing), other.unwrap_or(missing));
            }
        }
    }
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  | {line}")).collect::<Vec<_>>().join("\n")
}
