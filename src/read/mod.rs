//! Bytes of a dropped file, or of the clipboard's HTML, to a text that a person can read and `validate` takes.

mod encoding;
mod format;

pub use encoding::Gb18030;

use crate::text::html;

/// More than any report; what is larger was dropped by mistake.
const MOST_BYTES: usize = 64 << 20;

/// Turns a file into text: HTML, Markdown and plain text in UTF-8, UTF-16 or GB 18030.
///
/// The content decides what the file is; `file_name` helps where it does not tell. Tables in HTML become lines with a tab
/// between cells, merged cells opened out; Markdown is returned as it stands.
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
    if let Some(sentence) = format::refusal(bytes, &extension) {
        return Err(ReadError(sentence));
    }
    if bytes.len() > MOST_BYTES {
        return Err(refuse(
            "这个文件超过 64 MB，不像是一份年度报告：请选择报告本身，或全选、复制报告正文后粘贴到这里。",
        ));
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
        return Err(refuse(
            "这个文件里没有文字（内容可能是图片）：请选择含有报告正文的文件，或复制报告正文后粘贴到这里。",
        ));
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
