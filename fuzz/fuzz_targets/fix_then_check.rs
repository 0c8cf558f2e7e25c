//! Every fix of every finding, and all safe ones at once: the edits can be made, and what comes of them is checked as
//! any text is.
#![no_main]

#[path = "../../tests/support/fixing.rs"]
mod fixing;
#[path = "../../tests/support/invariants.rs"]
mod invariants;

use fixing::{before, fixed, overlap, safe_edits};
use libfuzzer_sys::fuzz_target;
use nianbao::report::{Diagnostic, Report};
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
            // Brackets within brackets can have the same finding each.
            let alike = |findings: &[Diagnostic], place_of: &dyn Fn(&Diagnostic) -> (u32, u32)| {
                let is_alike = |found: &&Diagnostic| {
                    found.code == finding.code
                        && found.message == finding.message
                        && overlap(place_of(found), (finding.from, finding.to))
                };
                findings.iter().filter(is_alike).count()
            };
            let had = alike(&answer.diagnostics, &|found| (found.from, found.to));
            let has = alike(&after.diagnostics, &|found| before(&fix.edits, (found.from, found.to)));
            assert!(has < had, "{} is still there after “{}”: {}", finding.code, fix.title, finding.message);
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
