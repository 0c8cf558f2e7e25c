//! Automatic numbering written out: Word keeps 一、 （一） 1. outside of the text.

/// More than Word itself can manage; a hostile file may hold any number.
pub const MOST_LISTS: usize = 2_000;
/// Levels of a list.
pub const LEVELS: usize = 9;

/// How one level of a list is numbered.
#[derive(Clone)]
pub struct Level {
    /// The first item's number.
    pub start: u32,
    /// How numbers are written: a code of `MSONFC`, which .doc files use and .docx files have names for.
    pub format: u8,
    /// What stands before an item; the characters U+0001 to U+0009 stand for the numbers of the levels 1 to 9.
    pub text: String,
    /// Whether all numbers are in Arabic numerals, whatever their level's format.
    pub is_legal: bool,
    /// Whether it begins again after an item of a higher level.
    pub restarts: bool,
    /// Whether something stands between the number and the text.
    pub is_spaced: bool,
}

/// A kind of list: its levels, and what was counted so far.
#[derive(Default)]
pub struct Scheme {
    /// From the highest; those that the file leaves out have no number.
    pub levels: [Option<Level>; LEVELS],
    last: [Option<u32>; LEVELS],
}

impl Scheme {
    /// Nothing counted yet.
    pub fn new(levels: [Option<Level>; LEVELS]) -> Self {
        Self { levels, last: [None; LEVELS] }
    }
}

/// A list: a scheme, and what it does differently. Lists of one scheme count on, one after the other.
#[derive(Default)]
pub struct List {
    /// The scheme's place in [`Numbering::schemes`].
    pub scheme: usize,
    /// The levels that begin anew with this list, and their first number.
    pub starts: [Option<u32>; LEVELS],
    /// Levels in place of the scheme's.
    pub levels: [Option<Level>; LEVELS],
    has_begun: bool,
}

impl List {
    /// A list that does nothing differently.
    pub fn of(scheme: usize) -> Self {
        Self { scheme, ..Self::default() }
    }
}

/// All lists of a file.
#[derive(Default)]
pub struct Numbering {
    /// Kinds of lists.
    pub schemes: Vec<Scheme>,
    /// Lists, by the number that paragraphs name them by.
    pub lists: Vec<(u32, List)>,
}

impl Numbering {
    /// What stands before the next item of a list, from `level` 0 down; None where it is nothing, or a mere bullet.
    pub fn next(&mut self, list: u32, level: usize) -> Option<Label> {
        let (_, list) = self.lists.iter_mut().find(|(number, _)| *number == list)?;
        let scheme = self.schemes.get_mut(list.scheme)?;
        if !std::mem::replace(&mut list.has_begun, true) {
            for (last, start) in scheme.last.iter_mut().zip(list.starts) {
                *last = if start.is_some() { None } else { *last };
            }
        }
        let defined = |level: usize| list.levels.get(level)?.as_ref().or(scheme.levels.get(level)?.as_ref());
        let start = |at: usize| list.starts[at].unwrap_or_else(|| defined(at).map_or(1, |level| level.start));
        let own = defined(level)?;
        scheme.last[level] = Some(scheme.last[level].map_or_else(|| start(level), |last| last.saturating_add(1)));
        for deeper in level + 1..LEVELS {
            if defined(deeper).is_none_or(|level| level.restarts) {
                scheme.last[deeper] = None;
            }
        }
        if own.format == BULLET {
            return None;
        }
        let mut text = String::new();
        for c in own.text.chars() {
            match c {
                '\u{1}'..='\u{9}' => {
                    let at = c as usize - 1;
                    let format = if own.is_legal { DECIMAL } else { defined(at).map_or(DECIMAL, |level| level.format) };
                    write_number(&mut text, format, scheme.last[at].unwrap_or_else(|| start(at)));
                }
                _ => text.push(c),
            }
        }
        (!text.trim().is_empty()).then_some(Label { text, is_spaced: own.is_spaced })
    }
}

/// What stands before an item.
pub struct Label {
    text: String,
    is_spaced: bool,
}

impl Label {
    /// The label and the item's text as one line, as a Chinese typist would have written it.
    pub fn before(self, text: &str) -> String {
        let is_latin = |c: char| c.is_ascii_alphanumeric();
        let parted = self.is_spaced && text.starts_with(is_latin) && self.text.ends_with(|c: char| c.is_ascii());
        self.text + if parted { " " } else { "" } + text
    }
}

/// `MSONFC` codes that are named in this file or that .docx names need.
pub const DECIMAL: u8 = 0;
/// A mark that counts nothing.
pub const BULLET: u8 = 23;

/// Codes and the names that .docx files give them.
const NAMES: [(&str, u8); 31] = [
    ("decimal", DECIMAL),
    ("upperRoman", 1),
    ("lowerRoman", 2),
    ("upperLetter", 3),
    ("lowerLetter", 4),
    ("ideographDigital", 10),
    ("japaneseCounting", 11),
    ("decimalFullWidth", 14),
    ("decimalHalfWidth", DECIMAL),
    ("japaneseLegal", 16),
    ("japaneseDigitalTenThousand", 10),
    ("decimalEnclosedCircle", 18),
    ("decimalFullWidth2", 14),
    ("decimalZero", 22),
    ("bullet", BULLET),
    ("decimalEnclosedFullstop", 26),
    ("decimalEnclosedParen", 27),
    ("decimalEnclosedCircleChinese", 28),
    ("ideographEnclosedCircle", 29),
    ("ideographTraditional", 30),
    ("ideographZodiac", 31),
    ("ideographZodiacTraditional", 31),
    ("taiwaneseCounting", 33),
    ("ideographLegalTraditional", 34),
    ("taiwaneseCountingThousand", 35),
    ("taiwaneseDigital", 10),
    ("chineseCounting", 37),
    ("chineseLegalSimplified", 38),
    ("chineseCountingThousand", 39),
    ("numberInDash", 57),
    ("none", 255),
];

