//! THREATS.md names a test for every attempt, and each of these tests exists.

use std::fs;
use std::path::Path;

const THREATS: &str = include_str!("../THREATS.md");

/// The rows of the tables: their attempts, and the cell that names the test.
fn rows() -> Vec<(&'static str, &'static str)> {
    let cells = |line: &'static str| {
        let mut cells = line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ");
        Some((cells.next()?, cells.nth(1)?))
    };
    THREATS.lines().filter_map(cells).filter(|(attempt, _)| *attempt != "attempt").collect()
}

/// Whether a file has a test of this name that is run.
fn has_test(code: &str, name: &str, is_rust: bool) -> bool {
    if is_rust {
        let test = format!("fn {name}() {{");
        return code.split("#[test]").skip(1).any(|behind| behind.trim_start().starts_with(&test));
    }
    code.contains(&format!("test(\"{name}\", ")) || code.contains(&format!("test(`{name}`, "))
}

#[test]
fn every_attempt_has_a_test_that_exists() {
    let rows = rows();
    let parts = THREATS.matches("| attempt | what stops it | test |").count();
    assert!(parts == 4 && rows.len() > 4 * parts, "{parts} tables with {} rows", rows.len());
    let mut wrong = Vec::new();
    for (attempt, cell) in rows {
        let Some((file, name)) =
            cell.strip_prefix('`').and_then(|cell| cell.strip_suffix('`')).and_then(|cell| cell.split_once("`: `"))
        else {
            wrong.push(format!("{attempt}: “{cell}” is no `file`: `test`"));
            continue;
        };
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let code = fs::read_to_string(&path).unwrap_or_default();
        if !has_test(&code, name, path.extension().is_some_and(|extension| extension == "rs")) {
            wrong.push(format!("{attempt}: {file} has no test {name}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
