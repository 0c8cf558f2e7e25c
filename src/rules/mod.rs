//! The rules: each is a pair of files, `<group>/<name>.rs` and `<group>/<name>.md`, and one line in its group's list.

mod arithmetic;
#[cfg(test)]
mod examples;
pub(crate) mod explanation;
mod finding;
mod structure;
mod table;

pub use finding::{Context, Evaluated, Finding, FixDraft, Place};

use explanation::ExampleKind;

use crate::Options;
use crate::report::{RuleInfo, Severity};
use crate::text::Span;

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// "group/name", equal to its path below this folder.
    pub code: &'static str,
    /// The gravest severity that its findings have.
    pub severity: Severity,
    /// Its documentation, the page's explanation and its tests, all in one.
    pub markdown: &'static str,
    /// Adds what it finds; returns early where there is nothing to examine.
    pub check: fn(&Context<'_>, &mut Vec<Finding>) -> Option<()>,
}

impl Rule {
    /// What it rests on.
    pub fn basis(&self) -> Option<&'static str> {
        explanation::read(self.markdown).basis
    }

    /// As a settings page shows it.
    pub fn info(&self) -> RuleInfo {
        let explanation = explanation::read(self.markdown);
        let example =
            |kind| explanation.examples.iter().find(|example| example.kind == kind).map_or("", |example| example.text);
        RuleInfo {
            code: self.code,
            severity: self.severity,
            title: explanation.title,
            explanation: self.markdown,
            basis: explanation.basis,
            wrong: explanation::unmarked(example(ExampleKind::Wrong)),
            right: explanation::unmarked(example(ExampleKind::Right)),
        }
    }
}

/// Every rule, group by group.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    [structure::RULES, table::RULES, arithmetic::RULES].into_iter().flatten().copied()
}

/// A finding that follows from another whose places it shares is an echo of it: (the root, its echo).
const ECHOES: &[(&str, &str)] = &[
    ("arithmetic/figure-in-wrong-column", "arithmetic/column-total"),
    ("arithmetic/figure-in-wrong-column", "arithmetic/balance"),
    ("arithmetic/results-without-requests", "arithmetic/balance"),
];

/// Runs every rule that is not switched off. The findings come in the order of the text.
pub fn run(context: &Context<'_>, options: &Options) -> Vec<(&'static Rule, Finding)> {
    let mut found: Vec<(&'static Rule, Finding)> = Vec::new();
    let mut findings = Vec::new();
    for rule in all().filter(|rule| !is_disabled(rule.code, options)) {
        (rule.check)(context, &mut findings);
        found.extend(findings.drain(..).map(|finding| (rule, finding)));
    }
    drop_echoes(&mut found);
    found.sort_by(|(rule_a, a), (rule_b, b)| {
        (a.at.start, a.severity, a.at.end, rule_a.code, &a.message).cmp(&(
            b.at.start,
            b.severity,
            b.at.end,
            rule_b.code,
            &b.message,
        ))
    });
    found
}

fn is_disabled(code: &str, options: &Options) -> bool {
    options.disable.iter().any(|entry| entry == code || code.split_once('/').is_some_and(|(group, _)| entry == group))
}

fn drop_echoes(found: &mut Vec<(&'static Rule, Finding)>) {
    let roots: Vec<(&str, Vec<Span>)> = found
        .iter()
        .filter(|(rule, _)| ECHOES.iter().any(|(root, _)| *root == rule.code))
        .map(|(rule, finding)| (rule.code, finding.related.iter().map(|place| place.at).chain([finding.at]).collect()))
        .collect();
    found.retain(|(rule, finding)| {
        !ECHOES.iter().filter(|(_, echo)| *echo == rule.code).any(|(root, _)| {
            roots.iter().any(|(code, places)| code == root && places.iter().any(|place| overlap(*place, finding.at)))
        })
    });
}

fn overlap(a: Span, b: Span) -> bool {
    a == b || a.start < b.end && b.start < a.end
}
