//! The reports of the corpus in other forms: what is said of them must stay the same.

use std::fs;
use std::path::{Path, PathBuf};

use nianbao::read::read;
use nianbao::report::{Report, Severity};
use nianbao::{Options, validate};

/// Every report of the corpus, as the text that a person would paste.
pub fn reports() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let is_report = |path: &PathBuf| {
        let extension = path.extension().unwrap_or_default();
        ["txt", "html", "md"].iter().any(|known| extension == *known) && !path.ends_with("README.md")
    };
    let paths = fs::read_dir(folder).expect("the corpus").map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<PathBuf> = paths.filter(is_report).collect();
    paths.sort();
    let named = paths.iter().map(|path| {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let text = read(&fs::read(path).expect("a report"), &name).expect("a text");
        (name, text)
    });
    named.collect()
}

/// What a person is told of a text: the cells that were read, and what is wrong.
fn answer(text: &str) -> Vec<String> {
    let Report { verdict, year, organ, tables, diagnostics, .. } = validate(text, &Options::default());
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut lines = vec![format!("{verdict:?} {year:?} {organ:?}")];
    for cell in tables.iter().flat_map(|table| &table.cells) {
        lines.push(format!("{:?} {:?} {:?}", cell.cell, cell.state, cell.value));
    }
    for found in diagnostics.iter().filter(|found| found.severity != Severity::Info) {
        let marked = String::from_utf16_lossy(&units[found.from as usize..found.to as usize]);
        lines.push(format!("{:?} {} {} ⟦{marked}⟧", found.severity, found.code, found.message));
    }
    lines
}

/// What differs between the answers to the text and to what was read from a file.
pub fn differences(name: &str, text: &str, bytes: &[u8], file_name: &str) -> Vec<String> {
    let read = match read(bytes, file_name) {
        Ok(read) => read,
        Err(sentence) => return vec![format!("{name} as {file_name}: {sentence}")],
    };
    let (wanted, given) = (answer(text), answer(&read));
    let only = |of: &[String], other: &[String], sign: &str| -> Vec<String> {
        of.iter()
            .filter(|line| !other.contains(line))
            .map(|line| format!("{name} as {file_name}: {sign} {line}"))
            .collect()
    };
    [only(&wanted, &given, "-"), only(&given, &wanted, "+")].concat()
}

/// Fails with every complaint at once, so that one run tells all.
pub fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n\n{} in all", complaints.join("\n"), complaints.len());
}
