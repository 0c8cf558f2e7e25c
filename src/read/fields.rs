//! A Word file's fields: an instruction for Word, and the text that Word made of it.

/// Fields whose text is no part of the report: page numbers, and the table of contents with them.
const FURNITURE: [&str; 6] = ["PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF", "TOC"];
/// Fields inside fields; a hostile file may hold any number.
const MOST_NESTED: usize = 32;

/// The fields that are being read, from the outermost in.
#[derive(Default)]
pub struct Fields {
    open: Vec<Field>,
    too_deep: usize,
}

#[derive(Default)]
struct Field {
    instruction: String,
    /// Whether the instruction has ended and the text has begun.
    is_text: bool,
}

impl Field {
    fn is_shown(&self) -> bool {
        let kind = self.instruction.split_whitespace().next().unwrap_or_default();
        self.is_text && !FURNITURE.iter().any(|it| it.eq_ignore_ascii_case(kind))
    }
}

impl Fields {
    /// A field begins with its instruction.
    pub fn begin(&mut self) {
        if self.open.len() < MOST_NESTED {
            self.open.push(Field::default());
        } else {
            self.too_deep += 1;
        }
    }

    /// A piece of the instruction.
    pub fn instruct(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut()
            && field.instruction.len() < 100
        {
            field.instruction.push_str(text);
        }
    }

    /// The instruction has ended, and the field's text begins.
    pub fn separate(&mut self) {
        if let Some(field) = self.open.last_mut()
            && self.too_deep == 0
        {
            field.is_text = true;
        }
    }

    /// The innermost field ends.
    pub fn end(&mut self) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
        } else {
            self.open.pop();
        }
    }

    /// Whether text at this place is the report's.
    pub fn shows_text(&self) -> bool {
        self.open.iter().all(Field::is_shown)
    }

    /// Whether text at this place is an instruction.
    pub fn is_instruction(&self) -> bool {
        self.open.last().is_some_and(|field| !field.is_text)
    }

    /// Whether no field is being read.
    pub fn is_empty(&self) -> bool {
        self.open.is_empty()
    }
}
