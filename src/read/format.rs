//! What a file is that is no text, told by its first bytes, and what its owner can do.

const PASTE: &str = "全选、复制后粘贴到这里";

/// The sentence for a file that cannot be read here; None for what may be text.
pub fn refusal(bytes: &[u8], extension: &str) -> Option<String> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    let head = |mark: &[u8]| bytes[..bytes.len().min(1024)].windows(mark.len()).any(|it| it == mark);
    if bytes.is_empty() {
        Some("这个文件是空的：请选择含有报告正文的文件。".to_owned())
    } else if head(b"%PDF-") {
        Some(format!(
            "暂时还不能直接读取 PDF 文件：请改用报告的 Word 或 WPS 文件，打开后{PASTE}；没有原文件时，可在 PDF 阅读器中{PASTE}。"
        ))
    } else if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        Some(zip(bytes, extension))
    } else if starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        Some(compound(bytes, extension))
    } else if starts(b"{\\rtf") {
        Some(format!("暂时还不能直接读取 RTF 文件：请在 Word 或 WPS 中打开它，{PASTE}。"))
    } else if is_image(bytes) {
        Some(format!("这是图片，图中的文字无法核对：请打开报告的 Word、WPS 文件或网页，{PASTE}。"))
    } else if starts(b"MIME-Version:") || starts(b"From: <Saved by") {
        Some(format!("暂时还不能直接读取单个文件网页（.mht）：请用浏览器、Word 或 WPS 打开它，{PASTE}。"))
    } else if head(b"<?mso-application progid=\"Word.Document\"") {
        Some(format!("暂时还不能直接读取 Word 的 XML 文件：请在 Word 或 WPS 中打开它，{PASTE}。"))
    } else if starts(b"Rar!\x1a\x07") || starts(b"7z\xbc\xaf\x27\x1c") || starts(b"\x1f\x8b") {
        Some(archive())
    } else {
        None
    }
}

fn is_image(bytes: &[u8]) -> bool {
    let magics: [&[u8]; 5] = [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"];
    // "BM" and "RIFF" may begin a text as well.
    let is_bitmap = bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]);
    let is_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
    magics.iter().any(|magic| bytes.starts_with(magic)) || is_bitmap || is_webp
}

fn archive() -> String {
    format!("这是压缩包：请先解压，再打开其中的报告，{PASTE}。")
}

fn spreadsheet(name: &str) -> String {
    format!(
        "暂时还不能直接读取{name}表格文件：请在 Excel 或 WPS 表格中打开它，{PASTE}；核对整份报告时，请粘贴报告全文。"
    )
}

/// Word's, Excel's and OFD's files are zip archives; the names in them tell.
fn zip(bytes: &[u8], extension: &str) -> String {
    let Some(names) = zip_names(bytes) else {
        return match extension {
            "docx" | "wps" | "xlsx" | "et" | "ofd" => {
                format!("这个 .{extension} 文件不完整或已损坏：请重新下载或另存一次；能打开时，也可{PASTE}。")
            }
            _ => "这个压缩包不完整或已损坏：请重新下载后解压，再打开其中的报告。".to_owned(),
        };
    };
    let has = |part: &[u8]| names.iter().any(|name| name.starts_with(part));
    if has(b"word/") {
        format!("暂时还不能直接读取 .docx 文件：请在 Word 或 WPS 中打开它，{PASTE}。")
    } else if names.iter().any(|name| name.eq_ignore_ascii_case(b"OFD.xml")) {
        format!(
            "暂时还不能直接读取 OFD 版式文件：请改用报告的 Word 或 WPS 文件，打开后{PASTE}；没有原文件时，可在 OFD 阅读器中{PASTE}。"
        )
    } else if has(b"xl/") {
        spreadsheet(" .xlsx ")
    } else if has(b"ppt/") {
        format!("这是演示文稿，不是报告正文：请在 PowerPoint 或 WPS 演示中打开它，{PASTE}。")
    } else if has(b"content.xml") && has(b"mimetype") {
        format!("暂时还不能直接读取 OpenDocument 文件：请在 WPS 或 LibreOffice 中打开它，{PASTE}。")
    } else {
        archive()
    }
}

/// The names in the archive's directory, which stands at its end; None where that is not to be found.
fn zip_names(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let number = |at: usize, length: usize| {
        let field = bytes.get(at..at.checked_add(length)?)?;
        Some(field.iter().rev().fold(0, |number, &byte| number << 8 | usize::from(byte)))
    };
    let tail = bytes.len().saturating_sub((1 << 16) + 22);
    let end = tail + bytes[tail..].windows(4).rposition(|it| it == b"PK\x05\x06")?;
    let (count, mut at) = (number(end + 10, 2)?, number(end + 16, 4)?);
    let mut names = Vec::new();
    for _ in 0..count {
        if !bytes.get(at..)?.starts_with(b"PK\x01\x02") {
            return None;
        }
        let (name, extra, comment) = (number(at + 28, 2)?, number(at + 30, 2)?, number(at + 32, 2)?);
        names.push(bytes.get(at + 46..at + 46 + name)?);
        at += 46 + name + extra + comment;
    }
    Some(names)
}

/// The container of Word's, Excel's and WPS's old files, told apart by the file's name.
fn compound(bytes: &[u8], extension: &str) -> String {
    let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(encrypted.len()).any(|it| it == encrypted) {
        return format!("这个文件设有打开密码，无法读取：请在 Word 或 WPS 中输入密码打开它，{PASTE}。");
    }
    match extension {
        "doc" | "wps" => format!("暂时还不能直接读取 .{extension} 文件：请在 Word 或 WPS 中打开它，{PASTE}。"),
        "xls" | "et" => spreadsheet(&format!(" .{extension} ")),
        "ppt" | "dps" => format!("这是演示文稿，不是报告正文：请在 PowerPoint 或 WPS 演示中打开它，{PASTE}。"),
        _ => format!("这是旧格式的 Office 或 WPS 文件，暂时还不能直接读取：请在 Word 或 WPS 中打开它，{PASTE}。"),
    }
}
