//! Years and the reporting period as the prose states them.

use std::ops::Range;

use super::passage::proses;
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

/// The periods of the figures that the lead and section one state.
pub fn periods(document: &Document) -> Vec<Period> {
    let mut periods = Vec::new();
    for (section, prose) in proses(document) {
        if section < 2 {
            of_paragraph(prose, &mut periods);
        }
    }
    periods
}

fn of_paragraph(prose: &Prose, periods: &mut Vec<Period>) {
    let mut start = 0;
    for sentence in prose.text().split_inclusive('。') {
        let offset = start;
        start += sentence.len();
        for (at, year) in years(sentence) {
            let Some((from, to, extent)) = period(sentence, at, year) else { continue };
            if has_one(sentence, &TOLD_BY) {
                let place = |range: Range<usize>| prose.span(offset + range.start..offset + range.end);
                periods.push(Period { year: (year, place(at..at + "2023年".len())), from, to, at: place(extent) });
            }
        }
    }
}

type Read = ((u32, u32), (i32, u32, u32), Range<usize>);

/// Reads a period that begins with a year.
fn period(sentence: &str, at: usize, year: i32) -> Option<Read> {
    let rest = &sentence[at + "2023年".len()..];
    let (from, rest) = month_and_day(rest)?;
    let rest = rest.strip_prefix('起').unwrap_or(rest);
    let rest = rest.strip_prefix(['至', '到', '—', '-', '－', '～', '~', '–'])?.trim_start_matches(['—', '-']);
    let named = years(rest).first().filter(|(start, _)| *start == 0).map(|(_, year)| *year);
    let rest = if named.is_some() { &rest["2023年".len()..] } else { rest };
    let (to, rest) = month_and_day(rest)?;
    Some((from, (named.unwrap_or(year), to.0, to.1), at..sentence.len() - rest.len()))
}

fn month_and_day(text: &str) -> Option<((u32, u32), &str)> {
    let (month, rest) = text.split_once('月')?;
    let (day, rest) = rest.split_once('日')?;
    let read = |digits: &str| (1..=2).contains(&digits.len()).then(|| digits.parse::<u32>().ok()).flatten();
    Some(((read(month)?, read(day)?), rest))
}

/// Every year of four digits before 年, with the place of its first digit.
pub fn years(text: &str) -> Vec<(usize, i32)> {
    text.match_indices('年')
        .filter_map(|(at, _)| {
            let start = at.checked_sub(4)?;
            let digits = text.get(start..at).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
            let inside = text[..start].ends_with(|c: char| c.is_ascii_digit());
            digits.parse().ok().filter(|year| !inside && (2000..2100).contains(year)).map(|year| (start, year))
        })
        .collect()
}
