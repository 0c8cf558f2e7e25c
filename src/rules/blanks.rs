//! Blanks within the lines of running text, found once for the rules about them.

use super::running::Running;
use crate::document::Document;
use crate::text::Span;

/// Blanks beside one another.
#[derive(Debug)]
pub struct Blanks<'a> {
    /// Their place in the clean reading.
    pub at: Span,
    /// What stands before them in their line.
    pub before: &'a str,
    /// What stands behind them.
    pub after: &'a str,
}

/// The blanks of some paragraphs.
#[inline(never)]
pub fn blanks<'a>(document: &'a Document, paragraphs: &[Running<'a>]) -> Vec<Blanks<'a>> {
    let mut found = Vec::new();
    for index in paragraphs.iter().flat_map(|running| &running.paragraph.lines) {
        let line = document.lines[*index].span;
        let text = document.text(line);
        let mut end = 0;
        while let Some(length) = text[end..].find(' ') {
            let start = end + length;
            end = start + text.bytes().skip(start).take_while(|byte| *byte == b' ').count();
            let at = Span::new(line.start as usize + start, line.start as usize + end);
            found.push(Blanks { at, before: &text[..start], after: &text[end..] });
        }
    }
    found
}
