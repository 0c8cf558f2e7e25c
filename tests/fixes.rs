//! Every fix of every finding of the corpus, made by itself: the flaw is gone, and nothing new comes of it.

#[path = "support/fixing.rs"]
#[allow(dead_code)]
mod fixing;

use std::fs;
use std::path::Path;

use fixing::{before, fixed, overlap};
use nianbao::report::{Diagnostic, Edit, Severity};
use nianbao::{Options, validate};

fn places(finding: &Diagnostic) -> impl Iterator<Item = (u32, u32)> + '_ {
    [(finding.from, finding.to)].into_iter().chain(finding.related.iter().map(|place| (place.from, place.to)))
}

/// What is wrong with a fix, in words.
fn complaint(
    text: &str,
    options: &Options,
    findings: &[Diagnostic],
    finding: &Diagnostic,
    edits: &[Edit],
) -> Option<String> {
    let text = fixed(text, edits);
    let after = validate(&text, options).diagnostics;
    let place = |found: &Diagnostic| before(edits, (found.from, found.to));
    let own = (finding.from, finding.to);
    if let Some(still) = after.iter().find(|found| found.code == finding.code && overlap(place(found), own)) {
        return Some(format!("still there: {}", still.message));
    }
    // What stood in the same place before, if only as a related one, is not new.
    let is_known = |found: &Diagnostic| {
        findings.iter().any(|known| {
            known.code == found.code
                && known.severity <= found.severity
                && places(known).any(|known| overlap(known, place(found)))
        })
    };
    let new = after.iter().find(|found| found.severity != Severity::Info && !is_known(found))?;
    Some(format!("new: 第 {} 行 {} {}", new.line, new.code, new.message))
}

#[test]
fn every_fix_of_the_corpus_leaves_its_flaw_gone_and_nothing_new() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let (mut complaints, mut made, mut by_code) = (Vec::new(), 0, std::collections::BTreeMap::new());
    for entry in fs::read_dir(folder).expect("the corpus") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let is_text = path.extension().is_some_and(|it| ["txt", "html", "md"].iter().any(|known| it == *known));
        if !is_text || name == "README.md" {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a text");
        let previous = ["previous.txt", "previous.html", "previous.md"];
        let previous = previous.iter().find_map(|ending| fs::read_to_string(path.with_extension(ending)).ok());
        let options = Options { previous, ..Options::default() };
        let findings = validate(&text, &options).diagnostics;
        for finding in &findings {
            for fix in &finding.fixes {
                made += 1;
                *by_code.entry(finding.code).or_insert(0) += 1;
                if let Some(what) = complaint(&text, &options, &findings, finding, &fix.edits) {
                    complaints.push(format!(
                        "{name} 第 {} 行 {} {}\n  “{}”: {what}",
                        finding.line, finding.code, finding.message, fix.title
                    ));
                }
            }
        }
    }
    println!("{made} fixes of {} rules", by_code.len());
    assert!(complaints.is_empty(), "\n{}\n{} of {made} fixes", complaints.join("\n"), complaints.len());
    assert!(made > 80 && by_code.len() > 40, "{made} fixes of {} rules", by_code.len());
}
