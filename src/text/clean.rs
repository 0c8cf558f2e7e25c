//! The clean reading of a text, with the way back to every place of the source.
//!
//! Compatibility digits and letters become ASCII, blanks of every kind one blank, invisible
//! characters nothing, Kangxi radicals the characters they look like, Markdown's `#` and `**` nothing, HTML source the text
//! that a browser would show. Nothing that could change a figure is touched.

use super::{Span, blank, html, is_bar, radicals};

/// A text as it is read, each part with the place of the source it stands for.
#[derive(Debug, Default)]
pub struct Clean {
    text: String,
    pieces: Vec<Piece>,
    is_html: bool,
}

/// Stars beside one another.
#[derive(Clone, Copy, Debug)]
pub struct Stars {
    /// Behind the last.
    pub end: usize,
    /// Whether they set words in bold; otherwise they are text: one star alone, or digits that somebody masked (`138****1234`).
    pub is_markdown: bool,
}

/// The stars of the source that begin at an offset.
pub fn stars(source: &str, start: usize) -> Stars {
    let bytes = source.as_bytes();
    let count = bytes[start..].iter().take_while(|byte| **byte == b'*').count();
    let end = start + count;
    let before = start > 0 && bytes[start - 1].is_ascii_alphanumeric();
    let behind = bytes.get(end).is_some_and(u8::is_ascii_alphanumeric);
    let is_markdown = match count {
        2 | 3 => !(before && behind),
        // The end of bold words and the beginning of others.
        4 => !before && !behind,
        _ => false,
    };
    Stars { end, is_markdown }
}

/// A run of the clean text that stands for one range of the source.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Where it starts in the clean text; it ends where the next one starts.
    start: u32,
    source: Span,
    /// Byte for byte as in the source; otherwise the whole run stands for the whole range.
    verbatim: bool,
}

impl Clean {
    /// Reads a text as given: plain text, Markdown, or HTML source.
    pub fn of(source: &str) -> Self {
        let mut clean =
            Self { text: String::with_capacity(source.len()), pieces: Vec::new(), is_html: html::is_html(source) };
        if clean.is_html {
            html::read(source, &mut |text, range| {
                let verbatim = text == &source[range.clone()];
                for (offset, c) in text.char_indices() {
                    let place = if verbatim {
                        Span::new(range.start + offset, range.start + offset + c.len_utf8())
                    } else {
                        Span::new(range.start, range.end)
                    };
                    clean.read_char(c, place);
                }
            });
        } else {
            clean.read_plain(source);
        }
        clean
    }

    /// The clean text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the source is HTML, so that a place in it may hold tags.
    pub fn is_html(&self) -> bool {
        self.is_html
    }

    /// The place in the source of a span of the clean text.
    pub fn source_of(&self, span: Span) -> Span {
        if span.is_empty() {
            return self.source_of_empty(span.start);
        }
        let first = self.piece_with(span.start);
        // Most spans end in the piece in which they start.
        let ends_in_first = self.pieces.get(first + 1).is_none_or(|next| span.end <= next.start);
        let last = if ends_in_first { first } else { self.piece_with(span.end - 1) };
        let start = self.source_start(first, span.start);
        Span { start, end: self.source_end(last, span.end).max(start) }
    }

    /// What of the source does not stand in the clean text as it is: left out, or replaced. Of HTML source all of it.
    pub fn altered(&self, source: &str) -> Vec<Span> {
        let mut altered = Vec::new();
        let mut end = 0;
        for piece in self.pieces.iter().filter(|piece| piece.verbatim && !self.is_html) {
            if end < piece.source.start {
                altered.push(Span { start: end, end: piece.source.start });
            }
            end = piece.source.end;
        }
        if (end as usize) < source.len() {
            altered.push(Span::new(end as usize, source.len()));
        }
        altered
    }

    fn source_of_empty(&self, offset: u32) -> Span {
        let before = self.piece_with(offset.saturating_sub(1));
        let at = if offset == 0 { self.source_start(before, 0) } else { self.source_end(before, offset) };
        Span { start: at, end: at }
    }

    /// The start in the source of a character of a piece.
    fn source_start(&self, piece: usize, offset: u32) -> u32 {
        let Some(piece) = self.pieces.get(piece) else { return 0 };
        if piece.verbatim {
            piece.source.start + (offset - piece.start).min(piece.source.end - piece.source.start)
        } else {
            piece.source.start
        }
    }

