//! Dates as written: 2023年3月5日, 3月5日, 2023年3月.

use std::ops::Range;

use super::marks::is_among;
use super::running::Running;

/// A date.
#[derive(Clone, Debug)]
pub struct Date {
    /// The whole of it.
    pub range: Range<usize>,
    /// Four digits before 年.
    pub year: Option<Range<usize>>,
    /// One or two digits before 月.
    pub month: Range<usize>,
    /// One or two digits before 日.
    pub day: Option<Range<usize>>,
}

/// The dates of a paragraph that name a month.
pub fn dates(running: &Running<'_>) -> impl Iterator<Item = Date> {
    running.digits().iter().filter_map(|month| date(running.text(), month))
}

/// The date whose month some digits are.
fn date(text: &str, month: &Range<usize>) -> Option<Date> {
    if month.len() > 2 || !text[month.end..].starts_with("月") {
        return None;
    }
    let before = &text[..month.start];
    if before.chars().next_back().is_some_and(|c| is_among(c, ".-—第近/")) {
        return None;
    }
    let year = before.strip_suffix('年').map(|before| {
        let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
        before.len() - digits..before.len()
    });
    let year = year.filter(|year| year.len() == 4);
    let behind = month.end + "月".len();
    let count = text[behind..].bytes().take_while(u8::is_ascii_digit).count();
    let day = behind..behind + count;
    let day = Some(day).filter(|day| (1..=2).contains(&day.len()) && text[day.end..].starts_with('日'));
    let start = year.as_ref().map_or(month.start, |year| year.start);
    let end = day.as_ref().map_or(behind, |day| day.end + '日'.len_utf8());
    Some(Date { range: start..end, year, month: month.clone(), day })
}
