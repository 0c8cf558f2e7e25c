//! What the prose says of last year, or of the change since, is not what last year's report has.

use crate::document::{Agreement, Claim, Document, LastYear, Subject};
use crate::report::Severity;
use crate::rules::claims::{self, listed, sums};
use crate::rules::comparison::{Comparison, comparisons};
use crate::rules::words::has_one;
use crate::rules::{Context, Finding, Place, Rule};
use crate::text::Figure;
use crate::text::order::sort;

/// See `misquoted_last_year.md`.
pub static RULE: Rule = Rule { code: "consistency/misquoted-last-year", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let LastYear { document: previous, quoted } = context.last_year()?;
    let mut said_then: Vec<(u8, Figure)> = previous.claims.iter().map(said).collect();
    sort(&mut said_then);
    for claim in quoted.iter().filter(|claim| said_then.binary_search(&said(claim)).is_err()) {
        findings.extend(misquotation(context, previous, claim));
    }
    for passage in context.passages() {
        for comparison in comparisons(passage, context.document.year) {
            let is_quoted = comparison.then.is_some_and(|then| {
                let start = comparison.place(then).start;
                quoted.binary_search_by_key(&start, |claim| claim.at.start).is_ok()
            });
            if !is_quoted && comparison.is_clear() {
                findings.extend(compared(context, previous, &comparison));
            }
        }
    }
    Some(())
}

/// What a claim says, without its place: what last year's prose said too is quoted rightly, whatever its tables had.
fn said(claim: &Claim) -> (u8, Figure) {
    (claim.subject as u8, claim.value)
}

/// "2022年收到政府信息公开申请3件", where last year's tables have another figure.
fn misquotation(context: &Context<'_>, previous: &Document, claim: &Claim) -> Option<Finding> {
    // 处罚3件 without more may be of something else.
    if claim.agreement(previous) != Agreement::Contradicts || claim.subject == Subject::Cases {
        return None;
    }
    let bases = sums(previous, &claim.readings)?;
    let words = claims::words(context.document, claim);
    let message = format!("文中写“{words}”，但上年报告{}，请核对", listed(previous, &bases));
    let finding = Finding::new(Severity::Warning, claim.at, message);
    Some(match (claim.digits, &bases[..]) {
        (Some(digits), [(_, only)]) if claim.subject != Subject::Fee => {
            finding.with_fix(format!("正文改为 {only}"), false, vec![(digits, only.to_string())])
        }
        _ => finding,
    })
}

/// "收到申请5件，比上年增加3件": this year's figure is the table's, and last year's table gives another change.
fn compared(context: &Context<'_>, previous: &Document, comparison: &Comparison<'_>) -> Option<Finding> {
    let claims = &context.document.claims;
    let now = comparison.place(comparison.now);
    let claim = claims.get(claims.partition_point(|claim| claim.at.start < now.start)).filter(|it| it.at == now)?;
    let is_agreed = matches!(claim.agreement(context.document), Agreement::Agrees(_));
    if !is_agreed || claim.subject == Subject::Cases || previous.edition_due() != context.document.edition_due() {
        return None;
    }
    let bases = sums(previous, &claim.readings)?;
    let told = listed(previous, &bases);
    let (at, message) = if let Some(then) = comparison.then {
        if bases.iter().any(|(_, base)| *base == then.value) {
            return None;
        }
        (then, format!("文中写的上年数是“{}”，但上年报告{told}，请核对", comparison.written(then)))
    } else {
        let at = match (comparison.by, comparison.rate) {
            (Some((by, _)), _) if !bases.iter().any(|(_, base)| comparison.change_fits(*base)) => by,
            (None, Some((rate, _))) => rate,
            _ => return None,
        };
        let mut due: Vec<String> = Vec::new();
        for (_, base) in &bases {
            due.push(if comparison.by.is_some() {
                let verb = if comparison.now.value >= *base { "增加" } else { "减少" };
                format!("{verb}{}{}", comparison.now.value.distance(*base), at.unit)
            } else {
                comparison.rate_due(*base)?
            });
        }
        if !names_only_last_year(comparison.words_before(at), context.document.year) {
            return None;
        }
        let message = format!(
            "上年报告{told}，文中的本年数是“{}”，应当{}，文中写的是“{}”，请核对",
            comparison.written(comparison.now),
            due.join("或"),
            comparison.written(at)
        );
        (at, message)
    };
    let related = vec![Place::new(now, "本年的数")];
    Some(Finding::new(Severity::Warning, comparison.place(at), message).with_related(related))
}

/// Whether the words of a change compare with last year and no other.
fn names_only_last_year(words: &str, year: Option<i32>) -> bool {
    let last = year.map(|year| year - 1);
    let named = crate::rules::period::years(words);
    let names_it = has_one(words, &["上年", "上一年", "去年", "同比"]);
    named.iter().all(|(_, year)| Some(*year) == last) && (names_it || !named.is_empty())
}
