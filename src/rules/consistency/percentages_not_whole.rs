//! Shares of one whole that are not a hundred per cent together.

use crate::report::Severity;
use crate::rules::passage::Passage;
use crate::rules::words::has_one;
use crate::rules::{Context, Finding, Place, Rule};
use crate::text::Figure;
use crate::text::numbers::Number;

/// See `percentages_not_whole.md`.
pub static RULE: Rule = Rule { code: "consistency/percentages-not-whole", severity: Severity::Warning, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for passage in context.passages() {
        let text = passage.text();
        if !text.contains('占') {
            continue;
        }
        for sentence in passage.sentences() {
            let mut start = sentence.start;
            for group in text[sentence.clone()].split('；') {
                let range = start..start + group.len();
                start = range.end + "；".len();
                let open = || has_one(group, &["等", "其中", "包括", "主要", "率", "同比", "较"]);
                if (group.matches('占').count() > 1 || group.contains("分别占")) && !open() {
                    findings.extend(not_whole(passage, passage.numbers_in(&range)));
                }
            }
        }
    }
    Some(())
}

fn not_whole(passage: &Passage<'_>, numbers: &[Number]) -> Option<Finding> {
    let text = passage.text();
    let shares: Vec<&Number> = numbers.iter().filter(|number| number.unit == "%").collect();
    let (first, last) = (shares.first()?, shares.last()?);
    // Rounding moves each share by half of its last digit at most.
    let (mut sum, mut rounding) = (Figure::default(), Figure::default());
    let (mut all_told, mut of_a_base) = (true, 0);
    for share in &shares {
        let item = passage.item(share);
        sum = sum + share.value;
        rounding = rounding + share.step.half();
        all_told &= share.exact && item.contains('占');
        of_a_base += usize::from(has_one(item, &["总", "全部"]));
    }
    let before = &text[..first.extent.start];
    let together = before.ends_with(|c: char| !c.is_ascii_digit())
        && (all_told || before.rfind("分别占").is_some_and(|at| first.at.start - at < 30));
    if shares.len() < 2 || !together || (1..shares.len()).contains(&of_a_base) {
        return None;
    }
    let figure = |text: &str| Figure::parse(text).unwrap_or_default();
    let far_too_little = sum < figure("95");
    let slack = rounding.max(figure("0.2"));
    if far_too_little || sum <= figure("100") + slack && sum + slack.max(figure("0.5")) >= figure("100") {
        return None;
    }
    let at = passage.span(&(first.extent.start..last.extent.end));
    let message = format!("这里列出的各项占比相加是{sum}%，不是100%，请核对");
    let mut finding = Finding::new(Severity::Warning, at, message);
    for share in shares {
        finding.related.push(Place::new(passage.span(&share.extent), "其中一项占比"));
    }
    Some(finding)
}
