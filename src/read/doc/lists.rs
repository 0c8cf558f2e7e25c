//! Lists and styles of a .doc file: which paragraphs are numbered, and how.

use super::formatting::Settings;
use crate::read::bytes::{number, utf_16};
use crate::read::numbering::{LEVELS, Level, List, MOST_LISTS, Numbering, Scheme};

/// A style's list and level, where it names them.
pub type Place = (Option<usize>, Option<usize>);

/// Styles that each build on the next.
const MOST_ANCESTORS: usize = 16;
/// The settings that put a paragraph in a list, and at a level of it.
pub const LIST: usize = 0x460b;
/// The level.
pub const LEVEL: usize = 0x260a;

/// Reads the kinds of lists (`PlfLst` and what follows it) and the lists (`PlfLfo`).
pub fn numbering(kinds: &[u8], lists: &[u8]) -> Numbering {
    let mut numbering = Numbering::default();
    let names = read_schemes(kinds, &mut numbering).unwrap_or_default();
    let _ = read_lists(lists, &names, &mut numbering);
    numbering
}

/// The kinds' identifiers. Where the file breaks off, what was read so far serves.
fn read_schemes(bytes: &[u8], numbering: &mut Numbering) -> Option<Vec<usize>> {
    let count = number(bytes, 0, 2)?.min(MOST_LISTS);
    let entries = bytes.get(2..2 + number(bytes, 0, 2)? * 28)?;
    let names = entries.chunks_exact(28).take(count).filter_map(|entry| number(entry, 0, 4)).collect();
    let mut rest = &bytes[2 + entries.len()..];
    for entry in entries.chunks_exact(28).take(count) {
        let is_simple = entry[26] & 1 != 0;
        let mut levels = [const { None }; LEVELS];
        for level in &mut levels[..if is_simple { 1 } else { LEVELS }] {
            *level = read_level(&mut rest);
        }
        numbering.schemes.push(Scheme::new(levels));
    }
    Some(names)
}

/// Reads an LVL and goes behind it.
fn read_level(rest: &mut &[u8]) -> Option<Level> {
    let (fixed, behind) = rest.split_at_checked(28)?;
    let settings = usize::from(fixed[24]) + usize::from(fixed[25]);
    let length = number(behind, settings, 2)?;
    let text = behind.get(settings + 2..settings + 2 + length * 2)?;
    *rest = &behind[settings + 2 + length * 2..];
    // The signs for levels are counted from 0 here.
    let sign = |c: char| if c < '\u{9}' { Some(char::from(c as u8 + 1)) } else { Some(c).filter(|c| !c.is_control()) };
    Some(Level {
        start: number(fixed, 0, 4)? as u32,
        format: fixed[4],
        text: utf_16(text, u16::from_le_bytes).chars().filter_map(sign).collect(),
        is_legal: fixed[5] & 4 != 0,
        restarts: fixed[5] & 8 == 0,
        is_spaced: fixed[15] != 2,
    })
}

fn read_lists(bytes: &[u8], names: &[usize], numbering: &mut Numbering) -> Option<()> {
    let count = number(bytes, 0, 4)?.min(MOST_LISTS);
    let entries = bytes.get(4..4 + count * 16)?;
    let mut rest = &bytes[4 + entries.len()..];
    for (index, entry) in entries.chunks_exact(16).enumerate() {
        let scheme = names.iter().position(|&name| Some(name) == number(entry, 0, 4)).unwrap_or(MOST_LISTS);
        let mut list = List::of(scheme);
        // What the list does differently stands behind four bytes that mean nothing.
        let differences = read_differences(&mut rest, usize::from(entry[12]), &mut list);
        numbering.lists.push((index as u32 + 1, list));
        differences?;
    }
    Some(())
}

fn read_differences(rest: &mut &[u8], count: usize, list: &mut List) -> Option<()> {
    *rest = rest.get(4..)?;
    for _ in 0..count {
        let (start, flags) = (number(rest, 0, 4)?, number(rest, 4, 4)?);
        *rest = rest.get(8..)?;
        let level = flags & 15;
        if flags & 32 != 0 {
            let defined = read_level(rest);
            *list.levels.get_mut(level)? = defined;
        }
        if flags & 16 != 0 {
            *list.starts.get_mut(level)? = Some(start as u32);
        }
    }
    Some(())
}

/// The list and level of each style, by its number (`STSH`), with those of the styles that it builds on.
pub fn styles(bytes: &[u8]) -> Vec<Place> {
    let own = own_styles(bytes).unwrap_or_default();
    let resolve = |style: usize| {
        let mut place: Place = (None, None);
        let mut at = style;
        for _ in 0..MOST_ANCESTORS {
            let Some(&(parent, (list, level))) = own.get(at) else { break };
            place = (place.0.or(list), place.1.or(level));
            at = parent;
        }
        place
    };
    (0..own.len()).map(resolve).collect()
}

fn own_styles(bytes: &[u8]) -> Option<Vec<(usize, Place)>> {
    let header = number(bytes, 0, 2)?;
    let fixed = number(bytes, 4, 2)?;
    let mut rest = bytes.get(2 + header..)?;
    let mut styles = Vec::new();
    while let Some(length) = number(rest, 0, 2) {
        let Some(style) = rest.get(2..2 + length) else { break };
        styles.push(own_style(style, fixed).unwrap_or((usize::MAX, (None, None))));
        rest = &rest[2 + length..];
    }
    Some(styles)
}

/// The style that one builds on, and its own list and level; None where it is no style of paragraphs.
fn own_style(style: &[u8], fixed: usize) -> Option<(usize, Place)> {
    let kind = number(style, 2, 2)?;
    if kind & 15 != 1 {
        return None;
    }
    let name = number(style, fixed, 2)?;
    let settings_at = fixed + 2 + (name + 1) * 2;
    let length = number(style, settings_at, 2)?;
    // Behind the style's own number.
    let settings = style.get(settings_at + 4..settings_at + 2 + length)?;
    Some((kind >> 4, place(settings)))
}

/// The list and level that settings name.
pub fn place(settings: &[u8]) -> Place {
    Settings(settings).fold((None, None), |(list, level), (code, operand)| match code {
        LIST => (number(operand, 0, 2), level),
        LEVEL => (list, number(operand, 0, 1)),
        _ => (list, level),
    })
}
