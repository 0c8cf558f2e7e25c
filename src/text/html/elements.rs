//! The elements of HTML, and what each means for the text.

use super::tokens::Tag;

/// What an element means for the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Lines of its own.
    Block,
    Paragraph,
    Heading,
    /// ul, ol, dl
    List,
    /// li, dt, dd
    ListItem,
    Preformatted,
    Table,
    /// caption
    Caption,
    /// thead, tbody, tfoot
    RowGroup,
    Row,
    Cell,
    /// br
    LineBreak,
    /// Without content: img, input, …
    Void,
    /// hr
    Rule,
    /// Its content is no markup and no text of the document: script, style, …
    Raw,
    /// Its content is not shown or is no text of the document: template, select, …
    Hidden,
    /// Word's `<o:p>`: what stands in an empty paragraph.
    OfficeParagraph,
    /// Within a line.
    Inline,
    /// No element of HTML.
    Unknown,
}

/// The elements by name.
const ELEMENTS: [(&str, Kind); 109] = [
    ("a", Kind::Inline),
    ("abbr", Kind::Inline),
    ("address", Kind::Block),
    ("area", Kind::Void),
    ("article", Kind::Block),
    ("aside", Kind::Block),
    ("audio", Kind::Hidden),
    ("b", Kind::Inline),
    ("base", Kind::Void),
    ("bdo", Kind::Inline),
    ("big", Kind::Inline),
    ("blockquote", Kind::Block),
    ("body", Kind::Block),
    ("br", Kind::LineBreak),
    ("button", Kind::Hidden),
    ("canvas", Kind::Hidden),
    ("caption", Kind::Caption),
    ("center", Kind::Block),
    ("cite", Kind::Inline),
    ("code", Kind::Inline),
    ("col", Kind::Void),
    ("colgroup", Kind::Inline),
    ("datalist", Kind::Hidden),
    ("dd", Kind::ListItem),
    ("del", Kind::Inline),
    ("details", Kind::Block),
    ("dir", Kind::Block),
    ("div", Kind::Block),
    ("dl", Kind::List),
    ("dt", Kind::ListItem),
    ("em", Kind::Inline),
    ("embed", Kind::Void),
    ("fieldset", Kind::Block),
    ("figcaption", Kind::Block),
    ("figure", Kind::Block),
    ("font", Kind::Inline),
    ("footer", Kind::Block),
    ("form", Kind::Block),
    ("h1", Kind::Heading),
    ("h2", Kind::Heading),
    ("h3", Kind::Heading),
    ("h4", Kind::Heading),
    ("h5", Kind::Heading),
    ("h6", Kind::Heading),
    ("head", Kind::Inline),
    ("header", Kind::Block),
    ("hgroup", Kind::Block),
    ("hr", Kind::Rule),
    ("html", Kind::Block),
    ("i", Kind::Inline),
    ("iframe", Kind::Raw),
    ("img", Kind::Void),
    ("input", Kind::Void),
    ("ins", Kind::Inline),
    ("label", Kind::Inline),
    ("legend", Kind::Block),
    ("li", Kind::ListItem),
    ("link", Kind::Void),
    ("listing", Kind::Preformatted),
    ("main", Kind::Block),
    ("mark", Kind::Inline),
    ("math", Kind::Hidden),
    ("menu", Kind::List),
    ("meta", Kind::Void),
    ("nav", Kind::Block),
    ("nobr", Kind::Inline),
    ("noembed", Kind::Raw),
    ("noframes", Kind::Raw),
    ("noscript", Kind::Raw),
    ("o:p", Kind::OfficeParagraph),
    ("object", Kind::Hidden),
    ("ol", Kind::List),
    ("p", Kind::Paragraph),
    ("param", Kind::Void),
    ("pre", Kind::Preformatted),
    ("q", Kind::Inline),
    ("s", Kind::Inline),
    ("script", Kind::Raw),
    ("section", Kind::Block),
    ("select", Kind::Hidden),
    ("small", Kind::Inline),
    ("source", Kind::Void),
    ("span", Kind::Inline),
    ("strike", Kind::Inline),
    ("strong", Kind::Inline),
    ("style", Kind::Raw),
    ("sub", Kind::Inline),
    ("summary", Kind::Block),
    ("sup", Kind::Inline),
    ("svg", Kind::Hidden),
    ("table", Kind::Table),
    ("tbody", Kind::RowGroup),
    ("td", Kind::Cell),
    ("template", Kind::Hidden),
    ("textarea", Kind::Raw),
    ("tfoot", Kind::RowGroup),
    ("th", Kind::Cell),
    ("thead", Kind::RowGroup),
    ("time", Kind::Inline),
    ("title", Kind::Raw),
    ("tr", Kind::Row),
    ("track", Kind::Void),
    ("tt", Kind::Inline),
    ("u", Kind::Inline),
    ("ul", Kind::List),
    ("video", Kind::Hidden),
    ("wbr", Kind::Void),
    ("xml", Kind::Hidden),
    ("xmp", Kind::Raw),
];

/// What an element of this name means.
pub fn kind(name: &str) -> Kind {
    let lower = || name.bytes().map(|byte| byte.to_ascii_lowercase());
    let found = ELEMENTS.binary_search_by(|(known, _)| known.bytes().cmp(lower()));
    found.map_or(Kind::Unknown, |index| ELEMENTS[index].1)
}

/// Whether such an element stands within a line.
pub fn is_inline(kind: Kind) -> bool {
    matches!(kind, Kind::Inline | Kind::Unknown | Kind::OfficeParagraph | Kind::Hidden)
}

/// What holds inside an element, inherited by all within it.
pub type Flags = u8;
/// Not shown.
pub const HIDDEN: Flags = 1;
/// White space stands as it is.
pub const PRE: Flags = 2;
/// No-break blanks are only there to keep an empty paragraph open.
pub const OFFICE: Flags = 4;
/// Word's automatic number of a list, and the blanks behind it.
pub const NUMBER: Flags = 8;
/// Some block, or a table, is around it.
pub const BLOCK: Flags = 16;

/// What the tag sets for its content.
pub fn own_flags(tag: &Tag, kind: Kind) -> Flags {
    let style = tag.attribute("style").unwrap_or_default();
    let mut flags = match kind {
        Kind::Hidden => HIDDEN,
        Kind::OfficeParagraph => OFFICE,
        Kind::Preformatted => PRE | BLOCK,
        Kind::Inline | Kind::Unknown => 0,
        _ => BLOCK,
    };
    if tag.attribute("hidden").is_some() {
        flags |= HIDDEN;
    }
    for (property, value) in style.split(';').filter_map(|it| it.split_once(':')) {
        let (property, value) = (property.trim(), value.trim());
        let is = |wanted: &str| property.eq_ignore_ascii_case(wanted);
        let starts = |wanted: &str| value.get(..wanted.len()).is_some_and(|it| it.eq_ignore_ascii_case(wanted));
        if is("display") && starts("none") || is("visibility") && starts("hidden") || is("mso-hide") && starts("all") {
            flags |= HIDDEN;
        } else if is("mso-list") && value.eq_ignore_ascii_case("ignore") {
            flags |= NUMBER;
        }
    }
    flags
}

/// The number of columns or rows that a cell spans: 1 unless its attribute begins with a number, as in a browser.
pub fn span(tag: &Tag, name: &str) -> usize {
    let value = tag.attribute(name).unwrap_or_default().trim();
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 { 1 } else { value[..digits].parse().unwrap_or(usize::MAX) }
}
