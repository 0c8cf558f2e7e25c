//! A share that is not what the two figures make.

use crate::report::Severity;
use crate::rules::passage::Passage;
use crate::rules::{Context, Finding, Place, Rule};
use crate::text::Figure;
use crate::text::numbers::Number;

/// See `wrong_percentage.md`.
pub static RULE: Rule = Rule {
    code: "consistency/wrong-percentage",
    severity: Severity::Warning,
    markdown: include_str!("wrong_percentage.md"),
    check,
};

/// The words of a stated base.
const BASES: [&str; 10] = ["总", "全部", "申请量", "公开量", "比重", "比例", "申请的", "信息的", "全年", "所有"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for passage in context.passages() {
        for (index, share) in
            passage.numbers.iter().enumerate().filter(|(_, number)| number.unit == "%" && number.exact)
        {
            findings.extend(wrong(passage, index, share));
        }
    }
    Some(())
}

/// "12条，占总数120条的10%": the base stands between, or before the part.
fn wrong(passage: &Passage, index: usize, share: &Number) -> Option<Finding> {
    const REACH: usize = 40;
    let text = passage.text();
    let sentence = text[..share.extent.start].rfind('。').map_or(0, |at| at + "。".len());
    let takes = sentence + text[sentence..share.extent.start].rfind('占')?;
    let words = &text[takes..share.extent.start];
    if words.contains(['，', '；', '、']) || words.contains("比上") || !BASES.iter().any(|word| words.contains(word))
    {
        return None;
    }
    let before: Vec<&Number> = passage.numbers[index.saturating_sub(REACH)..index].iter().collect();
    let part = *before.iter().rfind(|number| number.extent.end <= takes && number.extent.start >= sentence)?;
    let adjacent = matches!(&text[part.extent.end..takes], "" | "，" | "（" | "(");
    let bases: Vec<&&Number> = before
        .iter()
        .filter(|base| base.unit == part.unit && base.at != part.at && base.unit != "%" && base.value >= part.value)
        .collect();
    let sums = bases.iter().rev().scan(Figure::default(), |sum, base| {
        *sum = *sum + base.value;
        Some(*sum)
    });
    let tolerance = share.step.half() + Figure::parse("0.1")?;
    let fits = |base: Figure| part.value.percent_of(base).is_some_and(|made| made.distance(share.value) <= tolerance);
    let stated = bases.iter().rfind(|base| base.extent.start >= sentence)?;
    let all_exact = part.exact && bases.iter().all(|base| base.exact && base.step <= Figure::whole(1));
    if !adjacent || !all_exact || bases.iter().any(|base| fits(base.value)) || sums.into_iter().any(fits) {
        return None;
    }
    let made = part.value.percent_of(stated.value)?.rounded(share.decimals().max(1));
    let message = format!(
        "“{}”占“{}”的{made}%，文中写的是{}%，请核对",
        passage.written(part),
        passage.written(stated),
        share.value
    );
    let related =
        vec![Place::new(passage.span(&part.extent), "这一部分"), Place::new(passage.span(&stated.extent), "总数")];
    Some(Finding::new(Severity::Warning, passage.span(&share.extent), message).with_related(related))
}
