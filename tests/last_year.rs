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

/// This year's report with a carry-over of 2, as last year's has it; all of it is right.
fn right() -> String {
    let row = |label: &str, figures: &str| format!("{label}\n{figures}");
    let (new, carried) = ("一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量");
    THIS.replace("年新收政府信息公开申请10件", "年新收政府信息公开申请11件")
        .replace(&row(new, "8\n2\n0\n0\n0\n0\n10"), &row(new, "9\n2\n0\n0\n0\n0\n11"))
        .replace(&row(carried, "3\n0\n0\n0\n0\n0\n3"), &row(carried, "2\n0\n0\n0\n0\n0\n2"))
        .replace("上年结转3件", "上年结转2件")
}

/// The same with other figures in the row of the carry-over.
fn carried_over(figures: &str) -> String {
    let row = |figures: &str| format!("二、上年结转政府信息公开申请数量\n{}", figures.replace(' ', "\n"));
    let text = right();
    assert!(text.contains(&row("2 0 0 0 0 0 2")), "{text}");
    text.replace(&row("2 0 0 0 0 0 2"), &row(figures))
}

/// What is said of a text as errors and warnings.
fn said(text: &str, previous: &str) -> Vec<(&'static str, String)> {
    let grave = check(text, previous).diagnostics.into_iter().filter(|one| one.severity != Severity::Info);
    grave.map(|one| (one.code, one.message)).collect()
}

fn with_first_fix(text: &str, finding: &Diagnostic) -> String {
    let mut units: Vec<u16> = text.encode_utf16().collect();
    let mut edits = finding.fixes[0].edits.clone();
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.from));
    for edit in &edits {
        units.splice(edit.from as usize..edit.to as usize, edit.insert.encode_utf16());
    }
    String::from_utf16(&units).expect("text")
}

#[test]
fn one_wrong_cell_of_the_carry_over_is_one_finding_that_says_what_last_years_report_has() {
    assert_eq!(said(&right(), LAST), []);
    // The column's sum and the row's name the cell; last year's figure is the same.
    let [(code, message)] = &said(&carried_over("7 0 0 0 0 0 2"), LAST)[..] else { panic!() };
    assert_eq!(*code, "arithmetic/wrong-cell");
    assert!(message.contains("“自然人”列应为 2（现为 7），上年报告结转的也是 2："), "{message}");
    // They give another figure than last year's, and in a column in which nothing else is wrong the two years differ.
    let other = LAST.replace("继续办理\t\t\t2\t0\t0\t0\t0\t0\t2", "继续办理\t\t\t1\t1\t0\t0\t0\t0\t2");
    assert_ne!(other, LAST);
    let findings = said(&carried_over("2 7 0 0 0 0 2"), &other);
    let [(_, carry_over), (code, message)] = &findings[..] else { panic!("{findings:?}") };
    assert_eq!(*code, "arithmetic/wrong-cell");
    assert!(message.contains("“商业企业”列应为 0（现为 7），但上年报告结转的是 1，请一并核对："), "{message}");
    assert!(carry_over.contains("自然人列今年 2、上年 1"), "{carry_over}");
}

#[test]
fn of_several_ways_last_years_figures_speak_for_theirs() {
    // Three rows may be the ones that are wrong in both columns.
    let text = carried_over("3 0 0 0 0 0 3").replace("上年结转2件", "上年结转若干件");
    let answer = check(&text, LAST);
    let grave: Vec<_> = answer.diagnostics.iter().filter(|one| one.severity != Severity::Info).collect();
    let [finding] = grave[..] else { panic!("{grave:?}") };
    assert_eq!(finding.code, "arithmetic/wrong-cell");
    let first = "1. 表三“二、上年结转政府信息公开申请数量”行“自然人”列应为 2（现为 3），“总计”列应为 2（现为 3）（与上年报告结转的相同";
    assert!(finding.message.contains(first), "{}", finding.message);
    assert_eq!(said(&with_first_fix(&text, finding), LAST), []);
}

#[test]
fn a_carry_over_mended_as_offered_leaves_nothing() {
    let text = carried_over("3 0 0 0 0 0 3");
    let disable = vec!["arithmetic/wrong-cell".to_owned()];
    let options = Options { previous: Some(LAST.to_owned()), disable, ..Options::default() };
    let answer = validate(&text, &options);
    let [finding] = of_rule(&answer, "consistency/broken-carry-over")[..] else { panic!("{:?}", answer.diagnostics) };
    assert_eq!(said(&with_first_fix(&text, finding), LAST), []);
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