    /// The end in the source of the character before `offset`, which lies in a piece.
    fn source_end(&self, piece: usize, offset: u32) -> u32 {
        let Some(piece) = self.pieces.get(piece) else { return 0 };
        if piece.verbatim { piece.source.start + (offset - piece.start) } else { piece.source.end }
    }

    /// The index of the piece in which an offset lies.
    fn piece_with(&self, offset: u32) -> usize {
        self.pieces.partition_point(|piece| piece.start <= offset).saturating_sub(1)
    }

    fn read_plain(&mut self, source: &str) {
        let mut at = 0;
        let mut start_of_line = StartOfLine { seen: 0, is_here: true };
        loop {
            let run = ordinary(&source[at..]);
            self.push_run(run, at);
            at += run.len();
            let Some(c) = source[at..].chars().next() else { break };
            match c {
                '#' if start_of_line.is_behind(&self.text) && marks(source, at) <= 6 => {
                    at += marks(source, at);
                    continue;
                }
                '*' => {
                    let stars = stars(source, at);
                    if !stars.is_markdown {
                        self.push_run(&source[at..stars.end], at);
                    }
                    start_of_line = StartOfLine { seen: self.text.len(), is_here: false };
                    at = stars.end;
                    continue;
                }
                // One break, so that no place parts it.
                '\r' if source[at + 1..].starts_with('\n') => {
                    self.push('\n', Span::new(at, at + 2), false);
                    at += 2;
                    continue;
                }
                _ => self.read_char(c, Span::new(at, at + c.len_utf8())),
            }
            at += c.len_utf8();
        }
    }

    /// Characters that stand for themselves.
    fn push_run(&mut self, run: &str, from: usize) {
        if run.is_empty() {
            return;
        }
        let start = self.text.len() as u32;
        let source = Span::new(from, from + run.len());
        match self.pieces.last_mut() {
            Some(last) if last.verbatim && last.source.end == source.start => last.source.end = source.end,
            _ => self.pieces.push(Piece { start, source, verbatim: true }),
        }
        self.text.push_str(run);
    }

    fn read_char(&mut self, c: char, source: Span) {
        match c {
            ' '..='~' | '\n' | '\t' => self.push(c, source, true),
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => self.push('\n', source, false),
            '\u{a0}' | '\u{1680}' | '\u{3000}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' => {
                self.push(' ', source, false);
            }
            // Control characters, soft hyphens, joiners and marks of direction: nobody sees them.
            '\u{0}'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}' => {}
            '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' | '．' => {
                let ascii = char::from_u32(c as u32 - 0xFEE0).unwrap_or(c);
                self.push(ascii, source, false);
            }
            _ if is_bar(c) => self.push('|', source, false),
            '\u{2e80}'..='\u{2eff}' | '\u{2f00}'..='\u{2fd5}' => {
                self.push(radicals::character_of(c).unwrap_or(c), source, false);
            }
            _ => self.push(c, source, true),
        }
    }

    fn push(&mut self, c: char, source: Span, same: bool) {
        let start = self.text.len() as u32;
        // A character made up by the HTML reader has an empty place: it is not verbatim.
        let verbatim = same && (source.end - source.start) as usize == c.len_utf8();
        match self.pieces.last_mut() {
            Some(last) if verbatim && last.verbatim && last.source.end == source.start => last.source.end = source.end,
            _ => self.pieces.push(Piece { start, source, verbatim }),
        }
        self.text.push(c);
    }
}

/// Whether a line begins at the end of a growing text, asked only where a `#` stands there.
struct StartOfLine {
    /// How much of the text has been looked at, and what was found there.
    seen: usize,
    is_here: bool,
}

impl StartOfLine {
    /// Whether nothing but blanks stands behind the last break of the text, and no stars were taken out there.
    fn is_behind(&mut self, text: &str) -> bool {
        let new = &text[self.seen..];
        let behind = new.rfind('\n').map_or(0, |at| at + 1);
        self.is_here = (self.is_here || behind > 0) && blank::trim(&new[behind..]).is_empty();
        self.seen = text.len();
        self.is_here
    }
}

/// How many `#` stand beside one another.
fn marks(source: &str, start: usize) -> usize {
    source.len() - start - source[start..].trim_start_matches('#').len()
}

