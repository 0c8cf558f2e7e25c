//! The rules: each is a pair of files, `<group>/<name>.rs` and `<group>/<name>.md`, and one line in its group's list.

// Every rule's check has one signature, also of rules that always examine something.
#![allow(clippy::unnecessary_wraps)]

mod arithmetic;
mod blanks;
mod breakdown;
mod claims;
mod comparison;
mod consistency;
mod date;
mod document_number;
#[cfg(test)]
mod examples;
pub(crate) mod explanation;
mod finding;
mod label;
mod marks;
mod occurring;
mod organ;
mod pairs;
mod passage;
mod period;
mod phrases;
pub(crate) mod predecessor;
mod privacy;
mod protected;
mod punctuation;
mod quotation;
mod rare;
mod repairs;
mod running;
mod series;
mod structure;
mod table;
mod wording;
mod words;

pub use finding::{Context, Evaluated, Finding, FixDraft, Place};

use explanation::ExampleKind;

use crate::options::Options;
use crate::report::{RuleInfo, Severity};
use crate::text::Span;
use crate::text::order::sort_by;

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// "group/name", equal to its path below this folder.
    pub code: &'static str,
    /// The gravest severity that its findings have.
    pub severity: Severity,
    /// Adds what it finds; returns early where there is nothing to examine.
    pub check: fn(&Context<'_>, &mut Vec<Finding>) -> Option<()>,
}

impl Rule {
    /// Its documentation, the page's explanation and its tests, all in one.
    pub fn markdown(&self) -> &'static str {
        explanation::markdown(self.code)
    }

    /// What it rests on.
    pub fn basis(&self) -> Option<&'static str> {
        explanation::basis(self.code)
    }

    /// The group it belongs to.
    pub fn group(&self) -> &'static str {
        self.code.split_once('/').map_or(self.code, |(group, _)| group)
    }

    /// As a settings page shows it, from its Markdown.
    pub fn info(&self, markdown: String) -> RuleInfo {
        let explanation = explanation::read(&markdown);
        let example =
            |kind| explanation.examples.iter().find(|example| example.kind == kind).map_or("", |example| example.text);
        RuleInfo {
            code: self.code,
            severity: self.severity,
            title: explanation.title.to_owned(),
            basis: self.basis(),
            wrong: explanation::unmarked(example(ExampleKind::Wrong)),
            right: explanation::unmarked(example(ExampleKind::Right)),
            explanation: markdown,
        }
    }
}

/// The groups.
static GROUPS: [&[&Rule]; 7] = [
    structure::RULES,
    table::RULES,
    arithmetic::RULES,
    consistency::RULES,
    punctuation::RULES,
    wording::RULES,
    privacy::RULES,
];

/// Every rule, group by group.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    GROUPS.into_iter().flatten().copied()
}

/// A finding that follows from another whose places it shares is an echo of it: (the root, its echo).
const ECHOES: &[(&str, &str)] = &[
    ("arithmetic/figure-in-wrong-column", "arithmetic/column-total"),
    ("arithmetic/figure-in-wrong-column", "arithmetic/balance"),
    ("arithmetic/results-without-requests", "arithmetic/balance"),
    ("arithmetic/wrong-cell", "arithmetic/figure-in-wrong-column"),
    ("arithmetic/wrong-cell", "arithmetic/row-total"),
    ("arithmetic/wrong-cell", "arithmetic/column-total"),
    ("arithmetic/wrong-cell", "arithmetic/balance"),
    ("arithmetic/wrong-cell", "arithmetic/dispute-total"),
    ("consistency/detail-after-none", "consistency/received-mismatch"),
    ("consistency/detail-after-none", "consistency/results-mismatch"),
    ("consistency/detail-after-none", "consistency/applicants-mismatch"),
    ("structure/placeholder", "structure/title-without-element"),
];

/// A finding whose places the first fix of another changes, all of them, is answered by that: (the root, its echo).
const ANSWERED: &[(&str, &str)] = &[("arithmetic/wrong-cell", "consistency/broken-carry-over")];

/// The groups that judge a report: of a text that is none, [`structure`] says so, and they have nothing to examine.
const NEED_A_REPORT: [&str; 3] = ["structure", "table", "arithmetic"];

