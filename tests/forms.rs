//! The same figures give the same answer in every text form; a wrong figure never goes unseen; a figure that
//! cannot be told is never guessed.
//!
//! A failure names its form and seed, which run alone, their text printed if they fail, with
//! `NIANBAO_FORM=pdf NIANBAO_SEED=17 cargo test --test forms never_gives_a_wrong_cell -- --nocapture`

mod support;

use std::fmt::Write as _;

use nianbao::form::{Edition, Form, Position, TableKind};
use nianbao::report::{CellState, RelationVerdict, Severity};
use nianbao::{Options, Report, validate};
use support::expect;
use support::figures::{Figures, Scale};
use support::places::Rendered;
use support::prose::Subject;
use support::random::Random;
use support::text_forms::{APART, Blanks, LOSSY, TextForm, report};

/// The forms and seeds of a run: all, or those that the environment names.
fn chosen(forms: &'static [TextForm], seeds: u64) -> (Vec<&'static TextForm>, Vec<u64>) {
    let form = std::env::var("NIANBAO_FORM").ok();
    let seed = std::env::var("NIANBAO_SEED").ok().and_then(|seed| seed.parse().ok());
    let forms = forms.iter().filter(|known| form.as_deref().is_none_or(|name| name == known.name)).collect();
    (forms, seed.map_or_else(|| (0..seeds).collect(), |seed| vec![seed]))
}

/// What went wrong in a run: counted for each form, the first case of each form told, the very first with its text.
#[derive(Default)]
struct Failures {
    counts: Vec<(&'static str, usize)>,
    told: String,
}

impl Failures {
    fn add(&mut self, form: &TextForm, seed: u64, rendered: &Rendered, differences: &[String]) {
        if differences.is_empty() {
            return;
        }
        if let Some((_, count)) = self.counts.iter_mut().find(|(name, _)| *name == form.name) {
            *count += 1;
            return;
        }
        if self.counts.is_empty() || std::env::var("NIANBAO_FORM").is_ok() {
            let _ = writeln!(self.told, "{}", rendered.text);
        }
        let _ = writeln!(self.told, "form {} seed {seed}:", form.name);
        for difference in differences.iter().take(8) {
            let _ = writeln!(self.told, "  {difference}");
        }
        if differences.len() > 8 {
            let _ = writeln!(self.told, "  … {} in all", differences.len());
        }
        self.counts.push((form.name, 1));
    }

