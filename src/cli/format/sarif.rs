//! The findings as SARIF 2.1.0 (OASIS), for code hosts and editors.

use std::path::Path;
use std::sync::LazyLock;

use nianbao::report::{Diagnostic, Edit, Fix, NotExamined, Report, RuleInfo, Severity};
use serde_json::{Value, json};

use super::Tally;
use crate::cli::check::Checked;
use crate::cli::inputs::Input;
use crate::cli::source::{Places, Source};

static RULES: LazyLock<Vec<RuleInfo>> = LazyLock::new(nianbao::rules);

/// The log up to its results. It is written in pieces: no report waits for another.
pub fn begin() -> Vec<u8> {
    let rules: Vec<Value> = RULES.iter().map(rule).collect();
    let driver =
        json!({ "name": "nianbao", "version": env!("CARGO_PKG_VERSION"), "language": "zh-CN", "rules": rules });
    format!(
        "{{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{{\n\
         \"tool\":{{\"driver\":{driver}}},\n\"language\":\"zh-CN\",\"columnKind\":\"utf16CodeUnits\",\n\"results\":[\n"
    )
    .into_bytes()
}

fn rule(rule: &RuleInfo) -> Value {
    json!({
        "id": rule.code,
        "shortDescription": { "text": rule.title },
        "help": { "text": rule.explanation, "markdown": rule.explanation },
        "defaultConfiguration": { "level": level(rule.severity) },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// The results of one file, parted by commas.
pub fn answer(checked: &Checked) -> Vec<u8> {
    // Of a file that could not be read there is a notification at the log's end.
    let Ok((source, report)) = &checked.answer else { return Vec::new() };
    let file = File { uri: uri(&checked.input), source, places: Places::of(&source.text) };
    let results = file.results(report).iter().map(Value::to_string).collect::<Vec<_>>();
    results.join(",\n").into_bytes()
}

/// The log from behind its results.
pub fn end(tally: &Tally) -> Vec<u8> {
    let notifications: Vec<Value> = tally
        .unread
        .iter()
        .map(|(input, why)| {
            let location = json!({ "physicalLocation": { "artifactLocation": { "uri": uri(input) } } });
            json!({ "level": "error", "message": { "text": why }, "locations": [location] })
        })
        .collect();
    let invocation =
        json!({ "executionSuccessful": notifications.is_empty(), "toolExecutionNotifications": notifications });
    format!("\n],\n\"invocations\":[{invocation}]}}]}}\n").into_bytes()
}

struct File<'a> {
    uri: String,
    source: &'a Source,
    places: Places<'a>,
}

impl File<'_> {
    fn results(&self, report: &Report) -> Vec<Value> {
        let findings = report.diagnostics.iter().map(|finding| self.result(finding));
        findings.chain(report.not_examined.iter().map(|part| self.open(part))).collect()
    }

    fn result(&self, finding: &Diagnostic) -> Value {
        let mut result = json!({
            "ruleId": finding.code,
            "level": level(finding.severity),
            "message": { "text": finding.message },
            "locations": [self.location(Some((finding.from, finding.to)))],
        });
        if let Some(index) = RULES.iter().position(|rule| rule.code == finding.code) {
            result["ruleIndex"] = json!(index);
        }
        if !finding.related.is_empty() {
            let related = finding.related.iter().map(|related| {
                let mut location = self.location(Some((related.from, related.to)));
                location["message"] = json!({ "text": related.message });
                location
            });
            result["relatedLocations"] = related.collect();
        }
        if self.is_the_file() && !finding.fixes.is_empty() {
            result["fixes"] = finding.fixes.iter().map(|fix| self.fix(fix)).collect();
        }
        result
    }

    /// A part that could not be examined: neither right nor wrong.
    fn open(&self, part: &NotExamined) -> Value {
        json!({
            "ruleId": part.code,
            "kind": "open",
            "level": "none",
            "message": { "text": part.message },
            "locations": [self.location(None)],
        })
    }

    /// Whether places in the text are places in the file.
    fn is_the_file(&self) -> bool {
        self.source.encoding.is_some()
    }

    fn location(&self, at: Option<(u32, u32)>) -> Value {
        let mut physical = json!({ "artifactLocation": { "uri": self.uri } });
        if let Some((from, to)) = at.filter(|_| self.is_the_file()) {
            physical["region"] = self.region(from, to);
        }
        json!({ "physicalLocation": physical })
    }

    fn region(&self, from: u32, to: u32) -> Value {
        let ((start_line, start_column), (end_line, end_column)) =
            (self.places.line_column(from), self.places.line_column(to));
        json!({
            "startLine": start_line,
            "startColumn": start_column,
            "endLine": end_line,
            "endColumn": end_column,
        })
    }

    fn fix(&self, fix: &Fix) -> Value {
        let replacement = |edit: &Edit| {
            json!({
                "deletedRegion": self.region(edit.from, edit.to),
                "insertedContent": { "text": edit.insert },
            })
        };
        let replacements: Vec<Value> = fix.edits.iter().map(replacement).collect();
        json!({
            "description": { "text": fix.title },
            "artifactChanges": [{ "artifactLocation": { "uri": self.uri }, "replacements": replacements }],
        })
    }
}

/// The file as a URI, relative where its path is.
fn uri(input: &Input) -> String {
    let Input::File(path) = input else { return "stdin".to_owned() };
    let name = path.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    let escaped: String = name
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect();
    match (Path::is_absolute(path), escaped.starts_with('/')) {
        (true, true) => format!("file://{escaped}"),
        // C:/… on Windows.
        (true, false) => format!("file:///{escaped}"),
        (false, _) => escaped,
    }
}
