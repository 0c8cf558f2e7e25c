//! A dash in a telephone number.

use super::super::marks::DASHES;
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `dash_in_phone_number.md`.
pub static RULE: Rule = Rule { code: "punctuation/dash-in-phone-number", severity: Severity::Info, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for running in context.running() {
        let text = running.text();
        for dash in running.all_marks(DASHES) {
            let area = text[..dash.at].bytes().rev().take_while(u8::is_ascii_digit).count();
            let local = text[dash.end()..].bytes().take_while(u8::is_ascii_digit).count();
            let range = dash.at - area..dash.end() + local;
            let written = &text[range.clone()];
            if !(3..=4).contains(&area) || !(7..=8).contains(&local) || !written.starts_with('0') {
                continue;
            }
            let message = format_args!("的电话号码“{written}”里用了破折号，宜用短横线“-”");
            let finding = running.finding(Severity::Info, &range, message);
            findings.push(finding.with_right("-", true, vec![running.edit(&dash.range(), "-")]));
        }
    }
    Some(())
}
