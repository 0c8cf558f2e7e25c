//! A county's tables against the sum of its units: what agrees, what differs, what cannot be told.

mod support;

use nianbao::report::{Aggregate, AggregateCell, AggregateVerdict};
use nianbao::{Unit, aggregate};
use support::small_report::report;

const NOTHING: &str = "全年工作平稳有序。";

fn of(organ: &str, figures: &str) -> String {
    report(organ, NOTHING, figures)
}

fn sum_of(county: &str, units: &[&str]) -> Aggregate {
    let units: Vec<Unit> = units.iter().map(|text| Unit { name: "单位", text }).collect();
    aggregate(county, &units)
}

fn cell<'a>(answer: &'a Aggregate, row: &str, column: &str) -> &'a AggregateCell {
    let found = answer.cells.iter().find(|cell| cell.cell.row == row && cell.cell.column == column);
    found.expect("a cell of the form")
}

fn told(answer: &Aggregate, row: &str, column: &str) -> (Option<f64>, Option<f64>, AggregateVerdict) {
    let cell = cell(answer, row, column);
    (cell.county, cell.sum, cell.verdict)
}

fn count(answer: &Aggregate, verdict: AggregateVerdict) -> usize {
    answer.cells.iter().filter(|cell| cell.verdict == verdict).count()
}

fn notes(answer: &Aggregate) -> Vec<&str> {
    answer.notes.iter().map(|note| note.message.as_str()).collect()
}

use AggregateVerdict::{Agrees, Differs, Unknown};

#[test]
fn a_county_that_adds_up_agrees_in_all_200_cells() {
    let county = of("柳溪县人民政府", "1=7+2 3.1=6+2 3.6.3=1+0 document=5/1/20 licence=30 fee=1.35 review=1,0,0,1");
    let office = of("柳溪县人民政府办公室", "1=4+1 3.1=3+1 3.6.3=1+0 document=3/0/12 licence=0 fee=0.1");
    let town = of("白石镇人民政府", "1=3+1 3.1=3+1 document=2/1/8 licence=30 fee=1.25 review=1,0,0,1");
    let answer = sum_of(&county, &[&office, &town]);
    assert_eq!(answer.cells.len(), 200);
    assert_eq!(count(&answer, Agrees), 200);
    assert_eq!(told(&answer, "1", "natural-person"), (Some(7.0), Some(7.0), Agrees));
    assert_eq!(told(&answer, "20.8.fee", "amount"), (Some(1.35), Some(1.35), Agrees));
    assert_eq!(notes(&answer), Vec::<&str>::new());
}

#[test]
fn each_cell_that_differs_is_told_with_both_figures() {
    let county = of("柳溪县人民政府", "1=9+0 3.1=9+0 document=5/1/20 fee=1.35");
    let office = of("柳溪县人民政府办公室", "1=4+0 3.1=4+0 document=3/0/12 fee=0.1");
    let town = of("白石镇人民政府", "1=4+0 3.1=4+0 document=2/1/9 fee=1.24");
    let answer = sum_of(&county, &[&office, &town]);
    // Row 1, row 3.1 and the total (3.7), in two columns each.
    assert_eq!(told(&answer, "3.7", "total"), (Some(9.0), Some(8.0), Differs));
    assert_eq!(told(&answer, "20.1.normative-document", "in-force"), (Some(20.0), Some(21.0), Differs));
    assert_eq!(told(&answer, "20.8.fee", "amount"), (Some(1.35), Some(1.34), Differs));
    assert_eq!(count(&answer, Differs), 8);
    assert_eq!(count(&answer, Agrees), 192);
}

#[test]
fn an_amount_may_be_the_sum_rounded() {
    let units = [of("甲镇人民政府", "fee=1.234"), of("乙镇人民政府", "fee=2.345")];
    let verdict = |county: &str| {
        let county = of("柳溪县人民政府", county);
        told(&sum_of(&county, &[&units[0], &units[1]]), "20.8.fee", "amount").2
    };
    assert_eq!(verdict("fee=3.579"), Agrees);
    assert_eq!(verdict("fee=3.58"), Agrees);
    assert_eq!(verdict("fee=3.57"), Differs);
    assert_eq!(verdict("fee=3.5791"), Differs);
}

#[test]
fn a_cell_that_a_unit_lacks_leaves_the_sum_unknown() {
    let county = of("柳溪县人民政府", "1=2+0 3.1=2+0");
    let town = of("白石镇人民政府", "1=2+0 3.1=2+0");
    let without_table = town.split("四、政府信息公开行政复议").next().expect("a text").to_owned();
    let without_row = town.replace("2.重复申请\t0\t0\t0\t0\t0\t0\t0\n", "");
    let in_words = town.replace("行政许可\t0", "行政许可\t若干");
    assert!(without_row != town && in_words != town);

    let answer = sum_of(&county, &[&town, &without_table]);
    assert_eq!(told(&answer, "review", "upheld"), (Some(0.0), None, Unknown));
    assert_eq!(count(&answer, Unknown), 15);
    assert_eq!(notes(&answer)[1], "“单位”没有读到表四，相关单元格无法汇总");

    let answer = sum_of(&county, &[&without_row]);
    assert_eq!(told(&answer, "3.5.2", "total"), (Some(0.0), None, Unknown));
    assert_eq!(count(&answer, Unknown), 7);
    assert_eq!(notes(&answer), ["“单位”表三有 7 个单元格没有读到数字，相关单元格无法汇总"]);

    let answer = sum_of(&county, &[&in_words]);
    assert_eq!(told(&answer, "20.5.licence", "decisions"), (Some(0.0), None, Unknown));
    assert_eq!(count(&answer, Unknown), 1);
}

