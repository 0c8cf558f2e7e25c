//! Web pages, Markdown and plain text in every encoding, archives, and whatever else is dropped: the first byte chooses
//! the name, the others are the file.
#![no_main]

#[path = "../../tests/support/survival.rs"]
mod survival;

use libfuzzer_sys::fuzz_target;

const NAMES: [&str; 6] = ["年报.txt", "年报.html", "年报.md", "年报.docx", "年报.wps", "年报"];

fuzz_target!(|data: &[u8]| {
    if let Some((choice, bytes)) = data.split_first() {
        survival::survive(bytes, NAMES[usize::from(*choice) % NAMES.len()]);
    }
});
