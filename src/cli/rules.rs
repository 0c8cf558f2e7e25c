//! `nianbao rules`: what is checked, from the rules' own explanations.

use std::io::{self, Write};

use nianbao::report::RuleInfo;

use super::config::group;
use super::format::severity_word;
use super::{CLEAN, Stop};

/// Lists the rules, or those of a group; explains one.
pub fn explain(code: Option<&str>) -> Result<u8, Stop> {
    let rules = nianbao::rules();
    let mut out = io::stdout().lock();
    if let Some(rule) = rules.iter().find(|rule| Some(rule.code) == code) {
        out.write_all(explanation(rule).as_bytes())?;
        return Ok(CLEAN);
    }
    let listed: Vec<&RuleInfo> =
        rules.iter().filter(|rule| code.is_none_or(|code| group(rule.code) == code.trim_end_matches('/'))).collect();
    if listed.is_empty() {
        let code = code.unwrap_or_default();
        return Err(Stop::Refused(format!("没有“{code}”这条或这类规则，运行 nianbao rules 可以看到全部规则")));
    }
    let widest = listed.iter().map(|rule| rule.code.len()).max().unwrap_or_default();
    for rule in &listed {
        writeln!(out, "{:widest$}  {}  {}", rule.code, severity_word(rule.severity), rule.title)?;
    }
    writeln!(out, "\n共 {} 条。看其中一条的说明：nianbao rules 规则代码", listed.len())?;
    Ok(CLEAN)
}

/// The rule's Markdown as a terminal shows it best: headings without marks, examples set in.
fn explanation(rule: &RuleInfo) -> String {
    let mut told = format!("{}（{}）\n\n", rule.code, severity_word(rule.severity));
    let mut is_example = false;
    for line in rule.explanation.lines() {
        if line.starts_with("```") {
            is_example = !is_example;
        } else if is_example {
            told += &format!("    {line}\n");
        } else {
            told += &format!("{}\n", line.trim_start_matches('#').trim_start());
        }
    }
    told
}
