//! The XML of a .docx file, cut by the tokeniser of the HTML reader: it knows tags, attributes, comments and character
//! references, declares nothing and fetches nothing, and time is linear whatever the source. CDATA sections, which it
//! leaves out, no program writes into these files.

use crate::text::html::entities;
use crate::text::html::tokens::{Tag, Token, Tokens};

/// Walks through a part of the file.
pub struct Xml<'a> {
    source: &'a str,
    tokens: Tokens<'a>,
    /// What the names of Word's own elements begin with: `w:`, the root's.
    prefix: &'a str,
    /// The end of an element that ends where it begins.
    closing: Option<&'a str>,
}

/// One step.
pub enum Event<'a> {
    /// An element begins.
    Open(Element<'a>),
    /// An element ends.
    Close(&'a str),
    /// Text, character references as they are written.
    Text(&'a str),
}

/// The beginning of an element.
pub struct Element<'a> {
    /// Its name; of Word's own elements without the prefix.
    pub name: &'a str,
    tag: Tag<'a>,
}

impl<'a> Xml<'a> {
    /// Starts behind the root's tag.
    pub fn new(source: &'a str) -> Self {
        let mut tokens = Tokens::new(source, 0);
        let root = tokens.find_map(|token| if let Token::Open(tag) = token { Some(tag.name) } else { None });
        let prefix = root.and_then(|name| name.find(':').map(|colon| &name[..=colon])).unwrap_or_default();
        Self { source, tokens, prefix, closing: None }
    }

    /// Leaves out what an element holds, up to its end.
    pub fn leave_out(&mut self) {
        let mut depth = 1_usize;
        for event in self {
            match event {
                Event::Open(_) => depth += 1,
                Event::Close(_) => depth -= 1,
                Event::Text(_) => {}
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// Each setting in an element that has just begun, up to its end; not those that held before a change.
    pub fn settings(&mut self, name: &str, each: &mut dyn FnMut(&Element<'a>, &mut Self)) {
        while let Some(event) = self.next() {
            match event {
                Event::Open(element) if element.name.ends_with("Change") => self.leave_out(),
                Event::Open(element) => each(&element, self),
                Event::Close(closed) if closed == name => return,
                Event::Close(_) | Event::Text(_) => {}
            }
        }
    }

    /// The text that an element holds, up to its end.
    pub fn text(&mut self, name: &str) -> String {
        let mut text = String::new();
        for event in self {
            match event {
                Event::Text(written) => unescape(written, &mut text),
                Event::Close(closed) if closed == name => break,
                _ => {}
            }
        }
        text
    }

    fn local(&self, name: &'a str) -> &'a str {
        name.strip_prefix(self.prefix).unwrap_or(name)
    }
}

impl<'a> Iterator for Xml<'a> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        if let Some(name) = self.closing.take() {
            return Some(Event::Close(name));
        }
        loop {
            return Some(match self.tokens.next()? {
                Token::Open(tag) => {
                    let name = self.local(tag.name);
                    self.closing = tag.self_closing().then_some(name);
                    Event::Open(Element { name, tag })
                }
                Token::Close { name, .. } => Event::Close(self.local(name)),
                Token::Text(range) => Event::Text(&self.source[range]),
                Token::ListNumber | Token::EndIf => continue,
            });
        }
    }
}

impl<'a> Element<'a> {
    /// An attribute's value as written, by its name without a prefix.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        let local = |written: &'a str| written.rsplit_once(':').map_or(written, |(_, local)| local);
        self.tag.attributes().find(|(written, _)| local(written) == name).map(|(_, value)| value)
    }

    /// The attribute `val`, which most of Word's settings have.
    pub fn val(&self) -> &'a str {
        self.attribute("val").unwrap_or_default()
    }

    /// An attribute as a number; 0 where it is none.
    pub fn number(&self, name: &str) -> u32 {
        self.attribute(name).and_then(|value| value.trim().parse().ok()).unwrap_or_default()
    }

    /// Whether a setting is on: it stands there and does not say that it is off.
    pub fn is_on(&self) -> bool {
        !matches!(self.val(), "0" | "false" | "off")
    }
}

/// Adds text with its character references resolved.
pub fn unescape(written: &str, text: &mut String) {
    let mut rest = written;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let (c, length) = entities::decode(rest).unwrap_or(('&', 1));
        text.push(c);
        rest = &rest[length..];
    }
    text.push_str(rest);
}