/// How many bytes an ordinary character has, by its first; 0 where more than that has to be looked at.
const ORDINARY: [u8; 256] = {
    let mut widths = [0; 256];
    let mut byte = 0;
    while byte < widths.len() {
        widths[byte] = match byte as u8 {
            b'#' | b'*' => 0,
            b' '..=b'~' | b'\n' | b'\t' => 1,
            // U+4000 to U+9FFF: nearly all Chinese characters.
            0xe4..=0xe9 => 3,
            _ => 0,
        };
        byte += 1;
    }
    widths
};

/// What a text begins with that is read as it stands, as most of every report is.
fn ordinary(text: &str) -> &str {
    let bytes = text.as_bytes();
    let mut end = 0;
    while let Some(byte) = bytes.get(end) {
        end += match ORDINARY[usize::from(*byte)] {
            0 if is_ordinary_mark(&bytes[end..]) => 3,
            0 => break,
            width => usize::from(width),
        };
    }
    &text[..end]
}

/// Whether bytes begin with a mark of U+3001 to U+301F or one of “”—，：；（）.
fn is_ordinary_mark(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0xe3, 0x80, 0x81..=0x9f, ..]
            | [0xe2, 0x80, 0x94 | 0x9c | 0x9d, ..]
            | [0xef, 0xbc, 0x8c | 0x9a | 0x9b | 0x88 | 0x89, ..]
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each character of the clean text with what it stands for in the source.
    fn read(source: &str) -> Vec<(char, &str)> {
        let clean = Clean::of(source);
        clean
            .text()
            .char_indices()
            .map(|(offset, c)| (c, clean.source_of(Span::new(offset, offset + c.len_utf8())).of(source)))
            .collect()
    }

    #[test]
    fn every_character_leads_back_to_what_it_stands_for() {
        assert_eq!(read("𠮷１\u{a0}⾏"), [('𠮷', "𠮷"), ('1', "１"), (' ', "\u{a0}"), ('行', "⾏")]);
    }

    #[test]
    fn a_line_break_of_two_characters_is_one() {
        let windows = [('甲', "甲"), ('\n', "\r\n"), ('\n', "\r\n"), ('乙', "乙")];
        assert_eq!(read("甲\r\n\r\n乙"), windows);
        assert_eq!(read("## 甲\r## 乙"), [(' ', " "), ('甲', "甲"), ('\n', "\r"), (' ', " "), ('乙', "乙")]);
    }

    #[test]
    fn of_blanks_and_controls_three_are_left() {
        let source: String = ('\0'..=char::MAX).filter(|c| c.is_whitespace() || c.is_control()).collect();
        let clean = Clean::of(&source);
        assert_eq!(clean.text().trim_matches([' ', '\t', '\n']), "");
        assert!(clean.text().contains(' '));
    }

    #[test]
    fn marks_of_markdown_and_invisible_characters_are_gone() {
        assert_eq!(Clean::of("## 一、**总\u{200b}体**情况\r\n#tag 1*2").text(), " 一、总体情况\ntag 1*2");
    }

    #[test]
    fn masked_digits_keep_their_stars() {
        for text in ["138****1234", "35********123", "2**3", "6222****", "1 * 2"] {
            assert_eq!(Clean::of(text).text(), text);
        }
        assert_eq!(Clean::of("**2023年**一是。****二是**").text(), "2023年一是。二是");
    }

    #[test]
    fn what_is_left_out_or_replaced_is_told() {
        let altered = |source: &str| -> Vec<String> {
            Clean::of(source).altered(source).iter().map(|span| span.of(source).to_owned()).collect()
        };
        assert_eq!(altered("公开12条，\t\n全年。"), Vec::<String>::new());
        assert_eq!(altered("# 公开１２条，\u{a0}\u{200b}全**年**"), ["#", "１２", "\u{a0}\u{200b}", "**", "**"]);
        assert_eq!(altered("<p>公开</p>"), ["<p>公开</p>"]);
    }

    #[test]
    fn an_empty_place_stays_empty() {
        let source = "甲\t\t１";
        let clean = Clean::of(source);
        let at = clean.source_of(Span::at("甲\t".len()));
        assert_eq!((at.start as usize, at.end as usize), ("甲\t".len(), "甲\t".len()));
    }
}
