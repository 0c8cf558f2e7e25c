//! The corpus: invented reports beside what must be found in each of them.
//!
//! An `.expected` file has two halves. The upper one is written by hand, before the program sees the text: the
//! figures that were put in, the flaws that were planted, what may be reported besides. The lower one, below
//! `== 核对结果 ==`, is the program's answer, for a reviewer to read and for this test to hold still:
//! `NIANBAO_UPDATE=1 cargo test --test corpus` rewrites it and keeps the upper half. The upper half is held
//! against the answer itself, so an update never makes a wrong answer right. tests/corpus/README.md has the format.

#[path = "corpus/answer.rs"]
mod answer;
#[path = "corpus/plan.rs"]
mod plan;

use std::fs;
use std::path::{Path, PathBuf};

use nianbao::report::{Diagnostic, Report, Severity, Verdict};
use nianbao::{Options, validate};
use plan::{Mark, Plan};

/// `045-name.previous.txt` is last year's report to `045-name.txt`.
const LAST_YEARS: &str = ".previous";

const DIVIDER: &str = "== 核对结果 ==\n";

struct Case {
    /// Whether last year's report stands beside it.
    has_last_years: bool,
    name: String,
    text: String,
    expected: PathBuf,
    plan: Plan,
    /// The lower half as the file has it.
    recorded: String,
    report: Report,
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .expect("the corpus")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| {
            path.extension().is_some_and(|extension| ["txt", "html", "md"].iter().any(|known| extension == *known))
        })
        .filter(|path| path.file_name().is_some_and(|name| name != "README.md"))
        .collect();
    files.sort();
    let (last_years, reports): (Vec<PathBuf>, Vec<PathBuf>) =
        files.into_iter().partition(|path| stem(path).ends_with(LAST_YEARS));
    let of_last_year = |path: &Path| {
        let name = format!("{}{LAST_YEARS}", stem(path));
        last_years.iter().find(|last_years| stem(last_years) == name)
    };
    let paired =
        last_years.iter().filter(|last_years| reports.iter().any(|path| of_last_year(path) == Some(last_years)));
    assert_eq!(paired.count(), last_years.len(), "each report of last year beside one of this");
    reports.iter().map(|path| case(path, of_last_year(path))).collect()
}

fn stem(path: &Path) -> String {
    path.file_stem().expect("a name").to_string_lossy().into_owned()
}

fn case(path: &Path, last_years: Option<&PathBuf>) -> Case {
    let name = stem(path);
    let text = fs::read_to_string(path).expect("a report");
    let previous = last_years.map(|path| fs::read_to_string(path).expect("last year's report"));
    let expected = path.with_extension("expected");
    let whole = fs::read_to_string(&expected).unwrap_or_else(|_| panic!("{name}: no .expected beside it"));
    let (by_hand, recorded) = whole.split_once(DIVIDER).unwrap_or((&whole, ""));
    let plan = Plan::read(by_hand).unwrap_or_else(|what| panic!("{name}.expected: {what}"));
    let has_last_years = previous.is_some();
    let report = validate(&text, &Options { previous, ..Options::default() });
    Case { has_last_years, name, text, expected, plan, recorded: recorded.to_owned(), report }
}

/// Fails with every complaint at once, so that one run tells all.
fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n\n{} in all", complaints.join("\n"), complaints.len());
}

fn complaints(mut of: impl FnMut(&Case) -> Vec<String>) -> Vec<String> {
    let of_case = |case: Case| of(&case).into_iter().map(|what| format!("{}: {what}", case.name)).collect::<Vec<_>>();
    cases().into_iter().flat_map(of_case).collect()
}

fn is_loud(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity != Severity::Info
}

/// Every place that a finding names: its own and those of findings that were made one.
fn places(diagnostic: &Diagnostic) -> Vec<(u32, u32)> {
    let related = diagnostic.related.iter().map(|related| (related.from, related.to));
    [(diagnostic.from, diagnostic.to)].into_iter().chain(related).collect()
}

fn is_of(code: &str, wanted: &str) -> bool {
    code == wanted || code.strip_prefix(wanted).is_some_and(|rest| rest.starts_with('/'))
}

/// Whether a finding is the one that a mark speaks of.
fn meets(case: &Case, diagnostic: &Diagnostic, mark: &Mark) -> bool {
    is_of(diagnostic.code, &mark.code) && places(diagnostic).iter().any(|&place| is_at(case, mark, place))
}

fn is_at(case: &Case, mark: &Mark, (from, to): (u32, u32)) -> bool {
    answer::spans(&case.text, &mark.lines, mark.text.as_deref()).iter().any(|&(start, end)| {
        // An empty cell's place is empty.
        from < end && start < to || from == to && (start..=end).contains(&from)
    })
}

