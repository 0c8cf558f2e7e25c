//! Sentences that compare a figure of this year with one of last year.

use super::passage::Passage;
use super::words::{ends_with_one, has_one};
use crate::text::numbers::Number;
use crate::text::{Figure, Span};

const MORE: [&str; 8] = ["增长", "增加", "上升", "提高", "多", "增幅", "新增", "增"];
const LESS: [&str; 6] = ["减少", "下降", "降低", "少", "降幅", "减"];
const LAST_YEAR: [&str; 6] = ["上年", "去年", "上一年", "同期", "同比", "相比"];

/// A figure of this year, one of last year, and what is said of their difference.
#[derive(Debug)]
pub struct Comparison<'a> {
    passage: &'a Passage<'a>,
    /// This year's figure.
    pub now: &'a Number,
    /// Last year's.
    pub then: Option<&'a Number>,
    /// The change in units, with whether it is a decrease.
    pub by: Option<(&'a Number, bool)>,
    /// The change in per cent or 倍.
    pub rate: Option<(&'a Number, bool)>,
}

/// Every comparison of a paragraph: at most one in each sentence, or in each part of it between ；.
pub fn comparisons<'a>(passage: &'a Passage<'_>, year: Option<i32>) -> Vec<Comparison<'a>> {
    let mut found = Vec::new();
    let last_year = year.map(|year| format!("{}年", year - 1));
    for sentence in passage.sentences() {
        // A figure alone is compared with none.
        if passage.numbers_in(sentence).len() < 2 {
            continue;
        }
        let mut start = sentence.start;
        for part in passage.text()[sentence.clone()].split('；') {
            let range = start..start + part.len();
            start = range.end + "；".len();
            found.extend(Comparison::read(passage, passage.numbers_in(&range), last_year.as_deref()));
        }
    }
    found
}

impl<'a> Comparison<'a> {
    /// Reads a sentence that compares once: "120条，较上年（100条）增加20条，增长20%".
    fn read(passage: &'a Passage<'a>, numbers: &'a [Number], last_year: Option<&str>) -> Option<Self> {
        let [first, _, ..] = numbers else { return None };
        let compares = |words: &str| has_one(words, &LAST_YEAR) && !has_one(words, &["结转"]);
        let of_last_year = |words: &str| compares(words) || last_year.is_some_and(|last| has_one(words, &[last]));
        let (mut now, mut then, mut by, mut rate) = (None, None, None, None);
        let mut start = passage.clause(&first.extent).start;
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

    /// Whether every figure is exact and counts the same thing.
    pub fn is_clear(&self) -> bool {
        let same = |number: &Number| number.unit == self.now.unit;
        let stated = [Some(self.now), self.then, self.by.map(|(by, _)| by), self.rate.map(|(rate, _)| rate)];
        stated.iter().flatten().all(|number| number.exact && number.step <= Figure::whole(1))
            && self.then.is_none_or(same)
            && self.by.is_none_or(|(by, _)| same(by))
    }

    /// Whether the change in units is the one from a base; true where none is stated.
    pub fn change_fits(&self, base: Figure) -> bool {
        let now = self.now.value;
        self.by.is_none_or(|(by, less)| {
            let (high, low) = if less { (base, now) } else { (now, base) };
            high >= low && high - low == by.value
        })
    }

    /// What the rate from a base is, in words, where another is stated: "增长66.7%". `None` where it fits, where none
    /// is stated, and where nothing can be divided by.
    pub fn rate_due(&self, base: Figure) -> Option<String> {
        let (rate, less) = self.rate.filter(|_| base > Figure::default())?;
        let now = self.now.value;
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
        let change = if rate.unit == "倍" { change.divided_by(100) } else { change };
        let verb = if now >= base { "增长" } else { "下降" };
        (!fits).then(|| format!("{verb}{}{}", change.rounded(rate.decimals().max(1)), rate.unit))
    }

    /// A figure as written, with its unit.
    pub fn written(&self, number: &Number) -> &str {
        self.passage.written(number)
    }

    /// A figure's place in the clean reading, with its unit.
    pub fn place(&self, number: &Number) -> Span {
        self.passage.span(&number.extent)
    }

    /// The words between this year's figure and another behind it.
    pub fn words_before(&self, number: &Number) -> &str {
        self.passage.text().get(self.now.extent.end..number.extent.start).unwrap_or_default()
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
    if ends_with_one(words, &MORE) {
        Some(false)
    } else if ends_with_one(words, &LESS) {
        Some(true)
    } else {
        None
    }
}
