//! Dates as written: 2023年3月5日, 3月5日, 2023年3月.

use std::ops::Range;

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

/// The dates of a text that name a month.
pub fn dates(text: &str) -> impl Iterator<Item = Date> + '_ {
    let digits_before = |end: usize| {
        let count = text[..end].bytes().rev().take_while(u8::is_ascii_digit).count();
        end - count..end
    };
    text.match_indices('月').filter_map(move |(at, sign)| {
        let month = digits_before(at);
        if !(1..=2).contains(&month.len()) || text[..month.start].ends_with(['.', '-', '—', '第', '近', '/']) {
            return None;
        }
        let year = text[..month.start]
            .strip_suffix('年')
            .map(|before| digits_before(before.len()))
            .filter(|year| year.len() == 4);
        let behind = at + sign.len();
        let count = text[behind..].bytes().take_while(u8::is_ascii_digit).count();
        let day = behind..behind + count;
        let day = Some(day).filter(|day| (1..=2).contains(&day.len()) && text[day.end..].starts_with('日'));
        let start = year.as_ref().map_or(month.start, |year| year.start);
        let end = day.as_ref().map_or(behind, |day| day.end + '日'.len_utf8());
        Some(Date { range: start..end, year, month, day })
    })
}
