//! A share that is not what the two figures make.

use crate::report::Severity;
use crate::rules::passage::Passage;
use crate::rules::words::has_one;
use crate::rules::{Context, Finding, Place, Rule};
use crate::text::Figure;
use crate::text::numbers::Number;

/// See `wrong_percentage.md`.
pub static RULE: Rule = Rule { code: "consistency/wrong-percentage", severity: Severity::Warning, check };

/// The words of a stated base.
const BASES: [&str; 10] = ["总", "全部", "申请量", "公开量", "比重", "比例", "申请的", "信息的", "全年", "所有"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    for passage in context.passages() {
        for (index, share) in passage.numbers.iter().enumerate() {
            if share.unit == "%" && share.exact {
                findings.extend(wrong(passage, index, share).or_else(|| wrong_beside_right(passage, index, share)));
            }
        }
    }
    Some(())
}

/// "12条，占总数120条的10%": the base stands between, or before the part.
fn wrong(passage: &Passage<'_>, index: usize, share: &Number) -> Option<Finding> {
    const REACH: usize = 40;
    let text = passage.text();
    let sentence = text[..share.extent.start].rfind('。').map_or(0, |at| at + "。".len());
    let takes = sentence + text[sentence..share.extent.start].rfind('占')?;
    let words = &text[takes..share.extent.start];
    if words.contains(['，', '；', '、']) || words.contains("比上") || !has_one(words, &BASES) {
        return None;
    }
    let before = &passage.numbers[index.saturating_sub(REACH)..index];
    let part = before.iter().rfind(|number| number.extent.end <= takes && number.extent.start >= sentence)?;
    if !part.exact || !matches!(&text[part.extent.end..takes], "" | "，" | "（" | "(") {
        return None;
    }
    let (mut stated, mut sum) = (None, Figure::default());
    for base in before.iter().rev() {
        if base.unit != part.unit || base.at == part.at || base.unit == "%" || base.value < part.value {
            continue;
        }
        sum = sum + base.value;
        let is_exact = base.exact && base.step <= Figure::whole(1);
        if !is_exact || makes(part, base.value, share) || makes(part, sum, share) {
            return None;
        }
        stated = stated.or(Some(base).filter(|base| base.extent.start >= sentence));
    }
    finding(passage, part, stated?, share)
}

/// Whether a part of a base makes the share, as far as both are written out.
fn makes(part: &Number, base: Figure, share: &Number) -> bool {
    let tolerance = share.step.half() + Figure::parse("0.1").unwrap_or_default();
    part.value.percent_of(base).is_some_and(|made| made.distance(share.value) <= tolerance)
}

/// "640条。其中…160条，占28%；…128条，占20%": shares without a base of their own; another share of the same list must
/// be right, which tells the base.
fn wrong_beside_right(passage: &Passage<'_>, index: usize, share: &Number) -> Option<Finding> {
    let text = passage.text();
    let sentences = passage.sentences();
    let at = sentences.iter().position(|sentence| sentence.contains(&share.at.start))?;
    let opens = sentences[at].start + text[sentences[at].clone()].find("其中")?;
    if index == 0 || opens > share.at.start {
        return None;
    }
    let before = if opens == sentences[at].start { at.checked_sub(1)? } else { at };
    let wholes = passage.numbers_in(&(sentences[before].start..opens));
    let listed = passage.numbers_in(&(opens..sentences[at].end));
    // A part and what it takes of a base that is not named.
    let mut shares: Vec<(&Number, &Number)> = Vec::new();
    for (part, share) in listed.iter().zip(listed.iter().skip(1)) {
        let between = &text[part.extent.end..share.extent.start];
        if share.unit == "%" && matches!(between, "占" | "，占" | "（占" | "(占" | "，占比" | "（占比") {
            shares.push((part, share));
        }
    }
    let (part, _) = *shares.iter().find(|(_, other)| other.at == share.at)?;
    let stated = wholes.iter().find(|base| {
        base.unit == part.unit
            && base.value >= part.value
            && !passage.is_compared(base)
            && shares
                .iter()
                .any(|(other, right)| other.at != part.at && other.unit == base.unit && makes(other, base.value, right))
    })?;
    let known = passage.numbers_in(&(sentences[before].start..share.at.start));
    // A share of what was there in another year is no share.
    let fits_another = known.iter().any(|base| {
        base.unit == part.unit && base.at != part.at && !passage.is_compared(base) && makes(part, base.value, share)
    });
    let exact = [part, stated].iter().all(|number| number.exact && number.step <= Figure::whole(1));
    if fits_another || !exact {
        return None;
    }
    finding(passage, part, stated, share)
}

fn finding(passage: &Passage<'_>, part: &Number, stated: &Number, share: &Number) -> Option<Finding> {
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
