//! Writes what the fuzzers start from into `fuzz/corpus/`: the reports of the corpus, the examples of the rules, and
//! files of each kind.

#[path = "../../tests/support/mod.rs"]
mod support;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use support::random::Random;
use support::word::{Docx, Program, everything, report};
use support::zip::{Method, zip};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> Outcome {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let reports = reports(&project.join("tests/corpus"))?;
    let examples = examples(&project.join("src/rules"))?;
    for (name, text) in &reports {
        plant("fix_then_check", name, text.as_bytes())?;
        plant("read_docx", name, &parts(&report(text, Program::Word, &mut Random::new(1))))?;
        for (choice, start) in ["", "\u{feff}"].into_iter().enumerate() {
            plant(
                "read_text",
                &format!("{choice}-{name}"),
                format!("{}{start}{text}", choice as u8 as char).as_bytes(),
            )?;
        }
    }
    for (name, text) in &reports {
        // Last year's stands right behind this year's.
        let (stem, _) = name.split_once('.').unwrap_or((name, ""));
        let previous = reports.iter().find(|(other, _)| other.starts_with(&format!("{stem}.previous.")));
        let beside = previous.map(|(_, previous)| format!("\u{1e}{previous}")).unwrap_or_default();
        plant("validate", name, format!("{text}{beside}").as_bytes())?;
    }
    for (name, text) in &examples {
        plant("validate", name, text.as_bytes())?;
        plant("fix_then_check", name, text.as_bytes())?;
    }
    plant("read_docx", "everything", &parts(&everything().0))?;
    for entry in fs::read_dir(project.join("tests/word"))? {
        let path = entry?.path();
        let bytes = fs::read(&path)?;
        if path.extension().is_some_and(|extension| extension == "doc") {
            plant("read_doc", &file_name(&path), &bytes)?;
        } else {
            plant("read_text", &file_name(&path), &[b"\x03", &*bytes].concat())?;
        }
    }
    let archive = zip(&[("word/document.xml", everything().0.document().as_bytes())], Method::Stored);
    plant("read_text", "stored.docx", &[b"\x03", &*archive].concat())?;
    let utf_16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    plant("read_text", "utf-16", &[b"\0\xff\xfe", &*utf_16(&examples[0].1)].concat())?;
    // 年度报告 in GB 18030.
    plant("read_text", "gb-18030", b"\0\xc4\xea\xb6\xc8\xb1\xa8\xb8\xe6\n1\t2\n")
}

/// Every report as the text that a person would paste.
fn reports(folder: &Path) -> Outcome<Vec<(String, String)>> {
    let mut reports = Vec::new();
    for path in files(folder)? {
        let is_report = ["txt", "html", "md"].iter().any(|known| path.extension().is_some_and(|it| it == *known));
        if is_report && !path.ends_with("README.md") {
            reports.push((file_name(&path), fs::read_to_string(&path)?));
        }
    }
    Ok(reports)
}

/// What each rule reports, what it leads to and its traps, each as section one of a short report.
fn examples(folder: &Path) -> Outcome<Vec<(String, String)>> {
    let mut examples = Vec::new();
    for path in files(folder)?.iter().filter(|path| path.extension().is_some_and(|it| it == "md")) {
        let markdown = fs::read_to_string(path)?;
        let blocks = markdown.split("```text\n").skip(1).filter_map(|block| block.split("```").next());
        for (index, block) in blocks.enumerate() {
            let words = block.replace(['⟦', '⟧'], "");
            let text = format!("白溪镇人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n\n{words}");
            examples.push((format!("{}-{index}", file_name(path)), text));
        }
    }
    Ok(examples)
}

fn files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { files.extend(self::files(&path)?) } else { files.push(path) }
    }
    files.sort();
    Ok(files)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// As `read_docx` takes them.
fn parts(docx: &Docx) -> Vec<u8> {
    [&*docx.document(), &docx.numbering, &docx.styles].join("\0").into_bytes()
}

fn plant(target: &str, name: &str, bytes: &[u8]) -> Outcome {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    fs::create_dir_all(&folder)?;
    Ok(fs::write(folder.join(format!("seed-{name}")), bytes)?)
}