#[test]
fn a_cell_that_the_county_lacks_is_unknown_beside_its_sum() {
    let town = of("白石镇人民政府", "licence=5");
    let county = of("柳溪县人民政府", "licence=5");
    let answer = sum_of(&county.replace("行政许可\t5", "行政许可\t"), &[&town]);
    assert_eq!(told(&answer, "20.5.licence", "decisions"), (None, Some(5.0), Unknown));
    let answer = sum_of("一封来信，不是年度报告。", &[&town]);
    assert_eq!(told(&answer, "20.5.licence", "decisions"), (None, Some(5.0), Unknown));
    assert_eq!(count(&answer, Unknown), 200);
    assert_eq!(notes(&answer), ["汇总报告没有读到政府信息公开工作年度报告，无法比对"]);
}

#[test]
fn a_blank_of_a_unit_counts_as_0_unless_it_could_mend_the_difference() {
    let (full, blank) =
        (of("白石镇人民政府", "licence=5"), of("甲镇人民政府", "").replace("行政许可\t0", "行政许可\t"));
    let verdict = |licences: u32| {
        let county = of("柳溪县人民政府", &format!("licence={licences}"));
        let answer = sum_of(&county, &[&full, &blank]);
        assert_eq!(cell(&answer, "20.5.licence", "decisions").sum, Some(5.0));
        cell(&answer, "20.5.licence", "decisions").verdict
    };
    assert_eq!(verdict(5), Agrees);
    assert_eq!(verdict(6), Unknown);
    // Less than the units that do state a figure is wrong whatever the blank stands for.
    assert_eq!(verdict(4), Differs);
    let only_blanks = sum_of(&of("柳溪县人民政府", ""), &[&blank]);
    assert_eq!(told(&only_blanks, "20.5.licence", "decisions"), (Some(0.0), None, Unknown));
}

#[test]
fn of_two_editions_only_the_common_cells_are_added() {
    let county = of("柳溪县人民政府", "1=2+0 3.1=2+0 3.6.3=0+0");
    let town = of("白石镇人民政府", "1=1+0 3.1=1+0");
    let old = include_str!("corpus/011-fengdu-town-2020.txt");
    let answer = sum_of(&county, &[&town, old]);
    assert_eq!(answer.cells.len(), 200);
    // Only the 2021 form has them.
    for (row, column) in [("20.1.regulation", "in-force"), ("3.6.3", "total"), ("20.8.fee", "amount")] {
        assert_eq!(told(&answer, row, column).1, None, "{row} {column}");
        assert_eq!(told(&answer, row, column).2, Unknown);
    }
    let requests = told(&answer, "1", "total");
    assert!(requests.1.is_some() && requests.2 != Unknown, "{requests:?}");
    let licences = told(&answer, "20.5.licence", "decisions");
    assert!(licences.1.is_some(), "{licences:?}");
    assert_eq!(
        notes(&answer),
        [
            "“单位”的报告是 2020 年度的，汇总报告是 2023 年度的",
            "“单位”用的是 2019 年的旧格式，只有两种格式都有的单元格能够比对",
        ]
    );
}

#[test]
fn what_would_be_added_twice_is_told() {
    let (county, town) = (of("柳溪县人民政府", "1=2+0"), of("白石镇人民政府", "1=1+0"));
    let units = [
        Unit { name: "白石镇.docx", text: &town },
        Unit { name: "白石镇(1).docx", text: &town },
        Unit { name: "县.docx", text: &county },
    ];
    let answer = aggregate(&county, &units);
    assert_eq!(
        notes(&answer),
        ["“白石镇(1).docx”和“白石镇.docx”看来是同一单位的报告，可能重复计入", "“县.docx”就是汇总报告本身，不应再计入",]
    );
    assert_eq!(answer.notes.iter().map(|note| note.unit).collect::<Vec<_>>(), [Some(1), Some(2)]);
}

#[test]
fn every_unit_comes_back_with_the_check_of_its_own_report() {
    let (county, town) = (of("柳溪县人民政府", "1=1+0 3.1=1+0"), of("白石镇人民政府", "1=1+0"));
    let answer = sum_of(&county, &[&town, "空白"]);
    assert_eq!(answer.county.organ.as_deref(), Some("柳溪县人民政府"));
    assert_eq!(answer.units[0].report.organ.as_deref(), Some("白石镇人民政府"));
    assert!(answer.units[0].report.diagnostics.iter().any(|finding| finding.code.starts_with("arithmetic/")));
    assert_eq!(answer.units[1].report.organ, None);
}

#[test]
fn without_units_nothing_agrees() {
    let answer = sum_of(&of("柳溪县人民政府", ""), &[]);
    assert_eq!(count(&answer, Unknown), 200);
    assert_eq!(notes(&answer), ["没有各单位的报告，无法汇总"]);
}
