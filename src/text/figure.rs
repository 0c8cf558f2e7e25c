//! Figures as people write them in a cell: exact, never a floating-point number.

use std::fmt;

/// Decimal places that are kept.
const PLACES: usize = 6;
const ONE: i64 = 1_000_000;

/// An exact decimal number with at most twelve digits before and six after the point; what would be larger stays at the
/// largest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Figure(i64);

impl Figure {
    /// Before the point. Longer figures are unreadable by definition, so that they and their sums fit 64 bits.
    pub const MOST_DIGITS: usize = 12;

    /// A whole number.
    pub fn whole(value: i64) -> Self {
        Self(value.saturating_mul(ONE))
    }

    /// Reads a figure without a unit, in the clean reading: digits, thousands separators, a sign, a decimal point.
    pub fn parse(text: &str) -> Option<Self> {
        let sign = text.chars().next()?;
        let negative = matches!(sign, '-' | '−' | '－' | '–');
        let digits = if negative || matches!(sign, '+' | '＋') { &text[sign.len_utf8()..] } else { text };
        let (whole, length) = parse_whole(digits.as_bytes())?;
        let fraction = match &digits.as_bytes()[length..] {
            [] => 0,
            [b'.', fraction @ ..] => parse_fraction(fraction)?,
            _ => return None,
        };
        let value = whole * ONE + fraction;
        Some(Self(if negative { -value } else { value }))
    }

    /// A tenth to the `power`: 元 to 万元 is `divided_by_ten_to(4)`; `None` where a digit would be lost.
    pub fn divided_by_ten_to(self, power: u32) -> Option<Self> {
        let divisor = 10_i64.pow(power);
        (self.0 % divisor == 0).then_some(Self(self.0 / divisor))
    }

    /// So many times as much: 万 is `times(10_000)`.
    #[must_use]
    pub fn times(self, factor: i64) -> Self {
        Self(self.0.saturating_mul(factor))
    }

    /// What its last digit is worth: 0.01 in 3.25, 1 in a whole number.
    #[must_use]
    pub fn step(self) -> Self {
        let mut step = ONE;
        while step > 1 && self.0 % step != 0 {
            step /= 10;
        }
        Self(step)
    }

    /// A half.
    #[must_use]
    pub fn half(self) -> Self {
        self.divided_by(2)
    }

    /// One of so many equal parts.
    #[must_use]
    pub fn divided_by(self, parts: i64) -> Self {
        Self(self.0 / parts.max(1))
    }

    /// Rounded half up to so many decimal places.
    #[must_use]
    pub fn rounded(self, places: u32) -> Self {
        let unit = ONE / 10_i64.pow(places.min(PLACES as u32));
        Self(self.0.saturating_add(unit / 2).div_euclid(unit) * unit)
    }

    /// How many per cent of `whole` it is, to six places; `None` of nothing.
    pub fn percent_of(self, whole: Self) -> Option<Self> {
        let percent = i128::from(self.0) * i128::from(100 * ONE);
        percent.checked_div(whole.0.into())?.try_into().ok().map(Self)
    }

    /// Whether it has no decimal part.
    pub fn is_whole(self) -> bool {
        self.0 % ONE == 0
    }

    /// As a whole number, where it is one.
    pub fn to_whole(self) -> Option<i64> {
        self.is_whole().then_some(self.0 / ONE)
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The difference without its sign.
    #[must_use]
    pub fn distance(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0).saturating_abs())
    }

    /// Writes it behind a text, as `to_string` would.
    pub fn write_to(self, text: &mut String) {
        match self.to_whole().map(u8::try_from) {
            // Most figures of a report; all of the formatting would take longer than the digit.
            Some(Ok(digit @ 0..10)) => text.push(char::from(b'0' + digit)),
            _ => text.push_str(&self.to_string()),
        }
    }

    /// As JavaScript's numbers, for the report.
    #[allow(clippy::cast_precision_loss)]
    pub fn to_f64(self) -> f64 {
        if let Some(whole) = self.to_whole() {
            return whole as f64;
        }
        let step = self.step().0;
        (self.0 / step) as f64 / (ONE / step) as f64
    }
}

