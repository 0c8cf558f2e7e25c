//! Han numerals: 三, 十二, 一百二十, 两百, 三万二千. They are counts only with a unit, and not in set phrases.

use super::{Number, finish, units};
use crate::text::Figure;

/// Words before 一 that make of it no count, and before any numeral.
const NO_COUNT_BEFORE: [char; 15] =
    ['同', '每', '任', '某', '哪', '这', '那', '第', '另', '唯', '统', '逐', '“', '之', '进'];
/// What follows a unit in set phrases: 一条主线, 三条红线, 一件事, 两个维护, 一次性.
const SET_PHRASES: [&str; 42] = [
    "条主线",
    "条红线",
    "条底线",
    "条龙",
    "条心",
    "条战线",
    "条腿",
    "条线",
    "条街",
    "条路",
    "条热线",
    "条例",
    "件事",
    "件套",
    "个维护",
    "个意识",
    "个自信",
    "个确立",
    "个全面",
    "个文明",
    "个结合",
    "个到位",
    "个环节",
    "个方面",
    "个不",
    "个百年",
    "次性",
    "次办",
    "次办好",
    "次告知",
    "次跑",
    "份力",
    "人一",
    "位一体",
    "项制度",
    "本账",
    "名一",
    "张图",
    "张网",
    "张清单",
    "处一",
    "级",
];
/// Before 一起 it is a count, else it means "together".
const CASES: [&str; 8] = ["申请", "复议", "诉讼", "收到", "受理", "发生", "案件", "案"];

/// Whether a text begins with a numeral; told by its bytes, since few characters do.
#[inline]
pub fn is_numeral(bytes: &[u8]) -> bool {
    match bytes {
        // 〇
        [0xe3, 0x80, 0x87, ..]
        // 一七万三两九二五亿
        | [0xe4, 0xb8, 0x80 | 0x83 | 0x87 | 0x89 | 0xa4, ..]
        | [0xe4, 0xb9, 0x9d, ..]
        | [0xe4, 0xba, 0x8c | 0x94 | 0xbf, ..]
        // 八六十千四
        | [0xe5, 0x85, 0xab | 0xad, ..]
        | [0xe5, 0x8d, 0x81 | 0x83, ..]
        | [0xe5, 0x9b, 0x9b, ..]
        // 百零
        | [0xe7, 0x99, 0xbe, ..]
        | [0xe9, 0x9b, 0xb6, ..] => true,
        _ => false,
    }
}

/// The value of a Han numeral of at most a few digits: 六, 十二, 二十.
pub fn value(numeral: &str) -> Option<i64> {
    let mut total = 0_i64;
    let mut section = 0_i64;
    let mut pending = None;
    for c in numeral.chars() {
        if let Some(digit) = digit(c) {
            if pending.is_some_and(|pending| pending > 0) {
                return None;
            }
            pending = Some(digit);
            continue;
        }
        match power(c)? {
            power @ (10 | 100 | 1000) => section += pending.take().unwrap_or(1) * power,
            power => {
                total = (total + section + pending.take().unwrap_or(0)).max(1).checked_mul(power)?;
                section = 0;
            }
        }
    }
    Some(total + section + pending.unwrap_or(0))
}

/// Reads a run of numerals; gives its length.
pub fn read(text: &str, start: usize, found: &mut Vec<Number>) -> usize {
    if let Some(rest) = text[start..].strip_prefix("百分之") {
        let length = run_length(rest);
        let at = start..start + "百分之".len() + length;
        found.extend(value(&rest[..length]).filter(|_| length > 0).map(|value| Number {
            extent: at.clone(),
            at: at.clone(),
            value: Figure::whole(value),
            step: Figure::whole(1),
            multiplier: 1,
            exact: true,
            unit: "%",
        }));
        return at.len();
    }
    let end = start + run_length(&text[start..]);
    let numeral = &text[start..end];
    let before = &text[..start];
    let behind = &text[end..];
    let length = end - start;
    if units::unit(behind).0.is_empty() && units::hedge(behind).is_none() {
        return length;
    }
    let approximate = before.ends_with(['数', '几', '上']) && numeral.starts_with(['十', '百', '千', '万'])
        || numeral.starts_with(['百', '千', '万', '亿'])
        || neighbours(numeral);
    let read = if neighbours(numeral) { numeral.chars().next().and_then(digit) } else { value(numeral) };
    let Some(value) = read.filter(|_| !is_set_phrase(before, numeral, behind)) else { return length };
    if let Some(mut number) = finish(text, start..end, Figure::whole(value), true) {
        number.exact &= !approximate;
        found.push(number);
    }
    length
}

fn run_length(text: &str) -> usize {
    let mut length = 0;
    while is_numeral(&text.as_bytes()[length..]) {
        length += '一'.len_utf8();
    }
    length
}

/// 两三, 七八: two neighbours stand for "about so many".
fn neighbours(numeral: &str) -> bool {
    let digits: Vec<Option<i64>> = numeral.chars().map(digit).collect();
    matches!(digits[..], [Some(a), Some(b)] if a > 0 && b > a && b - a <= 2)
}

fn is_set_phrase(before: &str, numeral: &str, behind: &str) -> bool {
    let (unit, length) = units::unit(behind);
    let rest = &behind[length..];
    let one = numeral == "一";
    let doubled = rest.starts_with(unit) && !unit.is_empty();
    let together = one && unit == "起" && !CASES.iter().any(|word| before.ends_with(word));
    let article =
        one && matches!(unit, "个" | "名" | "位" | "家" | "种" | "类" | "组" | "段" | "处" | "套" | "批" | "本");
    before.ends_with(NO_COUNT_BEFORE)
        || doubled
        || together
        || article
        || numeral == "零" && unit == "件"
        || SET_PHRASES.iter().any(|phrase| behind.starts_with(phrase))
}

fn digit(c: char) -> Option<i64> {
    match c {
        '零' | '〇' => Some(0),
        '一' => Some(1),
        '二' | '两' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        _ => None,
    }
}

fn power(c: char) -> Option<i64> {
    match c {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        '万' => Some(10_000),
        '亿' => Some(100_000_000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_told_by_their_bytes() {
        for c in '\0'..='\u{ffff}' {
            let expected = digit(c).is_some() || power(c).is_some();
            assert_eq!(is_numeral(c.to_string().as_bytes()), expected, "{c}");
        }
    }
}
