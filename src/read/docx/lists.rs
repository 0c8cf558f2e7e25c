//! `numbering.xml` and `styles.xml`: which paragraphs are numbered, and how.

use super::xml::{Element, Event, Xml, unescape};
use crate::read::numbering::{DECIMAL, LEVELS, Label, Level, List, MOST_LISTS, Numbering, Scheme, format_named};

/// More than Word's own files have; a hostile file may hold any number.
const MOST_STYLES: usize = 1_000;
/// Styles that each build on the next.
const MOST_ANCESTORS: usize = 16;

/// What a paragraph or a style says of its numbering.
#[derive(Clone, Copy, Default)]
pub struct Place {
    /// The list's number; 0 takes the paragraph out of the list of its style.
    pub list: Option<u32>,
    /// The level, from 0 down.
    pub level: Option<usize>,
}

/// The lists of a file and the styles that number their paragraphs.
#[derive(Default)]
pub struct Lists {
    numbering: Numbering,
    /// Paragraph styles that are in a list, and where.
    styles: Vec<(String, Place)>,
    /// The style of paragraphs that name none.
    default_style: String,
}

struct Style {
    id: String,
    based_on: String,
    place: Place,
}

/// What is read of a list's kind besides its levels.
#[derive(Default)]
struct Links {
    number: u32,
    /// The style that stands for this kind of list, and the style whose kind this is.
    is_style: String,
    uses_style: String,
    /// The paragraph style that belongs to each level.
    level_styles: [String; LEVELS],
}

impl Lists {
    /// Reads the two parts; either may be empty.
    pub fn read(numbering: &str, styles: &str) -> Self {
        let (numbering, links) = read_numbering(numbering);
        let mut lists = Self { numbering, ..Self::default() };
        let styles = lists.read_styles(styles);
        let resolved = styles.iter().map(|style| (style.id.clone(), lists.resolve(style, &styles, &links)));
        lists.styles = resolved.filter(|(_, place)| place.list.is_some()).collect();
        lists
    }

    /// What stands before a paragraph of a style with its own settings; counts on.
    pub fn next(&mut self, style: Option<&str>, own: Place) -> Option<Label> {
        let style = style.unwrap_or(&self.default_style);
        let inherited = self.styles.iter().find(|(id, _)| id == style).map(|(_, place)| *place).unwrap_or_default();
        let list = own.list.or(inherited.list).filter(|&list| list != 0)?;
        self.numbering.next(list, own.level.or(inherited.level).unwrap_or_default())
    }

    fn read_styles(&mut self, source: &str) -> Vec<Style> {
        let mut styles: Vec<Style> = Vec::new();
        let mut xml = Xml::new(source);
        while let Some(event) = xml.next() {
            let Event::Open(element) = event else { continue };
            if element.name == "style" && styles.len() == MOST_STYLES {
                break;
            }
            match (element.name, styles.last_mut()) {
                ("style", _) if element.attribute("type") != Some("paragraph") => xml.leave_out(),
                ("style", _) => {
                    let id = element.attribute("styleId").unwrap_or_default().to_owned();
                    if element.attribute("default").is_some_and(|it| matches!(it, "1" | "true" | "on")) {
                        self.default_style.clone_from(&id);
                    }
                    styles.push(Style { id, based_on: String::new(), place: Place::default() });
                }
                ("basedOn", Some(style)) => element.val().clone_into(&mut style.based_on),
                ("numPr", Some(style)) => style.place = place(&mut xml),
                ("pPrChange" | "rPrChange", _) => xml.leave_out(),
                _ => {}
            }
        }
        styles
    }

    /// The list and level of a style, as it or a style that it builds on says.
    fn resolve(&self, style: &Style, styles: &[Style], links: &[Links]) -> Place {
        let mut style = style;
        let mut level = style.place.level;
        for _ in 0..MOST_ANCESTORS {
            if let Some(number) = style.place.list {
                let scheme = self.numbering.lists.iter().find(|(it, _)| *it == number).map(|(_, list)| list.scheme);
                let belongs = scheme
                    .and_then(|scheme| links.get(scheme)?.level_styles.iter().position(|belongs| *belongs == style.id));
                return Place { list: Some(number), level: belongs.or(level).or(style.place.level) };
            }
            let Some(parent) = styles.iter().find(|parent| parent.id == style.based_on) else { break };
            style = parent;
            level = level.or(style.place.level);
        }
        Place::default()
    }
}

