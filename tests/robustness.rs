//! Whatever the text: no panic, every place inside it, the verdict as promised, the same answer twice.
//!
//! A failure names its seed: `NIANBAO_SEED=17 cargo test --test robustness -- --nocapture` runs that one alone.

mod support;

use std::panic::{AssertUnwindSafe, catch_unwind};

use nianbao::form::{Edition, Position, TableKind};
use nianbao::report::{Severity, Verdict};
use nianbao::{Options, Report, validate};
use support::damage::damaged;
use support::figures::{Figures, Scale};
use support::places::Rendered;
use support::prose::{Organ, Subject};
use support::random::Random;
use support::text_forms::{APART, LOSSY, TextForm, report};
use support::{expect, invariants};

const DAMAGED_TEXTS: u64 = 10_000;

fn check(text: &str) -> Report {
    validate(text, &Options::default())
}

fn form(name: &str) -> &'static TextForm {
    APART.iter().chain(LOSSY).find(|form| form.name == name).expect("a form of this name")
}

/// A right report in one of the forms.
fn whole(form: &TextForm, seed: u64) -> Rendered {
    let mut random = Random::new(seed);
    let edition = if random.one_in(3) { Edition::Y2019 } else { Edition::Y2021 };
    let scale = *random.pick(&Scale::ALL);
    let subject = Subject::draw(&mut random, edition);
    let figures = Figures::valid(&mut random, edition, scale, subject.organ.may_regulate);
    report(form, &subject, &figures, &mut random)
}

fn damaged_text(seed: u64) -> String {
    let forms: Vec<&TextForm> = APART.iter().chain(LOSSY).collect();
    let mut random = Random::new(seed);
    let [first, second] = [(); 2].map(|()| {
        let form = *random.pick(forms.as_slice());
        whole(form, random.next()).text
    });
    damaged(&first, &second, &mut random)
}

/// What is wrong with the answer to one damaged text.
fn fault(seed: u64) -> Option<String> {
    let text = damaged_text(seed);
    let Ok(answer) = catch_unwind(AssertUnwindSafe(|| check(&text))) else {
        return Some("it panics".to_owned());
    };
    if seed.is_multiple_of(16) {
        let beside = || validate(&text, &Options { previous: Some(damaged_text(seed + 1)), ..Options::default() });
        let Ok(answer) = catch_unwind(AssertUnwindSafe(beside)) else {
            return Some("it panics beside last year's".to_owned());
        };
        if let Some(broken) = invariants::broken(&text, &answer).first() {
            return Some(format!("beside last year's: {broken}"));
        }
    }
    // Any order that comes out of a hash map would show in a few of these.
    if seed.is_multiple_of(8) && check(&text) != answer {
        return Some("two checks of the same text differ".to_owned());
    }
    let broken = invariants::broken(&text, &answer);
    broken.first().map(|first| format!("{first} ({} in all)", broken.len()))
}

#[test]
fn no_damaged_text_makes_it_panic_point_outside_the_text_or_contradict_itself() {
    if let Some(seed) = std::env::var("NIANBAO_SEED").ok().and_then(|seed| seed.parse().ok()) {
        println!("{}", damaged_text(seed));
        assert_eq!(fault(seed), None);
        return;
    }
    let workers = std::thread::available_parallelism().map_or(2, |count| count.get() as u64);
    let mut faults: Vec<(u64, String)> = std::thread::scope(|scope| {
        let work = |worker| {
            move || (worker..DAMAGED_TEXTS).step_by(workers as usize).filter_map(|seed| Some((seed, fault(seed)?)))
        };
        let workers: Vec<_> =
            (0..workers).map(|worker| scope.spawn(move || work(worker)().collect::<Vec<_>>())).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("a worker ends")).collect()
    });
    faults.sort();
    let told: Vec<String> = faults.iter().take(20).map(|(seed, fault)| format!("seed {seed}: {fault}")).collect();
    assert!(faults.is_empty(), "{} of {DAMAGED_TEXTS} texts:\n{}", faults.len(), told.join("\n"));
}

