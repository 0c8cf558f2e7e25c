//! The report's title, on one line or several, with its organ and year.

use crate::document::{Line, Title};
use crate::parse::furniture;
use crate::text::blank::without_blanks;

/// The title stands among this many lines at the start.
const REACH: usize = 40;
/// A line of a title has at most this many characters.
const MAX_LENGTH: usize = 60;
/// A title stands on at most this many lines.
const MAX_LINES: usize = 4;

/// Finds the title among the lines before `end`. Gives it with the lines it stands on.
#[inline(never)]
pub fn find(text: &str, lines: &[Line], end: usize) -> Option<(Title, Vec<usize>)> {
    let short: Vec<(usize, String)> = lines[..end]
        .iter()
        .enumerate()
        .filter_map(|(index, line)| {
            Some((index, without_blanks(line.span.of(text)))).filter(|(_, compact)| !compact.is_empty())
        })
        .take(REACH)
        .collect();
    let is_line = |compact: &str| {
        compact.chars().count() <= MAX_LENGTH
            && !compact.contains(['。', '；', '：', ':'])
            && !furniture::is_web_page(compact)
    };
    let (mut first, mut last) = (0..short.len()).filter(|first| names_subject(&short[*first].1)).find_map(|first| {
        let mut joined = String::new();
        let lines = short[first..].iter().take(MAX_LINES).take_while(|(_, line)| is_line(line));
        lines.zip(first..).find_map(|((_, line), last)| {
            joined.push_str(line);
            is_title(&joined).then_some((first, last))
        })
    })?;
    let joined =
        |first: usize, last: usize| short[first..=last].iter().map(|(_, line)| line.as_str()).collect::<String>();
    // 政务公开 on a line above names the subject as well, but in a page's menu.
    let says_all = |start: &usize| {
        let title = joined(*start, last);
        is_title(&title) && names_subject(&short[*start].1) && parts(&title) != (None, None)
    };
    let has_no_year = |start: &usize| short[first..*start].iter().all(|(_, line)| year_in(line).is_none());
    first = (first..=last).rev().find(|start| says_all(start) && has_no_year(start)).unwrap_or(first);
    // 年度报 wants its last character, which a narrow page may have put on the next line.
    if short[last].1.ends_with("年度报") && short.get(last + 1).is_some_and(|(_, line)| line == "告") {
        last += 1;
    }
    // The organ may stand on a line of its own above.
    while first > 0
        && last - first + 1 < MAX_LINES
        && parts(&joined(first, last)).0.is_none()
        && may_be_organ(&short[first - 1].1)
    {
        first -= 1;
    }
    let title = joined(first, last);
    let (organ, year) = parts(&title);
    let span = lines[short[first].0].span.trimmed(text).to(lines[short[last].0].span.trimmed(text));
    let mut used: Vec<usize> = (first..=last).map(|index| short[index].0).collect();
    let residue = short.get(last + 1).filter(|(_, line)| is_residue(line, &title)).map(|(index, _)| {
        used.push(*index);
        lines[*index].span.trimmed(text)
    });
    Some((Title { span, text: title, organ, year, residue }, used))
}

/// A year with 年 in digits or Han numerals; the place of the four digits and their value.
pub fn year_in(text: &str) -> Option<(usize, usize, i32)> {
    let (mut start, mut end, mut digits, mut year) = (0, 0, 0, 0);
    for (at, c) in text.char_indices() {
        if let Some(digit) = digit(c) {
            if digits == 0 || end < at {
                (start, digits, year) = (at, 0, 0);
            }
            if digits < 4 {
                year = year * 10 + digit;
            }
            digits += 1;
            end = at + c.len_utf8();
        } else if c != ' ' {
            if digits == 4 && matches!(c, '年' | '度') && (2000..2100).contains(&year) {
                return Some((start, end, year));
            }
            digits = 0;
        }
    }
    None
}

