//! Texts as accidents leave them: characters lost, doubled, swapped, strange ones put in, lines gone.

use super::random::Random;

/// What may get into a text: outside the BMP, invisible, half of something, markup, bars, brackets.
static ODDITIES: &[&str] = &[
    "𠮷",
    "😀",
    "👨‍👩‍👧",
    "\u{301}",
    "\u{20dd}",
    "\u{fffd}",
    "\0",
    "\u{200f}",
    "\u{202e}",
    "\u{feff}",
    "\u{200b}",
    "\u{a0}",
    "\u{3000}",
    "\u{2028}",
    "\u{b}",
    "\r\n",
    "\t",
    "|",
    "｜",
    "│",
    "（",
    "）",
    "(",
    ")",
    "《",
    "》",
    "“",
    "〔",
    "<",
    ">",
    "</td>",
    "<td>",
    "<tr>",
    "<table>",
    "</table>",
    "<td colspan=99999 rowspan=0>",
    "<!--",
    "-->",
    "<script>",
    "&nbsp;",
    "&#x10FFFF;",
    "&#99999999;",
    "&",
    "**",
    "#",
    "- 3 -",
    "第3页",
    "一、",
    "四、",
    "（三）",
    "1.",
    "总计",
    "其他",
    "-",
    "—",
    "−",
    "/",
    "无",
    "%",
    "0",
    "９",
    "①",
    "Ⅳ",
    "〇",
    "1e9",
    "3.",
    ",",
    "999999999999999999999999",
    "XX",
    "2023年",
    "ﷺ",
    "ab\u{300}",
    "\u{e000}",
    "\u{10ffff}",
    "ก็",
    "한",
];

/// A text with some accidents; `other` is another report, whose half may be joined on.
pub fn damaged(text: &str, other: &str, random: &mut Random) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    for _ in 0..random.between(1, 12) {
        damage(&mut characters, other, random);
    }
    characters.into_iter().collect()
}

fn damage(text: &mut Vec<char>, other: &str, random: &mut Random) {
    if text.is_empty() {
        text.extend(random.pick(ODDITIES).chars());
        return;
    }
    let at = random.below(text.len());
    match random.below(16) {
        0 | 1 => {
            let end = (at + random.between(1, 6) as usize).min(text.len());
            text.drain(at..end);
        }
        2 => text.insert(at, text[at]),
        3 => {
            let with = random.below(text.len());
            text.swap(at, with);
        }
        4 | 5 => {
            let (start, end) = line_round(text, at);
            text.drain(start..end);
        }
        6 => {
            let (start, end) = line_round(text, at);
            let line: Vec<char> = text[start..end].to_vec();
            text.splice(start..start, line);
        }
        7 | 8 => replace_one(text, at, |c| c.is_ascii_digit(), &['0', '1', '7', '9', '-', '.', '１'], random),
        9 => replace_one(text, at, |c| "\t \n".contains(c), &['\t', ' ', '\n', '\u{3000}'], random),
        10..=12 => {
            let oddity: Vec<char> = random.pick(ODDITIES).chars().collect();
            text.splice(at..at, oddity);
        }
        // All of one kind of blank becomes another.
        13 if random.one_in(3) => {
            let (from, to) = (*random.pick(&['\t', '\n', ' ', '|']), *random.pick(&['\t', ' ', '\n']));
            text.iter_mut().filter(|c| **c == from).for_each(|c| *c = to);
        }
        // Cut off, at the end or at the beginning.
        14 if random.one_in(3) => text.truncate(at),
        14 if random.one_in(2) => drop(text.drain(..at)),
        15 if random.one_in(3) => {
            let rest = other.chars().skip(random.below(other.chars().count().max(1)));
            text.truncate(at);
            text.extend(rest);
        }
        _ => text.truncate(text.len() - 1),
    }
}

fn line_round(text: &[char], at: usize) -> (usize, usize) {
    let start = text[..at].iter().rposition(|&c| c == '\n').map_or(0, |newline| newline + 1);
    let end = text[at..].iter().position(|&c| c == '\n').map_or(text.len(), |newline| at + newline + 1);
    (start, end)
}

fn replace_one(text: &mut [char], at: usize, which: impl Fn(char) -> bool, by: &[char], random: &mut Random) {
    if let Some(found) = text[at..].iter().position(|&character| which(character)) {
        text[at + found] = *random.pick(by);
    }
}
