//! .docx files, of Word, WPS and other programs: one flat walk through the XML of the text.

mod lists;
mod xml;

use super::encoding::{self, Gb18030};
use super::fields::Fields;
use super::flow::{Extent, Flow, MOST_NESTED, USUAL_WIDTH};
use super::zip::Archive;
use super::{Flaw, symbol};
use lists::{Lists, Place};
use xml::{Element, Event, Xml};

/// A table has at most 63 columns.
const MOST_SPANNED: u32 = 63;

/// The text of a file, and that of each of its text boxes.
///
/// # Errors
///
/// Where a part of the file cannot be read.
pub fn read(archive: &Archive, gb_18030: Gb18030<'_>) -> Result<(String, Vec<String>), Flaw> {
    let part = |name: &str| -> Result<Option<String>, Flaw> {
        let Some(bytes) = archive.part(name)? else { return Ok(None) };
        encoding::decode(&bytes, gb_18030).map(Some).ok_or(Flaw::Damaged)
    };
    let relations = part("_rels/.rels")?.unwrap_or_default();
    let main = target(&relations, "", "/officeDocument").unwrap_or_else(|| "word/document.xml".to_owned());
    let document = part(&main)?.ok_or(Flaw::Damaged)?;
    let (folder, name) = main.rsplit_once('/').unwrap_or(("", &main));
    let relations = part(&format!("{folder}/_rels/{name}.rels"))?.unwrap_or_default();
    let of_kind = |kind: &str| target(&relations, folder, kind).map_or(Ok(None), |name| part(&name));
    let (numbering, styles) = (of_kind("/numbering")?.unwrap_or_default(), of_kind("/styles")?.unwrap_or_default());
    let read = |shows_instructions| Reader::new(Lists::read(&numbering, &styles), shows_instructions).read(&document);
    // A field without an end would hide all that follows.
    Ok(read(false).or_else(|| read(true)).unwrap_or_default())
}

/// The part that stands in a relation of this kind to a part in `folder`.
fn target(relations: &str, folder: &str, kind: &str) -> Option<String> {
    let element = Xml::new(relations).find_map(|event| match event {
        Event::Open(element) if element.attribute("Type").is_some_and(|it| it.ends_with(kind)) => Some(element),
        _ => None,
    })?;
    let target = element.attribute("Target")?;
    Some(match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None if folder.is_empty() => target.to_owned(),
        None => format!("{folder}/{target}"),
    })
}

struct Reader {
    lists: Lists,
    /// The story that is being read, behind those that it stands in.
    stories: Vec<Story>,
    boxes: Vec<String>,
    ignores_fields: bool,
}

/// What Word calls a story: the main text, or the text of a box.
#[derive(Default)]
struct Story {
    flow: Flow,
    fields: Fields,
    paragraph: Paragraph,
    /// The paragraph so far, and what a deleted end of paragraph left before it.
    text: String,
    is_hidden: bool,
    tables: Vec<Grid>,
}

#[derive(Default)]
struct Paragraph {
    style: Option<String>,
    place: Place,
    /// Its end was deleted: the next one goes on in the same line.
    is_joined: bool,
    hides_number: bool,
}

/// A table's columns and where in them the walk is.
#[derive(Default)]
struct Grid {
    widths: Vec<u32>,
    column: usize,
    /// The current cell.
    span: usize,
    continued: bool,
    is_deleted: bool,
}

impl Grid {
    /// Where the column at `index` begins.
    fn border(&self, index: usize) -> u32 {
        let known = self.widths.len().min(index);
        let usual = (index - known) as u32;
        self.widths[..known].iter().sum::<u32>().saturating_add(usual.saturating_mul(USUAL_WIDTH))
    }
}

impl Reader {
    fn new(lists: Lists, ignores_fields: bool) -> Self {
        Self { lists, stories: vec![Story::default()], boxes: Vec::new(), ignores_fields }
    }

    /// The text and the boxes'; None where a field has no end.
    fn read(mut self, document: &str) -> Option<(String, Vec<String>)> {
        let mut xml = Xml::new(document);
        while let Some(event) = xml.next() {
            match event {
                Event::Open(element) => self.open(&element, &mut xml),
                Event::Close(name) => self.close(name),
                Event::Text(_) => {}
            }
        }
        while self.stories.len() > 1 {
            self.close("txbxContent");
        }
        self.end_paragraph();
        let story = self.stories.pop()?;
        (story.fields.is_empty() || self.ignores_fields).then(|| (story.flow.finish(), self.boxes))
    }

    fn story(&mut self) -> &mut Story {
        self.stories.last_mut().expect("the main story is never closed")
    }

