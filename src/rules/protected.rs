//! What is written by rules of its own, so that no rule about marks or words may judge it: addresses, numbers, file names.

use std::ops::Range;

use super::marks::{DASHES, Mark, MarkSet, Marks, YEAR_CLOSERS, YEAR_OPENERS, is_among};
use crate::text::order::sort_by_key;

/// A court's case number says in which kind of trial: （2023）苏0981行初15号.
const TRIALS: [char; 10] = ['初', '终', '申', '再', '执', '破', '诉', '监', '复', '赔'];
/// The number behind the year's bracket is at most so many characters away from its 号.
const LONGEST_CASE: usize = 20;
/// A Markdown link is at most so many bytes long on each side of `](`.
const LONGEST_LINK: usize = 300;

/// The protected ranges of a text, in order and apart from each other.
#[derive(Clone, Debug, Default)]
pub struct Protected(Vec<Range<usize>>);

impl Protected {
    /// Finds web and e-mail addresses, phone numbers, times, ratios, decimals, thousands, file names, Latin
    /// abbreviations, numbers of documents, cases and standards, and Markdown links, and marks what of the marks is theirs.
    pub fn of(text: &str, marks: &mut Marks) -> Self {
        let mut ranges = std::mem::take(&mut marks.latin);
        if marks.have(WITHIN_NUMBERS) {
            ranges.extend(marks.all.iter().filter_map(|mark| around(text, mark)));
        }
        sort_by_key(&mut ranges, |range| (range.start, range.end));
        ranges.dedup_by(|range, last| {
            let is_one = range.start < last.end;
            if is_one {
                last.end = last.end.max(range.end);
            }
            is_one
        });
        let marks = marks.all.as_mut_slice();
        let mut first = 0;
        for range in &ranges {
            first += marks[first..].partition_point(|mark| mark.end() <= range.start);
            for mark in marks[first..].iter_mut().take_while(|mark| mark.at < range.end) {
                mark.is_protected = true;
            }
        }
        Self(ranges)
    }

    /// Whether any part of a range is protected.
    pub fn touches(&self, range: &Range<usize>) -> bool {
        let after = self.0.partition_point(|protected| protected.end <= range.start);
        self.0.get(after).is_some_and(|protected| protected.start < range.end)
    }
}

/// The marks of which one is part of everything protected that is no Latin word.
const WITHIN_NUMBERS: MarkSet = MarkSet::of(&['—', '–', '－', '―', '〔', '[', '【', '（', '(', '﹝', '［', '〖', ']']);

/// What is protected around a mark.
fn around(text: &str, mark: &Mark) -> Option<Range<usize>> {
    let behind = text.as_bytes().get(mark.end())?;
    if mark.c == ']' {
        return markdown_link(text, mark.at);
    }
    if !behind.is_ascii_digit() {
        return None;
    }
    if YEAR_OPENERS.holds(mark) {
        number_with_year(text, mark)
    } else if DASHES.holds(mark) {
        dashed_number(text, mark)
    } else {
        None
    }
}

/// A dash between digits, with these: 0999—1234567, GB/T 9704—2012.
fn dashed_number(text: &str, dash: &Mark) -> Option<Range<usize>> {
    let before = text[..dash.at].bytes().rev().take_while(u8::is_ascii_digit).count();
    let behind = text[dash.end()..].bytes().take_while(u8::is_ascii_digit).count();
    (before > 0 && behind > 0).then_some(dash.at - before..dash.end() + behind)
}

/// 国办发〔2021〕30号, （2023）苏0981行初15号: from the year's bracket to 号, whatever the brackets.
fn number_with_year(text: &str, open: &Mark) -> Option<Range<usize>> {
    let year = &text[open.end()..];
    let digits = year.bytes().take_while(u8::is_ascii_digit).count();
    if digits != 2 && digits != 4 {
        return None;
    }
    let behind = year[digits..].strip_prefix(|c| YEAR_CLOSERS.has(c))?;
    let number = behind.strip_prefix('第').unwrap_or(behind);
    let serial = number.bytes().take_while(u8::is_ascii_digit).count();
    if serial > 0 {
        let end = text.len() - number.len() + serial;
        let end = if text[end..].starts_with('号') { end + '号'.len_utf8() } else { end };
        return Some(open.at..end);
    }
    let (length, _) = behind
        .char_indices()
        .take(LONGEST_CASE)
        .find(|(_, c)| *c == '号' || is_mark(*c))
        .filter(|(_, c)| *c == '号')?;
    let end = text.len() - behind.len() + length + '号'.len_utf8();
    behind[..length].contains(TRIALS).then_some(open.at..end)
}

/// `[words](address)`, from the bracket that closes the words.
fn markdown_link(text: &str, at: usize) -> Option<Range<usize>> {
    if !text[at..].starts_with("](") {
        return None;
    }
    let from = boundary_before(text, at.saturating_sub(LONGEST_LINK));
    let to = boundary_before(text, (at + LONGEST_LINK).min(text.len()));
    Some(from + text[from..at].rfind('[')?..at + text[at..to].find(')')? + 1)
}

/// The start of the character that an offset lies in.
fn boundary_before(text: &str, offset: usize) -> usize {
    (0..=offset).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn is_mark(c: char) -> bool {
    is_among(c, "，。、；：！？“”《》（）,;:!?")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Letters, is_han};

    fn marks(text: &str) -> Marks {
        let mut marks = Marks::with_room_for(text.len());
        for (at, letter) in Letters::of(text).filter(|(_, letter)| !char::from_u32(*letter).is_some_and(is_han)) {
            marks.add(text, at, letter);
        }
        marks
    }

    #[test]
    fn what_has_rules_of_its_own_is_protected_and_the_words_around_it_are_not() {
        for (text, protected) in [
            ("网址：http://www.bx.gov.cn/a,b;c?d=1。电话", "http://www.bx.gov.cn/a,b;c?d=1"),
            ("邮箱：a.b@bx.gov.cn，", "a.b@bx.gov.cn"),
            ("每天8:30开门", "8:30"),
            ("按1:3的比例", "1:3"),
            ("共1,234件", "1,234"),
            ("增长3.5%。", "3.5"),
            ("国办公开办函〔2021〕30号印发", "〔2021〕30号"),
            ("镇政发[2021]第5号", "[2021]第5号"),
            ("（2023）苏0981行初15号判决", "（2023）苏0981行初15号"),
            ("执行GB/T9704—2012的", "GB/T9704—2012"),
            ("电话0999—1234567，", "0999—1234567"),
            ("见[镇网站](http://bx.cn/x)查询", "[镇网站](http://bx.cn/x)"),
            ("附件年报.v2.docx下载", "v2.docx"),
        ] {
            let found = Protected::of(text, &mut marks(text));
            let start = text.find(protected).unwrap();
            let end = start + protected.len();
            assert!(found.0.iter().any(|range| range.start <= start && end <= range.end), "{text}: {found:?}");
            let last = text.char_indices().next_back().unwrap().0;
            assert_eq!(found.touches(&(last..text.len())), end == text.len(), "{text}: {found:?}");
        }
    }

    #[test]
    fn marks_in_chinese_text_are_judged() {
        for text in ["制度,规范", "（2023年）共12件.其中", "公开12,其中3件", "（二）公开"] {
            let found = Protected::of(text, &mut marks(text));
            for (at, mark) in text.match_indices([',', '.', '（', '）']) {
                assert!(!found.touches(&(at..at + mark.len())), "{text}: {found:?}");
            }
        }
    }
}
