//! An opening quotation mark where a closing one belongs, or the other way round.

use super::super::marks::QUOTATION;
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `wrong_quotation_mark.md`.
pub static RULE: Rule = Rule { code: "punctuation/wrong-quotation-mark", severity: Severity::Error, check };

/// A quoted passage, in bytes; in longer ones nothing is certain.
const LONGEST: usize = 600;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        let quotes: Vec<_> = running.marks(QUOTATION).collect();
        if quotes.len() % 2 == 1 {
            continue;
        }
        // “甲“乙”丙” is a quotation within another, which has its own rule.
        let nested = quotes.windows(4).any(|four| {
            let inner = &running.text()[four[1].end()..four[2].at];
            four.iter().map(|quote| quote.c).eq("““””".chars()) && inner.chars().count() > 1
        });
        if nested {
            continue;
        }
        for pair in quotes.chunks_exact(2) {
            let (first, second) = (pair[0], pair[1]);
            if second.at - first.end() > LONGEST {
                continue;
            }
            for (quote, right) in [(first, "“"), (second, "”")] {
                let range = quote.range();
                if &running.text()[range.clone()] == right {
                    continue;
                }
                let (inside, wrong) = (&running.text()[first.end()..second.at], quote.c);
                let message = format_args!("“{inside}”一处的引号方向反了，这里的“{wrong}”应为“{right}”");
                findings.push(running.correction(Severity::Error, &range, message, (right, true)));
            }
        }
    }
    Some(())
}
