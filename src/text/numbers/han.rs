//! Han numerals: 三, 十二, 一百二十, 两百, 三万二千. They are counts only with a unit, and not in set phrases.

use super::{Number, finish, units};
use crate::text::{Figure, Firsts};

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

/// The numerals and what they are worth: what is less than ten is a digit, all else a power of ten.
const NUMERALS: [(&str, i64); 17] = [
    ("零", 0),
    ("〇", 0),
    ("一", 1),
    ("二", 2),
    ("两", 2),
    ("三", 3),
    ("四", 4),
    ("五", 5),
    ("六", 6),
    ("七", 7),
    ("八", 8),
    ("九", 9),
    ("十", 10),
    ("百", 100),
    ("千", 1000),
    ("万", 10_000),
    ("亿", 100_000_000),
];
/// Each has this many bytes.
const WIDTH: usize = '一'.len_utf8();

/// What figures in Han numerals begin with.
pub const FIRST_OF_NUMERALS: Firsts = Firsts::of(&NUMERALS);

/// What the numeral is worth that a text begins with.
pub fn numeral(text: &[u8]) -> Option<i64> {
    let first = text.first_chunk::<WIDTH>();
    NUMERALS.iter().find(|(numeral, _)| numeral.as_bytes().first_chunk() == first).map(|(_, worth)| *worth)
}

/// The value of a Han numeral of at most a few digits: 六, 十二, 二十.
pub fn value(numerals: &str) -> Option<i64> {
    let mut total = 0_i64;
    let mut section = 0_i64;
    let mut pending = None;
    let mut rest = numerals.as_bytes();
    while !rest.is_empty() {
        match numeral(rest)? {
            digit @ ..10 => {
                if pending.is_some_and(|pending| pending > 0) {
                    return None;
                }
                pending = Some(digit);
            }
            power @ ..10_000 => section += pending.take().unwrap_or(1) * power,
            power => {
                total = (total + section + pending.take().unwrap_or(0)).max(1).checked_mul(power)?;
                section = 0;
            }
        }
        rest = &rest[WIDTH..];
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
    let read = value(if neighbours(numeral) { &numeral[..WIDTH] } else { numeral });
    let Some(value) = read.filter(|_| !is_set_phrase(before, numeral, behind)) else { return length };
    if let Some(mut number) = finish(text, start..end, Figure::whole(value), true) {
        number.exact &= !approximate;
        found.push(number);
    }
    length
}

fn run_length(text: &str) -> usize {
    let mut length = 0;
    while numeral(&text.as_bytes()[length..]).is_some() {
        length += WIDTH;
    }
    length
}

/// 两三, 七八: two neighbours stand for "about so many".
fn neighbours(numerals: &str) -> bool {
    let (first, second) = numerals.as_bytes().split_at(WIDTH);
    matches!((numeral(first), numeral(second)), (Some(a @ 1..10), Some(b @ ..10)) if second.len() == WIDTH && b > a && b - a <= 2)
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
