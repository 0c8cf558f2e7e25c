//! A change against the year before that is not what the two figures make.

use crate::report::Severity;
use crate::rules::comparison::{Comparison, comparisons};
use crate::rules::{Context, Finding, Place, Rule};
use crate::text::numbers::Number;

/// See `wrong_change.md`.
pub static RULE: Rule = Rule { code: "consistency/wrong-change", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for passage in context.passages() {
        for comparison in comparisons(passage, context.document.year) {
            findings.extend(judge(&comparison));
        }
    }
    Some(())
}

fn judge(comparison: &Comparison<'_>) -> Option<Finding> {
    if !comparison.is_clear() {
        return None;
    }
    let now = comparison.now.value;
    let then = comparison.then.map(|then| then.value);
    if let (Some(then), Some((by, _))) = (then, comparison.by)
        && !comparison.change_fits(then)
    {
        let change = now.distance(then);
        let verb = if now >= then { "多" } else { "少" };
        let message = format!(
            "“{}”比上年的“{then}”{verb}{change}，与文中写的“{}”不符，请核对",
            comparison.written(comparison.now),
            comparison.written(by)
        );
        return Some(finding(comparison, by, message));
    }
    let (rate, _) = comparison.rate?;
    let base = match (then, comparison.by) {
        (Some(then), _) => then,
        (None, Some((by, true))) => now + by.value,
        (None, Some((by, false))) => now - by.value,
        (None, None) => return None,
    };
    let due = comparison.rate_due(base)?;
    let message =
        format!("按文中的数，本年{now}、上年{base}，应当{due}，文中写的是“{}”，请核对", comparison.written(rate));
    Some(finding(comparison, rate, message))
}

fn finding(comparison: &Comparison<'_>, at: &Number, message: String) -> Finding {
    let mut finding = Finding::new(Severity::Warning, comparison.place(at), message);
    finding.related.push(Place::new(comparison.place(comparison.now), "本年的数"));
    if let Some(then) = comparison.then {
        finding.related.push(Place::new(comparison.place(then), "上年的数"));
    }
    finding
}