#[test]
fn there_are_enough_reports_of_every_kind() {
    let cases = cases();
    let reports: Vec<&Case> = cases.iter().filter(|case| !case.plan.is_other_text).collect();
    assert!(reports.len() >= 40, "{} reports", reports.len());
    let flawless = reports.iter().filter(|case| case.plan.is_flawless).count();
    assert!(flawless >= 15, "{flawless} flawless reports");
    for year in 2019..=2025 {
        assert!(reports.iter().any(|case| case.plan.year == Some(year)), "no report of {year}");
    }
    for group in ["structure", "table", "arithmetic", "consistency", "punctuation", "wording", "privacy"] {
        let planted =
            reports.iter().flat_map(|case| &case.plan.planted).filter(|mark| is_of(&mark.code, group)).count();
        assert!(planted >= 3, "{planted} flaws of the group {group}");
    }
    let pairs = || reports.iter().filter(|case| case.has_last_years);
    assert!(pairs().count() >= 10, "{} reports with last year's beside them", pairs().count());
    let flawless = pairs().filter(|case| case.plan.is_flawless).count();
    assert!(flawless >= 4, "{flawless} of them without a flaw");
    let others = cases.iter().filter(|case| case.plan.is_other_text);
    let lengths: Vec<usize> = others.map(|case| case.text.chars().filter(|c| !c.is_whitespace()).count()).collect();
    assert!(lengths.len() >= 2 && lengths.iter().all(|&length| length >= 10_000), "{lengths:?}");
}

#[test]
fn what_was_put_in_is_read() {
    none(&complaints(|case| plan::misread(&case.plan, &case.report)));
}

#[test]
fn every_planted_flaw_is_found() {
    none(&complaints(|case| {
        let missed = |mark: &&Mark| {
            !case.report.diagnostics.iter().any(|found| found.severity <= mark.severity && meets(case, found, mark))
        };
        case.plan.planted.iter().filter(missed).map(|mark| format!("not found: {}", mark.written)).collect()
    }));
}

#[test]
fn nothing_else_is_an_error_or_a_warning() {
    none(&complaints(|case| {
        let known = |found: &Diagnostic| {
            case.plan.planted.iter().chain(&case.plan.allowed).any(|mark| meets(case, found, mark))
        };
        let alarms = case.report.diagnostics.iter().filter(|found| is_loud(found) && !known(found));
        alarms.map(|found| format!("not planted: {}", answer::finding(&case.text, found))).collect()
    }));
}

#[test]
fn the_verdict_is_the_one_foreseen() {
    none(&complaints(|case| {
        let Report { verdict, not_examined, .. } = &case.report;
        let mut wrong = Vec::new();
        if *verdict != case.plan.verdict {
            wrong.push(format!("{verdict:?} instead of {:?}: {not_examined:?}", case.plan.verdict));
        }
        if case.plan.is_flawless && case.plan.verdict == Verdict::Fail {
            wrong.push("flawless, and yet to fail?".to_owned());
        }
        wrong
    }));
}

#[test]
fn figures_of_the_prose_are_claims_where_they_speak_of_a_cell() {
    none(&complaints(|case| {
        let missed = |(mark, verdict): &&(Mark, _)| {
            !case
                .report
                .claims
                .iter()
                .any(|claim| claim.verdict == *verdict && is_at(case, mark, (claim.at.from, claim.at.to)))
        };
        let missing =
            case.plan.claims.iter().filter(missed).map(|(mark, _)| format!("no such claim: {}", mark.written));
        let contradicting = case.report.claims.iter().filter(|claim| {
            let place = (claim.at.from, claim.at.to);
            let wanted = case.plan.planted.iter().filter(|mark| is_of(&mark.code, "consistency"));
            answer::contradicts(claim) && !wanted.chain(&case.plan.allowed).any(|mark| is_at(case, mark, place))
        });
        missing.chain(contradicting.map(|claim| format!("not planted: {}", answer::claim(&case.text, claim)))).collect()
    }));
}

#[test]
fn the_answers_are_as_recorded() {
    let update = std::env::var_os("NIANBAO_UPDATE").is_some();
    none(&complaints(|case| {
        let answer = answer::write(&case.text, &case.report);
        if update {
            let whole = fs::read_to_string(&case.expected).expect("the expectation");
            let by_hand = whole.split(DIVIDER).next().unwrap_or_default().trim_end();
            fs::write(&case.expected, format!("{by_hand}\n\n{DIVIDER}{answer}")).expect("a file to write");
            return Vec::new();
        }
        let difference = answer::difference(&case.recorded, &answer);
        if difference.is_empty() { difference } else { vec![format!("\n{}", difference.join("\n"))] }
    }));
}
