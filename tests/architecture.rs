//! Who may use whom: the table of ARCHITECTURE.md, held against the code.

use std::fs;
use std::path::{Path, PathBuf};

/// A part of the core, and the parts it may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("form", &[]),
    ("options", &[]),
    ("document", &["text", "form"]),
    ("equations", &["text", "form", "document"]),
    ("parse", &["text", "form", "document", "equations"]),
    ("report", &["text", "form", "document"]),
    ("rules", &["text", "form", "document", "equations", "parse", "report", "options"]),
    ("read", &["text"]),
    ("aggregate", &["text", "form", "document", "report", "Options"]),
];

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the project") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The code of a file without its tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a source file");
    text.split("#[cfg(test)]").next().unwrap_or_default().to_owned()
}

/// The parts of the crate that a code names: `crate::text::…`, `use crate::{form::…, text::…}`.
fn used(code: &str) -> Vec<String> {
    code.match_indices("crate::")
        .flat_map(|(at, word)| {
            let rest = &code[at + word.len()..];
            let names = rest.strip_prefix('{').map_or(rest, |group| group.split('}').next().unwrap_or_default());
            let grouped = rest.starts_with('{');
            let list: Vec<String> = if grouped {
                names.split(',').map(|name| name.trim().split("::").next().unwrap_or_default().to_owned()).collect()
            } else {
                vec![
                    names.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default().to_owned(),
                ]
            };
            list
        })
        .collect()
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

#[test]
fn every_part_uses_only_what_it_may() {
    let mut wrong = Vec::new();
    for (part, allowed) in MAY_USE {
        let folder = src().join(part);
        let files = if folder.is_dir() { rust_files(&folder) } else { vec![src().join(format!("{part}.rs"))] };
        for file in files.iter().filter(|file| !file.ends_with("examples.rs")) {
            for name in used(&code(file)) {
                let is_part = MAY_USE.iter().any(|(other, _)| *other == name)
                    || ["wasm", "answer", "Options"].contains(&name.as_str());
                if is_part && name != *part && !allowed.contains(&name.as_str()) {
                    wrong.push(format!("{} uses {name}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn rules_never_use_one_another() {
    let mut wrong = Vec::new();
    for group in fs::read_dir(src().join("rules")).expect("the rules").map(|entry| entry.expect("an entry").path()) {
        if !group.is_dir() {
            continue;
        }
        let files = rust_files(&group);
        let stems: Vec<&str> =
            files.iter().filter_map(|file| file.file_stem()?.to_str()).filter(|stem| *stem != "mod").collect();
        for file in files.iter().filter(|file| !file.ends_with("mod.rs")) {
            let code = code(file);
            for stem in &stems {
                let own = file.file_stem().is_some_and(|name| name == *stem);
                if !own && (code.contains(&format!("super::{stem}::")) || code.contains(&format!("rules::{stem}::"))) {
                    wrong.push(format!("{} uses the rule {stem}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_boundary_knows_javascript() {
    for file in rust_files(&src()) {
        let code = code(&file);
        let is_boundary = file.ends_with("wasm.rs");
        assert!(is_boundary || !code.contains("wasm_bindgen"), "{} names wasm-bindgen", file.display());
        let may_serialise = is_boundary
            || file.ends_with("report.rs")
            || file.starts_with(src().join("form"))
            || file.starts_with(src().join("cli"));
        assert!(may_serialise || !code.contains("serde"), "{} names serde", file.display());
    }
}