#[test]
fn places_are_exact_behind_characters_of_two_code_units() {
    static ORGAN: Organ = Organ { name: "𠮷溪县人民政府", may_regulate: false };
    for form in APART {
        let mut random = Random::new(3);
        let subject = Subject { organ: &ORGAN, ..Subject::draw(&mut random, Edition::Y2021) };
        let mut figures = Figures::valid(&mut random, Edition::Y2021, Scale::Mixed, false);
        figures.spoil(&mut random, TableKind::Disputes, Position { row: 0, column: 4 });
        let mut rendered = report(form, &subject, &figures, &mut random);
        rendered.text.insert_str(0, "𠮷\n");
        for place in rendered.places.values_mut().flatten() {
            *place = (place.0 + 3, place.1 + 3);
        }
        let answer = check(&rendered.text);
        assert_eq!(expect::differing_cells(&answer, &figures), [""; 0], "{}", form.name);
        assert_eq!(expect::differing_places(&answer, &figures, &rendered, form.is_html()), [""; 0], "{}", form.name);
        assert_eq!(invariants::broken(&rendered.text, &answer), [""; 0], "{}", form.name);
        assert_eq!(answer.organ.as_deref(), Some(ORGAN.name), "{}", form.name);
        let finding = answer.diagnostics.iter().find(|finding| finding.code == "arithmetic/wrong-cell");
        assert!(finding.is_some_and(|finding| finding.line > 1), "{}: the wrong total is reported", form.name);
    }
}

#[test]
fn a_right_report_passes_and_keeps_the_promises_in_every_form() {
    for form in APART {
        for seed in 0..4 {
            let rendered = whole(form, seed);
            let answer = check(&rendered.text);
            assert_eq!(invariants::broken(&rendered.text, &answer), [""; 0], "{} {seed}", form.name);
            let findings: Vec<&String> = answer.diagnostics.iter().map(|finding| &finding.message).collect();
            assert_eq!(answer.verdict, Verdict::Pass, "{} {seed}: {findings:?} {:?}", form.name, answer.not_examined);
        }
    }
}

#[test]
fn a_text_that_is_no_report_is_called_so_and_nothing_else() {
    let texts = [
        "",
        " ",
        "\n\n\t",
        "0",
        "𠮷",
        "一",
        "\0",
        "<p></p>",
        "会议通知\n\n定于周五下午三点在二楼会议室召开全体人员会议，请准时参加。\n\n一、会议议程\n二、注意事项\n",
        "采购清单\n\n品名\t数量\t单价\n铅笔\t20\t1.5\n笔记本\t10\t8\n合计\t30\t110\n",
        "春天来了，河边的柳树发了芽。孩子们在草地上放风筝，老人坐在长椅上晒太阳。",
        "fn main() { println!(\"{}\", 1 + 1); }\n",
        "{\"total\": 0, \"rows\": [[0, 0, 0], [1, 2, 3]]}",
        "0\n0\n0\n0\n0\n0\n0\n1\n2\n3\n",
    ];
    for text in texts {
        let answer = check(text);
        let codes: Vec<&str> = answer
            .diagnostics
            .iter()
            .map(|finding| finding.code)
            .filter(|code| ["structure/", "table/", "arithmetic/"].iter().any(|group| code.starts_with(group)))
            .collect();
        assert_eq!(codes, ["structure/not-a-report"], "{text:?}");
        let finding = answer.diagnostics.iter().find(|finding| finding.code == "structure/not-a-report");
        assert_eq!(finding.map(|finding| finding.severity), Some(Severity::Info), "{text:?}");
        assert_eq!(answer.verdict, Verdict::Incomplete, "{text:?}");
        assert!(answer.tables.is_empty(), "{text:?} has tables");
        assert_eq!(invariants::broken(text, &answer), [""; 0], "{text:?}");
    }
}

#[test]
fn two_reports_one_after_the_other_are_called_so() {
    for name in ["tabs", "cell-a-line-after-tab", "cell-a-line", "markdown", "html-web", "pdf"] {
        let [first, second] = [1, 2].map(|seed| whole(form(name), seed).text);
        for text in [format!("{first}\n{second}"), format!("{first}\n{first}")] {
            let answer = check(&text);
            let told = answer.diagnostics.iter().any(|finding| finding.code == "structure/several-reports");
            let codes: Vec<&str> = answer.diagnostics.iter().map(|finding| finding.code).collect();
            assert!(told, "{name}: {codes:?}\n{text}");
            assert_eq!(invariants::broken(&text, &answer), [""; 0], "{name}");
        }
        let alone = check(&first);
        assert!(alone.diagnostics.iter().all(|finding| finding.code != "structure/several-reports"), "{name}");
    }
}
