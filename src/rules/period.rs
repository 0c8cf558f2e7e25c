//! Years and the reporting period as the prose states them.

use std::ops::Range;

use super::occurring::Occurring;
use super::passage::prose_of;
use super::words::has_one;
use crate::document::{Document, Prose};
use crate::text::Span;

/// A period: "2023年1月1日起至2023年12月31日".
#[derive(Debug)]
pub struct Period {
    /// The year of its first day, with its place.
    pub year: (i32, Span),
    /// Month and day of the first day.
    pub from: (u32, u32),
    /// The last day; the first day's year where it names none.
    pub to: (i32, u32, u32),
    /// The whole of it.
    pub at: Span,
}

/// Sentences with one of them speak of the period of the figures.
const TOLD_BY: [&str; 8] = ["统计", "数据", "期限", "报告期", "时限", "起止", "时间范围", "年度报告"];

/// A paragraph that names years.
#[derive(Debug)]
pub struct Dated<'a> {
    /// The section it stands in.
    pub section: u8,
    /// What it says.
    pub prose: &'a Prose,
    /// The years of four digits before 年, each with the offset of its first digit.
    pub years: Vec<(usize, i32)>,
}

/// Every paragraph of a report's sections that names years, in the order of the text.
#[inline(never)]
pub fn dated<'a>(document: &'a Document, occurring: &Occurring<'_>) -> Vec<Dated<'a>> {
    let mut dated: Vec<Dated<'a>> = Vec::new();
    let mut last = None;
    for place in occurring.places_of("20") {
        let Some((section, prose)) = prose_of(document, place.paragraph as usize) else { continue };
        let Some(year) = year_at(prose.text(), place.at as usize) else { continue };
        if last.replace(place.paragraph) != Some(place.paragraph) {
            dated.push(Dated { section, prose, years: Vec::new() });
        }
        if let Some(dated) = dated.last_mut() {
            dated.years.push((place.at as usize, year));
        }
    }
    dated
}

/// The periods of the figures that the lead and section one state.
pub fn periods(dated: &[Dated<'_>]) -> Vec<Period> {
    let mut periods = Vec::new();
    for Dated { section, prose, years } in dated {
        if *section > 1 {
            continue;
        }
        let text = prose.text();
        for &(at, year) in years {
            let Some((from, to, extent)) = period(text, at, year) else { continue };
            let start = text[..at].rfind('。').unwrap_or(0);
            let end = text[at..].find('。').map_or(text.len(), |mark| at + mark);
            if has_one(&text[start..end], &TOLD_BY) {
                let year = (year, prose.span(at..at + "2023年".len()));
                periods.push(Period { year, from, to, at: prose.span(extent) });
            }
        }
    }
    periods
}

type Read = ((u32, u32), (i32, u32, u32), Range<usize>);

/// Reads a period that begins with a year.
fn period(text: &str, at: usize, year: i32) -> Option<Read> {
    let (from, rest) = month_and_day(&text[at + "2023年".len()..])?;
    let rest = rest.strip_prefix('起').unwrap_or(rest);
    let rest = rest.strip_prefix(['至', '到', '—', '-', '－', '～', '~', '–'])?.trim_start_matches(['—', '-']);
    let named = year_at(rest, 0);
    let rest = if named.is_some() { &rest["2023年".len()..] } else { rest };
    let (to, rest) = month_and_day(rest)?;
    Some((from, (named.unwrap_or(year), to.0, to.1), at..text.len() - rest.len()))
}

fn month_and_day(text: &str) -> Option<((u32, u32), &str)> {
    let (month, rest) = number_before(text, '月')?;
    let (day, rest) = number_before(rest, '日')?;
    Some(((month, day), rest))
}

/// A number of one or two digits at the start of a text, and what stands behind the word behind it.
fn number_before(text: &str, word: char) -> Option<(u32, &str)> {
    let digits = text.bytes().take(2).take_while(u8::is_ascii_digit).count();
    Some((text[..digits].parse().ok()?, text[digits..].strip_prefix(word)?))
}

/// Every year of four digits before 年, with the place of its first digit.
pub fn years(text: &str) -> Vec<(usize, i32)> {
    let mut years = Vec::new();
    for (at, _) in text.match_indices("20") {
        years.extend(year_at(text, at).map(|year| (at, year)));
    }
    years
}

/// The year of four digits whose first digit stands at an offset, before 年.
fn year_at(text: &str, at: usize) -> Option<i32> {
    let digits = text.get(at..at + "2023".len())?;
    let is_whole = text[at + digits.len()..].starts_with('年') && !text[..at].ends_with(|c: char| c.is_ascii_digit());
    digits.parse().ok().filter(|year| is_whole && (2000..2100).contains(year))
}