/// The code of a .docx file's name; Arabic numerals where it is a script that no report is in.
pub fn format_named(name: &str) -> u8 {
    NAMES.iter().find(|(known, _)| *known == name).map_or(DECIMAL, |(_, format)| *format)
}

fn write_number(text: &mut String, format: u8, number: u32) {
    let enclosed = |first: char, count: u32| {
        (1..=count).contains(&number).then(|| char::from_u32(first as u32 + number - 1)).flatten()
    };
    let listed = |signs: &str| number.checked_sub(1).and_then(|at| signs.chars().nth(at as usize));
    let one = match format {
        18 | 28 => enclosed('①', 20),
        26 => enclosed('⒈', 20),
        27 => enclosed('⑴', 20),
        29 => enclosed('㊀', 10),
        30 => listed("甲乙丙丁戊己庚辛壬癸"),
        31 => listed("子丑寅卯辰巳午未申酉戌亥"),
        _ => None,
    };
    if let Some(one) = one {
        return text.push(one);
    }
    let arabic = &*number.to_string();
    let mut push = |parts: &[&str]| parts.iter().for_each(|part| text.push_str(part));
    match format {
        255 => {}
        1 => push(&[&roman(number)]),
        2 => push(&[&roman(number).to_ascii_lowercase()]),
        3 => letters(text, number, b'A'),
        4 => letters(text, number, b'a'),
        10 | 36 => digits(text, arabic, "〇一二三四五六七八九"),
        14 | 19 => digits(text, arabic, "０１２３４５６７８９"),
        11 | 33 | 35 | 37 | 39 => count(text, number, "零一二三四五六七八九", "十百千", true),
        16 | 34 => count(text, number, "零壹貳參肆伍陸柒捌玖", "拾佰仟", false),
        38 => count(text, number, "零壹贰叁肆伍陆柒捌玖", "拾佰仟", false),
        22 if number < 10 => push(&["0", arabic]),
        57 => push(&["- ", arabic, " -"]),
        _ => push(&[arabic]),
    }
}

fn digits(text: &mut String, arabic: &str, signs: &str) {
    for digit in arabic.bytes() {
        text.extend(han(digit - b'0', signs));
    }
}

fn han(digit: u8, digits: &str) -> Option<char> {
    digits.chars().nth(digit.into())
}

/// 二十三, 一百零五; 十 without 一 before it where `short`. What no list counts to is in Arabic numerals.
fn count(text: &mut String, number: u32, digits: &str, powers: &str, short: bool) {
    if number == 0 || number > 9999 {
        return text.push_str(&number.to_string());
    }
    let mut skipped = false;
    for exponent in (0..4).rev() {
        let digit = (number / 10_u32.pow(exponent) % 10) as u8;
        let above = number / 10_u32.pow(exponent + 1) > 0;
        if digit == 0 {
            skipped = above;
            continue;
        }
        if std::mem::take(&mut skipped) {
            text.extend(han(0, digits));
        }
        if !(short && digit == 1 && exponent == 1 && !above) {
            text.extend(han(digit, digits));
        }
        text.extend(exponent.checked_sub(1).and_then(|power| powers.chars().nth(power as usize)));
    }
}

fn roman(number: u32) -> String {
    if number > 4999 {
        return number.to_string();
    }
    let signs = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"];
    let mut left = number;
    let mut text = String::new();
    for (sign, value) in signs.into_iter().zip([1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1]) {
        while left >= value {
            text.push_str(sign);
            left -= value;
        }
    }
    text
}

/// a … z, aa … zz, as Word goes on.
fn letters(text: &mut String, number: u32, first: u8) {
    let Some(at) = number.checked_sub(1) else { return };
    let letter = char::from(first + (at % 26) as u8);
    for _ in 0..(at / 26 + 1).min(30) {
        text.push(letter);
    }
}

#[cfg(test)]
mod tests {
    use super::{format_named, write_number};

    fn written(format: &str, number: u32) -> String {
        let mut text = String::new();
        write_number(&mut text, format_named(format), number);
        text
    }

    #[test]
    fn numbers_are_written_as_word_shows_them() {
        for (format, number, shown) in [
            ("decimal", 12, "12"),
            ("chineseCounting", 10, "十"),
            ("chineseCountingThousand", 1, "一"),
            ("chineseCountingThousand", 15, "十五"),
            ("chineseCountingThousand", 20, "二十"),
            ("japaneseCounting", 21, "二十一"),
            ("taiwaneseCountingThousand", 105, "一百零五"),
            ("chineseCountingThousand", 1010, "一千零一十"),
            ("chineseLegalSimplified", 12, "壹拾贰"),
            ("ideographTraditional", 3, "丙"),
            ("ideographTraditional", 11, "11"),
            ("ideographZodiac", 12, "亥"),
            ("ideographDigital", 20, "二〇"),
            ("decimalEnclosedCircle", 20, "⑳"),
            ("decimalEnclosedCircle", 21, "21"),
            ("decimalEnclosedParen", 2, "⑵"),
            ("decimalFullWidth", 10, "１０"),
            ("decimalZero", 7, "07"),
            ("upperRoman", 14, "XIV"),
            ("lowerRoman", 9, "ix"),
            ("upperLetter", 28, "BB"),
            ("lowerLetter", 26, "z"),
            ("none", 3, ""),
        ] {
            assert_eq!(written(format, number), shown, "{format}");
        }
        assert_eq!(written("chineseCounting", u32::MAX), "4294967295");
    }
}
