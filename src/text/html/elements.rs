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

/// What an element of this name means.
pub fn kind(name: &str) -> Kind {
    let mut buffer = [0; 12];
    let Some(lower) = buffer.get_mut(..name.len()) else { return Kind::Unknown };
    lower.copy_from_slice(name.as_bytes());
    lower.make_ascii_lowercase();
    match &*lower {
        b"html" | b"body" | b"div" | b"section" | b"article" | b"main" | b"header" | b"footer" | b"nav" | b"aside"
        | b"address" | b"blockquote" | b"center" | b"dir" | b"fieldset" | b"figure" | b"figcaption" | b"form"
        | b"hgroup" | b"details" | b"summary" | b"legend" => Kind::Block,
        b"p" => Kind::Paragraph,
        b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => Kind::Heading,
        b"ul" | b"ol" | b"dl" | b"menu" => Kind::List,
        b"li" | b"dt" | b"dd" => Kind::ListItem,
        b"pre" | b"listing" => Kind::Preformatted,
        b"table" => Kind::Table,
        b"caption" => Kind::Caption,
        b"thead" | b"tbody" | b"tfoot" => Kind::RowGroup,
        b"tr" => Kind::Row,
        b"td" | b"th" => Kind::Cell,
        b"br" => Kind::LineBreak,
        b"hr" => Kind::Rule,
        b"area" | b"base" | b"col" | b"embed" | b"img" | b"input" | b"link" | b"meta" | b"param" | b"source"
        | b"track" | b"wbr" => Kind::Void,
        b"script" | b"style" | b"title" | b"textarea" | b"noscript" | b"iframe" | b"noframes" | b"noembed" | b"xmp" => {
            Kind::Raw
        }
        b"template" | b"select" | b"button" | b"svg" | b"math" | b"object" | b"audio" | b"video" | b"canvas"
        | b"datalist" | b"xml" => Kind::Hidden,
        b"o:p" => Kind::OfficeParagraph,
        b"head" | b"colgroup" | b"span" | b"font" | b"a" | b"b" | b"strong" | b"i" | b"em" | b"u" | b"s" | b"sub"
        | b"sup" | b"small" | b"big" | b"label" | b"del" | b"ins" | b"code" | b"mark" | b"strike" | b"tt" | b"cite"
        | b"abbr" | b"q" | b"time" | b"nobr" | b"bdo" => Kind::Inline,
        _ => Kind::Unknown,
    }
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
    let hides = |(property, value): (&str, &str)| {
        let is = |wanted: &str| property.trim().eq_ignore_ascii_case(wanted);
        let starts = |wanted: &str| value.trim().get(..wanted.len()).is_some_and(|it| it.eq_ignore_ascii_case(wanted));
        is("display") && starts("none") || is("visibility") && starts("hidden") || is("mso-hide") && starts("all")
    };
    let numbers = |(property, value): (&str, &str)| {
        property.trim().eq_ignore_ascii_case("mso-list") && value.trim().eq_ignore_ascii_case("ignore")
    };
    if tag.attribute("hidden").is_some() || style.split(';').filter_map(|it| it.split_once(':')).any(hides) {
        flags |= HIDDEN;
    }
    if style.split(';').filter_map(|it| it.split_once(':')).any(numbers) {
        flags |= NUMBER;
    }
    flags
}

/// The number of columns or rows that a cell spans: 1 unless its attribute begins with a number, as in a browser.
pub fn span(tag: &Tag, name: &str) -> usize {
    let value = tag.attribute(name).unwrap_or_default().trim();
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 { 1 } else { value[..digits].parse().unwrap_or(usize::MAX) }
}
