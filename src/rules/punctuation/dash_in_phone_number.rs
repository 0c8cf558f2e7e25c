//! A dash in a telephone number.

use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `dash_in_phone_number.md`.
pub static RULE: Rule = Rule { code: "punctuation/dash-in-phone-number", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        let text = running.text();
        for dash in running.all_marks().iter().filter(|mark| matches!(mark.c, '—' | '–' | '－' | '―')) {
            let (at, end) = (dash.at, dash.end());
            let area = text[..at].bytes().rev().take_while(u8::is_ascii_digit).count();
            let local = text[end..].bytes().take_while(u8::is_ascii_digit).count();
            let start = at - area;
            if !(3..=4).contains(&area) || !(7..=8).contains(&local) || !text[start..].starts_with('0') {
                continue;
            }
            let range = start..end + local;
            let written = &text[range.clone()];
            let message = format!("{}的电话号码“{written}”里用了破折号，宜用短横线“-”", running.place());
            let edits = vec![running.edit(&(at..end), "-")];
            let at = running.span(&range);
            findings.push(Finding::new(Severity::Info, at, message).with_fix("改为“-”", true, edits));
        }
    }
    Some(())
}