fn digit(c: char) -> Option<i32> {
    match c {
        '0'..='9' => Some(c as i32 - '0' as i32),
        '〇' | '○' | '零' | 'O' | 'o' => Some(0),
        '一' => Some(1),
        '二' => Some(2),
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

/// Whether the words are a title of such a report: they name the subject and end with what it is.
fn is_title(joined: &str) -> bool {
    let bare = joined.trim_end_matches(['》', '。']);
    let bare =
        bare.rsplit_once(['（', '(']).filter(|(_, note)| note.ends_with(['）', ')'])).map_or(bare, |(head, _)| head);
    ["信息公开", "政务公开"].iter().any(|subject| bare.contains(subject))
        && ["报告", "年报", "年度报"].iter().any(|end| bare.ends_with(end))
        && !bare.contains("关于印发")
        && !bare.contains("的通知")
}

/// Whether the first line of a title has part of it, so that no line before it is taken in.
fn names_subject(line: &str) -> bool {
    ["公开", "年度", "报告"].iter().any(|word| line.contains(word)) || year_in(line).is_some()
}

/// A line of a place or an organ: a few words without a mark.
fn may_be_organ(line: &str) -> bool {
    const ENDS: [&str; 32] = [
        "政府", "镇", "乡", "街道", "局", "委", "办", "县", "市", "区", "厅", "院", "处", "会", "中心", "所", "站",
        "旗", "盟", "州", "省", "部", "署", "室", "队", "校", "学", "社", "团", "台", "馆", "公司",
    ];
    let words = line.chars().all(|c| crate::text::is_han(c) || matches!(c, '（' | '）' | '(' | ')' | '·'));
    let name = line.trim_end_matches(['）', ')']);
    words && line.chars().count() <= 40 && ENDS.iter().any(|end| name.ends_with(end))
}

/// The organ and the year in a title: "昌平县人民政府2023年政府信息公开工作年度报告".
fn parts(title: &str) -> (Option<String>, Option<i32>) {
    let bare = title.trim_start_matches(['《', '#']).trim_start_matches("关于");
    let year = year_in(bare);
    let (before, behind) = match year {
        Some((start, end, _)) => (&bare[..start], bare[end..].trim_start_matches(['年', '度'])),
        None => ("", bare),
    };
    let subject =
        ["政府信息公开", "政务公开", "信息公开"].iter().filter_map(|word| behind.find(word)).min().unwrap_or(0);
    let organ = if before.is_empty() { &behind[..subject] } else { before };
    let organ = organ.trim_end_matches(['的', '年', '度']).trim_matches(['（', '）', '(', ')', '-', '—']);
    (Some(organ.to_owned()).filter(|organ| !organ.is_empty()), year.map(|(.., year)| year))
}

/// One to three characters that the title ends with, left on a line of their own by a copy.
fn is_residue(line: &str, title: &str) -> bool {
    let length = line.chars().count();
    (1..=3).contains(&length) && title.ends_with(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organ_and_year_are_read_from_every_usual_title() {
        for (title, organ, year) in [
            ("青石镇人民政府2023年政府信息公开工作年度报告", Some("青石镇人民政府"), Some(2023)),
            ("2024年度临川县林业局政府信息公开工作年度报告", Some("临川县林业局"), Some(2024)),
            ("白河乡二〇二二年政府信息公开年度报告", Some("白河乡"), Some(2022)),
            ("2023年政府信息公开工作年度报告", None, Some(2023)),
            ("云台市人民政府政府信息公开工作年度报告", Some("云台市人民政府"), None),
        ] {
            assert_eq!(parts(title), (organ.map(str::to_owned), year), "{title}");
        }
    }

    #[test]
    fn a_year_needs_its_word() {
        assert_eq!(year_in("2023 年").map(|(.., year)| year), Some(2023));
        assert_eq!(year_in("邮编202312"), None);
        assert_eq!(year_in("12023年"), None);
    }
}
