//! CONTRIBUTING.md, followed to the letter in a copy of the project.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const GUIDE: &str = include_str!("../CONTRIBUTING.md");

/// What cargo needs to compile the core's tests, with the targets that the manifest names.
const NEEDED: [&str; 7] = ["Cargo.toml", "Cargo.lock", "build.rs", "src", "xtask", "tests", "benches"];

/// The first code blocks behind some words of the guide.
fn blocks_behind(words: &str) -> Vec<String> {
    let (_, mut rest) = GUIDE.split_once(words).unwrap_or_else(|| panic!("CONTRIBUTING.md says “{words}”"));
    let mut blocks = Vec::new();
    while let Some(at) = rest.find("\n```") {
        let opened = &rest[at + 1..];
        let fence = &opened[..opened.len() - opened.trim_start_matches('`').len()];
        let (_, body) = opened.split_once('\n').expect("a line behind the fence");
        let end = body.find(&format!("\n{fence}\n")).expect("a fence that closes");
        blocks.push(body[..=end].to_owned());
        rest = &body[end + 1 + fence.len()..];
    }
    blocks
}

fn copy(from: &Path, to: &Path) {
    if !from.is_dir() {
        fs::copy(from, to).unwrap_or_else(|error| panic!("{}: {error}", from.display()));
        return;
    }
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder of the project").map(|entry| entry.expect("an entry")) {
        if entry.file_name() != "node_modules" {
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    }
}

/// A copy of the project, always in the same place: cargo compiles the dependencies there once.
fn scratch_copy(folder: &Path) -> PathBuf {
    let project = folder.join("project");
    if project.exists() {
        fs::remove_dir_all(&project).expect("the copy of an earlier run is removed");
    }
    fs::create_dir_all(&project).expect("a folder");
    for name in NEEDED {
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(name), &project.join(name));
    }
    project
}

#[test]
fn a_rule_in_ten_minutes_works_as_it_is_written() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("contributing");
    let project = scratch_copy(&folder);

    for file in ["src/rules/wording/news_date.md", "src/rules/wording/news_date.rs"] {
        let block = blocks_behind(&format!("in `{file}`")).swap_remove(0);
        fs::write(project.join(file), block).expect("a file of the rule");
    }
    let list = project.join("src/rules/wording/mod.rs");
    let mut listed = fs::read_to_string(&list).expect("the group's list");
    for block in &blocks_behind("in `src/rules/wording/mod.rs`")[..2] {
        let (first, _) = block.split_once('\n').expect("two lines");
        let line = format!("{first}\n");
        assert_eq!(listed.matches(&line).count(), 1, "the list has one line {first}");
        listed = listed.replace(&line, block);
    }
    fs::write(&list, listed).expect("the group's list");

    let command = blocks_behind("**4. Try it:**").swap_remove(0);
    let words = command.trim().strip_prefix("cargo ").expect("a command of cargo");
    let output = Command::new(env!("CARGO"))
        .current_dir(&project)
        .args(words.split(' '))
        .args(["--locked", "--offline", "--target-dir"])
        .arg(folder.join("target"))
        .output()
        .expect("cargo starts");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    // The first demands that every rule's file is listed, the second runs the rule on its examples.
    for test in ["every_rule_stands_in_the_file_that_its_code_names", "every_rule_does_what_its_explanation_shows"] {
        assert!(said.contains(&format!("test rules::examples::{test} ... ok")), "{said}");
    }
}
