//! The figures in running text: value, unit, exact or not. What is no count is left out: dates, document numbers,
//! ordinals, telephone numbers, set phrases.

mod han;
mod units;

use std::ops::Range;

use crate::text::{Figure, is_han};

/// A figure in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The figure with its 万 or 亿, without hedges and unit.
    pub at: Range<usize>,
    /// The figure with the hedges around it and its unit.
    pub extent: Range<usize>,
    /// What it says.
    pub value: Figure,
    /// What its last digit is worth: 1 in "120", 1000 in "1.2万".
    pub step: Figure,
    /// What 万 or 亿 behind it makes of it, else 1.
    pub multiplier: i64,
    /// Without 约, 近, 余, 多, 以上 or the like.
    pub exact: bool,
    /// The unit, which in a list ("3、4、5条") may stand behind a later figure; "" where there is none.
    pub unit: &'static str,
}

impl Number {
    /// How many decimal places it is written with.
    pub fn decimals(&self) -> u32 {
        let one = Figure::whole(self.multiplier);
        (0..6).find(|places| one.divided_by(10_i64.pow(*places)) == self.step).unwrap_or(0)
    }
}

/// Words before a figure that make it an approximate one.
const HEDGES_BEFORE: [&str; 20] = [
    "约",
    "近",
    "逾",
    "超",
    "超过",
    "大约",
    "将近",
    "接近",
    "不足",
    "不到",
    "不少于",
    "不低于",
    "不超过",
    "至少",
    "最多",
    "至多",
    "最高",
    "平均",
    "大概",
    "左近",
];
/// Words that end like one of them and are none.
const NO_HEDGES_BEFORE: [&str; 6] = ["预约", "签约", "节约", "履约", "违约", "附近"];
/// Words behind a figure or its unit that make it an approximate one.
const HEDGES_BEHIND: [&str; 8] = ["左右", "上下", "以上", "以下", "以内", "之多", "有余", "不等"];

/// A figure behind one of them is a code.
const CODES: [&str; 9] = ["邮编", "邮政编码", "电话", "热线", "传真", "编号", "代码", "号码", "账号"];

/// A small count in digits or in words: "6", "六", "十二".
pub fn count_in_words(numeral: &str) -> Option<usize> {
    numeral.parse().ok().or_else(|| usize::try_from(han::value(numeral).filter(|_| !numeral.is_empty())?).ok())
}

/// Every figure of a text, in order.
pub fn numbers(text: &str) -> Vec<Number> {
    let mut found: Vec<Number> = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        at += bytes_before_figure(&bytes[at..]);
        let read = match bytes.get(at) {
            Some(0xe0..) => han::read,
            Some(_) => arabic,
            None => break,
        };
        let length = read(text, at, &mut found);
        at = found.last().map_or(0, |number| number.extent.end).max(at + length);
    }
    share_units(text, &mut found);
    found
}

/// How many bytes stand before the next character that a figure may begin with.
fn bytes_before_figure(text: &[u8]) -> usize {
    let mut rest = text;
    loop {
        rest = match rest {
            [0xe0..=0xff, ..] if han::FIRST_OF_NUMERALS.may_begin(rest) && han::numeral(rest).is_some() => break,
            // A fourth byte is no character's first and goes by alone.
            [0xe0..=0xff, _, _, behind @ ..] => behind,
            [byte, behind @ ..] if !byte.is_ascii_alphanumeric() => behind,
            _ => break,
        };
    }
    text.len() - rest.len()
}

/// "3、4和5条": the unit behind the last stands for all.
fn share_units(text: &str, numbers: &mut [Number]) {
    for index in (1..numbers.len()).rev() {
        let between = &text[numbers[index - 1].extent.end..numbers[index].at.start];
        if numbers[index - 1].unit.is_empty() && matches!(between, "、" | "和" | "与" | "及" | "/" | "，") {
            numbers[index - 1].unit = numbers[index].unit;
        }
    }
}

/// Reads a run of Latin letters and digits; gives its length.
fn arabic(text: &str, start: usize, found: &mut Vec<Number>) -> usize {
    let length = run_length(&text[start..]);
    let run = &text[start..start + length];
    if run.contains('/')
        && let Some(parts) = slash_list(run)
    {
        let mut at = start;
        for part in parts {
            let end = at + part.len();
            found.extend(finish(text, at..end, Figure::parse(part).unwrap_or_default(), false));
            at = end + 1;
        }
        return length;
    }
    let Some(value) = Figure::parse(run).filter(|_| !starts_like_a_code(run)) else { return length };
    found.extend(finish(text, start..start + length, value, false));
    length
}

