//! The text that is checked: of a text file the file as it stands, so that every place is a place in the file.

use super::inputs::Input;

/// A file's text.
#[derive(Debug)]
pub struct Source {
    pub text: String,
    /// The encoding, where the text is the file itself, character by character; `None` where it was read out of it.
    pub encoding: Option<Encoding>,
}

impl Source {
    /// The error is a Chinese sentence.
    pub fn of(input: &Input) -> Result<Self, String> {
        let bytes = input.bytes()?;
        let read = nianbao::read::read(&bytes, &input.name()).map_err(|error| error.to_string())?;
        Ok(match Encoding::decode(&bytes) {
            Some((encoding, text)) => Self { text, encoding: Some(encoding) },
            None => Self { text: read, encoding: None },
        })
    }
}

/// An encoding that gives the same bytes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf8WithMark,
    Utf16LittleEndian,
    Utf16BigEndian,
    Gb18030,
}

impl Encoding {
    /// The text of a text file; `None` where its bytes are none, or would not come back the same.
    fn decode(bytes: &[u8]) -> Option<(Self, String)> {
        let (encoding, text) = match bytes {
            [0xef, 0xbb, 0xbf, rest @ ..] => (Self::Utf8WithMark, str::from_utf8(rest).ok()?.to_owned()),
            [0xff, 0xfe, rest @ ..] => (Self::Utf16LittleEndian, utf_16(rest, u16::from_le_bytes)?),
            [0xfe, 0xff, rest @ ..] => (Self::Utf16BigEndian, utf_16(rest, u16::from_be_bytes)?),
            // No text has it; the containers of Word's files do.
            _ if bytes.contains(&0) => return None,
            _ => match str::from_utf8(bytes) {
                Ok(text) => (Self::Utf8, text.to_owned()),
                Err(_) => (Self::Gb18030, encoding_rs::GB18030.decode_without_bom_handling(bytes).0.into_owned()),
            },
        };
        (encoding.encode(&text) == bytes).then_some((encoding, text))
    }

    /// The bytes of a text, with the byte order mark that belongs to the encoding.
    pub fn encode(self, text: &str) -> Vec<u8> {
        let utf_16 = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
            mark.into_iter().chain(text.encode_utf16().flat_map(bytes)).collect()
        };
        match self {
            Self::Utf8 => text.as_bytes().to_vec(),
            Self::Utf8WithMark => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            Self::Utf16LittleEndian => utf_16([0xff, 0xfe], u16::to_le_bytes),
            Self::Utf16BigEndian => utf_16([0xfe, 0xff], u16::to_be_bytes),
            Self::Gb18030 => encoding_rs::GB18030.encode(text).0.into_owned(),
        }
    }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<String> {
    let units: Vec<u16> = bytes.chunks(2).map(|pair| Some(unit(pair.try_into().ok()?))).collect::<Option<_>>()?;
    String::from_utf16(&units).ok()
}

/// Offsets in UTF-16 code units, as the report has them, as places in the text.
pub struct Places<'a> {
    text: &'a str,
    /// Of each line its start, in UTF-16 code units and in bytes.
    lines: Vec<(u32, usize)>,
}

impl<'a> Places<'a> {
    pub fn of(text: &'a str) -> Self {
        let mut lines = vec![(0, 0)];
        let mut units = 0;
        for (at, c) in text.char_indices() {
            units += c.len_utf16() as u32;
            if c == '\n' {
                lines.push((units, at + 1));
            }
        }
        Self { text, lines }
    }

    /// The line, from 0, with its offset in bytes.
    fn line(&self, offset: u32) -> (usize, u32, usize) {
        let line = self.lines.partition_point(|(start, _)| *start <= offset) - 1;
        (line, self.lines[line].0, self.lines[line].1)
    }

    /// Line and column, from 1, the column in UTF-16 code units.
    pub fn line_column(&self, offset: u32) -> (usize, u32) {
        let (line, start, _) = self.line(offset);
        (line + 1, offset - start + 1)
    }

    /// The offset in bytes.
    pub fn byte(&self, offset: u32) -> usize {
        let (_, start, byte) = self.line(offset);
        let mut left = offset - start;
        let within = self.text[byte..].char_indices().find(|(_, c)| {
            let is_there = left == 0;
            left = left.saturating_sub(c.len_utf16() as u32);
            is_there
        });
        within.map_or(self.text.len(), |(at, _)| byte + at)
    }

    /// The words between two offsets.
    pub fn words(&self, from: u32, to: u32) -> &'a str {
        &self.text[self.byte(from)..self.byte(to)]
    }

    /// The lines, from 1, that hold a byte range, and where in the text they stand.
    pub fn lines_around(&self, bytes: &std::ops::Range<usize>) -> (usize, std::ops::Range<usize>) {
        let of = |byte: usize| self.lines.partition_point(|(_, start)| *start <= byte) - 1;
        let (first, last) = (of(bytes.start), of(bytes.end.max(bytes.start)));
        let end = self.lines.get(last + 1).map_or(self.text.len(), |(_, start)| *start);
        (first + 1, self.lines[first].1..end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_file_gives_its_own_bytes_back() {
        let text = "一、总体情况\r\n规章\t0\r\n";
        for encoding in [
            Encoding::Utf8,
            Encoding::Utf8WithMark,
            Encoding::Utf16LittleEndian,
            Encoding::Utf16BigEndian,
            Encoding::Gb18030,
        ] {
            let bytes = encoding.encode(text);
            assert_eq!(Encoding::decode(&bytes), Some((encoding, text.to_owned())));
        }
    }

    #[test]
    fn spoilt_bytes_and_containers_are_no_text() {
        for bytes in [&b"\xef\xbb\xbf\xff"[..], b"\xff\xfea", b"PK\x03\x04\0\0", b"\xb9\xe6\xff\xff"] {
            assert_eq!(Encoding::decode(bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn offsets_count_utf_16_code_units() {
        let places = Places::of("一𠮷\r\nb三\n");
        assert_eq!((places.byte(1), places.byte(3), places.byte(5), places.byte(8)), (3, 7, 9, 14));
        assert_eq!((places.line_column(3), places.line_column(6)), ((1, 4), (2, 2)));
        assert_eq!(places.words(1, 3), "𠮷");
        assert_eq!(places.lines_around(&(9..10)), (2, 9..14));
    }
}
