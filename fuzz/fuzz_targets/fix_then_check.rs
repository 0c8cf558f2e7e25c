//! Every fix of every finding, and all safe ones at once: the edits can be made, and what comes of them is checked as
//! any text is.
#![no_main]

#[path = "../../tests/support/fixing.rs"]
mod fixing;
#[path = "../../tests/support/invariants.rs"]
mod invariants;

use fixing::{before, fixed, overlap, safe_edits};
use libfuzzer_sys::fuzz_target;
use nianbao::report::Report;
use nianbao::{Options, validate};

fuzz_target!(|data: &[u8]| {
    let text = &*String::from_utf8_lossy(data);
    let answer = check(text);
    for finding in &answer.diagnostics {
        for fix in &finding.fixes {
            let after = check(&fixed(text, &fix.edits));
            if !fix.safe {
                continue;
            }
            let still = after.diagnostics.iter().find(|found| {
                let place = before(&fix.edits, (found.from, found.to));
                found.code == finding.code
                    && found.message == finding.message
                    && overlap(place, (finding.from, finding.to))
            });
            assert!(still.is_none(), "{} is still there after “{}”: {}", finding.code, fix.title, finding.message);
        }
    }
    let safe = safe_edits(&answer);
    if !safe.is_empty() {
        check(&fixed(text, &safe));
    }
});

fn check(text: &str) -> Report {
    let answer = validate(text, &Options::default());
    assert_eq!(invariants::broken(text, &answer), [""; 0]);
    answer
}