/// A run goes on over the marks that hold a code, a time, a date or a decimal together, when more of it follows.
fn run_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = 0;
    loop {
        while bytes.get(end).is_some_and(u8::is_ascii_alphanumeric) {
            end += 1;
        }
        let mut behind = text[end..].chars();
        let mark = behind.next();
        let next = || behind.clone().next();
        let joins = match mark {
            Some('.' | '/' | '@' | '_' | ':' | '-' | '—' | '–' | '~' | '～' | '*' | '+') => {
                next().is_some_and(|next| next.is_ascii_alphanumeric() || matches!(next, '-' | '—' | '*'))
            }
            Some(',' | '，') => is_thousands(&text[..end], behind.as_str()),
            _ => false,
        };
        if !joins {
            return end;
        }
        end = text.len() - behind.as_str().len();
    }
}

/// Whether a comma parts thousands: one to three digits before it, or three behind another comma; three behind.
fn is_thousands(before: &str, behind: &str) -> bool {
    let group = before.rsplit([',', '，']).next().unwrap_or(before);
    let length = behind.bytes().take_while(u8::is_ascii_digit).count();
    let first = group.len() == before.len();
    (1..=3).contains(&group.len())
        && (first || group.len() == 3)
        && group.bytes().all(|byte| byte.is_ascii_digit())
        && !before.starts_with('0')
        && length == 3
}

/// "12/15/9/8": a list of at least three counts, and no date.
fn slash_list(run: &str) -> Option<Vec<&str>> {
    let parts: Vec<&str> = run.split('/').collect();
    let counts = parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    (parts.len() > 2 && counts && !is_year(parts[0])).then_some(parts)
}

