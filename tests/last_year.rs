//! Last year's report beside this year's: the same is found in whatever text form it is given, and nothing without it.

mod support;

use nianbao::form::{CellRef, Edition, Form, Position, TableKind};
use nianbao::report::{Diagnostic, Report, Severity};
use nianbao::{Options, validate};
use support::figures::{Figure, Figures, Scale};
use support::prose::Subject;
use support::random::Random;
use support::text_forms::{APART, report};

const APPLICANTS: [&str; 7] =
    ["natural-person", "business", "research", "public-welfare", "legal-service", "other", "total"];

fn check(text: &str, previous: &str) -> Report {
    validate(text, &Options { previous: Some(previous.to_owned()), ..Options::default() })
}

fn of_rule<'a>(report: &'a Report, code: &str) -> Vec<&'a Diagnostic> {
    report.diagnostics.iter().filter(|one| one.code == code).collect()
}

/// Two years of one organ, every figure of each valid in itself.
fn two_years(random: &mut Random, editions: [Edition; 2]) -> [(Subject, Figures); 2] {
    let mut this = Subject::draw(random, Edition::Y2021);
    if editions[0] == Edition::Y2019 {
        this.year = 2021;
    } else if this.year == 2021 {
        this.year = 2022;
    }
    let last = Subject { year: this.year - 1, edition: editions[0], ..this.clone() };
    [last, this].map(|subject| {
        let scale = *random.pick(&Scale::ALL);
        let figures = Figures::valid(random, subject.edition, scale, subject.organ.may_regulate);
        (subject, figures)
    })
}

fn value(figures: &Figures, table: TableKind, row: &'static str, column: &'static str) -> u64 {
    figures.get(CellRef { table, row, column }).and_then(|figure| figure.written.parse().ok()).expect("a whole number")
}

fn set(figures: &mut Figures, table: TableKind, row: &'static str, column: &'static str, to: u64) {
    let at: Position =
        Form::of(figures.edition).table(table).position(CellRef { table, row, column }).expect("a cell of the form");
    figures.set(table, at, Figure::count(to));
}

#[test]
fn a_carry_over_that_differs_is_found_in_every_text_form_of_either_report() {
    let mut random = Random::new(17);
    let table = TableKind::Applications;
    let mut differing = 0;
    for round in 0..60 {
        let edition = if round % 3 == 0 { Edition::Y2019 } else { Edition::Y2021 };
        let [(last, then), (this, mut now)] = two_years(&mut random, [edition, Edition::Y2021]);
        let carried = |figures: &Figures, row| APPLICANTS.map(|column| value(figures, table, row, column));
        if round % 2 == 0 {
            for (column, figure) in APPLICANTS.into_iter().zip(carried(&then, "4")) {
                set(&mut now, table, "2", column, figure);
            }
        }
        let wanted = carried(&then, "4") != carried(&now, "2");
        differing += usize::from(wanted);
        let previous = report(&APART[round % APART.len()], &last, &then, &mut random).text;
        let text = report(&APART[round * 7 % APART.len()], &this, &now, &mut random).text;
        let answer = check(&text, &previous);
        let found = of_rule(&answer, "consistency/broken-carry-over");
        assert_eq!(found.len(), usize::from(wanted), "{previous}\n\n{text}");
        assert!(found.iter().all(|one| one.cell.is_some_and(|cell| cell.row == "2")), "{found:?}");
    }
    assert!((15..45).contains(&differing), "{differing}");
}

#[test]
fn documents_in_force_follow_from_last_years_where_both_forms_count_them() {
    let mut random = Random::new(18);
    let table = TableKind::Disclosure;
    for round in 0..60 {
        let edition = if round % 4 == 0 { Edition::Y2019 } else { Edition::Y2021 };
        let [(last, then), (this, mut now)] = two_years(&mut random, [edition, Edition::Y2021]);
        let mut wanted = 0;
        for row in ["20.1.regulation", "20.1.normative-document"].into_iter().filter(|_| edition == Edition::Y2021) {
            let base = value(&then, table, row, "in-force") + value(&now, table, row, "issued");
            let due = base.checked_sub(value(&now, table, row, "repealed"));
            if let Some(due) = due.filter(|_| round % 2 == 0) {
                set(&mut now, table, row, "in-force", due);
            }
            wanted += usize::from(Some(value(&now, table, row, "in-force")) != due);
        }
        let previous = report(&APART[round % APART.len()], &last, &then, &mut random).text;
        let text = report(&APART[round * 5 % APART.len()], &this, &now, &mut random).text;
        let answer = check(&text, &previous);
        assert_eq!(of_rule(&answer, "consistency/broken-in-force-count").len(), wanted, "{previous}\n\n{text}");
    }
}

const THIS: &str = include_str!("corpus/046-chengjiangkou-water-carry-over.txt");
const LAST: &str = include_str!("corpus/046-chengjiangkou-water-carry-over.previous.txt");

#[test]
fn without_last_years_report_nothing_is_said_of_it() {
    let alone = validate(THIS, &Options::default());
    assert!(!alone.diagnostics.iter().any(|one| one.severity != Severity::Info), "{:?}", alone.diagnostics);
    assert_eq!(check(THIS, " \n\u{3000}\n"), alone);
}

#[test]
fn a_carry_over_mended_as_offered_leaves_nothing() {
    // What came in is right for a carry-over of 2: the sums fail too, and last year's figure mends them.
    let fewer = THIS.replace("年新收政府信息公开申请10件", "年新收政府信息公开申请11件");
    let row = "一、本年新收政府信息公开申请数量\n8\n2\n0\n0\n0\n0\n10";
    let text = fewer
        .replace(row, "一、本年新收政府信息公开申请数量\n9\n2\n0\n0\n0\n0\n11")
        .replace("上年结转3件", "上年结转2件");
    let answer = check(&text, LAST);
    let [finding] = of_rule(&answer, "consistency/broken-carry-over")[..] else { panic!("{:?}", answer.diagnostics) };
    let mut units: Vec<u16> = text.encode_utf16().collect();
    let mut edits = finding.fixes[0].edits.clone();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.from));
    for edit in &edits {
        units.splice(edit.from as usize..edit.to as usize, edit.insert.encode_utf16());
    }
    let mended = check(&String::from_utf16(&units).expect("text"), LAST);
    assert!(!mended.diagnostics.iter().any(|one| one.severity != Severity::Info), "{:?}", mended.diagnostics);
    // Where the sums hold as they are, last year's figure would break them, so it is not offered.
    assert!(of_rule(&check(THIS, LAST), "consistency/broken-carry-over")[0].fixes.is_empty());
}

#[test]
fn a_last_years_report_that_breaks_off_is_said_to_be_incomplete() {
    for (at, _) in LAST.char_indices().step_by(97) {
        let answer = check(THIS, &LAST[..at]);
        let is_said = answer.not_examined.iter().any(|one| one.code == "consistency/last-year");
        let is_whole = LAST[..at].contains("四、结转下年度继续办理\t\t\t2\t0\t0\t0\t0\t0\t2");
        assert_eq!(is_said, !is_whole && !LAST[..at].trim().is_empty(), "{}", &LAST[..at]);
    }
}
