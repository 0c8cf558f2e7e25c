//! Character references (`&nbsp;`, `&#12288;`) of the kind that occur in reports.

/// Those that a browser also takes without the semicolon.
const WITHOUT_SEMICOLON: [(&str, char); 5] =
    [("nbsp", '\u{a0}'), ("quot", '"'), ("amp", '&'), ("lt", '<'), ("gt", '>')];

const NAMED: [(&str, char); 43] = [
    ("nbsp", '\u{a0}'),
    ("quot", '"'),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("apos", '\''),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("bdquo", '„'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("minus", '−'),
    ("hellip", '…'),
    ("middot", '·'),
    ("bull", '•'),
    ("times", '×'),
    ("divide", '÷'),
    ("plusmn", '±'),
    ("laquo", '«'),
    ("raquo", '»'),
    // HTML 5 reads these two as U+27E8 and U+27E9; who writes them in a Chinese text means the single title marks.
    ("lang", '〈'),
    ("rang", '〉'),
    ("copy", '©'),
    ("reg", '®'),
    ("deg", '°'),
    ("yen", '¥'),
    ("permil", '‰'),
    ("sect", '§'),
    ("para", '¶'),
    ("le", '≤'),
    ("ge", '≥'),
    ("ne", '≠'),
    ("shy", '\u{ad}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("lrm", '\u{200e}'),
    ("rlm", '\u{200f}'),
];

/// What browsers make of the numbers 128 to 159: the characters of Windows-1252.
pub const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The character that `text`, which begins with `&`, refers to, and the reference's length in bytes;
/// None where it is a mere `&` or a name not known here.
pub fn decode(text: &str) -> Option<(char, usize)> {
    let body = &text[1..];
    if let Some(number) = body.strip_prefix('#') {
        return numeric(number).map(|(c, length)| (c, length + 2));
    }
    let length = body.bytes().take(8).position(|b| !b.is_ascii_alphanumeric()).unwrap_or(0);
    if body.as_bytes().get(length) == Some(&b';')
        && let Some((_, c)) = NAMED.iter().find(|(name, _)| *name == &body[..length])
    {
        return Some((*c, length + 2));
    }
    WITHOUT_SEMICOLON.iter().find(|(name, _)| body.starts_with(name)).map(|(name, c)| (*c, name.len() + 1))
}

fn numeric(text: &str) -> Option<(char, usize)> {
    let hexadecimal = text.starts_with(['x', 'X']);
    let prefix = usize::from(hexadecimal);
    let radix = if hexadecimal { 16 } else { 10 };
    let digits = text[prefix..].chars().map_while(|c| c.to_digit(radix));
    let (count, value) =
        digits.fold((0, 0_u32), |(count, value), digit| (count + 1, value.saturating_mul(radix).saturating_add(digit)));
    if count == 0 {
        return None;
    }
    let end = prefix + count;
    let semicolon = usize::from(text.as_bytes().get(end) == Some(&b';'));
    let c = match value {
        0 => char::REPLACEMENT_CHARACTER,
        0x80..=0x9f => WINDOWS_1252[value as usize - 0x80],
        _ => char::from_u32(value).unwrap_or(char::REPLACEMENT_CHARACTER),
    };
    Some((c, end + semicolon))
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn named_numeric_and_careless_references() {
        assert_eq!(decode("&nbsp;1"), Some(('\u{a0}', 6)));
        assert_eq!(decode("&nbsp1"), Some(('\u{a0}', 5)));
        assert_eq!(decode("&lang;关于"), Some(('〈', 6)));
        assert_eq!(decode("&#12288;"), Some(('\u{3000}', 8)));
        assert_eq!(decode("&#x4E00年"), Some(('一', 7)));
        assert_eq!(decode("&#151;"), Some(('—', 6)));
        assert_eq!(decode("&#xD800;"), Some(('\u{fffd}', 8)));
        assert_eq!(decode("&#99999999999999;"), Some(('\u{fffd}', 17)));
    }

    #[test]
    fn what_is_no_reference_stays_as_written() {
        for text in ["&", "&;", "&#;", "&#x;", "&nichts;", "&mdash ", "&年", "&averylongnameindeed;"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
