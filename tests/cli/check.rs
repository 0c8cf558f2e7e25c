//! `nianbao check`: which files, what is told of them, how it ends.

use super::{Ended, Folder, flawless, report, with_error, with_warning};

const CLEAN: &str = "无误，42 条勾稽关系全部成立\n";

#[test]
fn a_flawless_report_is_said_to_be_so() {
    let folder = Folder::with(&[("甲.txt", &flawless("甲镇人民政府"))]);
    folder.run(&["check", "甲.txt"]).says(0, &format!("甲.txt：{CLEAN}"));
}

#[test]
fn a_finding_is_shown_in_its_line_with_what_it_should_be() {
    let folder = Folder::with(&[("甲.txt", &with_warning("甲镇人民政府"))]);
    let expected = "\
警告[punctuation/half-width-mark]: 第一部分“工作平稳,有序推进”中的“,”是半角标点，中文里应用全角的“，”
 --> 甲.txt:5:7
  |
5 | 全年工作平稳,有序推进。
  |             ^
  |
  = 改法: 改为“，”（可用 nianbao fix 自动改）
  = 依据: GB/T 15834—2011

甲.txt：警告 1 处；42 条勾稽关系中 42 条成立

";
    folder.run(&["check", "甲.txt"]).says(1, expected);
}

#[test]
fn an_error_in_a_table_is_marked_under_its_cell() {
    let folder = Folder::with(&[("甲.txt", &with_error("甲镇人民政府"))]);
    let told = folder.run(&["check", "甲.txt"]);
    assert_eq!(told.status, 1, "{}", told.complaint);
    let lines: Vec<&str> = told.out.lines().collect();
    let row = lines.iter().position(|line| line.contains("2.重复申请")).expect("the row");
    let row = row + lines[row..].iter().position(|line| line.contains(" | 2.重复申请")).expect("its line");
    // Han characters are two columns wide, a tab is shown as four blanks.
    let columns = |text: &str| text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
    let before = lines[row].strip_suffix('3').expect("the wrong figure stands last");
    assert_eq!(lines[row + 1].find('^'), Some(columns(before)), "{}", told.out);
}

#[test]
fn a_long_paragraph_is_shortened_around_the_place() {
    let paragraph = format!("{}平稳,有序。{}", "全年工作平稳有序。".repeat(80), "各项任务按时完成。".repeat(80));
    let folder = Folder::with(&[("甲.txt", &report("甲镇人民政府", &paragraph, ""))]);
    let told = folder.run(&["check", "甲.txt", "--disable", "wording,structure,consistency"]).out;
    let line = told.lines().find(|line| line.starts_with("5 | ")).expect("the place");
    assert!(line.chars().count() < 110 && line.contains("...") && line.contains("平稳,有序。"), "{line}");
}

#[test]
fn hints_alone_leave_a_report_clean() {
    let text = report("甲镇人民政府", "全年共公开 152 条信息，比上年多12条。", "");
    let folder = Folder::with(&[("甲.txt", &text)]);
    let told = folder.run(&["check", "甲.txt"]);
    assert_eq!(told.status, 0, "{}", told.out);
    assert!(told.out.starts_with("提示["), "{}", told.out);
    assert!(told.out.ends_with("甲.txt：没有错误和警告，提示 1 处；42 条勾稽关系全部成立\n\n"), "{}", told.out);
}

#[test]
fn several_files_end_with_what_they_came_to() {
    let folder = Folder::with(&[
        ("丙.txt", &flawless("丙镇人民政府")),
        ("甲.txt", &with_error("甲镇人民政府")),
        ("乙.txt", &flawless("乙镇人民政府")),
    ]);
    let told = folder.run(&["check", "乙.txt", "甲.txt", "丙.txt"]);
    assert_eq!(told.status, 1);
    let ends: Vec<&str> = told.out.lines().filter(|line| line.contains(".txt：")).collect();
    assert!(ends[0].starts_with("乙.txt：") && ends[1].starts_with("甲.txt：") && ends[2].starts_with("丙.txt："));
    assert!(told.out.ends_with("共 3 份：2 份无误，1 份有问题；错误 1 处，警告 0 处。\n"), "{}", told.out);
}

