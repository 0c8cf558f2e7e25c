//! Numbers in half-width brackets beside numbers in full-width ones.

use super::super::{Context, Finding, Rule};
use super::section_name;
use super::series::{Number, Style};
use crate::report::Severity;
use crate::text::Span;

/// See `mixed_number_brackets.md`.
pub static RULE: Rule = Rule { code: "structure/mixed-number-brackets", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let document = context.document;
    let numbers = context.numbers();
    let written = |number: &Number| document.text(number.span);
    let is_full = |number: &&Number| written(number).starts_with('（') && written(number).ends_with('）');
    let is_half = |number: &&Number| written(number).starts_with('(') && written(number).ends_with(')');
    for style in [Style::BracketedHan, Style::BracketedArabic] {
        let of_style = || numbers.iter().filter(|number| number.style == style);
        let Some(full) = of_style().find(is_full) else { continue };
        for number in of_style().filter(is_half) {
            let right = style.written(number.value);
            let message = format!(
                "{}的编号“{}”用了半角括号，而别处用全角的“{}”，应统一为“{right}”",
                section_name(number.section),
                written(number),
                written(full)
            );
            let Span { start, end } = number.span;
            let edits = vec![
                (Span { start, end: start + 1 }, "（".to_owned()),
                (Span { start: end - 1, end }, "）".to_owned()),
            ];
            findings.push(Finding::new(Severity::Warning, number.span, message).with_fix(
                format!("改为“{right}”"),
                true,
                edits,
            ));
        }
    }
    Some(())
}
