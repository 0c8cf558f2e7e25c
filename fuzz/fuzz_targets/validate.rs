//! A text, behind U+001E last year's beside it: no panic, and what holds of every answer.
#![no_main]

#[path = "../../tests/support/invariants.rs"]
mod invariants;

use libfuzzer_sys::fuzz_target;
use nianbao::{Options, validate};

fuzz_target!(|data: &[u8]| {
    let given = String::from_utf8_lossy(data);
    let (text, previous) = match given.split_once('\u{1e}') {
        Some((text, previous)) => (text, Some(previous.to_owned())),
        None => (&*given, None),
    };
    let answer = validate(text, &Options { previous, ..Options::default() });
    assert_eq!(invariants::broken(text, &answer), [""; 0]);
});