impl std::ops::Add for Figure {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl std::ops::Sub for Figure {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl std::iter::Sum for Figure {
    fn sum<I: Iterator<Item = Self>>(figures: I) -> Self {
        figures.fold(Self::default(), std::ops::Add::add)
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(whole) = self.to_whole() {
            return fmt::Display::fmt(&whole, f);
        }
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, mut fraction, mut places) = (self.0.abs() / ONE, self.0.abs() % ONE, PLACES);
        while fraction > 0 && fraction % 10 == 0 {
            (fraction, places) = (fraction / 10, places - 1);
        }
        write!(f, "{sign}{whole}")?;
        if fraction > 0 { write!(f, ".{fraction:0>places$}") } else { Ok(()) }
    }
}

/// Reads digits, or groups of three parted by commas: "1234", "1,234", "1，234". Gives their length too.
fn parse_whole(text: &[u8]) -> Option<(i64, usize)> {
    let (mut value, mut digits, mut length) = (0_i64, 0, 0);
    let (mut group, mut first) = (0, true);
    while let Some(byte) = text.get(length) {
        if byte.is_ascii_digit() {
            value = value.checked_mul(10)? + i64::from(byte - b'0');
            digits += 1;
            group += 1;
            length += 1;
            continue;
        }
        let comma = if *byte == b',' { 1 } else { "，".len() };
        if comma > 1 && !text[length..].starts_with("，".as_bytes()) {
            break;
        }
        if !(if first { (1..=3).contains(&group) } else { group == 3 }) {
            return None;
        }
        (group, first) = (0, false);
        length += comma;
    }
    ((1..=Figure::MOST_DIGITS).contains(&digits) && (first || group == 3)).then_some((value, length))
}

/// Reads the digits behind the point, as so many of its last place.
fn parse_fraction(text: &[u8]) -> Option<i64> {
    if text.is_empty() || text.len() > PLACES {
        return None;
    }
    let mut value = 0;
    for place in 0..PLACES {
        let digit = text.get(place).unwrap_or(&b'0');
        if !digit.is_ascii_digit() {
            return None;
        }
        value = value * 10 + i64::from(digit - b'0');
    }
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_write_in_a_cell() {
        for (text, shown) in [
            ("0", "0"),
            ("007", "7"),
            ("1,234", "1234"),
            ("12，345，678", "12345678"),
            ("-8", "-8"),
            ("3415.74", "3415.74"),
            ("−0.5", "-0.5"),
        ] {
            assert_eq!(Figure::parse(text).map(|figure| figure.to_string()).as_deref(), Some(shown), "{text}");
        }
    }

    #[test]
    fn leaves_alone_what_is_no_figure() {
        for text in ["", "/", "-", "—", "无", "1.", "1,23", "12,3456", "1.2.3", "3件", "1234567890123456", "5%"] {
            assert_eq!(Figure::parse(text), None, "{text}");
        }
    }

    #[test]
    fn amounts_are_exact() {
        let tenth = Figure::parse("0.1").unwrap();
        assert_eq!((0..3).map(|_| tenth).sum::<Figure>(), Figure::parse("0.3").unwrap());
        assert_eq!(Figure::whole(251_000).divided_by_ten_to(4), Figure::parse("25.1"));
        assert_eq!(Figure::parse("25.1").unwrap().times(10_000), Figure::whole(251_000));
        assert_eq!(Figure::parse("16.1265").map(|figure| figure.rounded(2)), Figure::parse("16.13"));
        assert_eq!(Figure::whole(1).half(), Figure::parse("0.5").unwrap());
        assert_eq!(Figure::whole(5).percent_of(Figure::whole(8)), Figure::parse("62.5"));
        assert_eq!(Figure::whole(5).percent_of(Figure::default()), None);
    }
}
