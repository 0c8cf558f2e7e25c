//! The prose says that no request came in, and goes on to count some.

use super::super::{Context, Finding, Place, Rule, claims};
use crate::document::{Claim, Subject};
use crate::report::Severity;
use crate::text::Figure;

/// See `detail_after_none.md`.
pub static RULE: Rule = Rule { code: "consistency/detail-after-none", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let document = context.document;
    let mut claims = document.claims.as_slice();
    while let Some((none, behind)) = claims.split_first() {
        claims = behind;
        if none.subject != Subject::Received || !none.is_phrase {
            continue;
        }
        let after = document.paragraphs.partition_point(|paragraph| paragraph.span.start <= none.at.start);
        let paragraph = document.paragraphs[..after].last()?;
        let beside = || behind.iter().take_while(|claim| claim.at.end <= paragraph.span.end);
        // What was carried over may have been answered though nothing new came in.
        let carried = beside().any(|claim| matches!(claim.subject, Subject::CarriedIn | Subject::CarriedOut));
        let is_told = |claim: &&Claim| findings.last().is_some_and(|finding| finding.at == claim.at);
        let detail = beside().find(|claim| is_detail(claim)).filter(|claim| !carried && !is_told(claim));
        if let Some(detail) = detail {
            let written = claims::words(document, none);
            let message =
                format!("前面写“{written}”，后面又写“{}”，前后矛盾，请核对后改成一致", claims::words(document, detail));
            let related = vec![Place::new(none.at, format!("前面写“{written}”"))];
            findings.push(Finding::new(Severity::Error, detail.at, message).with_related(related));
        }
    }
    Some(())
}

fn is_detail(claim: &Claim) -> bool {
    !claim.is_phrase
        && claim.value > Figure::default()
        && matches!(claim.subject, Subject::Received | Subject::Answered | Subject::Applicants)
}
