//! Texts on which the core once stumbled, as their authors would see them. Most were found by the fuzzers.

#[path = "support/fixing.rs"]
#[allow(dead_code)]
mod fixing;
#[path = "support/invariants.rs"]
mod invariants;
#[path = "support/small_report.rs"]
#[allow(clippy::format_push_string)]
mod small_report;

use fixing::fixed;
use nianbao::form::{Edition, Form, TableKind};
use nianbao::report::{CellState, Report};
use nianbao::{Options, validate};

fn check(text: &str) -> Report {
    let answer = validate(text, &Options::default());
    assert_eq!(invariants::broken(text, &answer), [""; 0]);
    answer
}

/// A report for 2020, whose tables two to four stand in the form of 2019.
const OLD_FORM: &str = include_str!("corpus/011-fengdu-town-2020.txt");

#[test]
fn without_a_title_the_period_tells_which_form_the_tables_follow() {
    let (_, untitled) = OLD_FORM.split_once('\n').expect("a title");
    // Only table two has words that no other form has; here it is a picture.
    let (before, behind) = untitled.split_once("第二十条第（一）项").expect("table two");
    let (_, behind) = behind.split_once("三、收到").expect("section three");
    let answer = check(&format!("{before}\n三、收到{behind}"));
    assert_eq!(answer.year, Some(2020));
    let requests = answer.tables.iter().find(|table| table.kind == TableKind::Applications).expect("table three");
    assert_eq!(requests.cells.len(), Form::of(Edition::Y2019).table(TableKind::Applications).cell_count());
    assert!(requests.cells.iter().all(|cell| cell.state == CellState::Number));
}

/// Every fix offered, made.
fn all_fixed(text: &str, code: &str) -> Vec<String> {
    let found = check(text).diagnostics;
    let fixes = found.iter().filter(|finding| finding.code == code).flat_map(|finding| &finding.fixes);
    fixes.map(|fix| fixed(text, &fix.edits)).collect()
}

#[test]
fn blanks_in_rows_that_stand_in_another_order_are_filled_where_they_are() {
    let text = small_report::report("白溪镇人民政府", "全年收到申请3件。", "1=3 3.1=3");
    let row = |label: &str| {
        let at = text.find(label).expect("the row");
        text[at..].split_inclusive('\n').next().expect("a line")
    };
    let (file, repeated) = (row("7.属于行政执法案卷"), row("2.重复申请"));
    let blank = |row: &str| row.replace("\t0\n", "\t\n");
    let moved = text.replace(repeated, "").replace(file, &(blank(repeated) + &blank(file)));
    assert_eq!(
        all_fixed(&moved, "table/blank-cell"),
        [text.replace(repeated, "").replace(file, &(repeated.to_owned() + file))]
    );
}

#[test]
fn brackets_of_two_kinds_inside_one_another_are_mended_at_once() {
    let sentence = "全年开展培训（含线上(每季一次）课程〕四次。\n";
    let text = format!("白溪镇人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n\n{}", sentence.repeat(4));
    let right = text.replace('(', "（").replace('〕', "）");
    assert_eq!(all_fixed(&text, "punctuation/mismatched-pair"), [right]);
}

#[test]
fn the_menu_of_a_web_page_above_the_title_is_not_the_organ() {
    let (_, behind) = OLD_FORM.split_once('\n').expect("a title");
    for (above, title, organ) in [
        ("首页\n新闻中心\n政务公开\n办事服务\n互动交流\n\n", "枫渡镇2020年政府信息公开工作年度报告", Some("枫渡镇")),
        ("政务公开\n办事服务\n互动交流\n", "2020年政府信息公开工作年度报告", None),
        ("法定主动公开内容\n", "2020年枫渡镇政府信息公开工作年度报告", Some("枫渡镇")),
        ("政务公开\n", "枫渡镇\n2020年政府信息公开工作年度报告", Some("枫渡镇")),
        ("", "枫渡镇政务公开办公室\n2020年政府信息公开工作年度报告", Some("枫渡镇政务公开办公室")),
        ("", "枫渡镇2020年度\n政府信息公开\n工作年度报告", Some("枫渡镇")),
    ] {
        let answer = check(&format!("{above}{title}\n{behind}"));
        assert_eq!(answer.organ.as_deref(), organ, "{above}{title}");
        assert_eq!(answer.title.map(|title| title.text).as_deref(), Some(title));
    }
}

#[test]
fn halves_of_a_paragraph_that_windows_parted_are_joined_without_a_rest_of_the_break() {
    let halves =
        "全年围绕群众关心的事项推进公开，突出财政预决算、行政执法、重大项目建设\n\n等重点领域，定期梳理公开目录。";
    let text = small_report::report("白溪镇人民政府", halves, "");
    let usual = all_fixed(&text, "punctuation/broken-paragraph");
    let windows = all_fixed(&text.replace('\n', "\r\n"), "punctuation/broken-paragraph");
    assert_eq!(usual, [text.replace("建设\n\n等", "建设等")]);
    assert_eq!(windows, [usual[0].replace('\n', "\r\n")]);
}
