//! Checks one annual report on open government information (政府信息公开工作年度报告): its sections, its three tables, the
//! equations between their cells, and what its prose says.
//!
//! ```
//! use nianbao::{Options, report::Verdict, validate};
//!
//! let report = validate("白溪镇人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n……", &Options::default());
//! assert_eq!(report.year, Some(2023));
//! assert_ne!(report.verdict, Verdict::Pass);
//! for finding in &report.diagnostics {
//!     println!("第 {} 行 {} {}", finding.line, finding.code, finding.message);
//! }
//! ```
//!
//! It reads no clock, no file and no network, and never fails: whatever the text, a [`Report`] says what was found and
//! what could not be examined.

mod aggregate;
mod answer;
pub mod document;
pub mod equations;
pub mod form;
mod options;
mod parse;
pub mod read;
pub mod report;
mod rules;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use aggregate::{Unit, aggregate};
pub use options::Options;
pub use report::Report;

/// Checks one report, whatever the text; a text that is no report comes back as incomplete.
pub fn validate(text: &str, options: &Options) -> Report {
    validate_in_stages(text, options, &mut |_| {})
}

/// The same, telling `ended` the name of each stage when it ends: for benchmarks, since the core reads no clock.
pub fn validate_in_stages(text: &str, options: &Options, ended: &mut dyn FnMut(&'static str)) -> Report {
    examine(text, options, ended).1
}

/// What the text says, and the answer to it.
fn examine(text: &str, options: &Options, ended: &mut dyn FnMut(&'static str)) -> (document::Document, Report) {
    let clean = text::Clean::of(text);
    ended("clean reading");
    let document = parse::parse(clean);
    ended("document");
    let equations = answer::evaluate_all(&document);
    ended("equations");
    let previous = options.previous().map(|text| parse::last_year(&document, text::Clean::of(text)));
    ended("last year's report");
    let context = rules::Context::new(options, text, &document, &equations, previous.as_ref());
    let found = rules::run(&context);
    ended("rules");
    let report = answer::report(text, &document, &equations, previous.as_ref(), found);
    ended("answer");
    (document, report)
}

/// Every rule, with its explanation.
pub fn rules() -> Vec<report::RuleInfo> {
    rules::all().map(|rule| rule.info(rule.markdown().to_owned())).collect()
}
