//! HTML source cut into text and tags as a browser's tokeniser does, without ever going back: time is linear.

use std::ops::Range;

/// One piece of markup or of the text between.
pub enum Token<'a> {
    /// Text between two tags, entities still as written.
    Text(Range<usize>),
    /// `<name …>`
    Open(Tag<'a>),
    /// `</name>`
    Close { name: &'a str, range: Range<usize> },
    /// Word's `<![if !supportLists]>`: an automatic list number follows.
    ListNumber,
    /// Word's `<![endif]>`
    EndIf,
}

/// A start tag.
pub struct Tag<'a> {
    /// As written, in upper or lower case.
    pub name: &'a str,
    /// From the `<` to behind the `>`.
    pub range: Range<usize>,
    attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of an attribute, "" where it stands without one; of two of the same name the first, as in a browser.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        self.attributes().find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// Every attribute with its value, character references as they are written.
    pub fn attributes(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let (written, mut at) = (self.attributes, 0);
        std::iter::from_fn(move || {
            let Step::Attribute { name, value, next } = step(written, at) else { return None };
            at = next;
            Some((name, value))
        })
    }

    /// Whether the tag ends with `/>`.
    pub fn self_closing(&self) -> bool {
        self.attributes.ends_with("/>")
    }
}

/// Walks through the source.
pub struct Tokens<'a> {
    source: &'a str,
    at: usize,
}

impl<'a> Tokens<'a> {
    /// Starts at the byte `at`.
    pub fn new(source: &'a str, at: usize) -> Self {
        Self { source, at }
    }

    /// Leaves out what follows up to `</name`, for elements whose content is no markup (script, style, …).
    pub fn skip_raw(&mut self, name: &str) {
        while let Some(found) = self.source[self.at..].find("</") {
            self.at += found;
            let rest = &self.source.as_bytes()[self.at + 2..];
            if rest.get(..name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name.as_bytes()))
                && rest.get(name.len()).is_none_or(|&b| ends_name(b))
            {
                return;
            }
            self.at += 2;
        }
        self.at = self.source.len();
    }

    /// Behind the next `end`, or the end of the source, which is where a browser ends an unclosed construct.
    fn behind(&self, from: usize, end: &str) -> usize {
        self.source[from..].find(end).map_or(self.source.len(), |found| from + found + end.len())
    }

    fn text(&mut self) -> Token<'a> {
        let start = self.at;
        let mut end = start;
        loop {
            // A `<` that opens nothing is a character of the text.
            let from = end + usize::from(self.source.as_bytes()[end] == b'<');
            end = self.source[from..].find('<').map_or(self.source.len(), |found| from + found);
            if end == self.source.len() || starts_markup(&self.source.as_bytes()[end..]) {
                self.at = end;
                return Token::Text(start..end);
            }
        }
    }

    fn comment(&mut self) -> Option<Token<'a>> {
        let start = self.at;
        let rest = &self.source[start..];
        let end = if rest.starts_with("<!-->") {
            start + 5
        } else if rest.starts_with("<!--->") {
            start + 6
        } else if rest.starts_with("<!--") {
            // A hidden conditional comment of Word ends with its "<![endif]-->" in the same way.
            self.behind(start + 4, "-->")
        } else {
            self.behind(start, ">")
        };
        self.at = end;
        let comment = &self.source[start..end];
        if comment.starts_with("<![if !supportLists") || comment.starts_with("<!--[if !supportLists]-->") {
            Some(Token::ListNumber)
        } else if comment.starts_with("<![endif") || comment.starts_with("<!--[endif]--") {
            Some(Token::EndIf)
        } else {
            None
        }
    }

    /// None where the source ends inside the tag: a browser drops that too.
    fn tag(&mut self) -> Option<Token<'a>> {
        let start = self.at;
        let closing = self.source.as_bytes()[start + 1] == b'/';
        let name_at = start + 1 + usize::from(closing);
        let rest = &self.source[name_at..];
        let name = &rest[..rest.bytes().position(ends_name).unwrap_or(rest.len())];
        let mut behind = name.len();
        loop {
            match step(rest, behind) {
                Step::Attribute { next, .. } => behind = next,
                Step::TagEnd(end) => {
                    self.at = name_at + end;
                    let range = start..self.at;
                    let attributes = &rest[name.len()..end];
                    return Some(if closing {
                        Token::Close { name, range }
                    } else {
                        Token::Open(Tag { name, range, attributes })
                    });
                }
                Step::SourceEnd => {
                    self.at = self.source.len();
                    return None;
                }
            }
        }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        while self.at < self.source.len() {
            let rest = &self.source.as_bytes()[self.at..];
            let token = if starts_markup(rest) {
                let name = if rest[1] == b'/' { rest.get(2) } else { rest.get(1) };
                if name.is_some_and(u8::is_ascii_alphabetic) { self.tag() } else { self.comment() }
            } else {
                Some(self.text())
            };
            if token.is_some() {
                return token;
            }
        }
        None
    }
}

/// Whether a `<` opens a tag, a comment, a declaration or a processing instruction; else it is a character of the text.
fn starts_markup(bytes: &[u8]) -> bool {
    bytes[0] == b'<' && bytes.get(1).is_some_and(|&b| b.is_ascii_alphabetic() || matches!(b, b'/' | b'!' | b'?'))
}

/// What HTML calls white space.
pub fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c')
}

fn ends_name(byte: u8) -> bool {
    is_space(byte) || matches!(byte, b'/' | b'>')
}

enum Step<'a> {
    Attribute { name: &'a str, value: &'a str, next: usize },
    TagEnd(usize),
    SourceEnd,
}

/// The next attribute at or behind `at`; a `>` inside quotes does not end the tag.
fn step(rest: &str, at: usize) -> Step<'_> {
    let bytes = rest.as_bytes();
    let skip = |from: usize, skipped: fn(u8) -> bool| {
        bytes[from..].iter().position(|&b| !skipped(b)).map_or(bytes.len(), |found| from + found)
    };
    let start = skip(at, |b| is_space(b) || b == b'/');
    match bytes.get(start) {
        None => return Step::SourceEnd,
        Some(b'>') => return Step::TagEnd(start + 1),
        Some(_) => {}
    }
    let name_end = skip(start + 1, |b| !ends_name(b) && b != b'=');
    let name = rest.get(start..name_end).unwrap_or_default();
    let equals = skip(name_end, is_space);
    if bytes.get(equals) != Some(&b'=') {
        return Step::Attribute { name, value: "", next: name_end };
    }
    let value_at = skip(equals + 1, is_space);
    match bytes.get(value_at) {
        None => Step::SourceEnd,
        Some(b'>') => Step::Attribute { name, value: "", next: value_at },
        Some(&quote @ (b'"' | b'\'')) => match bytes[value_at + 1..].iter().position(|&b| b == quote) {
            None => Step::SourceEnd,
            Some(length) => {
                let end = value_at + 1 + length;
                Step::Attribute { name, value: &rest[value_at + 1..end], next: end + 1 }
            }
        },
        Some(_) => {
            let end = skip(value_at, |b| !is_space(b) && b != b'>');
            Step::Attribute { name, value: &rest[value_at..end], next: end }
        }
    }
}
