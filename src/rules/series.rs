//! Numbers at the start of paragraphs, `一、`, `（一）`, `1.`, `（1）`, and the series that they form.
//!
//! Sections two to four hold the tables, whose labels are numbered too: their paragraphs are left out.

use crate::document::Document;
use crate::text::Span;

/// Numbers up to this one; a longer figure is a year or an amount.
const LARGEST: u32 = 99;
/// A paragraph of at most this many characters without a full stop may be a sub-heading.
const SUB_HEADING: usize = 30;

const DIGITS: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `一、`
    Han,
    /// `（一）`
    BracketedHan,
    /// `1.`
    Arabic,
    /// `（1）`
    BracketedArabic,
}

impl Style {
    fn is_bracketed(self) -> bool {
        matches!(self, Self::BracketedHan | Self::BracketedArabic)
    }

    /// A number in this style's numerals.
    pub fn numeral(self, value: u32) -> String {
        match self {
            Self::Han | Self::BracketedHan => han(value),
            Self::Arabic | Self::BracketedArabic => value.to_string(),
        }
    }

    /// A number as this style writes it.
    pub fn written(self, value: u32) -> String {
        let numeral = self.numeral(value);
        match self {
            Self::Han => format!("{numeral}、"),
            Self::Arabic => format!("{numeral}."),
            Self::BracketedHan | Self::BracketedArabic => format!("（{numeral}）"),
        }
    }
}

/// A number at the start of a paragraph.
#[derive(Clone, Debug)]
pub struct Number {
    /// The paragraph, as an index into [`Document::paragraphs`].
    pub paragraph: usize,
    /// The section it stands in.
    pub section: u8,
    /// How it is written.
    pub style: Style,
    /// What it says.
    pub value: u32,
    /// With its brackets; without brackets, with the mark behind it.
    pub span: Span,
    /// The numeral alone.
    pub numeral: Span,
    /// The mark behind it, or behind its brackets.
    pub mark: Option<Span>,
    /// The blanks between it and its words.
    pub blank: Option<Span>,
    /// May as well be words of a sentence: 二、三类, （一）项.
    doubtful: bool,
}

/// Every number at the start of a paragraph, in the order of the text.
#[inline(never)]
pub fn numbers(document: &Document) -> Vec<Number> {
    let text = document.clean.text();
    let mut numbers = Vec::new();
    for (index, paragraph) in document.paragraphs.iter().enumerate() {
        if let Some(section) = paragraph.section.filter(|section| !(2..=4).contains(section)) {
            numbers.extend(number(text, paragraph.span, index, section));
        }
    }
    numbers
}

/// The series that numbers form, each under its parent: `（一）` starts anew in each section, `1.` under each `（一）`.
#[inline(never)]
pub fn series(document: &Document, numbers: &[Number]) -> Vec<Vec<Number>> {
    let mut done: Vec<Vec<Number>> = Vec::new();
    let mut open: Vec<Vec<Number>> = Vec::new();
    for number in numbers {
        if open.first().is_some_and(|series| series[0].section != number.section) {
            done.append(&mut open);
        }
        let Some(at) = open.iter().position(|series| series[0].style == number.style) else {
            if !number.doubtful {
                open.push(vec![number.clone()]);
            }
            continue;
        };
        let last = open[at][open[at].len() - 1].value;
        if number.doubtful && number.value != last + 1 {
            continue;
        }
        done.append(&mut open.split_off(at + 1));
        if number.value == 1 && (last > 1 || follows_sub_heading(document, number)) {
            done.push(std::mem::replace(&mut open[at], vec![number.clone()]));
        } else {
            open[at].push(number.clone());
        }
    }
    done.append(&mut open);
    done
}

/// What is wrong with a number of a series.
#[derive(Debug)]
pub struct Flaw<'a> {
    /// The number.
    pub number: &'a Number,
    /// What it should say.
    pub due: u32,
    /// The same number before it (or behind it), where it stands twice.
    pub twin: Option<&'a Number>,
    /// The numbers behind it that change with it.
    followers: &'a [Number],
}

