//! Checks one annual report on open government information (政府信息公开工作年度报告): its sections,
//! its three tables, the equations between their cells.

mod answer;
pub mod document;
mod equations;
pub mod form;
mod options;
mod parse;
pub mod read;
pub mod report;
mod rules;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use options::Options;
pub use report::Report;

/// Checks one report, whatever the text; a text that is no report comes back as incomplete.
pub fn validate(text: &str, options: &Options) -> Report {
    let document = parse::parse(text);
    let equations = answer::evaluate_all(&document);
    let context = rules::Context { options, source: text, document: &document, equations: &equations };
    let found = rules::run(&context);
    answer::report(text, &document, &equations, &found)
}

/// Every rule, with its explanation.
pub fn rules() -> Vec<report::RuleInfo> {
    rules::all().map(rules::Rule::info).collect()
}
