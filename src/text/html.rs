//! HTML source as text: what a browser would show of it, each piece with its place in the source.
//!
//! Made for what Word, WPS and web pages put on the clipboard. Nothing is executed or inserted anywhere; reading takes
//! time linear in the source and a bounded stack, whatever the source.

mod elements;
pub(crate) mod entities;
mod table;
pub(crate) mod tokens;
mod tree;
mod write;

use std::ops::Range;

use elements::Kind;
use tokens::{Token, Tokens};
pub(crate) use write::is_cjk;

/// Whether a pasted text is HTML source (a fragment or a document), not prose with a stray `<`.
///
/// Marks that people also set in Markdown and in prose (`<br>`, `<b>`) decide nothing.
pub fn is_html(text: &str) -> bool {
    let Some(first) = text.find('<') else { return false };
    let start = content_start(text);
    let doctype = text[start..].trim_start().get(..9).is_some_and(|it| it.eq_ignore_ascii_case("<!doctype"));
    let tells = |token: &Token| {
        let (Token::Open(tokens::Tag { name, .. }) | Token::Close { name, .. }) = token else { return false };
        match elements::kind(name) {
            Kind::Inline => ["span", "font", "head"].iter().any(|it| it.eq_ignore_ascii_case(name)),
            Kind::Void => ["meta", "link"].iter().any(|it| it.eq_ignore_ascii_case(name)),
            Kind::Unknown | Kind::LineBreak | Kind::Rule | Kind::Hidden => false,
            _ => true,
        }
    };
    doctype || Tokens::new(text, start.max(first)).filter(tells).nth(1).is_some()
}

/// Reads HTML source piece by piece: each piece of readable text with the byte range of the source it stands for.
///
/// A piece equal to `source[range]` is verbatim; a character reference is its character with the reference's range,
/// collapsed white space one blank with the range of the white space. What the reader adds (the end of a line, the tab
/// between two cells) has an empty range at the place where it belongs. Tables become rectangular grids: one line a row,
/// a tab between cells, a merged cell's text in its first field and nothing in the others. The line end or tab before
/// a cell stands where the cell's content starts, so that an empty cell has its place too. Ranges ascend, but for empty
/// ones before the further fields of merged cells.
///
/// Text outside every block element (Markdown with tables in HTML) keeps its lines.
pub fn read(source: &str, emit: &mut dyn FnMut(&str, Range<usize>)) {
    let items = tree::parse(source, content_start(source));
    write::Writer::new(source, emit).items(&items);
}

/// Behind the header that the Windows clipboard sets before its HTML (`Version:0.9`, `StartHTML:…`), or a byte order mark.
fn content_start(source: &str) -> usize {
    let start = source.len() - source.trim_start_matches('\u{feff}').len();
    if !source[start..].starts_with("Version:") {
        return start;
    }
    let header = source[start..].split_inclusive('\n').take_while(|line| {
        line.split_once(':').is_some_and(|(key, _)| !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphabetic()))
    });
    start + header.map(str::len).sum::<usize>()
}

#[cfg(test)]
mod tests;
