//! The requests carried over, in the prose and in the table, are not the same.

use super::super::{Context, Finding, Rule, claims};
use crate::document::{Claim, Subject};
use crate::report::Severity;

/// See `carry_over_mismatch.md`.
pub static RULE: Rule = Rule { code: "consistency/carry-over-mismatch", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    claims::report(context, findings, &|claim| {
        let carried = matches!(claim.subject, Subject::CarriedIn | Subject::CarriedOut);
        carried.then(|| if is_told_whole(context, claim) { Severity::Error } else { Severity::Warning })
    })
}

/// Whether the sentence tells beside it what came in or was answered, so that there is no doubt what it means.
fn is_told_whole(context: &Context<'_>, claim: &Claim) -> bool {
    let claims = &context.document.claims;
    let first = claims.partition_point(|other| other.at.start < claim.sentence.start);
    let mut beside = claims[first..].iter().take_while(|other| other.sentence == claim.sentence);
    !claim.is_phrase
        && claim.readings.len() == 1
        && beside.any(|other| matches!(other.subject, Subject::Received | Subject::Answered))
}