#[test]
fn what_cannot_be_read_is_said_and_the_others_are_checked() {
    let folder = Folder::with(&[("甲.txt", &flawless("甲镇人民政府")), ("空.txt", "")]);
    folder.write("报告.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
    let told = folder.run(&["check", "没有.docx", "空.txt", "报告.pdf", "甲.txt"]);
    assert_eq!(told.status, 2);
    let lines: Vec<&str> = told.out.lines().collect();
    assert_eq!(lines[0], "没有.docx：读不出来。找不到这个文件。");
    assert!(lines[1].starts_with("空.txt：读不出来。这个文件是空的"), "{}", lines[1]);
    assert!(lines[2].starts_with("报告.pdf：读不出来。") && lines[2].contains("PDF"), "{}", lines[2]);
    assert_eq!(lines[3], format!("甲.txt：{}", CLEAN.trim_end()));
    assert_eq!(lines.last(), Some(&"共 4 份：1 份无误，3 份读不出来；错误 0 处，警告 0 处。"));
}

#[test]
fn what_could_not_be_examined_is_no_clean_report() {
    let letter = "一封来信\n\n各位同事：请按时报送材料。\n";
    let without_table = flawless("甲镇人民政府");
    let table =
        without_table.find("行政复议\t").expect("table four")..without_table.find("五、存在").expect("section five");
    let without_table = without_table.replace(&without_table[table], "见下图。\n\n");
    let folder = Folder::with(&[("信.txt", letter), ("缺表.txt", &without_table)]);
    let told = folder.run(&["check", "信.txt"]);
    assert_eq!(told.status, 2, "{}", told.out);
    assert!(told.out.contains("  没能核对：没有读到政府信息公开工作年度报告"), "{}", told.out);
    let told = folder.run(&["check", "缺表.txt", "--disable", "structure,table"]);
    assert_eq!(told.status, 2, "{}", told.out);
    assert!(
        told.out.contains("缺表.txt：没有发现问题，但有内容没能核对\n  没能核对：第四部分没有读到表四"),
        "{}",
        told.out
    );
}

#[test]
fn a_folder_is_searched_for_the_kinds_that_can_be_read() {
    let folder = Folder::with(&[
        ("各单位/乙.txt", &flawless("乙镇人民政府")),
        ("各单位/下级/甲.MD", &flawless("甲镇人民政府")),
        ("各单位/下级/丙.html", &format!("<p>{}</p>", "丙")),
        ("各单位/~$乙.docx", "Word 的临时文件"),
        ("各单位/.隐藏.txt", "隐藏"),
        ("各单位/台账.xlsx", "表格"),
    ]);
    let told = folder.run(&["check", "各单位", "--format", "jsonl"]);
    let mut names: Vec<&str> = told.out.lines().map(|line| line.split('"').nth(3).expect("a file name")).collect();
    names.sort_unstable();
    assert_eq!(names, ["各单位/下级/丙.html", "各单位/下级/甲.MD", "各单位/乙.txt"]);
    let told = folder.run(&["check", "各单位"]).out;
    assert!(told.ends_with("文件夹里另有 1 个其他类型的文件，没有核对。\n"), "{told}");
    folder.write("空/.保留", b"");
    folder.run(&["check", "空"]).complains("nianbao：没有找到可以核对的文件（.docx、.doc、.wps、.html、.md、.txt）\n");
}

#[test]
fn files_of_word_are_read_and_their_places_are_those_of_the_text_read() {
    let folder = Folder::with(&[]);
    folder.write("报告.docx", include_bytes!("../word/036-qingjiang-district-wan.docx"));
    let told = folder.run(&["check", "报告.docx", "-f", "json"]);
    let text = folder.run(&["read", "报告.docx"]).out;
    let answer: serde_json::Value = serde_json::from_str(&told.out).expect("JSON");
    let of_text = nianbao::validate(text.trim_end_matches('\n'), &nianbao::Options::default());
    assert!(!of_text.diagnostics.is_empty());
    assert_eq!(answer[0]["report"]["diagnostics"], serde_json::to_value(&of_text.diagnostics).expect("plain data"));

    let log = folder.run(&["check", "报告.docx", "-f", "sarif"]).out;
    let log: serde_json::Value = serde_json::from_str(&log).expect("JSON");
    let physical = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert!(physical["artifactLocation"]["uri"].is_string() && physical["region"].is_null(), "{physical}");
    assert!(log["runs"][0]["results"][0]["fixes"].is_null());
}

#[test]
fn patterns_that_the_shell_leaves_alone_are_matched() {
    let folder = Folder::with(&[
        ("各单位/乙.txt", &flawless("乙镇人民政府")),
        ("各单位/甲.TXT", &flawless("甲镇人民政府")),
        ("各单位/深/丙.txt", &flawless("丙镇人民政府")),
        ("各单位/丁.md", &flawless("丁镇人民政府")),
    ]);
    let files = |pattern: &str| {
        let told = folder.run(&["check", pattern, "-f", "jsonl"]);
        assert_eq!(told.status, 0, "{}", told.out);
        told.out.lines().count()
    };
    assert_eq!((files("各单位/*.txt"), files("各单位/**/*.txt"), files("各单位/[乙甲].*")), (2, 3, 2));
    let none = folder.run(&["check", "*.docx"]);
    assert_eq!(none.status, 2);
    assert_eq!(none.out, "*.docx：读不出来。没有文件符合这个通配符。\n");
}

#[test]
fn the_standard_input_is_read() {
    let folder = Folder::with(&[]);
    folder.run_with_input(&["check", "-"], flawless("甲镇人民政府").as_bytes()).says(0, &format!("标准输入：{CLEAN}"));
    let told = folder.run_with_input(&["check", "-"], b"PK\x03\x04\x00");
    assert_eq!(told.status, 2);
    assert!(told.out.starts_with("标准输入：读不出来。"), "{}", told.out);
}

#[test]
fn encodings_of_text_files_are_told_apart() {
    let text = with_warning("甲镇人民政府").replace('\n', "\r\n");
    let (gb, ..) = encoding_rs::GB18030.encode(&text);
    let utf_16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let folder = Folder::with(&[]);
    for (name, bytes) in [("gb.txt", gb.into_owned()), ("utf-16.txt", utf_16)] {
        folder.write(name, &bytes);
        let told = folder.run(&["check", name]);
        assert_eq!(told.status, 1, "{}", told.out);
        assert!(told.out.contains(&format!(" --> {name}:5:7\n")), "{}", told.out);
    }
}

#[test]
fn severity_hides_what_weighs_less() {
    let both = with_error("甲镇人民政府").replace("平稳有序", "平稳,有序");
    let folder = Folder::with(&[("甲.txt", &both), ("乙.txt", &with_warning("乙镇人民政府"))]);
    let codes = |arguments: &[&str]| {
        let told = folder.run(&[&["check", "-f", "csv"], arguments].concat());
        let codes: Vec<String> =
            told.out.lines().skip(1).map(|line| line.split(',').nth(5).expect("a severity").to_owned()).collect();
        (told.status, codes.join(" "))
    };
    assert_eq!(codes(&["甲.txt"]), (1, "警告 错误".to_owned()));
    assert_eq!(codes(&["甲.txt", "--severity", "error"]), (1, "错误".to_owned()));
    assert_eq!(codes(&["乙.txt", "--severity", "error"]), (0, "无误".to_owned()));
    assert_eq!(codes(&["乙.txt", "--severity", "错误"]), (0, "无误".to_owned()));
}

#[test]
fn rules_can_be_switched_off_and_a_wrong_name_is_told() {
    let folder = Folder::with(&[("甲.txt", &with_warning("甲镇人民政府"))]);
    assert_eq!(folder.run(&["check", "甲.txt", "--disable", "punctuation/half-width-mark"]).status, 0);
    assert_eq!(folder.run(&["check", "甲.txt", "--disable", "wording,punctuation"]).status, 0);
    folder
        .run(&["check", "甲.txt", "--disable", "punctuations"])
        .complains("nianbao：没有“punctuations”这条或这类规则，运行 nianbao rules 可以看到全部规则\n");
}

#[test]
fn another_year_than_the_one_due_is_a_warning() {
    let folder = Folder::with(&[("甲.txt", &flawless("甲镇人民政府"))]);
    assert_eq!(folder.run(&["check", "甲.txt", "--year", "2023"]).status, 0);
    let told = folder.run(&["check", "甲.txt", "--year", "2024"]);
    assert_eq!(told.status, 1);
    assert!(told.out.contains("警告[consistency/unexpected-year]"), "{}", told.out);
}

#[test]
fn last_years_report_turns_on_what_spans_two_years() {
    let last = report("甲镇人民政府", "全年工作平稳有序。", "1=3+0 3.1=1+0 4=2+0").replace("2023", "2022");
    let folder = Folder::with(&[
        ("今年.txt", &flawless("甲镇人民政府")),
        ("去年.txt", &last),
        ("乙.txt", &flawless("乙镇人民政府")),
    ]);
    assert_eq!(folder.run(&["check", "今年.txt"]).status, 0);
    let told = folder.run(&["check", "今年.txt", "--previous", "去年.txt"]);
    assert_eq!(told.status, 1, "{}", told.out);
    assert!(told.out.contains("[consistency/broken-carry-over]"), "{}", told.out);
    folder
        .run(&["check", "今年.txt", "乙.txt", "--previous", "去年.txt"])
        .complains("nianbao：--previous 是同一机关上一年度的报告，只能和一份报告一起用\n");
    folder
        .run(&["check", "今年.txt", "--previous", "前年.txt"])
        .complains("nianbao：上一年度的报告 前年.txt：找不到这个文件。\n");
}

#[test]
fn the_settings_file_is_followed_and_the_command_overrules_it() {
    let folder = Folder::with(&[
        ("甲.txt", &with_warning("甲镇人民政府")),
        ("nianbao.json", "\u{feff}{\"year\": 2024, \"disable\": [\"punctuation\"], \"severity\": \"warning\"}"),
        ("用词.json", "{\"allow\": [\"平稳,有序\"]}"),
    ]);
    let with = |arguments: &[&str]| -> Ended { folder.run(&[&["check", "甲.txt"], arguments].concat()) };
    let told = with(&["--config", "nianbao.json"]);
    assert_eq!(told.status, 1);
    assert!(told.out.contains("unexpected-year") && !told.out.contains("punctuation"), "{}", told.out);
    assert_eq!(with(&["--config", "nianbao.json", "--year", "2023"]).status, 0);
    assert_eq!(with(&["--config", "nianbao.json", "--severity", "error"]).status, 0);
    assert_eq!(with(&["--config", "nianbao.json", "--disable", "consistency/unexpected-year"]).status, 0);
    assert_eq!(with(&["--config", "用词.json"]).status, 0);
}

#[test]
fn a_wrong_settings_file_is_refused_in_words() {
    let folder = Folder::with(&[("甲.txt", &flawless("甲镇人民政府"))]);
    for (settings, complaint) in [
        ("{\"disabled\": []}", "没有“disabled”这一项，可以写的是 year、disable、allow、severity"),
        ("{\"year\": \"2024\"}", "year 应为整数年份，如 2025"),
        ("{\"disable\": \"wording\"}", "disable 应为字符串的列表，如 [\"……\"]"),
        ("{\"allow\": [1]}", "allow 应为字符串的列表，如 [\"……\"]"),
        ("{\"severity\": \"all\"}", "severity 应为 error、warning 或 info"),
        ("[]", "应为一个对象，写在 { } 里"),
    ] {
        folder.write("设置.json", settings.as_bytes());
        let told = folder.run(&["check", "甲.txt", "--config", "设置.json"]);
        told.complains(&format!("nianbao：设置文件 设置.json：{complaint}\n"));
    }
    folder.write("设置.json", b"{\n  \"year\": 2024,\n}");
    let told = folder.run(&["check", "甲.txt", "--config", "设置.json"]);
    told.complains("nianbao：设置文件 设置.json 第 3 行第 1 列附近不合 JSON 的写法\n");
    let told = folder.run(&["check", "甲.txt", "--config", "没有.json"]);
    told.complains("nianbao：找不到设置文件 没有.json\n");
}

#[test]
fn the_marks_of_a_markdown_file_are_no_flaw() {
    let text = flawless("甲镇人民政府").replace("一、总体情况", "## 一、总体情况");
    let folder = Folder::with(&[("甲.md", &text), ("甲.txt", &text)]);
    let codes = |name: &str| folder.run(&["check", name, "-f", "csv"]).out.contains("punctuation/markdown-residue");
    assert_eq!((codes("甲.md"), codes("甲.txt")), (false, true));
}

#[test]
fn colours_come_only_where_they_are_wanted() {
    let folder = Folder::with(&[("甲.txt", &with_warning("甲镇人民政府"))]);
    let run = |variables: &[&str]| {
        let mut command = super::program(folder.0.path());
        command.args(["check", "甲.txt"]).envs(variables.iter().map(|name| (name, "1")));
        Ended::of(command.output().expect("the program runs")).out.contains('\u{1b}')
    };
    assert_eq!((run(&[]), run(&["CLICOLOR_FORCE"]), run(&["CLICOLOR_FORCE", "NO_COLOR"])), (false, true, false));
}

#[test]
fn many_files_come_in_their_order() {
    let folder = Folder::with(&[]);
    for index in 0..120 {
        // Of very different lengths, so that later ones are ready before earlier ones.
        let paragraph = "全年工作平稳有序。".repeat(if index % 7 == 0 { 400 } else { 1 });
        folder.write(&format!("各单位/{index:03}.txt"), report("甲镇人民政府", &paragraph, "").as_bytes());
    }
    let told = folder.run(&["check", "各单位", "-f", "jsonl", "--disable", "wording"]);
    let names: Vec<&str> = told.out.lines().map(|line| line.split('"').nth(3).expect("a file name")).collect();
    assert_eq!(names, (0..120).map(|index| format!("各单位/{index:03}.txt")).collect::<Vec<_>>());
}

#[test]
fn a_hostile_file_gives_the_terminal_no_commands() {
    let text = with_warning("甲镇人民政府").replace("平稳,", "平\u{1b}]0;坏\u{7}稳,");
    let folder = Folder::with(&[("\u{1b}[31m甲.txt", &text)]);
    let told = folder.run(&["check", "\u{1b}[31m甲.txt", "没有\u{1b}[31m.txt"]).out;
    assert!(told.contains("half-width-mark") && !told.contains(['\u{1b}', '\u{7}']), "{told:?}");
}