impl Flaw<'_> {
    /// The edits that put it right: its number and those that change with it.
    pub fn renumbered(&self) -> Vec<(Span, String)> {
        let shifted = |number: &Number| (number.value + self.due).saturating_sub(self.number.value);
        let mut edits = vec![(self.number.numeral, self.number.style.numeral(self.due))];
        for number in self.followers {
            edits.push((number.numeral, number.style.numeral(shifted(number))));
        }
        edits
    }
}

/// The numbers of a series that stand twice, and those before which some are missing.
pub fn flaws(series: &[Number]) -> Vec<Flaw<'_>> {
    /// A greater leap is another list, or no list at all.
    const MOST_MISSING: u32 = 3;
    let mut flaws = Vec::new();
    let mut seen: [Option<&Number>; LARGEST as usize + 1] = [None; LARGEST as usize + 1];
    let mut due = 1;
    for (index, number) in series.iter().enumerate() {
        let behind = &series[index + 1..];
        let next = behind.first().map(|next| next.value);
        let mut add = |twin, followers| flaws.push(Flaw { number, due, twin, followers });
        if number.value == due {
            due += 1;
        } else if number.value < due {
            let is_misnumbered = next.is_none_or(|next| next == due + 1);
            add(seen[number.value as usize], if is_misnumbered { &[] } else { behind });
            due += u32::from(is_misnumbered);
        } else if next == Some(number.value) && number.value == due + 1 {
            add(behind.first(), &[]);
            due += 1;
        } else if number.value - due <= MOST_MISSING && (index > 0 || next.is_some()) {
            add(None, behind);
            due = number.value + 1;
        }
        seen[number.value as usize] = Some(number);
    }
    flaws
}

fn number(text: &str, paragraph: Span, index: usize, section: u8) -> Option<Number> {
    let content = paragraph.of(text);
    // What brackets, digits and Han numerals begin with.
    if !matches!(content.as_bytes().first()?, b'(' | b'0'..=b'9' | 0xe4 | 0xe5 | 0xef) {
        return None;
    }
    let start = paragraph.start as usize;
    let at = |rest: &str| start + content.len() - rest.len();
    let (bracketed, rest) = match content.strip_prefix(['（', '(']) {
        Some(rest) => (true, rest.trim_start_matches(' ')),
        None => (false, content),
    };
    let numeral_start = at(rest);
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let is_han = digits == 0;
    let (value, length) = if is_han { han_value(rest)? } else { (arabic_value(&rest[..digits])?, digits) };
    let rest = &rest[length..];
    let numeral = Span::new(numeral_start, at(rest));
    let (rest, closed) = if bracketed {
        let rest = rest.trim_start_matches(' ').strip_prefix(['）', ')'])?;
        (rest, at(rest))
    } else {
        (rest, at(rest))
    };
    let style = match (bracketed, is_han) {
        (false, true) => Style::Han,
        (true, true) => Style::BracketedHan,
        (false, false) => Style::Arabic,
        (true, false) => Style::BracketedArabic,
    };
    let marks: &[char] = match style {
        Style::Han => &['、', '.', '，', ',', '：', ':', '；'],
        Style::Arabic => &['.', '、'],
        Style::BracketedHan | Style::BracketedArabic => &['、', '，', ',', '.', '。'],
    };
    let words = rest.strip_prefix(marks);
    let mark = words.map(|words| Span::new(closed, at(words)));
    if !style.is_bracketed() && mark.is_none() {
        return None;
    }
    let rest = words.unwrap_or(rest);
    let behind = rest.trim_start_matches([' ', '\t']);
    let next = behind.chars().next()?;
    if style == Style::Arabic && rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let blank = (behind.len() < rest.len()).then(|| Span::new(at(rest), at(behind)));
    let end = if style.is_bracketed() { closed } else { at(rest) };
    let doubtful = match style {
        Style::Han => {
            next.is_ascii_digit() || han_value(behind).is_some_and(|(_, length)| !behind[length..].starts_with('是'))
        }
        Style::BracketedHan | Style::BracketedArabic => matches!(next, '项' | '款' | '目' | '、' | '至'),
        Style::Arabic => false,
    };
    Some(Number {
        paragraph: index,
        section,
        style,
        value,
        span: Span::new(start, end),
        numeral,
        mark,
        blank,
        doubtful,
    })
}

