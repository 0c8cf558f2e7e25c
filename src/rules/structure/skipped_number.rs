//! A series leaves out a number.

use super::super::{Context, Finding, Place, Rule};
use super::section_name;
use super::series::{self, Number, Style};
use crate::report::Severity;

/// See `skipped_number.md`.
pub static RULE: Rule = Rule { code: "structure/skipped-number", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let numbers = context.numbers();
    let starts: Vec<(u32, u8)> = numbers.iter().map(|number| (number.span.start, number.section)).collect();
    for series in context.series() {
        let flaws = series::flaws(series);
        for flaw in flaws.iter().filter(|flaw| flaw.twin.is_none() && flaw.number.style != Style::Han) {
            let number = flaw.number;
            let index = series.partition_point(|other| other.span.start < number.span.start);
            let before = index.checked_sub(1).map(|index| &series[index]);
            let from = before.map_or_else(|| start_of_parent(context, &starts, number), |before| before.span.start);
            let between = &context.text()[from as usize..number.span.start as usize];
            let (mut names, mut is_lost) = (String::new(), false);
            for missing in flaw.due..number.value {
                names.push('“');
                names.push_str(&number.style.written(missing));
                names.push('”');
                is_lost |= !stands_in(between, number.style, missing);
            }
            if !is_lost {
                continue;
            }
            let written = number.style.written(number.value);
            let message = match before {
                Some(before) => format!(
                    "{}的编号从“{}”跳到“{written}”，缺少{names}",
                    section_name(number.section),
                    before.style.written(before.value)
                ),
                None => format!("{}的编号从“{written}”开始，缺少{names}", section_name(number.section)),
            };
            let related = before.map(|before| Place::new(before.span, "前一个编号"));
            let mut finding =
                Finding::new(Severity::Warning, number.span, message).with_related(related.into_iter().collect());
            if let [only] = &flaws[..] {
                let edits = only.renumbered();
                let others = if edits.len() > 1 { "，以后的编号依次改" } else { "" };
                let title = format!("改为“{}”{others}", number.style.written(flaw.due));
                finding = finding.with_fix(title, false, edits);
            }
            findings.push(finding);
        }
    }
    Some(())
}

/// Where the words that a series' first number belongs to begin: the number before it, else its section.
fn start_of_parent(context: &Context<'_>, starts: &[(u32, u8)], number: &Number) -> u32 {
    let before = starts.partition_point(|(start, _)| *start < number.span.start);
    let parent = before.checked_sub(1).map(|index| starts[index]).filter(|(_, section)| *section == number.section);
    let section = || context.document.section(number.section).map_or(number.span.start, |section| section.span.start);
    parent.map_or_else(section, |(start, _)| start).min(number.span.start)
}

/// Whether a number stands inside the words between two others, where a copy lost a line break.
fn stands_in(between: &str, style: Style, value: u32) -> bool {
    let numeral = style.numeral(value);
    let marks = match style {
        Style::Han | Style::Arabic => ['.', '、'],
        Style::BracketedHan | Style::BracketedArabic => ['）', ')'],
    };
    between.match_indices(marks).any(|(at, _)| between[..at].ends_with(&numeral))
}