    fn open(&mut self, element: &Element, xml: &mut Xml) {
        if element.name.ends_with("Change") {
            return xml.leave_out();
        }
        let story = self.story();
        match element.name {
            // Deleted text, settings, the reading over a word, and what older programs are to show instead.
            "del" | "moveFrom" | "sdtPr" | "sdtEndPr" | "rubyPr" | "rt" | "sectPr" | "mc:Fallback" => xml.leave_out(),
            "p" => story.paragraph = Paragraph::default(),
            "pPr" => story.paragraph = paragraph_properties(xml),
            "r" => story.is_hidden = false,
            "rPr" => story.is_hidden = run_properties(xml),
            "t" | "m:t" => {
                let (keeps_blanks, text) = (element.attribute("space") == Some("preserve"), xml.text(element.name));
                let text = text.replace(['\r', '\n', '\t'], " ");
                self.add(if keeps_blanks { &text } else { text.trim_matches(' ') });
            }
            "tab" | "ptab" => self.add("\t"),
            "br" | "cr" => self.add("\n"),
            "noBreakHyphen" => self.add("-"),
            "sym" => {
                let code = element.attribute("char").and_then(|code| u32::from_str_radix(code, 16).ok());
                self.add(symbol(code.unwrap_or_default()));
            }
            "fldChar" => match element.attribute("fldCharType") {
                Some("begin") => story.fields.begin(),
                Some("separate") => story.fields.separate(),
                Some("end") => story.fields.end(),
                _ => {}
            },
            "instrText" => story.fields.instruct(&xml.text("instrText")),
            "fldSimple" => {
                story.fields.begin();
                story.fields.instruct(element.attribute("instr").unwrap_or_default());
                story.fields.separate();
            }
            "txbxContent" if self.stories.len() > MOST_NESTED => xml.leave_out(),
            "txbxContent" => self.stories.push(Story::default()),
            _ => self.open_table_part(element, xml),
        }
    }

    fn open_table_part(&mut self, element: &Element, xml: &mut Xml) {
        let story = self.story();
        if element.name == "tbl" {
            if story.tables.len() == MOST_NESTED {
                return xml.leave_out();
            }
            story.flow.start_table();
            return story.tables.push(Grid::default());
        }
        let Some(grid) = story.tables.last_mut() else { return };
        match element.name {
            "tblPr" | "tblPrEx" => xml.leave_out(),
            "gridCol" if grid.widths.len() < MOST_SPANNED as usize => {
                let width = element.number("w").min(1 << 16);
                grid.widths.push(if width == 0 { USUAL_WIDTH } else { width });
            }
            "tr" => (grid.column, grid.is_deleted) = (0, false),
            "trPr" => row_properties(xml, grid),
            "tc" => (grid.span, grid.continued) = (1, false),
            "tcPr" => cell_properties(xml, grid),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" => self.end_paragraph(),
            "fldSimple" => self.story().fields.end(),
            "txbxContent" if self.stories.len() > 1 => {
                self.end_paragraph();
                let story = self.stories.pop().unwrap_or_default();
                self.boxes.push(story.flow.finish());
            }
            "tc" | "tr" | "tbl" => self.close_table_part(name),
            _ => {}
        }
    }

    fn close_table_part(&mut self, name: &str) {
        self.story().paragraph.is_joined = false;
        if !self.story().text.is_empty() {
            self.end_paragraph();
        }
        let Story { flow, tables, .. } = self.story();
        let Some(grid) = tables.last_mut() else { return };
        match name {
            "tc" => {
                let left = grid.border(grid.column);
                grid.column += grid.span;
                flow.end_cell(Extent { left, right: grid.border(grid.column), continued: grid.continued });
            }
            "tr" if grid.is_deleted => flow.drop_row(),
            "tr" => flow.end_row(),
            _ => {
                tables.pop();
                flow.end_table();
            }
        }
    }

    fn add(&mut self, text: &str) {
        let ignores_fields = self.ignores_fields;
        let story = self.story();
        if !story.is_hidden && (ignores_fields || story.fields.shows_text()) {
            story.text.push_str(text);
        }
    }

    fn end_paragraph(&mut self) {
        let story = self.stories.last_mut().expect("the main story is never closed");
        let paragraph = std::mem::take(&mut story.paragraph);
        if paragraph.is_joined {
            return;
        }
        let mut text = std::mem::take(&mut story.text);
        if !paragraph.hides_number
            && let Some(label) = self.lists.next(paragraph.style.as_deref(), paragraph.place)
        {
            text = label.before(&text);
        }
        story.flow.paragraph(&text);
    }
}

/// Reads `pPr`, which has just begun.
fn paragraph_properties(xml: &mut Xml) -> Paragraph {
    let mut paragraph = Paragraph::default();
    xml.settings("pPr", &mut |element, xml| match element.name {
        "pStyle" => paragraph.style = Some(element.val().to_owned()),
        "numPr" => paragraph.place = lists::place(xml),
        // What follows concerns the paragraph's end.
        "del" | "moveFrom" => paragraph.is_joined = true,
        "vanish" => paragraph.hides_number = element.is_on(),
        "sectPr" => xml.leave_out(),
        _ => {}
    });
    paragraph
}

/// Reads `rPr`, which has just begun: whether the text is hidden.
fn run_properties(xml: &mut Xml) -> bool {
    let mut is_hidden = false;
    xml.settings("rPr", &mut |element, _| {
        if element.name == "vanish" {
            is_hidden = element.is_on();
        }
    });
    is_hidden
}

fn row_properties(xml: &mut Xml, grid: &mut Grid) {
    xml.settings("trPr", &mut |element, _| match element.name {
        "gridBefore" => grid.column = element.number("val").min(MOST_SPANNED) as usize,
        "del" => grid.is_deleted = true,
        _ => {}
    });
}

fn cell_properties(xml: &mut Xml, grid: &mut Grid) {
    xml.settings("tcPr", &mut |element, _| match element.name {
        "gridSpan" => grid.span = element.number("val").clamp(1, MOST_SPANNED) as usize,
        // Without a value it means: continue.
        "vMerge" | "hMerge" => grid.continued |= element.val() != "restart",
        _ => {}
    });
}