/// Runs every rule that is not switched off. The findings come in the order of the text.
pub fn run(context: &Context<'_>) -> Vec<(&'static Rule, Finding)> {
    let options = context.options;
    let mut found: Vec<(&'static Rule, Finding)> = Vec::new();
    // A rule may ask what it has found itself.
    let mut findings = Vec::new();
    for group in GROUPS {
        for &rule in group {
            if may_run(rule, context) && !is_disabled(rule.code, options) {
                (rule.check)(context, &mut findings);
                // Mostly nothing.
                if !findings.is_empty() {
                    found.extend(findings.drain(..).map(|finding| (rule, finding)));
                }
            }
        }
    }
    drop_echoes(&mut found);
    drop_allowed(context, options, &mut found);
    collect_many(in_order(context, found))
}

fn may_run(rule: &Rule, context: &Context<'_>) -> bool {
    context.document.is_report || rule.code == "structure/not-a-report" || !NEED_A_REPORT.contains(&rule.group())
}

/// By the place in the source, at one place the gravest first.
fn in_order(context: &Context<'_>, found: Vec<(&'static Rule, Finding)>) -> Vec<(&'static Rule, Finding)> {
    let source_of =
        |finding: &Finding| if finding.in_source { finding.at } else { context.document.clean.source_of(finding.at) };
    // Comparing asks for each place several times.
    let mut placed: Vec<(Span, (&'static Rule, Finding))> =
        found.into_iter().map(|found| (source_of(&found.1), found)).collect();
    sort_by(&mut placed, |(at_a, (rule_a, a)), (at_b, (rule_b, b))| {
        let key = |at: &Span, rule: &'static Rule, finding: &Finding| (at.start, finding.severity, at.end, rule.code);
        key(at_a, rule_a, a).cmp(&key(at_b, rule_b, b)).then_with(|| a.message.cmp(&b.message))
    });
    placed.into_iter().map(|(_, found)| found).collect()
}

fn is_disabled(code: &str, options: &Options) -> bool {
    options.disable.iter().any(|entry| entry == code || code.split_once('/').is_some_and(|(group, _)| entry == group))
}

/// Words of this place are no findings of wording or punctuation.
fn drop_allowed(context: &Context<'_>, options: &Options, found: &mut Vec<(&'static Rule, Finding)>) {
    let mut allowed: Vec<Span> = Vec::new();
    for word in options.allow.iter().filter(|word| !word.is_empty()) {
        for (start, word) in context.text().match_indices(word.as_str()) {
            allowed.push(Span::new(start, start + word.len()));
        }
    }
    if !allowed.is_empty() {
        keep(found, &|rule, finding| {
            !matches!(rule.group(), "wording" | "punctuation")
                || finding.in_source
                || !allowed.iter().any(|word| overlap(*word, finding.at))
        });
    }
}

fn keep(found: &mut Vec<(&'static Rule, Finding)>, is_kept: &dyn Fn(&Rule, &Finding) -> bool) {
    found.retain(|(rule, finding)| is_kept(rule, finding));
}

/// More findings of one rule than this become one with the list of its places.
const MANY: usize = 5;

/// Makes one finding of many of the same rule, in structure, punctuation, wording and among the notes; never where figures, cells or
/// personal data are concerned, which each need a look.
fn collect_many(found: Vec<(&'static Rule, Finding)>) -> Vec<(&'static Rule, Finding)> {
    let is_collected = |rule: &Rule, finding: &Finding| {
        let each_counts = matches!(rule.group(), "arithmetic" | "table" | "privacy");
        !each_counts
            && (finding.severity == Severity::Info || matches!(rule.group(), "structure" | "wording" | "punctuation"))
    };
    let mut many: Vec<(&str, Severity, usize)> = Vec::new();
    for (rule, finding) in &found {
        match many.iter_mut().find(|(code, severity, _)| *code == rule.code && *severity == finding.severity) {
            Some((.., count)) => *count += 1,
            None => many.push((rule.code, finding.severity, 1)),
        }
    }
    many.retain(|(.., count)| *count > MANY);
    let mut collected: Vec<(&'static Rule, Finding)> = Vec::new();
    for (rule, mut finding) in found {
        let total = many.iter().find(|(code, severity, _)| *code == rule.code && *severity == finding.severity);
        let Some((.., total)) = total.filter(|_| is_collected(rule, &finding)) else {
            collected.push((rule, finding));
            continue;
        };
        let first =
            collected.iter_mut().find(|(first, one)| first.code == rule.code && one.severity == finding.severity);
        if let Some((_, first)) = first {
            first.take_in(finding);
        } else {
            finding.message = format!("{}（全文共 {total} 处）", finding.message);
            collected.push((rule, finding));
        }
    }
    collected
}

fn drop_echoes(found: &mut Vec<(&'static Rule, Finding)>) {
    // What roots are about, and what their first fixes change.
    let mut roots: Vec<(&str, Span)> = Vec::new();
    let mut mended: Vec<(&str, Span)> = Vec::new();
    for (rule, finding) in &*found {
        if ECHOES.iter().any(|(root, _)| *root == rule.code) {
            for place in finding.places() {
                roots.push((rule.code, place));
            }
        }
        if let Some(fix) = finding.fixes.first()
            && ANSWERED.iter().any(|(root, _)| *root == rule.code)
        {
            for (span, _) in &fix.edits {
                mended.push((rule.code, *span));
            }
        }
    }
    if roots.is_empty() && mended.is_empty() {
        return;
    }
    let touches = |root: &str, spans: &[(&str, Span)], place: Span| {
        spans.iter().any(|(code, span)| *code == root && overlap(*span, place))
    };
    keep(found, &|rule, finding| {
        let is_echo = ECHOES.iter().any(|(root, echo)| *echo == rule.code && touches(root, &roots, finding.at));
        let is_answered = ANSWERED.iter().any(|(root, echo)| {
            *echo == rule.code && finding.places().into_iter().all(|place| touches(root, &mended, place))
        });
        !is_echo && !is_answered
    });
}

fn overlap(a: Span, b: Span) -> bool {
    a == b || a.start < b.end && b.start < a.end
}
