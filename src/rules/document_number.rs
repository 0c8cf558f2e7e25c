//! Numbers of documents as written, right or wrong: 白政发〔2023〕5号.

use std::ops::Range;

use super::marks::{YEAR_CLOSERS, YEAR_OPENERS, is_among};
use super::running::Running;
use crate::text::is_han;

/// What the code of an issuing body ends with. Orders, announcements and proposals are numbered otherwise.
const CODES: &str = "发函办字规复电秘通呈报";
/// Verbs and nouns that end like a code: 印发（2021）5号文.
const NO_CODES: [&str; 10] = ["印发", "转发", "下发", "制发", "颁发", "签发", "汇报", "通报", "年报", "回复"];
/// The code in front of the year has at most so many characters.
const LONGEST_CODE: usize = 12;

/// Characters of the words in front of a code: 按照…和转发…, which are in none.
const AROUND: &str = "和及与按照据落实行执关于转文件根";

/// The number of a document.
#[derive(Clone, Debug)]
pub struct DocumentNumber {
    /// Where the code of the issuing body starts.
    pub start: usize,
    /// The bracket before the year.
    pub open: Range<usize>,
    /// Two or four digits.
    pub year: Range<usize>,
    /// The bracket behind the year.
    pub close: Range<usize>,
    /// Whether 第 stands before the serial number.
    pub has_ordinal: bool,
    /// The serial number.
    pub serial: Range<usize>,
    /// Whether 号 stands behind it; so it does for one of several: 5、6号.
    pub has_end: bool,
    /// Where it ends.
    pub end: usize,
}

/// The numbers of documents in a paragraph.
pub fn document_numbers(running: &Running<'_>) -> Vec<DocumentNumber> {
    let bytes = running.text().as_bytes();
    let opens = running.all_marks(YEAR_OPENERS).filter(|mark| bytes.get(mark.end()).is_some_and(u8::is_ascii_digit));
    opens.filter_map(|open| document_number(running, open.range())).collect()
}

/// The number whose year a bracket opens.
fn document_number(running: &Running<'_>, open: Range<usize>) -> Option<DocumentNumber> {
    let text = running.text();
    let digits = |from: usize| from..from + text[from..].bytes().take_while(u8::is_ascii_digit).count();
    let year = digits(open.end);
    let close = running.after(year.end).filter(|c| YEAR_CLOSERS.has(*c))?;
    let at = open.start;
    let code = &text[..at];
    if !is_among(running.before(at)?, CODES) || NO_CODES.iter().any(|word| code.ends_with(word)) {
        return None;
    }
    let start = code
        .char_indices()
        .rev()
        .take(LONGEST_CODE)
        .take_while(|(_, c)| is_han(*c) && !is_among(*c, AROUND))
        .last()
        .map(|(start, _)| start)?;
    let start = if code[start..].starts_with('发') { start + '发'.len_utf8() } else { start };
    if text[start..at].chars().count() < 2 {
        return None;
    }
    let close = year.end..year.end + close.len_utf8();
    let has_ordinal = text[close.end..].starts_with('第');
    let serial = digits(close.end + if has_ordinal { '第'.len_utf8() } else { 0 });
    if !matches!(year.len(), 2 | 4) || !(1..=4).contains(&serial.len()) {
        return None;
    }
    let behind = running.after(serial.end);
    let is_one_of_several = behind.is_some_and(|c| is_among(c, "、，和及至-—–～~与"));
    let (has_end, end) = match behind {
        Some('号') => (true, serial.end + '号'.len_utf8()),
        _ => (is_one_of_several, serial.end),
    };
    Some(DocumentNumber { start, open, year, close, has_ordinal, serial, has_end, end })
}
