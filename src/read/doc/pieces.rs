//! The text of a .doc file, which stands in pieces anywhere in the stream (MS-DOC: `Clx`, `PlcPcd`).

use crate::read::bytes::number;
use crate::text::html::entities::WINDOWS_1252;

/// The pieces in the order of the text.
pub struct Pieces(Vec<Piece>);

struct Piece {
    /// The numbers of its first character and of that behind its last.
    from: usize,
    to: usize,
    /// Where its bytes begin in the stream.
    start: usize,
    /// One for a character of Windows-1252, two for UTF-16.
    width: usize,
}

/// A character with the place of its bytes in the stream and their number.
pub struct Placed {
    pub unit: u16,
    pub start: usize,
    pub width: usize,
}

impl Pieces {
    /// None where the table is not to be found.
    pub fn read(table: &[u8]) -> Option<Self> {
        let mut rest = table;
        // Settings that the pieces refer to come first.
        while rest.first() == Some(&1) {
            rest = rest.get(3 + number(rest, 1, 2)?..)?;
        }
        let table = rest.get(5..5_usize.checked_add(number(rest, 1, 4)?)?).filter(|_| rest[0] == 2)?;
        let count = table.len().saturating_sub(4) / 12;
        let piece = |index: usize| {
            let place = number(table, (count + 1) * 4 + index * 8 + 2, 4)?;
            let is_narrow = place & 0x4000_0000 != 0;
            let place = place & 0x3fff_ffff;
            let (start, width) = if is_narrow { (place / 2, 1) } else { (place, 2) };
            Some(Piece { from: number(table, index * 4, 4)?, to: number(table, index * 4 + 4, 4)?, start, width })
        };
        (0..count).map(piece).collect::<Option<_>>().map(Self)
    }

    /// The characters from one number up to another; no more than the stream has bytes.
    pub fn characters(&self, document: &[u8], from: usize, to: usize) -> impl Iterator<Item = Placed> {
        let placed = move |piece: &Piece| {
            let &Piece { from: first, start, width, .. } = piece;
            let range = from.max(first)..to.min(piece.to);
            range.map_while(move |at| {
                let start = start + (at - first) * width;
                let unit = match number(document, start, width)? as u16 {
                    narrow @ 0x80..=0x9f if width == 1 => WINDOWS_1252[usize::from(narrow) - 0x80] as u16,
                    unit => unit,
                };
                Some(Placed { unit, start, width })
            })
        };
        self.0.iter().flat_map(placed).take(document.len())
    }
}
