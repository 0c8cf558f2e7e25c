//! .doc and .wps files: the binary format of Word 97 to 2003, which WPS writes too (MS-DOC).

mod formatting;
mod lists;
mod pieces;
mod rows;

use super::Flaw;
use super::bytes::number;
use super::compound::Compound;
use super::fields::Fields;
use super::flow::{Extent, Flow};
use super::numbering::Numbering;
use formatting::{Kind, Runs, Settings};
use pieces::{Pieces, Placed};
use rows::Paragraph;

/// The name of the stream that makes a container a file of Word or WPS Writer.
pub const STREAM: &str = "WordDocument";

/// The versions from Word 97 on.
const WORD_97: usize = 0xc1;

/// The text of a file, and that of its text boxes.
///
/// # Errors
///
/// Where the file is encrypted, older than Word 97 or damaged.
pub fn read(file: &Compound) -> Result<(String, Vec<String>), Flaw> {
    let document = file.stream(STREAM).ok_or(Flaw::Damaged)?;
    let field = |at, length| number(&document, at, length).ok_or(Flaw::Damaged);
    if field(0, 2)? != 0xa5ec || field(2, 2)? < WORD_97 {
        return Err(Flaw::Old);
    }
    let flags = field(10, 2)?;
    if flags & 0x100 != 0 {
        return Err(Flaw::Encrypted);
    }
    let table = file.stream(if flags & 0x200 == 0 { "0Table" } else { "1Table" }).ok_or(Flaw::Damaged)?;
    let data = file.stream("Data").unwrap_or_default();
    // A part of the table stream, by the place of its own place in the header; none where it is lacking.
    let part = |at: usize| {
        let (start, length) = (number(&document, at, 4)?, number(&document, at + 4, 4)?);
        table.get(start..start.checked_add(length)?)
    };
    let pieces = part(0x1a2).and_then(Pieces::read).ok_or(Flaw::Damaged)?;
    let lists = |at| part(at).map_or(&[][..], |part| part);
    // The definitions of levels stand behind the part that the header names.
    let kinds = number(&document, 0x2e2, 4).and_then(|start| table.get(start..)).filter(|_| !lists(0x2e2).is_empty());
    let length = |at| field(at, 4);
    let main = length(0x4c)?;
    // Footnotes, headers, comments, endnotes, and then the text boxes.
    let before_boxes = [0x50, 0x54, 0x5c, 0x60].into_iter().try_fold(main, |sum, at| Ok(sum + length(at)?))?;
    let stories = [(0, main), (before_boxes, before_boxes + length(0x64)?)];
    let read = |ignores_fields| {
        let mut reader = Reader {
            document: &document,
            data: &data,
            pieces: &pieces,
            characters: Runs::read(&document, lists(0xfa), Kind::Characters),
            paragraphs: Runs::read(&document, lists(0x102), Kind::Paragraphs),
            numbering: lists::numbering(kinds.unwrap_or_default(), lists(0x2ea)),
            styles: lists::styles(lists(0xa2)),
            ignores_fields,
        };
        let text = reader.story(stories[0])?;
        Some((text, vec![reader.story(stories[1]).unwrap_or_default()]))
    };
    // A field without an end would hide all that follows.
    Ok(read(false).or_else(|| read(true)).unwrap_or_default())
}

struct Reader<'a> {
    document: &'a [u8],
    data: &'a [u8],
    pieces: &'a Pieces,
    characters: Runs<'a>,
    paragraphs: Runs<'a>,
    numbering: Numbering,
    styles: Vec<lists::Place>,
    ignores_fields: bool,
}

/// How a character is set.
#[derive(Default)]
struct Look {
    is_deleted: bool,
    is_hidden: bool,
    /// The character of a font of symbols that it stands for.
    symbol: Option<u32>,
}

/// What is read of a story so far.
#[derive(Default)]
struct Story {
    flow: Flow,
    fields: Fields,
    depth: usize,
    /// The paragraph so far, in UTF-16.
    text: Vec<u16>,
}