/// Whether the paragraph before a number is a heading without one, under which a series may start.
fn follows_sub_heading(document: &Document, number: &Number) -> bool {
    let Some(before) = number.paragraph.checked_sub(1).map(|index| &document.paragraphs[index]) else {
        return false;
    };
    let content = document.text(before.span);
    let is_numbered = content.starts_with(['（', '(']) || han_value(content).is_some();
    content.ends_with(['：', ':'])
        || !is_numbered && !content.ends_with(['。', '；']) && content.chars().count() <= SUB_HEADING
}

fn arabic_value(digits: &str) -> Option<u32> {
    digits.parse().ok().filter(|value| (1..=LARGEST).contains(value) && !digits.starts_with('0'))
}

/// A Han numeral up to 九十九 at the start of a text, and its length in bytes.
fn han_value(text: &str) -> Option<(u32, usize)> {
    let digit = |c: char| DIGITS.iter().position(|han| *han == c).map(|index| index as u32 + 1);
    let mut chars = text.chars().peekable();
    let tens = chars.peek().copied().and_then(digit);
    if tens.is_some() {
        chars.next();
    }
    let width = '一'.len_utf8();
    let characters = usize::from(tens.is_some());
    if chars.peek() != Some(&'十') {
        return tens.map(|ones| (ones, width));
    }
    chars.next();
    let ones = chars.peek().copied().and_then(digit);
    let length = characters + 1 + usize::from(ones.is_some());
    Some((tens.unwrap_or(1) * 10 + ones.unwrap_or(0), length * width))
}

fn han(value: u32) -> String {
    let (tens, ones) = ((value / 10 % 10) as usize, (value % 10) as usize);
    let mut numeral = String::new();
    if tens > 1 {
        numeral.push(DIGITS[tens - 1]);
    }
    if tens > 0 {
        numeral.push('十');
    }
    if ones > 0 {
        numeral.push(DIGITS[ones - 1]);
    }
    numeral
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(paragraph: &str) -> Option<(Style, u32, String)> {
        let number = number(paragraph, Span::new(0, paragraph.len()), 0, 1)?;
        Some((number.style, number.value, number.span.of(paragraph).to_owned()))
    }

    #[test]
    fn numbers_are_read_in_every_style() {
        for (paragraph, style, value, span) in [
            ("一、加强领导", Style::Han, 1, "一、"),
            ("十二、其他", Style::Han, 12, "十二、"),
            ("（二十一）培训", Style::BracketedHan, 21, "（二十一）"),
            ("( 三 ) 培训", Style::BracketedHan, 3, "( 三 )"),
            ("1.公开内容", Style::Arabic, 1, "1."),
            ("10、公开内容", Style::Arabic, 10, "10、"),
            ("（3）公开内容", Style::BracketedArabic, 3, "（3）"),
        ] {
            assert_eq!(read(paragraph), Some((style, value, span.to_owned())), "{paragraph}");
        }
    }

    #[test]
    fn figures_and_words_are_no_numbers() {
        for paragraph in ["3.5万元", "2023.公开", "一是公开", "第一，公开", "1.1公开", "（见附件）", "5、6月份", "（一"]
        {
            assert_eq!(read(paragraph), None, "{paragraph}");
        }
    }

    #[test]
    fn han_numerals_lead_both_ways() {
        for value in 1..=LARGEST {
            assert_eq!(han_value(&han(value)), Some((value, han(value).len())));
        }
    }
}
