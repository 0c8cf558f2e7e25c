//! Files that another program makes of every report: `LibreOffice`'s .docx and .doc.
//!
//! Where `LibreOffice` is not installed this says so and passes; with `NIANBAO_REQUIRE_LIBREOFFICE` it fails.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use nianbao::read::read;
use support::corpus;
use support::random::Random;
use support::word::{self, Program};

/// Converts files to a format, all in one run of `LibreOffice` with a profile of its own; None where it is not installed.
fn convert(files: &[PathBuf], format: &str, folder: &Path) -> Option<()> {
    let profile = folder.join("profile");
    let output = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--convert-to", format, "--outdir"])
        .arg(folder)
        .args(files)
        .output();
    let output = match output {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return None,
        output => output.expect("soffice runs"),
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(())
}

/// A folder to work in.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(folder.join("source")).expect("a folder");
    folder
}

/// Converts .docx files, each by its name, to the formats and hands each result with its extension to `check`.
fn convert_each(folder: &Path, files: &[(String, Vec<u8>)], mut check: impl FnMut(&str, &str, &[u8])) {
    let sources: Vec<PathBuf> = files
        .iter()
        .map(|(name, bytes)| {
            let path = folder.join("source").join(name).with_extension("docx");
            fs::write(&path, bytes).expect("a file");
            path
        })
        .collect();
    for (format, extension) in [("docx:MS Word 2007 XML", "docx"), ("doc:MS Word 97", "doc")] {
        if convert(&sources, format, folder).is_none() {
            assert!(
                std::env::var_os("NIANBAO_REQUIRE_LIBREOFFICE").is_none(),
                "LibreOffice is required, but not installed"
            );
            // Past the test runner, which keeps to itself what a passing test prints.
            let _ = writeln!(std::io::stderr(), "LibreOffice is not installed: the files that it makes were not read.");
            return;
        }
        for (name, _) in files {
            let path = folder.join(name).with_extension(extension);
            check(name, extension, &fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())));
        }
    }
}

#[test]
fn every_report_reads_the_same_out_of_libreoffice() {
    let reports = corpus::reports();
    let files: Vec<(String, Vec<u8>)> = reports
        .iter()
        .map(|(name, text)| (name.clone(), word::report(text, Program::Word, &mut Random::new(5)).bytes()))
        .collect();
    let mut complaints = Vec::new();
    convert_each(&folder("reports"), &files, |name, extension, bytes| {
        let (_, text) = reports.iter().find(|(other, _)| other == name).expect("a report");
        complaints.extend(corpus::differences(name, text, bytes, &format!("年报.{extension}")));
        keep(name, extension, bytes);
    });
    corpus::none(&complaints);
}

#[test]
fn one_of_everything_reads_the_same_out_of_libreoffice() {
    let (docx, text) = word::everything();
    convert_each(&folder("everything"), &[("everything".to_owned(), docx.bytes())], |name, extension, bytes| {
        assert_eq!(read(bytes, &format!("年报.{extension}")).as_deref(), Ok(text), "{extension}");
        keep(name, extension, bytes);
    });
}

/// With `NIANBAO_UPDATE`, keeps a few files for machines without `LibreOffice`: `tests/word_files.rs` reads them.
fn keep(name: &str, extension: &str, bytes: &[u8]) {
    let kept = word::folder().join(name).with_extension(extension);
    if std::env::var_os("NIANBAO_UPDATE").is_some() && word::KEPT.iter().any(|file| kept.ends_with(file)) {
        fs::write(kept, bytes).expect("a file");
    }
}
