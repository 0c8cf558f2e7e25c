//! The XML in a .docx file: the text, the lists and the styles, parted by NUL, which no XML holds. They stand in a sound
//! archive; the archive itself is what `read_text` spoils.
#![no_main]

#[path = "../../tests/support/survival.rs"]
mod survival;
#[path = "../../tests/support/zip.rs"]
#[allow(dead_code)]
mod zip;

use libfuzzer_sys::fuzz_target;
use zip::Method;

const RELATIONS: &[u8] = br#"<Relationships><Relationship Type="/numbering" Target="numbering.xml"/><Relationship Type="/styles" Target="styles.xml"/></Relationships>"#;

fuzz_target!(|data: &[u8]| {
    let mut parts = data.splitn(3, |byte| *byte == 0);
    let mut part = || parts.next().unwrap_or_default();
    let files = [
        ("word/document.xml", part()),
        ("word/numbering.xml", part()),
        ("word/styles.xml", part()),
        ("word/_rels/document.xml.rels", RELATIONS),
    ];
    survival::survive(&zip::zip(&files, Method::Stored), "年报.docx");
});