impl Reader<'_> {
    /// The text of the characters from one number up to another; None where a field has no end.
    fn story(&mut self, (from, to): (usize, usize)) -> Option<String> {
        let mut story = Story::default();
        let pieces = self.pieces;
        for placed in pieces.characters(self.document, from, to) {
            self.character(&mut story, &placed);
        }
        self.end_paragraph(&mut story, &Paragraph::default());
        (story.fields.is_empty() || self.ignores_fields).then(|| story.flow.finish())
    }

    fn character(&mut self, story: &mut Story, placed: &Placed) {
        let look = self.look(placed.start);
        match placed.unit {
            0x13 => story.fields.begin(),
            0x14 => story.fields.separate(),
            0x15 => story.fields.end(),
            0x07 | 0x0d => self.mark(story, placed, look.is_deleted),
            // The end of a section ends a paragraph too; that of a page need not.
            0x0c if self.paragraphs.at(placed.start).is_some_and(|run| run.ends_with(placed.start, placed.width)) => {
                self.mark(story, placed, look.is_deleted);
            }
            _ if look.is_deleted => {}
            unit if story.fields.is_instruction() && !self.ignores_fields => {
                story.fields.instruct(char::from_u32(unit.into()).unwrap_or(' ').encode_utf8(&mut [0; 4]));
            }
            _ if look.is_hidden || !story.fields.shows_text() && !self.ignores_fields => {}
            unit => match (unit, look.symbol) {
                (0x28, Some(code)) => story.text.extend(super::symbol(code).encode_utf16()),
                (0x0b | 0x0c | 0x0e, _) => story.text.push(0x0a),
                (0x1e, _) => story.text.push(0x2d),
                (0x09 | 0x20.., _) => story.text.push(unit),
                // Pictures, marks of footnotes and comments, soft hyphens.
                _ => {}
            },
        }
    }

    fn look(&mut self, start: usize) -> Look {
        let settings = self.characters.at(start).map_or(&[][..], |run| run.settings);
        let mut look = Look::default();
        for (code, operand) in Settings(settings) {
            match code {
                0x0800 => look.is_deleted = operand != [0],
                0x083c => look.is_hidden = operand == [1],
                0x6a09 => look.symbol = number(operand, 2, 2).map(|code| code as u32),
                _ => {}
            }
        }
        look
    }

    /// The mark that ends a paragraph, a cell or a row.
    fn mark(&mut self, story: &mut Story, placed: &Placed, is_deleted: bool) {
        let paragraph = Paragraph::read(self.paragraphs.at(placed.start), self.data);
        let is_cell = placed.unit == 0x07 || paragraph.ends_inner_cell || paragraph.ends_row;
        if is_deleted && !is_cell {
            return;
        }
        while story.depth < paragraph.depth {
            story.flow.start_table();
            story.depth += 1;
        }
        while story.depth > paragraph.depth {
            story.flow.end_table();
            story.depth -= 1;
        }
        if !paragraph.ends_row {
            self.end_paragraph(story, &paragraph);
            if is_cell {
                story.flow.end_cell(Extent::default());
            }
        } else if is_deleted {
            story.flow.drop_row();
        } else {
            story.flow.place_cells(&paragraph.cells);
            story.flow.end_row();
        }
    }

    fn end_paragraph(&mut self, story: &mut Story, paragraph: &Paragraph) {
        let text = String::from_utf16_lossy(&std::mem::take(&mut story.text));
        let inherited = self.styles.get(paragraph.style).copied().unwrap_or_default();
        let list = paragraph.place.0.or(inherited.0).unwrap_or_default();
        let level = paragraph.place.1.or(inherited.1).unwrap_or_default();
        match self.numbering.next(list as u32, level) {
            Some(label) => story.flow.paragraph(&label.before(&text)),
            None => story.flow.paragraph(&text),
        }
    }
}