/// Codes and telephone numbers begin with a naught that says nothing.
fn starts_like_a_code(run: &str) -> bool {
    run.len() > 1 && run.starts_with('0') && !run.starts_with("0.")
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

/// Looks around a figure for what it is; `None` where it is no count. A Han numeral counts only with a unit.
fn finish(text: &str, digits: Range<usize>, value: Figure, needs_unit: bool) -> Option<Number> {
    let before = &text[..digits.start];
    if before
        .chars()
        .next_back()
        .is_some_and(|c| matches!(c, '第' | '〔' | '[' | '【' | '﹝' | '№' | '#') || c.is_ascii_alphanumeric())
    {
        return None;
    }
    let written = &text[digits.clone()];
    let point = written.bytes().position(|byte| byte == b'.');
    let decimals = point.map_or(0, |point| written.len() - point - 1) as u32;
    let mut end = digits.end;
    let mut exact = true;
    let mut multiplier = 1;
    let mut at_end = end;
    // "12万余条", "10余万条", "12.5万条"
    for _ in 0..2 {
        let start = end;
        if let Some((factor, length)) = units::multiplier(&text[end..]).filter(|_| multiplier == 1 && !needs_unit) {
            multiplier = factor;
            end += length;
            at_end = end;
        }
        if let Some(length) = units::hedge(&text[end..]) {
            exact = false;
            end += length;
        }
        if end == start {
            break;
        }
    }
    // "1万2千": read no further than that it is no exact figure.
    let goes_on = text[end..].chars().next().is_some_and(|c| c.is_ascii_digit()) && multiplier > 1;
    exact &= !goes_on;
    let behind = &text[end..];
    if units::names_no_count(behind) {
        return None;
    }
    let (unit, length) = units::unit(behind);
    if unit.is_empty() && is_no_count(text, &digits, end, needs_unit, value, multiplier) {
        return None;
    }
    end += length;
    if let Some(word) = HEDGES_BEHIND.iter().find(|word| text[end..].starts_with(**word)) {
        exact = false;
        end += word.len();
    }
    let mut start = digits.start;
    let last = before.as_bytes().last_chunk::<{ '约'.len_utf8() }>();
    let is_before = |word: &str| word.as_bytes().last_chunk() == last && before.ends_with(word);
    if let Some(word) = HEDGES_BEFORE.iter().filter(|word| is_before(word)).max_by_key(|word| word.len())
        && !NO_HEDGES_BEFORE.iter().any(|word| is_before(word))
    {
        exact = false;
        start -= word.len();
    }
    let step = Figure::whole(1).divided_by_ten_to(decimals)?.times(multiplier);
    let value = value.times(multiplier);
    Some(Number { at: digits.start..at_end, extent: start..end, value, step, multiplier, exact, unit })
}

/// A figure without a unit may be a year, a list's number, a telephone number or part of a name.
fn is_no_count(
    text: &str,
    digits: &Range<usize>,
    end: usize,
    needs_unit: bool,
    value: Figure,
    multiplier: i64,
) -> bool {
    let written = &text[digits.clone()];
    let before = text[..digits.start].chars().next_back();
    let behind = text[end..].chars().next();
    let starts_item = before.is_none_or(|c| matches!(c, '。' | '；' | '：' | '\n' | '，' | '（' | '('));
    let item_mark = behind.is_some_and(|c| matches!(c, '.' | '．' | '、' | '）' | ')'));
    let numbers_item = starts_item && item_mark && written.len() <= 2 && !is_list(text, end);
    let in_name = behind.is_some_and(|c| is_han(c) && !"、和与及占为是".contains(c)) && multiplier == 1;
    let label = text[..digits.start].trim_end_matches(['：', ':', '是', '为']);
    needs_unit
        || is_year(written)
        || CODES.iter().any(|word| label.ends_with(word))
        || numbers_item
        || written.len() > 6
        || value == Figure::whole(12345)
        || in_name && matches!(written, "12315" | "12333" | "110" | "119" | "120" | "8" | "24")
}

/// Whether another figure follows the 、: "3、4、5条" and no numbered item.
fn is_list(text: &str, end: usize) -> bool {
    text[end..].strip_prefix('、').is_some_and(|behind| behind.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        numbers(text)
            .into_iter()
            .map(|number| format!("{}{}{}", if number.exact { "" } else { "~" }, number.value, number.unit))
            .collect()
    }

    #[test]
    fn figures_are_read_with_value_unit_and_hedge() {
        for (text, expected) in [
            ("公开信息120条，其中政策3件", vec!["120条", "3件"]),
            ("1,234条、1，234条、12,345,678次", vec!["1234条", "1234条", "12345678次"]),
            ("收费25.1万元，罚款300元", vec!["251000元", "300元"]),
            ("1.2万条，3亿元，2万余条，10余万人次", vec!["12000条", "300000000元", "~20000条", "~100000人次"]),
            ("收到申请三件，十二条，一百二十余条，两百条", vec!["3件", "12条", "~120条", "200条"]),
            ("一千零五条、三万二千条、二十份、一百零一次", vec!["1005条", "32000条", "20份", "101次"]),
            (
                "百余条，近千条，上万条，数百条，十几件，十多件，两三件",
                vec!["~100条", "~1000条", "~10000条", "~100条", "~10件", "~10件", "~2件"],
            ),
            (
                "近120条，约30件，超过5次，逾60篇，120条左右，50件以上",
                vec!["~120条", "~30件", "~5次", "~60篇", "~120条", "~50件"],
            ),
            ("预约12次，网上3件，线上公开4条", vec!["12次", "3件", "4条"]),
            ("增长16.13%，提高2个百分点，占百分之二十，是上年的1.5倍", vec!["16.13%", "2个百分点", "20%", "1.5倍"]),
            ("分别公开12、15和9条", vec!["12条", "15条", "9条"]),
            ("四个季度分别为12/15/9/8件", vec!["4个", "12件", "15件", "9件", "8件"]),
            ("文件21，发布0。", vec!["21", "0"]),
            ("微信公众号“城关镇”274条", vec!["274条"]),
            ("受理申请一起，复议一件", vec!["1起", "1件"]),
            ("二十六条，其中第二十条", vec!["26条"]),
            ("培训3次、120人次，20个工作日内", vec!["3次", "120人次", "20个工作日"]),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_count_is_left_out() {
        for text in [
            "2023年1月5日8:30",
            "二〇二三年一月",
            "国办公开办函〔2021〕30号",
            "国务院令第711号",
            "（2023）苏0102行初3号",
            "第三方、第一，一是、（一）、三、第二十条第（一）项",
            "电话：0999-1234567，邮编755009，12345热线",
            "1.加强领导。2.落实责任",
            "（1）建立机制；（2）完善制度",
            "V2.0，2023-01-05，2022—2023年，www.a1.cn",
            "一条主线，三条红线，一件件，同一件，高效办成一件事，一起推进",
            "三公经费、两个维护、四个意识、三审三校、双随机、一公开",
            "“三个一”，“一件事”，一次性告知，零件，条例，一个",
            "十四五规划，二十大，党的二十届三中全会",
            "GB/T 9704—2012",
            "一部分，三部门，两本级",
        ] {
            assert_eq!(read(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn places_and_precision_are_told() {
        let text = "公开约1.2万条";
        let number = &numbers(text)[0];
        assert_eq!((&text[number.at.clone()], &text[number.extent.clone()]), ("1.2万", "约1.2万条"));
        assert_eq!((number.step, number.multiplier), (Figure::whole(1000), 10_000));
    }
}
