//! What a file is that cannot be read, and what its owner can do.

use super::Flaw;
use super::zip::Archive;

// Macros, not constants, so that the sentences are put together when the core is built.
macro_rules! paste {
    () => {
        "全选、复制后粘贴到这里"
    };
}
macro_rules! save {
    () => {
        "另存为 .docx 后再选择"
    };
}
macro_rules! spreadsheet {
    ($kinds:literal) => {
        concat!(
            "不能直接读取",
            $kinds,
            "表格文件：请在 Excel 或 WPS 表格中打开它，",
            paste!(),
            "；核对整份报告时，请粘贴报告全文。"
        )
    };
}

const ARCHIVE: &str = "这是压缩包：请先解压，再选择其中的报告。";
const PRESENTATION: &str = concat!("这是演示文稿，不是报告正文：请在 PowerPoint 或 WPS 演示中打开它，", paste!(), "。");

/// The sentence for a file that cannot be read here, told by its first bytes; None for what may be text or a container.
pub fn refusal(bytes: &[u8]) -> Option<&'static str> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    let head = |mark: &[u8]| bytes[..bytes.len().min(1024)].windows(mark.len()).any(|it| it == mark);
    if bytes.is_empty() {
        Some("这个文件是空的：请选择含有报告正文的文件。")
    } else if head(b"%PDF-") {
        Some(concat!(
            "不能直接读取 PDF 文件：请改用报告的 Word 或 WPS 文件；没有原文件时，可在 PDF 阅读器中",
            paste!(),
            "。"
        ))
    } else if starts(b"{\\rtf") {
        Some(concat!("不能直接读取 RTF 文件：请在 Word 或 WPS 中打开它，", save!(), "，或", paste!(), "。"))
    } else if is_image(bytes) {
        Some(concat!("这是图片，图中的文字无法核对：请打开报告的 Word、WPS 文件或网页，", paste!(), "。"))
    } else if starts(b"MIME-Version:") || starts(b"From: <Saved by") {
        Some(concat!("不能直接读取单个文件网页（.mht）：请用 Word、WPS 或浏览器打开它，", paste!(), "。"))
    } else if head(b"<?mso-application progid=\"Word.Document\"") {
        Some(concat!("不能直接读取 Word 的 XML 文件：请在 Word 或 WPS 中打开它，", save!(), "，或", paste!(), "。"))
    } else if starts(b"Rar!\x1a\x07") || starts(b"7z\xbc\xaf\x27\x1c") || starts(b"\x1f\x8b") {
        Some(ARCHIVE)
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

/// The sentence for a zip archive that holds no Word file; the names in it tell what it holds.
pub fn archive_refusal(archive: &Archive) -> &'static str {
    if archive.has("OFD.xml") {
        concat!(
            "不能直接读取 OFD 版式文件：请改用报告的 Word 或 WPS 文件；没有原文件时，可在 OFD 阅读器中",
            paste!(),
            "。"
        )
    } else if archive.has("xl/") {
        spreadsheet!(" .xlsx ")
    } else if archive.has("ppt/") {
        PRESENTATION
    } else if archive.has("content.xml") && archive.has("mimetype") {
        concat!("不能直接读取 OpenDocument 文件：请在 WPS 或 LibreOffice 中打开它，", save!(), "，或", paste!(), "。")
    } else {
        ARCHIVE
    }
}

/// The sentence for a container of Word's, Excel's and WPS's old files that holds no text of Word.
pub fn compound_refusal(has: impl Fn(&str) -> bool, extension: &str) -> String {
    let sentence = if has("EncryptedPackage") {
        return sentence(&Flaw::Encrypted, extension);
    } else if has("Workbook") || has("Book") || matches!(extension, "xls" | "et") {
        spreadsheet!(" .xls、.et ")
    } else if has("PowerPoint Document") || matches!(extension, "ppt" | "dps") {
        PRESENTATION
    } else if matches!(extension, "doc" | "wps") {
        return sentence(&Flaw::Old, extension);
    } else {
        concat!("这个文件里没有 Word 或 WPS 的文字：请选择含有报告正文的文件，或打开它，", paste!(), "。")
    };
    sentence.to_owned()
}

/// The sentence for a file of Word or WPS that is as it should not be.
pub fn sentence(flaw: &Flaw, extension: &str) -> String {
    let sentence = match flaw {
        Flaw::Damaged if !matches!(extension, "zip" | "") => {
            return [
                "这个 .",
                extension,
                concat!(" 文件不完整或已损坏：请重新下载或另存一次；能打开时，也可", paste!(), "。"),
            ]
            .concat();
        }
        Flaw::Damaged => "这个文件不完整或已损坏：请重新下载或复制一次；是压缩包的，请先解压，再选择其中的报告。",
        Flaw::TooLarge => concat!("这个文件的正文过大，不像是一份年度报告：请选择报告本身，或打开它，", paste!(), "。"),
        Flaw::Encrypted => concat!(
            "这个文件设有打开密码，无法读取：请在 Word 或 WPS 中输入密码打开它，取消密码后另存一份再选择，或",
            paste!(),
            "。"
        ),
        Flaw::Old => concat!(
            "这是很旧的文字处理格式，不能直接读取：请在 Word 或 WPS 中打开它，",
            save!(),
            "，或",
            paste!(),
            "。"
        ),
        Flaw::NoText => "这个文件里没有文字（内容可能是图片）：请选择含有报告正文的文件，或复制报告正文后粘贴到这里。",
    };
    sentence.to_owned()
}
