//! Bytes of a dropped file, or of the clipboard's HTML, to a text that a person can read and `validate` takes.

mod bytes;
mod compound;
mod doc;
mod docx;
mod encoding;
mod fields;
mod flow;
mod format;
mod numbering;
mod zip;

pub use encoding::Gb18030;

use crate::text::html;
use compound::Compound;
use zip::Archive;

/// More than any report; what is larger was dropped by mistake.
const MOST_BYTES: usize = 64 << 20;

/// Turns a file into text: .docx, .doc and .wps, HTML, and Markdown and plain text in UTF-8, UTF-16 or GB 18030.
///
/// The content decides what the file is; `file_name` helps where it does not tell. Tables become lines with a tab between
/// cells, merged cells opened out; Markdown is returned as it stands. Of Word's and WPS's files the text is what prints
/// between header and footer: automatic numbers are written out, deleted and hidden text, footnotes, comments, page
/// numbers and tables of contents left out. Text boxes are left out too, but for a title that stands nowhere else.
///
/// # Errors
///
/// A Chinese sentence that says what the file is and what to do.
#[cfg(not(target_arch = "wasm32"))]
pub fn read(bytes: &[u8], file_name: &str) -> Result<String, ReadError> {
    read_with(bytes, file_name, &|bytes| encoding_rs::GB18030.decode_without_bom_handling(bytes).0.into_owned())
}

/// The same with the host's decoder of GB 18030.
///
/// # Errors
///
/// A Chinese sentence that says what the file is and what to do.
pub fn read_with(bytes: &[u8], file_name: &str, gb_18030: Gb18030<'_>) -> Result<String, ReadError> {
    let extension = extension(file_name);
    if let Some(sentence) = format::refusal(bytes) {
        return Err(refuse(sentence));
    }
    if bytes.len() > MOST_BYTES {
        return Err(refuse(
            "这个文件超过 64 MB，不像是一份年度报告：请选择报告本身，或全选、复制报告正文后粘贴到这里。",
        ));
    }
    if Archive::is_one(bytes) || Compound::is_one(bytes) {
        return container_text(bytes, &extension, gb_18030);
    }
    let text = encoding::decode(bytes, gb_18030).ok_or_else(|| {
        refuse("这个文件不是文本，或者文字编码无法识别：请用 Word、WPS 或浏览器打开它，全选、复制后粘贴到这里；文本文件也可另存为 UTF-8 编码后再选择。")
    })?;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let is_html = match &*extension {
        "html" | "htm" => true,
        "md" | "markdown" => false,
        _ => html::is_html(&text),
    };
    let text = if is_html { html_text(&text) } else { text };
    if text.trim().is_empty() {
        return Err(ReadError(format::sentence(&Flaw::NoText, &extension)));
    }
    Ok(text)
}

/// Why a file could not be read: one Chinese sentence for the person who dropped it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError(String);

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ReadError {}

/// What keeps a file of Word or WPS from being read.
#[derive(Debug)]
enum Flaw {
    /// It breaks off or contradicts itself.
    Damaged,
    /// Its text is larger than any report's.
    TooLarge,
    /// It opens with a password only.
    Encrypted,
    /// It is of a format before Word 97.
    Old,
    /// It holds no text.
    NoText,
}

fn refuse(sentence: &str) -> ReadError {
    ReadError(sentence.to_owned())
}

/// What stands behind the last dot of the name, in lower case.
fn extension(file_name: &str) -> String {
    file_name.rsplit_once('.').map(|(_, extension)| extension.trim().to_ascii_lowercase()).unwrap_or_default()
}

fn html_text(source: &str) -> String {
    let mut text = String::with_capacity(source.len() / 4);
    html::read(source, &mut |piece: &str, _| text.push_str(piece));
    text.trim_matches('\n').to_owned()
}

/// The text of a file of Word or WPS, which is a zip archive or the container of the older ones.
fn container_text(bytes: &[u8], extension: &str, gb_18030: Gb18030<'_>) -> Result<String, ReadError> {
    let flawed = |flaw: Flaw| ReadError(format::sentence(&flaw, extension));
    let (text, boxes) = if Archive::is_one(bytes) {
        let archive = Archive::open(bytes).ok_or(Flaw::Damaged).map_err(flawed)?;
        if !archive.has("word/") {
            return Err(refuse(format::archive_refusal(&archive)));
        }
        docx::read(&archive, gb_18030).map_err(flawed)?
    } else {
        let file = Compound::open(bytes).ok_or(Flaw::Damaged).map_err(flawed)?;
        if !file.has(doc::STREAM) {
            return Err(ReadError(format::compound_refusal(|name| file.has(name), extension)));
        }
        doc::read(&file).map_err(flawed)?
    };
    let text = with_boxes(text, boxes);
    if text.trim().is_empty() { Err(flawed(Flaw::NoText)) } else { Ok(text) }
}

/// Text boxes hold page numbers, seals and notes, and so are no part of the text; except a title that the text does not
/// have, and everything where there is no other text, as in files that were made out of a PDF.
fn with_boxes(text: String, mut boxes: Vec<String>) -> String {
    if text.trim().is_empty() {
        return boxes.join("\n");
    }
    let is_titled = |text: &str| text.lines().filter(|line| !line.trim().is_empty()).take(8).any(has_title);
    if !is_titled(&text)
        && let Some(title) = boxes.iter().position(|text| is_titled(text))
    {
        return boxes.swap_remove(title) + "\n" + &text;
    }
    text
}

fn has_title(line: &str) -> bool {
    let bare: String = line.chars().filter(|c| !c.is_whitespace()).take(60).collect();
    bare.contains("信息公开") && bare.contains("报告") || bare.contains("年度报告")
}

/// The sign for a character of a font of symbols: the boxes and ticks that forms are filled in with.
fn symbol(code: u32) -> &'static str {
    match code & 0xff {
        0x52 | 0xfe => "☑",
        0x51 | 0x54 | 0xfd => "☒",
        0x50 | 0xfc => "✓",
        0x6e => "■",
        0x6c | 0xb7 => "●",
        _ => "□",
    }
}
