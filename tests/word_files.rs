//! Files of Word and WPS give the same cells, errors and warnings as the text that stands in them.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::fs;

use nianbao::read::read;
use support::corpus::{differences, none, reports};
use support::random::Random;
use support::word::{self, NOT_THE_TEXT, Program};

/// The lines that are not blank.
fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect()
}

#[test]
fn every_report_reads_the_same_in_the_markup_of_word_and_wps() {
    let mut complaints = Vec::new();
    for (name, text) in reports() {
        for (program, seed) in [(Program::Word, 1), (Program::Wps, 2), (Program::Word, 3), (Program::Wps, 4)] {
            let bytes = word::report(&text, program, &mut Random::new(seed)).bytes();
            let file_name = if program == Program::Word { "年报.docx" } else { "年报.wps" };
            let read = read(&bytes, file_name).expect("a text");
            assert!(!read.contains(NOT_THE_TEXT), "{name}: {read}");
            let other = lines(&text).into_iter().zip(lines(&read)).find(|(wanted, given)| wanted != given);
            complaints.extend(other.map(|(wanted, given)| format!("{name}: {given} instead of {wanted}")));
            complaints.extend(differences(&name, &text, &bytes, file_name));
        }
    }
    none(&complaints);
}

#[test]
fn one_of_everything_is_read_as_it_prints() {
    let (docx, text) = word::everything();
    assert_eq!(read(&docx.bytes(), "年报.docx").as_deref(), Ok(text));
}

#[test]
fn files_that_libreoffice_made_are_read() {
    let reports = reports();
    let mut complaints = Vec::new();
    for name in word::KEPT {
        let bytes = fs::read(word::folder().join(name)).expect("a kept file");
        let (stem, _) = name.rsplit_once('.').expect("an extension");
        match reports.iter().find(|(report, _)| report.starts_with(stem)) {
            Some((_, text)) => complaints.extend(differences(stem, text, &bytes, name)),
            None => assert_eq!(read(&bytes, name).as_deref(), Ok(word::everything().1), "{name}"),
        }
    }
    none(&complaints);
}
