//! A zip archive, read as far as a Word file needs it: the directory at its end, and single parts inflated.

use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::Flaw;
use super::bytes::number;

/// The part of a report that holds its text has a few hundred kilobytes; what is larger may be meant to burst.
const MOST_INFLATED: usize = 16 << 20;

/// An archive with its directory.
pub struct Archive<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry<'a>>,
}

/// A file in an archive.
struct Entry<'a> {
    name: &'a [u8],
    encrypted: bool,
    method: usize,
    checksum: usize,
    compressed: usize,
    size: usize,
    header: usize,
}

impl<'a> Archive<'a> {
    /// Whether the bytes begin as an archive does.
    pub fn is_one(bytes: &[u8]) -> bool {
        bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
    }

    /// None where the directory is not to be found.
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        let tail = bytes.len().saturating_sub((1 << 16) + 22);
        let end = tail + bytes[tail..].windows(4).rposition(|it| it == b"PK\x05\x06")?;
        let (count, mut at) = (number(bytes, end + 10, 2)?, number(bytes, end + 16, 4)?);
        let mut entries = Vec::new();
        for _ in 0..count {
            let entry = bytes.get(at..)?;
            if !entry.starts_with(b"PK\x01\x02") {
                return None;
            }
            let field = |at, length| number(entry, at, length);
            let name = field(28, 2)?;
            entries.push(Entry {
                name: entry.get(46..46 + name)?,
                encrypted: field(8, 2)? & 1 != 0,
                method: field(10, 2)?,
                checksum: field(16, 4)?,
                compressed: field(20, 4)?,
                size: field(24, 4)?,
                header: field(42, 4)?,
            });
            at += 46 + name + field(30, 2)? + field(32, 2)?;
        }
        Some(Self { bytes, entries })
    }

    /// Whether there is a file whose name begins so.
    pub fn has(&self, start: &str) -> bool {
        self.entries.iter().any(|entry| begins(entry.name, start))
    }

    /// A file's content; None where there is no such file.
    ///
    /// # Errors
    ///
    /// [`Flaw::Damaged`], [`Flaw::TooLarge`] or [`Flaw::Encrypted`].
    pub fn part(&self, name: &str) -> Result<Option<Vec<u8>>, Flaw> {
        let wanted = |entry: &&Entry| entry.name.len() == name.len() && begins(entry.name, name);
        let Some(entry) = self.entries.iter().find(wanted) else { return Ok(None) };
        if entry.encrypted {
            return Err(Flaw::Encrypted);
        }
        if entry.size > MOST_INFLATED {
            return Err(Flaw::TooLarge);
        }
        let content = self.packed(entry).and_then(|packed| match entry.method {
            0 => Some(packed.to_vec()),
            8 => decompress_to_vec_with_limit(packed, entry.size).ok(),
            _ => None,
        });
        let sound = |content: &Vec<u8>| content.len() == entry.size && checksum(content) as usize == entry.checksum;
        content.filter(sound).map(Some).ok_or(Flaw::Damaged)
    }

    fn packed(&self, entry: &Entry) -> Option<&'a [u8]> {
        let header = self.bytes.get(entry.header..)?;
        let start = 30 + number(header, 26, 2)? + number(header, 28, 2)?;
        header.get(start..start.checked_add(entry.compressed)?)
    }
}

/// Names differ in nothing by their letters' case, and some programs write the other slash.
fn begins(name: &[u8], start: &str) -> bool {
    let same = |(a, b): (&u8, u8)| a.eq_ignore_ascii_case(&b) || *a == b'\\' && b == b'/';
    name.len() >= start.len() && name.iter().zip(start.bytes()).all(same)
}

/// CRC-32. Without a table: a report has so little to check.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _: u8| if crc & 1 == 0 { crc >> 1 } else { crc >> 1 ^ 0xEDB8_8320 };
    !bytes.iter().fold(!0, |crc, &byte| (0..8).fold(crc ^ u32::from(byte), step))
}
