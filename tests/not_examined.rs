//! What could not be examined is said, once, and raises no alarm of its own.

use nianbao::report::{RelationVerdict, Report, Severity, Verdict};
use nianbao::{Options, validate};

const FRAME: &str = include_str!("../src/rules/frame.txt");

fn check(text: &str) -> Report {
    validate(text, &Options::default())
}

/// The frame with everything between two lines in other words.
fn with(from: &str, to: &str, words: &str) -> String {
    let start = FRAME.find(from).expect("the frame has it") + from.len();
    let end = start + FRAME[start..].find(to).expect("the frame has it");
    format!("{}\n\n{words}\n\n{}", &FRAME[..start], &FRAME[end..])
}

fn loud(report: &Report) -> Vec<&str> {
    report.diagnostics.iter().filter(|one| one.severity != Severity::Info).map(|one| one.message.as_str()).collect()
}

#[test]
fn a_picture_in_place_of_table_three_leaves_its_equations_open_and_says_so() {
    let report = check(&with("三、收到和处理政府信息公开申请情况", "四、政府信息公开", "[图片]"));
    assert_eq!(loud(&report), [""; 0]);
    assert_eq!(report.verdict, Verdict::Incomplete);
    let unknown = report.relations.iter().filter(|relation| relation.verdict == RelationVerdict::Unknown).count();
    assert_eq!(unknown, 39);
    let [said] = &report.not_examined[..] else { panic!("{:?}", report.not_examined) };
    assert!(
        said.message.contains("表三") && said.message.contains("39 条") && said.message.contains("图片"),
        "{}",
        said.message
    );
}

#[test]
fn a_table_that_breaks_off_is_told_once_and_its_sums_stay_open() {
    let report = check(&with("\t\t2.重复申请\t0\t0\t0\t0\t0\t0\t0", "四、政府信息公开", ""));
    assert_eq!(loud(&report).len(), 1, "{:?}", loud(&report));
    assert!(report.diagnostics.iter().any(|one| one.code == "table/missing-row"));
    assert!(report.relations.iter().all(|relation| relation.verdict != RelationVerdict::Fails));
    assert_eq!(report.not_examined.len(), 1, "{:?}", report.not_examined);
}

#[test]
fn a_second_report_is_named_and_left_alone() {
    let text = format!("{FRAME}\n\n{}", FRAME.replace("白溪镇", "黑溪镇"));
    let report = check(&text);
    assert_eq!(report.organ.as_deref(), Some("白溪镇人民政府"));
    assert!(report.not_examined.iter().any(|said| said.message.contains("另一份报告")), "{:?}", report.not_examined);
}
