//! The title's year is not that of the period, or of the words that open the report.

use crate::report::Severity;
use crate::rules::passage::proses;
use crate::rules::period::Dated;
use crate::rules::words::begins_with_one;
use crate::rules::{Context, Finding, Place, Rule};

/// See `conflicting_year.md`.
pub static RULE: Rule = Rule { code: "consistency/conflicting-year", severity: Severity::Error, check };

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let document = context.document;
    let title = document.title.as_ref()?;
    let due = title.year?;
    let related = || vec![Place::new(title.span, "标题")];
    for period in context.periods() {
        let (year, at) = period.year;
        if year != due && period.to.0 == year {
            let message = format!("标题是{due}年，统计期限写的却是{year}年，请核对哪一个是对的");
            findings.push(Finding::new(Severity::Error, at, message).with_related(related()));
        }
    }
    let organ = title.organ.as_deref().unwrap_or_default();
    // Of section one only the first paragraph opens the report.
    let opening = proses(document).find(|(section, _)| *section == 1).map(|(_, prose)| prose);
    for Dated { section, prose, years } in context.dated() {
        if *section > 0 && !opening.is_some_and(|opening| std::ptr::eq(opening, *prose)) {
            continue;
        }
        for &(at, year) in years {
            let (before, behind) = (&prose.text()[..at], &prose.text()[at + "2023年".len()..]);
            if year != due && (opens(before, behind, organ) || names_report(before, behind)) {
                let message = format!("标题是{due}年，这里写的却是{year}年，请核对是否沿用了旧稿");
                let place = prose.span(at..at + "2023年".len());
                findings.push(Finding::new(Severity::Warning, place, message).with_related(related()));
            }
        }
    }
    Some(())
}

/// The year begins the report: "2023年，我镇…", "2023年以来，…", "2023年白溪镇…"
fn opens(before: &str, behind: &str, organ: &str) -> bool {
    let behind = behind.strip_prefix('度').unwrap_or(behind);
    let own = organ.chars().count() > 2 && behind.starts_with(organ);
    before.is_empty() && (own || behind.starts_with(['，', '我', '本']) || behind.starts_with("以来"))
}

/// "现将2023年政府信息公开工作情况报告如下", "现公布2023年度政府信息公开工作年度报告"
fn names_report(before: &str, behind: &str) -> bool {
    const NEAR: usize = 18;
    let subject = behind.trim_start_matches('度');
    let subject = subject.strip_prefix("本").unwrap_or(subject);
    let announced = ["现将", "现发布", "现公布", "现就", "特编制", "现编制", "现向社会公布"].iter().any(|word| {
        before.rfind(word).is_some_and(|at| {
            let between = &before[at + word.len()..];
            between.chars().count() <= NEAR && !between.contains(['，', '。', '《', '；'])
        })
    });
    announced && begins_with_one(subject, &["政府信息公开", "政务公开", "信息公开"])
}
