//! The container of Word's and WPS's old files (MS-CFB): a small file system of sectors chained by a table.
//!
//! Our own, since the crate `cfb` would add 460 KB to the wasm for what these lines do.

use super::bytes::{number, utf_16};

const HEADER: usize = 512;
const ENTRY: usize = 128;
/// Marks above this one end a chain or say that a sector is free.
const LAST_SECTOR: usize = 0xffff_fffa;

/// A container with its directory.
pub struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// The sector that follows each in its chain.
    next: Vec<u32>,
    /// The small sectors that short streams are in, and their table.
    small_sector: usize,
    small_next: Vec<u32>,
    small: Vec<u8>,
    /// Streams shorter than this are in small sectors.
    short: usize,
    streams: Vec<Stream>,
}

struct Stream {
    name: String,
    start: usize,
    size: usize,
}

impl<'a> Compound<'a> {
    /// Whether the bytes begin as such a container does.
    pub fn is_one(bytes: &[u8]) -> bool {
        bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    }

    /// None where the tables are not to be found.
    pub fn open(bytes: &'a [u8]) -> Option<Self> {
        let field = |at| number(bytes, at, 4);
        let shifts = (number(bytes, 30, 2)?, number(bytes, 32, 2)?);
        if !matches!(shifts, (9 | 12, 6)) {
            return None;
        }
        let mut file = Self {
            bytes,
            sector: 1 << shifts.0,
            next: Vec::new(),
            small_sector: 1 << shifts.1,
            small_next: Vec::new(),
            small: Vec::new(),
            short: field(56)?,
            streams: Vec::new(),
        };
        file.next = file.table_of_chains()?;
        file.small_next = words(&file.chain(field(60)?));
        let directory = file.chain(field(48)?);
        file.read_directory(&directory)?;
        Some(file)
    }

    /// A stream's bytes; None where there is none of the name or it breaks off.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let stream = self.streams.iter().find(|stream| stream.name == name)?;
        let mut bytes = if stream.size < self.short {
            chain(stream.start, &self.small_next, |at| slice(&self.small, at * self.small_sector, self.small_sector))
        } else {
            self.chain(stream.start)
        };
        // The last sector of a file is often cut.
        (bytes.len() >= stream.size).then(|| {
            bytes.truncate(stream.size);
            bytes
        })
    }

    /// Whether there is a stream of the name.
    pub fn has(&self, name: &str) -> bool {
        self.streams.iter().any(|stream| stream.name == name)
    }

    fn sector(&self, at: usize) -> &'a [u8] {
        // The header fills a sector of its own.
        slice(self.bytes, (at + 1) * self.sector, self.sector)
    }

    fn chain(&self, start: usize) -> Vec<u8> {
        chain(start, &self.next, |at| self.sector(at))
    }

    /// The table stands in sectors that the header lists, and, of large files, a chain of further lists.
    fn table_of_chains(&self) -> Option<Vec<u32>> {
        let most = self.bytes.len() / self.sector + 1;
        let mut listed = words(self.bytes.get(76..HEADER)?);
        let mut more = number(self.bytes, 68, 4)?;
        while more < LAST_SECTOR && listed.len() <= most {
            let mut list = words(self.sector(more));
            let Some(next) = list.pop() else { break };
            more = next as usize;
            listed.append(&mut list);
        }
        let mut table = Vec::new();
        for at in listed.into_iter().map(|at| at as usize).filter(|&at| at < LAST_SECTOR) {
            if table.len() > most {
                break;
            }
            table.extend(words(self.sector(at)));
        }
        Some(table)
    }

    /// The streams at the top: those further in belong to documents inside of the document.
    fn read_directory(&mut self, directory: &[u8]) -> Option<()> {
        let entry = |at: usize| directory.get(at.checked_mul(ENTRY)?..)?.get(..ENTRY);
        let root = entry(0)?;
        let (start, size) = (number(root, 116, 4)?, number(root, 120, 4)?);
        self.small = self.chain(start);
        self.small.truncate(size);
        let mut waiting = vec![number(root, 76, 4)?];
        let most = directory.len() / ENTRY;
        let mut seen = 0;
        while let Some(at) = waiting.pop() {
            let Some(entry) = entry(at) else { continue };
            seen += 1;
            if seen > most {
                return None;
            }
            let name = entry.get(..number(entry, 64, 2)?.saturating_sub(2).min(62))?;
            if entry[66] == 2 {
                let (start, size) = (number(entry, 116, 4)?, number(entry, 120, 4)?);
                self.streams.push(Stream { name: utf_16(name, u16::from_le_bytes), start, size });
            }
            waiting.extend([number(entry, 68, 4)?, number(entry, 72, 4)?]);
        }
        Some(())
    }
}

/// The sectors of a chain, one after the other; a chain that bites its tail ends after as many as there are.
fn chain<'a>(start: usize, next: &[u32], sector: impl Fn(usize) -> &'a [u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut at = start;
    for _ in 0..next.len() {
        let Some(&following) = next.get(at) else { break };
        bytes.extend_from_slice(sector(at));
        at = following as usize;
    }
    bytes
}

fn slice(bytes: &[u8], start: usize, length: usize) -> &[u8] {
    let rest = bytes.get(start..).unwrap_or_default();
    &rest[..length.min(rest.len())]
}

fn words(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]])).collect()
}
