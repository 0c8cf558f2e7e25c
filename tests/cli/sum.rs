//! `nianbao sum`: a county's tables against the sum of its units.

use serde_json::Value;

use super::{Folder, report};

fn of(organ: &str, figures: &str) -> String {
    report(organ, "全年工作平稳有序。", figures)
}

fn county_and_units(county: &str) -> Folder {
    Folder::with(&[
        ("各单位/柳溪县.txt", &of("柳溪县人民政府", county)),
        ("各单位/县政府办.txt", &of("柳溪县人民政府办公室", "1=4+0 3.1=4+0 fee=0.1")),
        ("各单位/白石镇.txt", &of("白石镇人民政府", "1=3+1 3.1=3+1 fee=1.25")),
    ])
}

#[test]
fn figures_that_add_up_are_said_to() {
    let folder = county_and_units("1=7+1 3.1=7+1 fee=1.35");
    // The county's own report, which lies in the same folder, is not one of the units.
    folder.run(&["sum", "各单位/柳溪县.txt", "各单位"]).says(0, "200 格全部等于 2 个单位之和\n");
}

#[test]
fn a_difference_names_the_cell_and_what_each_unit_states() {
    let folder = county_and_units("1=7+1 3.1=7+1 fee=1.2 licence=5");
    let expected = "\
表二“行政许可”：汇总报告 5，各单位之和 0，多 5
  各单位都是 0
表二“行政事业性收费”：汇总报告 1.2，各单位之和 1.35，少 0.15
  县政府办.txt 0.1，白石镇.txt 1.25
共 200 格，2 个单位：198 格相等，2 格不相等，0 格无法比对
";
    folder.run(&["sum", "各单位/柳溪县.txt", "各单位/县政府办.txt", "各单位/白石镇.txt"]).says(1, expected);
}

#[test]
fn what_cannot_be_compared_is_told_and_a_file_that_cannot_be_read_ends_it() {
    let folder = county_and_units("1=4+0 3.1=4+0 fee=0.1");
    folder.write("信.txt", "一封来信。".as_bytes());
    let told = folder.run(&["sum", "各单位/柳溪县.txt", "各单位/县政府办.txt", "信.txt"]);
    let expected = "\
注意：“信.txt”没有读到政府信息公开工作年度报告，相关单元格无法汇总

共 200 格，2 个单位：0 格相等，0 格不相等，200 格无法比对
";
    told.says(2, expected);
    folder.run(&["sum", "各单位/柳溪县.txt", "没有.txt"]).complains("nianbao：没有.txt：找不到这个文件。\n");
    folder.run(&["sum", "各单位/柳溪县.txt", "各单位/柳溪县.txt"]).complains("nianbao：没有找到各单位的报告文件\n");
}

#[test]
fn all_cells_come_as_json_and_as_a_table() {
    let folder = county_and_units("1=7+1 3.1=7+1 fee=1.2");
    let told = folder.run(&["sum", "各单位/柳溪县.txt", "各单位", "--format", "json"]);
    assert_eq!(told.status, 1);
    let answer: Value = serde_json::from_str(&told.out).expect("JSON");
    assert_eq!(answer["cells"].as_array().map(Vec::len), Some(200));
    assert_eq!(answer["units"][1]["name"], "白石镇.txt");

    folder.run(&["sum", "各单位/柳溪县.txt", "各单位", "-f", "csv", "-o", "汇总.csv"]).says(1, "");
    let table = String::from_utf8(folder.bytes("汇总.csv")).expect("UTF-8");
    let lines: Vec<&str> = table.split("\r\n").collect();
    assert_eq!(lines[0], "\u{feff}单元格,汇总报告,各单位之和,结果,县政府办.txt,白石镇.txt");
    assert!(lines.contains(&"表二“行政事业性收费”,1.2,1.35,不相等,0.1,1.25"), "{table}");
    assert!(lines.contains(&"表三“一、本年新收政府信息公开申请数量”行“总计”列,8,8,相等,4,4"), "{table}");
    assert_eq!(lines.len(), 202, "a head, 200 cells, the end of the last line");
}
