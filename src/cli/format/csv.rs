//! The findings as a table that Excel and WPS open by a double click.

use nianbao::report::{Diagnostic, Report};

use super::severity_word;
use crate::cli::check::Checked;
use crate::cli::source::{Places, Source};

/// Excel takes a file without it for one in the system's old encoding.
pub const MARK: &[u8] = b"\xef\xbb\xbf";

const HEAD: [&str; 11] = ["文件", "机关", "年度", "行", "列", "级别", "规则", "问题", "原文", "改法", "依据"];

pub fn begin() -> Vec<u8> {
    [MARK, &row(&HEAD)].concat()
}

/// A row for each finding and for each part that was not examined; of a report without either, one row that says so.
pub fn answer(checked: &Checked) -> Vec<u8> {
    let file = &*checked.input.name();
    match &checked.answer {
        Ok((source, report)) => rows(file, source, report),
        Err(why) => row(&[file, "", "", "", "", "读不出来", "", why, "", "", ""]),
    }
}

fn rows(file: &str, source: &Source, report: &Report) -> Vec<u8> {
    let places = Places::of(&source.text);
    let organ = report.organ.as_deref().unwrap_or_default();
    let year = &*report.year.map(|year| year.to_string()).unwrap_or_default();
    let mut table = Vec::new();
    for finding in &report.diagnostics {
        let Diagnostic { line, column, code, message, .. } = finding;
        let (line, column) = (&*line.to_string(), &*column.to_string());
        let words = places.words(finding.from, finding.to);
        let remedy = finding.fixes.first().map(|fix| fix.title.as_str()).unwrap_or_default();
        let basis = finding.basis.unwrap_or_default();
        let severity = severity_word(finding.severity);
        table.extend(row(&[file, organ, year, line, column, severity, code, message, words, remedy, basis]));
    }
    for part in &report.not_examined {
        table.extend(row(&[file, organ, year, "", "", "未核对", part.code, &part.message, "", "", ""]));
    }
    if table.is_empty() {
        table = row(&[file, organ, year, "", "", "无误", "", "", "", "", ""]);
    }
    table
}

/// A row of a table for Excel and WPS. What begins like a formula is made a text by an apostrophe, as they do themselves.
pub fn row(fields: &[&str]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for field in fields {
        let is_formula = field.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
            && field.parse::<f64>().is_err();
        let written = if is_formula { writer.write_field(format!("'{field}")) } else { writer.write_field(field) };
        written.expect("memory takes it");
    }
    writer.write_record(None::<&[u8]>).expect("memory takes it");
    writer.into_inner().expect("memory takes it")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spreadsheet_takes_no_words_for_a_formula() {
        let told = row(&["=HYPERLINK(\"http://例\")", "-1.5", "-", "甲,乙", "一\n二"]);
        let told = String::from_utf8(told).expect("UTF-8");
        assert_eq!(told, "\"'=HYPERLINK(\"\"http://例\"\")\",-1.5,'-,\"甲,乙\",\"一\n二\"\r\n");
    }
}
