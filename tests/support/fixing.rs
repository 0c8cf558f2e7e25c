//! Fixes as a person makes them: one by a click, or all safe ones at once.

use nianbao::report::{Edit, Report};

/// The text with a fix made.
pub fn fixed(text: &str, edits: &[Edit]) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut result: Vec<u16> = Vec::new();
    let mut done = 0;
    for Edit { from, to, insert } in edits {
        result.extend(&units[done..*from as usize]);
        result.extend(insert.encode_utf16());
        done = *to as usize;
    }
    result.extend(&units[done..]);
    String::from_utf16(&result).expect("edits at the bounds of characters")
}

/// The edits of the first safe fix of each finding, in the order of the text; without those that would touch what
/// another changes.
pub fn safe_edits(report: &Report) -> Vec<Edit> {
    let mut taken: Vec<Edit> = Vec::new();
    for finding in &report.diagnostics {
        let Some(fix) = finding.fixes.iter().find(|fix| fix.safe) else { continue };
        let touches = |edit: &Edit| taken.iter().any(|other| other.from <= edit.to && edit.from <= other.to);
        if !fix.edits.iter().any(touches) {
            taken.extend(fix.edits.iter().cloned());
        }
    }
    taken.sort_by_key(|edit| edit.from);
    taken
}

/// The place in the text before that a place of the fixed text was.
pub fn before(edits: &[Edit], (from, to): (u32, u32)) -> (u32, u32) {
    let back = |at: u32, is_end: bool| {
        let mut shift = 0_i64;
        for edit in edits {
            let length = edit.insert.encode_utf16().map(|_| 1_i64).sum::<i64>();
            let start = i64::from(edit.from) + shift;
            if i64::from(at) <= start {
                break;
            }
            if i64::from(at) < start + length {
                return if is_end { edit.to } else { edit.from };
            }
            shift += length - i64::from(edit.to - edit.from);
        }
        u32::try_from(i64::from(at) - shift).unwrap_or_default()
    };
    (back(from, false), back(to, true))
}

/// Whether two places have a character in common, or are one.
pub fn overlap(a: (u32, u32), b: (u32, u32)) -> bool {
    a == b || a.0 < b.1 && b.0 < a.1
}