/// Reads `numPr`, which has just begun.
pub fn place(xml: &mut Xml) -> Place {
    let mut place = Place::default();
    for event in xml {
        match event {
            Event::Open(element) if element.name == "numId" => place.list = Some(element.number("val")),
            Event::Open(element) if element.name == "ilvl" => place.level = Some(element.number("val") as usize),
            Event::Close("numPr") => break,
            _ => {}
        }
    }
    place
}

fn read_numbering(source: &str) -> (Numbering, Vec<Links>) {
    let mut numbering = Numbering::default();
    let mut links: Vec<Links> = Vec::new();
    let mut in_list = false;
    let mut level = LEVELS;
    let mut xml = Xml::new(source);
    while let Some(event) = xml.next() {
        let element = match event {
            Event::Open(element) => element,
            Event::Close("num") => {
                in_list = false;
                continue;
            }
            _ => continue,
        };
        match element.name {
            "abstractNum" if links.len() < MOST_LISTS => {
                links.push(Links { number: element.number("abstractNumId"), ..Links::default() });
                numbering.schemes.push(Scheme::default());
            }
            "num" if numbering.lists.len() < MOST_LISTS => {
                numbering.lists.push((element.number("numId"), List::default()));
                in_list = true;
            }
            "abstractNum" | "num" => xml.leave_out(),
            "styleLink" => set(&mut links, |links| element.val().clone_into(&mut links.is_style)),
            "numStyleLink" => set(&mut links, |links| element.val().clone_into(&mut links.uses_style)),
            "abstractNumId" => {
                let wanted = element.number("val");
                if let Some((_, list)) = numbering.lists.last_mut() {
                    list.scheme = links.iter().position(|links| links.number == wanted).unwrap_or(MOST_LISTS);
                }
            }
            "lvlOverride" => level = element.number("ilvl") as usize,
            "startOverride" => {
                if let Some(start) = numbering.lists.last_mut().and_then(|(_, list)| list.starts.get_mut(level)) {
                    *start = Some(element.number("val"));
                }
            }
            "lvl" => {
                let at = element.number("ilvl") as usize;
                let (defined, style) = read_level(&mut xml);
                if in_list {
                    if let Some(level) = numbering.lists.last_mut().and_then(|(_, list)| list.levels.get_mut(at)) {
                        *level = Some(defined);
                    }
                } else if let (Some(scheme), Some(links)) = (numbering.schemes.last_mut(), links.last_mut())
                    && at < LEVELS
                {
                    scheme.levels[at] = Some(defined);
                    links.level_styles[at] = style;
                }
            }
            _ => {}
        }
    }
    follow_links(&mut numbering, &links);
    (numbering, links)
}

fn set(links: &mut [Links], set: impl FnOnce(&mut Links)) {
    if let Some(links) = links.last_mut() {
        set(links);
    }
}

/// A kind of list may be another's, by way of a style for lists.
fn follow_links(numbering: &mut Numbering, links: &[Links]) {
    for (_, list) in &mut numbering.lists {
        let uses = links.get(list.scheme).map_or("", |links| &links.uses_style);
        if !uses.is_empty()
            && let Some(scheme) = links.iter().position(|links| links.is_style == uses)
        {
            list.scheme = scheme;
        }
    }
}

/// Reads `lvl`, which has just begun, and the paragraph style that belongs to it.
fn read_level(xml: &mut Xml) -> (Level, String) {
    let mut level =
        Level { start: 0, format: DECIMAL, text: String::new(), is_legal: false, restarts: true, is_spaced: true };
    let mut style = String::new();
    for event in xml {
        let element = match event {
            Event::Open(element) => element,
            Event::Close("lvl") => break,
            _ => continue,
        };
        match element.name {
            "start" => level.start = element.number("val"),
            "numFmt" => level.format = format_named(element.val()),
            "lvlRestart" => level.restarts = element.val() != "0",
            "pStyle" => element.val().clone_into(&mut style),
            "isLgl" => level.is_legal = element.is_on(),
            "suff" => level.is_spaced = element.val() != "nothing",
            "lvlText" => level.text = level_text(&element),
            _ => {}
        }
    }
    (level, style)
}

/// `%1、` with the sign in place of `%1` that [`Level::text`] has.
fn level_text(element: &Element) -> String {
    let mut written = String::new();
    unescape(element.val(), &mut written);
    let mut text = String::new();
    let mut rest = written.chars().filter(|c| !c.is_control()).peekable();
    while let Some(c) = rest.next() {
        let number = if c == '%' { rest.next_if(|next| matches!(next, '1'..='9')) } else { None };
        text.push(number.map_or(c, |number| char::from(number as u8 - b'0')));
    }
    text
}
