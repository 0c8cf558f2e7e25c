//! What a slip of the keyboard makes of a figure.

/// A slip of the keyboard, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slip {
    /// Two neighbouring digits exchanged: 21 for 12.
    Swapped,
    /// A digit twice: 122 for 12.
    Doubled,
    /// A digit too few: 1 for 12.
    Lost,
    /// A digit too many: 162 for 12.
    Added,
    /// The key beside: 13 for 12, on the row of digits or on the keypad.
    Beside,
    /// Another digit in a figure of several: 18 for 12.
    Mistyped,
}

/// The slip by which `to` becomes `from`, if it looks like one.
pub fn slip(from: i64, to: i64) -> Option<Slip> {
    let (wrong, right) = (from.to_string().into_bytes(), to.to_string().into_bytes());
    if wrong.len() == right.len() {
        let differing: Vec<usize> = (0..wrong.len()).filter(|&index| wrong[index] != right[index]).collect();
        return match differing[..] {
            [a, b] if b == a + 1 && wrong[a] == right[b] && wrong[b] == right[a] => Some(Slip::Swapped),
            [a] if are_beside(wrong[a], right[a]) => Some(Slip::Beside),
            [_] if wrong.len() > 1 => Some(Slip::Mistyped),
            _ => None,
        };
    }
    // The place of a digit without which the longer becomes the shorter.
    let surplus = |longer: &[u8], shorter: &[u8]| {
        let is_longer_by_one = longer.len() == shorter.len() + 1;
        let fits = |index: &usize| longer[..*index] == shorter[..*index] && longer[*index + 1..] == shorter[*index..];
        (0..longer.len()).filter(|_| is_longer_by_one).find(fits)
    };
    match (surplus(&wrong, &right), surplus(&right, &wrong)) {
        (Some(index), _) if wrong.get(index + 1) == Some(&wrong[index]) => Some(Slip::Doubled),
        (Some(_), _) => Some(Slip::Added),
        (None, Some(_)) => Some(Slip::Lost),
        (None, None) => None,
    }
}

/// Whether the keys of two digits touch: in the row above the letters, or on the keypad, which has 1 to 9 in threes.
fn are_beside(a: u8, b: u8) -> bool {
    // In the row 0 comes last.
    let key = |digit: u8| digit.wrapping_sub(b'1').min(9);
    let (low, high) = (key(a).min(key(b)), key(a).max(key(b)));
    a.is_ascii_digit() && b.is_ascii_digit() && (high - low == 1 || high - low == 3 && high < 9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_keyboard_are_known() {
        for (from, to, wanted) in [
            (21, 12, Some(Slip::Swapped)),
            (1, 12, Some(Slip::Lost)),
            (0, 10, Some(Slip::Lost)),
            (112, 12, Some(Slip::Doubled)),
            (122, 12, Some(Slip::Doubled)),
            (162, 12, Some(Slip::Added)),
            (13, 12, Some(Slip::Beside)),
            (45, 42, Some(Slip::Beside)),
            (18, 12, Some(Slip::Mistyped)),
            (4, 3, Some(Slip::Beside)),
            (8, 3, None),
            (0, 45, None),
            (1234, 12, None),
        ] {
            assert_eq!(slip(from, to), wanted, "{from} for {to}");
        }
    }
}
