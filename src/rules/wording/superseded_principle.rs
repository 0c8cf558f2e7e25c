//! The principle of disclosure in its old wording.

use super::super::phrases::{self, Phrase, phrases};
use super::super::{Context, Finding, Rule};
use crate::report::Severity;

/// See `superseded_principle.md`.
pub static RULE: Rule = Rule { code: "wording/superseded-principle", severity: Severity::Info, check };

pub(super) static PHRASES: &[Phrase] = phrases! {
    Info false "公开为原则" => "公开为常态", only "~，不公开为例外 ~、不公开为例外 ~不公开为例外 ~，以不公开为例外 ~、以不公开为例外", unless "不~",
        shown "坚持以⟦公开为原则⟧，不公开为例外。" => "坚持以公开为常态，不公开为例外。",
        silent "坚持以公开为常态，不公开为例外。", "评议以公平公正公开为原则。";
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    phrases::report(context, findings, PHRASES, &|place, wrong, right| {
        format!("{place}：{wrong}是旧的提法，现行条例第五条的提法是{right}")
    })
}
