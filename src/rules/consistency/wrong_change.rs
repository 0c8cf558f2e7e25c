//! A change against the year before that is not what the two figures make.

use crate::report::Severity;
use crate::rules::passage::Passage;
use crate::rules::{Context, Finding, Place, Rule};
use crate::text::Figure;
use crate::text::numbers::Number;

/// See `wrong_change.md`.
pub static RULE: Rule = Rule {
    code: "consistency/wrong-change",
    severity: Severity::Warning,
    markdown: include_str!("wrong_change.md"),
    check,
};

const MORE: [&str; 8] = ["增长", "增加", "上升", "提高", "多", "增幅", "新增", "增"];
const LESS: [&str; 6] = ["减少", "下降", "降低", "少", "降幅", "减"];
const LAST_YEAR: [&str; 6] = ["上年", "去年", "上一年", "同期", "同比", "相比"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let year = context.document.year;
    for passage in context.passages() {
        for sentence in passage.sentences() {
            let mut start = sentence.start;
            for part in passage.text()[sentence.clone()].split('；') {
                let range = start..start + part.len();
                start = range.end + "；".len();
                findings.extend(Comparison::read(passage, passage.numbers_in(&range), year).and_then(|it| it.judge()));
            }
        }
    }
    Some(())
}

/// A figure of this year, one of last year, and what is said of their difference.
struct Comparison<'a> {
    passage: &'a Passage,
    now: &'a Number,
    then: Option<&'a Number>,
    /// The change in units, with whether it is a decrease.
    by: Option<(&'a Number, bool)>,
    /// The change in per cent or 倍.
    rate: Option<(&'a Number, bool)>,
}

impl<'a> Comparison<'a> {
    /// Reads a sentence that compares once: "120条，较上年（100条）增加20条，增长20%".
    fn read(passage: &'a Passage, numbers: &'a [Number], year: Option<i32>) -> Option<Self> {
        let last_year = year.map(|year| format!("{}年", year - 1));
        let compares = |words: &str| LAST_YEAR.iter().any(|word| words.contains(word) && !words.contains("结转"));
        let of_last_year = |words: &str| compares(words) || last_year.as_ref().is_some_and(|last| words.contains(last));
        let (mut now, mut then, mut by, mut rate) = (None, None, None, None);
        let mut start = passage.clause(&numbers.first()?.extent).start;
        for number in numbers {
            let words = passage.text().get(start..number.extent.start)?;
            start = number.extent.end;
            let clause = words.rsplit(['，', '（', '）']).next().unwrap_or(words);
            let direction = direction(clause);
            if direction.is_some() && names_another_subject(clause) {
                break;
            }
            let place = match (number.unit, direction) {
                ("%" | "倍", Some(less)) => rate.replace((number, less)).map(|_| ()),
                ("%" | "倍" | "个百分点", _) => continue,
                // "较2024年的375条增加37条": a change, whether or not this year's figure stands in the sentence.
                (_, Some(less)) if now.is_some() || then.is_some() || of_last_year(words) => {
                    by.replace((number, less)).map(|_| ())
                }
                _ if of_last_year(words) && direction.is_none() => then.replace(number).map(|_| ()),
                _ if rate.is_some() || by.is_some() => break,
                _ => now.replace(number).map(|_| ()),
            };
            // Two figures in one place: it is not clear which is compared.
            if place.is_some() {
                return None;
            }
        }
        Some(Self { passage, now: now?, then, by, rate })
    }

    fn judge(&self) -> Option<Finding> {
        let same = |number: &Number| number.unit == self.now.unit;
        let stated = [Some(self.now), self.then, self.by.map(|(by, _)| by), self.rate.map(|(rate, _)| rate)];
        let exact = stated.iter().flatten().all(|number| number.exact && (number.step <= Figure::whole(1)));
        if !exact || !self.then.is_none_or(same) || !self.by.is_none_or(|(by, _)| same(by)) {
            return None;
        }
        let now = self.now.value;
        let then = self.then.map(|then| then.value);
        if let (Some(then), Some((by, less))) = (then, self.by) {
            let (high, low) = if less { (then, now) } else { (now, then) };
            if high < low || high - low != by.value {
                let change = now.distance(then);
                let verb = if now >= then { "多" } else { "少" };
                let message = format!(
                    "“{}”比上年的“{then}”{verb}{change}，与文中写的“{}”不符，请核对",
                    self.written(self.now),
                    self.written(by)
                );
                return Some(self.finding(by, message));
            }
        }
        let (rate, less) = self.rate?;
        let base = match (then, self.by) {
            (Some(then), _) => then,
            (None, Some((by, true))) => now + by.value,
            (None, Some((by, false))) => now - by.value,
            (None, None) => return None,
        };
        if base <= Figure::default() {
            return None;
        }
        let change = now.distance(base).percent_of(base)?;
        let right_way = now == base || less == (now < base);
        let tolerance = rate.step.half() + Figure::parse("0.05")?;
        let fits = if rate.unit == "倍" {
            let times = now.percent_of(base)?.divided_by(100);
            let allowed = rate.step.half() + Figure::parse("0.005")?;
            [times, times - Figure::whole(1)].iter().any(|made| made.distance(rate.value) <= allowed)
        } else {
            right_way && change.distance(rate.value) <= tolerance
        };
        if fits {
            return None;
        }
        let change = if rate.unit == "倍" { change.divided_by(100) } else { change };
        let verb = if now >= base { "增长" } else { "下降" };
        let message = format!(
            "按文中的数，本年{now}、上年{base}，应当{verb}{}{}，文中写的是“{}”，请核对",
            change.rounded(rate.decimals().max(1)),
            rate.unit,
            self.written(rate)
        );
        Some(self.finding(rate, message))
    }

    fn written(&self, number: &Number) -> &str {
        self.passage.written(number)
    }

    fn finding(&self, at: &Number, message: String) -> Finding {
        let related = [Some((self.now, "本年的数")), self.then.map(|then| (then, "上年的数"))]
            .into_iter()
            .flatten()
            .map(|(number, name)| Place::new(self.passage.span(&number.extent), name))
            .collect();
        Finding::new(Severity::Warning, self.passage.span(&at.extent), message).with_related(related)
    }
}

/// Whether the words of a change say more than what it is compared with: "网站访问量同比增长".
fn names_another_subject(clause: &str) -> bool {
    const COMPARING: &str = "上一年度去同期比相较与和前了约为达到共增长加多上升提高新幅减少下降低，";
    let more = clause.chars().filter(|c| !COMPARING.contains(*c) && !c.is_ascii_digit());
    more.count() > 1
}

/// Whether the words before a figure make it a change, and a decrease.
fn direction(words: &str) -> Option<bool> {
    let words = words.trim_end_matches(['了', '约', '为', '到']);
    if MORE.iter().any(|word| words.ends_with(word)) {
        Some(false)
    } else if LESS.iter().any(|word| words.ends_with(word)) {
        Some(true)
    } else {
        None
    }
}
