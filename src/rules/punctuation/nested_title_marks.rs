//! Title marks within title marks that are not the inner ones.

use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `nested_title_marks.md`.
pub static RULE: Rule = Rule { code: "punctuation/nested-title-marks", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        for pair in &running.pairs().matched {
            let (open, close) = (&running.text()[pair.open.clone()], &running.text()[pair.close.clone()]);
            if pair.parent != Some('《') || open != "《" || close != "》" {
                continue;
            }
            let title = &running.text()[pair.open.end..pair.close.start];
            let message = format_args!("书名号里又用了书名号，里层的“《{title}》”应为“〈{title}〉”");
            let edits = vec![running.edit(&pair.open, "〈"), running.edit(&pair.close, "〉")];
            let finding = running.finding(Severity::Error, &(pair.open.start..pair.close.end), message);
            findings.push(finding.with_right("〈〉", true, edits));
        }
    }
    Some(())
}
