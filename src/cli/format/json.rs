//! The answers as data: the report as the library gives it, beside the file's name.

use nianbao::Report;
use serde::Serialize;

use crate::cli::check::Checked;

/// `{"file": …, "report": …}`, or `{"file": …, "error": …}` of a file that could not be read.
#[derive(Serialize)]
struct Record<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<&'a Report>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'a str>,
}

pub fn answer(checked: &Checked) -> Vec<u8> {
    let file = &checked.input.name();
    let record = match &checked.answer {
        Ok((_, report)) => Record { file, report: Some(report), error: None },
        Err(why) => Record { file, report: None, error: Some(why) },
    };
    serde_json::to_vec(&record).expect("a report is plain data")
}
