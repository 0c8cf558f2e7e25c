//! The bytes of a .doc file.
#![no_main]

#[path = "../../tests/support/survival.rs"]
mod survival;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| survival::survive(data, "年报.doc"));