    fn settle(self, what: &str) {
        assert!(self.counts.is_empty(), "{}{what}: {:?}", self.told, self.counts);
    }
}

/// What a report is about and its figures, the same in every form for the same seed.
fn draw(seed: u64) -> (Subject, Figures) {
    let mut random = Random::new(seed);
    let edition = if seed % 3 == 2 { Edition::Y2019 } else { Edition::Y2021 };
    let scale = Scale::ALL[seed as usize / 3 % Scale::ALL.len()];
    let subject = Subject::draw(&mut random, edition);
    let figures = Figures::valid(&mut random, edition, scale, subject.organ.may_regulate);
    (subject, figures)
}

fn dress(form: &TextForm, seed: u64, subject: &Subject, figures: &Figures) -> Rendered {
    let salt = form.name.bytes().fold(seed + 1, |salt, byte| salt.wrapping_mul(257) ^ u64::from(byte));
    report(form, subject, figures, &mut Random::new(salt))
}

#[test]
fn the_same_figures_give_the_same_cells_and_no_finding_in_every_form_that_keeps_cells_apart() {
    let (forms, seeds) = chosen(APART, 112);
    let mut failures = Failures::default();
    let mut renderings = 0;
    for &seed in &seeds {
        let (subject, figures) = draw(seed);
        for form in &forms {
            let rendered = dress(form, seed, &subject, &figures);
            let answer = validate(&rendered.text, &Options::default());
            assert_eq!(rendered.places.len(), figures.cells().count(), "{} leaves out cells", form.name);
            let mut differences = expect::differing_frame(&answer, &subject);
            differences.extend(expect::differing_cells(&answer, &figures));
            differences.extend(expect::differing_relations(&answer, &figures));
            differences.extend(expect::false_alarms(&answer));
            failures.add(form, seed, &rendered, &differences);
            renderings += 1;
        }
    }
    println!("{renderings} renderings in {} forms", forms.len());
    failures.settle("renderings read otherwise than written");
}

/// The cells read otherwise than written; where there are none, those read at another place.
fn misread(answer: &Report, figures: &Figures, rendered: &Rendered, form: &TextForm) -> Vec<String> {
    let differences = expect::differing_cells(answer, figures);
    if differences.is_empty() {
        return expect::differing_places(answer, figures, rendered, form.is_html());
    }
    differences
}

#[test]
fn the_place_of_every_figure_is_the_figure_itself() {
    let (forms, seeds) = chosen(APART, 15);
    let mut failures = Failures::default();
    for &seed in &seeds {
        let (subject, figures) = draw(seed);
        for form in &forms {
            let rendered = dress(form, seed, &subject, &figures);
            let answer = validate(&rendered.text, &Options::default());
            let differences = misread(&answer, &figures, &rendered, form);
            failures.add(form, seed, &rendered, &differences);
        }
    }
    failures.settle("renderings with a wrong place");
}

/// Empties some cells, only such as the form keeps apart.
fn empty_some(form: &TextForm, random: &mut Random, figures: &mut Figures) {
    for _ in 0..random.between(1, 9) {
        let kind = *random.pick(&TableKind::ALL);
        let positions: Vec<Position> = figures.positions(kind).collect();
        let at = *random.pick(&positions);
        let last = figures.tables[kind as usize][at.row].len() - 1;
        let at_the_end = kind == TableKind::Applications && (at.column == 0 || at.column == last);
        if form.blanks != Blanks::KeptInside || !at_the_end {
            figures.blank(kind, at);
        }
    }
    if random.one_in(4) {
        (0..5).for_each(|column| figures.blank(TableKind::Disputes, Position { row: 0, column }));
    }
}

#[test]
fn a_blank_cell_is_blank_and_named_and_nothing_else_is_read_otherwise() {
    let (forms, seeds) = chosen(APART, 30);
    let mut failures = Failures::default();
    for &seed in &seeds {
        let (subject, full) = draw(seed);
        for form in forms.iter().filter(|form| form.blanks != Blanks::Lost) {
            let mut figures = full.clone();
            empty_some(form, &mut Random::new(seed), &mut figures);
            let rendered = dress(form, seed, &subject, &figures);
            let answer = validate(&rendered.text, &Options::default());
            let mut differences = misread(&answer, &figures, &rendered, form);
            differences.extend(expect::differing_relations(&answer, &figures));
            let findings = || answer.diagnostics.iter();
            for finding in findings().filter(|finding| finding.code.starts_with("arithmetic/")) {
                differences.push(format!("false alarm: {}", finding.message));
            }
            for (cell, _) in figures.cells().filter(|(_, figure)| figure.value.is_none()) {
                let named = findings().filter(|finding| finding.code.starts_with("table/")).any(|finding| {
                    finding.cell == Some(cell) || finding.related.iter().any(|place| place.cell == Some(cell))
                });
                if !named {
                    differences.push(format!("no finding names the blank cell {}", expect::name(cell)));
                }
            }
            failures.add(form, seed, &rendered, &differences);
        }
    }
    failures.settle("renderings whose blanks were read otherwise than written");
}

/// Leaves a form empty but for some rows: none of them, or a few of table three.
fn empty_all_but(rows: &[usize], figures: &mut Figures) {
    for kind in TableKind::ALL {
        let positions: Vec<Position> = figures.positions(kind).collect();
        for at in positions.into_iter().filter(|at| kind != TableKind::Applications || !rows.contains(&at.row)) {
            figures.blank(kind, at);
        }
    }
}

#[test]
fn a_form_that_is_not_filled_in_yet_is_blank_in_every_cell() {
    let (forms, seeds) = chosen(APART, 6);
    let mut failures = Failures::default();
    for &seed in &seeds {
        let (subject, full) = draw(seed);
        for form in forms.iter().filter(|form| form.blanks == Blanks::Kept) {
            // Row 0 has the widest label, row 4 the narrowest: neither tells by its label where the others' cells are.
            for filled in [&[][..], &[0], &[4], &[0, 4]] {
                let mut figures = full.clone();
                empty_all_but(filled, &mut figures);
                let rendered = dress(form, seed, &subject, &figures);
                let answer = validate(&rendered.text, &Options::default());
                let differences = misread(&answer, &figures, &rendered, form);
                failures.add(form, seed, &rendered, &differences);
            }
        }
    }
    failures.settle("empty forms read otherwise than blank");
}

#[test]
fn one_wrong_figure_in_table_three_or_four_is_detected_in_every_form_that_keeps_cells_apart() {
    let (forms, seeds) = chosen(APART, 2);
    let mut failures = Failures::default();
    let mut spoiled = 0;
    for &seed in &seeds {
        // Seed 0 is a 2021 form, the other one a 2019 form; the figures' size changes from cell to cell.
        let edition = if seed % 2 == 1 { Edition::Y2019 } else { Edition::Y2021 };
        for kind in [TableKind::Applications, TableKind::Disputes] {
            let mut random = Random::new(seed);
            let subject = Subject::draw(&mut random, edition);
            let scales: Vec<Figures> = Scale::ALL
                .iter()
                .map(|&scale| Figures::valid(&mut random, edition, scale, subject.organ.may_regulate))
                .collect();
            let positions: Vec<Position> = scales[0].positions(kind).collect();
            for (index, &at) in positions.iter().enumerate() {
                let mut figures = scales[index % scales.len()].clone();
                figures.spoil(&mut random, kind, at);
                for form in &forms {
                    let rendered = dress(form, seed, &subject, &figures);
                    let answer = validate(&rendered.text, &Options::default());
                    let mut differences = expect::differing_cells(&answer, &figures);
                    differences.extend(expect::differing_relations(&answer, &figures));
                    let cell = Form::of(edition).table(kind).cell_ref(at);
                    let mut errors = answer.diagnostics.iter().filter(|finding| {
                        finding.code.starts_with("arithmetic/") && finding.severity == Severity::Error
                    });
                    // The finding lists the cells of its equation, the wrong one among them.
                    let detected = errors.any(|finding| {
                        finding.cell == Some(cell) || finding.related.iter().any(|place| place.cell == Some(cell))
                    });
                    if !detected {
                        differences.push(format!("not detected: {}", expect::name(cell)));
                    }
                    failures.add(form, seed, &rendered, &differences);
                    spoiled += 1;
                }
            }
        }
    }
    println!("{spoiled} renderings with one wrong figure");
    failures.settle("renderings with a wrong figure not detected or read otherwise than written");
}

/// Reads reports in a form that loses the bounds of cells; answers how many cells were read and how many there are.
fn read_lossy(
    form: &TextForm,
    seeds: &[u64],
    failures: &mut Failures,
    prepare: impl Fn(u64) -> (Subject, Figures),
) -> (usize, usize) {
    let (mut read, mut all) = (0, 0);
    for &seed in seeds {
        let (subject, figures) = prepare(seed);
        let rendered = dress(form, seed, &subject, &figures);
        let answer = validate(&rendered.text, &Options::default());
        let mut differences = Vec::new();
        for cell in expect::cells(&answer).filter(|cell| cell.state == CellState::Number) {
            let figure = figures.get(cell.cell);
            if figure.is_some_and(|figure| figure.value.is_some() && expect::same(cell.value, figure.value)) {
                read += 1;
            } else {
                let written = figure.map(|figure| &figure.written);
                differences.push(format!("{}: {:?}, written {written:?}", expect::name(cell.cell), cell.value));
            }
        }
        for relation in answer.relations.iter().filter(|relation| relation.verdict == RelationVerdict::Fails) {
            differences.push(format!("false alarm: {}", relation.formula));
        }
        for finding in answer.diagnostics.iter().filter(|finding| finding.code.starts_with("arithmetic/")) {
            differences.push(format!("false alarm: {}", finding.message));
        }
        all += figures.cells().filter(|(_, figure)| figure.value.is_some()).count();
        failures.add(form, seed, &rendered, &differences);
    }
    (read, all)
}

#[test]
fn text_that_lost_the_bounds_of_its_cells_never_gives_a_wrong_cell() {
    let (forms, seeds) = chosen(LOSSY, 150);
    let mut failures = Failures::default();
    let mut shares = String::new();
    for form in forms {
        let (read, all) = read_lossy(form, &seeds, &mut failures, draw);
        let _ = write!(shares, "{}: {read} of {all} cells read ({} %); ", form.name, read * 100 / all.max(1));
    }
    println!("{shares}");
    failures.settle(&format!("renderings with a cell read wrongly ({shares})"));
}

#[test]
fn pdf_text_that_lost_its_blank_cells_never_gives_a_wrong_cell() {
    let (forms, seeds) = chosen(LOSSY, 150);
    let mut failures = Failures::default();
    let mut shares = String::new();
    for form in forms.into_iter().filter(|form| form.name == "pdf") {
        let (read, all) = read_lossy(form, &seeds, &mut failures, |seed| {
            let (subject, mut figures) = draw(seed);
            empty_some(form, &mut Random::new(seed), &mut figures);
            (subject, figures)
        });
        let _ = write!(shares, "{}: {read} of {all} cells read ({} %)", form.name, read * 100 / all.max(1));
    }
    println!("{shares}");
    failures.settle(&format!("renderings with a cell read wrongly ({shares})"));
}

#[test]
fn zeros_of_tables_three_and_four_are_all_read_where_they_are_glued_or_out_of_a_pdf() {
    let (forms, _) = chosen(LOSSY, 0);
    for form in forms {
        for edition in [Edition::Y2019, Edition::Y2021] {
            let mut random = Random::new(7);
            let subject = Subject::draw(&mut random, edition);
            let figures = Figures::valid(&mut random, edition, Scale::Zero, false);
            let rendered = dress(form, 7, &subject, &figures);
            let answer = validate(&rendered.text, &Options::default());
            for kind in [TableKind::Applications, TableKind::Disputes] {
                let zeros = expect::cells(&answer).filter(|cell| cell.cell.table == kind && cell.value == Some(0.0));
                let wanted = Form::of(edition).table(kind).cell_count();
                assert_eq!(zeros.count(), wanted, "{} {edition:?} {kind:?}\n{}", form.name, rendered.text);
            }
        }
    }
}
