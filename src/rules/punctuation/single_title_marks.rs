//! Inner title marks where there is no outer title.

use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `single_title_marks.md`.
pub static RULE: Rule = Rule { code: "punctuation/single-title-marks", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        for pair in &running.pairs().matched {
            let (open, close) = (&running.text()[pair.open.clone()], &running.text()[pair.close.clone()]);
            if pair.parent == Some('《') || open != "〈" || close != "〉" {
                continue;
            }
            let title = &running.text()[pair.open.end..pair.close.start];
            let message = format_args!("“〈{title}〉”用了单书名号，外层宜用双书名号“《{title}》”");
            let edits = vec![running.edit(&pair.open, "《"), running.edit(&pair.close, "》")];
            let finding = running.finding(Severity::Info, &(pair.open.start..pair.close.end), message);
            findings.push(finding.with_right("《》", true, edits));
        }
    }
    Some(())
}
