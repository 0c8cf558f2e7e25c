//! `nianbao fix`: what it changes, what it leaves, what it shows.

use std::fs;

use super::{Folder, flawless, report, with_error, with_warning};

#[test]
fn safe_fixes_are_made_and_nothing_else() {
    let text = with_warning("甲镇人民政府");
    let folder = Folder::with(&[("甲.txt", &text)]);
    folder.run(&["fix", "甲.txt"]).says(0, "甲.txt：改了 1 处\n");
    assert_eq!(folder.bytes("甲.txt"), text.replace("平稳,有序", "平稳，有序").as_bytes());
    folder.run(&["fix", "甲.txt"]).says(0, "甲.txt：没有可以自动改的地方\n");
    assert_eq!(folder.run(&["check", "甲.txt"]).status, 0);
}

#[test]
fn a_figure_is_never_changed() {
    let text = with_error("甲镇人民政府");
    let folder = Folder::with(&[("甲.txt", &text)]);
    folder.run(&["fix", "甲.txt"]).says(0, "甲.txt：没有可以自动改的地方\n");
    assert_eq!(folder.bytes("甲.txt"), text.as_bytes());
}

#[test]
fn a_difference_is_shown_and_nothing_written() {
    let text = with_warning("甲镇人民政府");
    let folder = Folder::with(&[("甲.txt", &text), ("乙.txt", &flawless("乙镇人民政府"))]);
    let told = folder.run(&["fix", "--diff", "甲.txt", "乙.txt"]);
    let expected = "\
--- 甲.txt
+++ 甲.txt（改后）
@@ -2,7 +2,7 @@
 
 一、总体情况
 
-全年工作平稳,有序推进。
+全年工作平稳，有序推进。
 
 二、主动公开政府信息情况
 
";
    told.says(1, expected);
    assert_eq!(folder.bytes("甲.txt"), text.as_bytes());
    folder.run(&["fix", "--diff", "乙.txt"]).says(0, "");
}

#[test]
fn encoding_and_line_ends_stay() {
    let text = with_warning("甲镇人民政府").replace('\n', "\r\n");
    let encoded = |text: &str| -> Vec<Vec<u8>> {
        let utf_16: Vec<u8> = [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        vec![encoding_rs::GB18030.encode(text).0.into_owned(), [b"\xef\xbb\xbf", text.as_bytes()].concat(), utf_16]
    };
    let folder = Folder::with(&[]);
    for (before, after) in encoded(&text).into_iter().zip(encoded(&text.replace("平稳,有序", "平稳，有序"))) {
        folder.write("甲.txt", &before);
        folder.run(&["fix", "甲.txt"]).says(0, "甲.txt：改了 1 处\n");
        assert_eq!(folder.bytes("甲.txt"), after);
    }
}

#[test]
fn a_fix_that_others_open_the_way_for_is_made_too() {
    let text = report("甲镇人民政府", "全年工作平稳,,有序推进.各项任务按时完成.", "");
    let folder = Folder::with(&[("甲.txt", &text)]);
    folder.run(&["fix", "甲.txt"]);
    folder.run(&["fix", "甲.txt"]).says(0, "甲.txt：没有可以自动改的地方\n");
}

#[test]
fn word_files_are_refused_in_words_and_left_alone() {
    let word = include_bytes!("../word/036-qingjiang-district-wan.docx");
    let folder = Folder::with(&[("乙.txt", &with_warning("乙镇人民政府"))]);
    folder.write("甲.docx", word);
    let told = folder.run(&["fix", "甲.docx", "乙.txt"]);
    assert_eq!((told.status, &*told.out), (2, "乙.txt：改了 1 处\n"));
    assert_eq!(
        told.complaint,
        "nianbao：甲.docx：这个文件不能直接改，只能改文本文件（.txt、.md、.html）：请按 nianbao check 的结果，在 Word 或 WPS 中修改。\n"
    );
    assert_eq!(folder.bytes("甲.docx"), word);
}

#[test]
fn a_text_with_spoilt_bytes_is_left_alone() {
    let mut bytes = with_warning("甲镇人民政府").into_bytes();
    bytes.extend(b"\xff\xff");
    let folder = Folder::with(&[]);
    folder.write("甲.txt", &bytes);
    let told = folder.run(&["fix", "甲.txt"]);
    assert_eq!((told.status, &*told.out), (2, ""));
    assert!(told.complaint.contains("不能直接改"), "{}", told.complaint);
    assert_eq!(folder.bytes("甲.txt"), bytes);
}

#[test]
fn the_standard_input_comes_out_fixed() {
    let text = with_warning("甲镇人民政府");
    let folder = Folder::with(&[]);
    let told = folder.run_with_input(&["fix", "-"], text.as_bytes());
    told.says(0, &text.replace("平稳,有序", "平稳，有序"));
}

#[test]
fn the_file_is_replaced_whole_and_keeps_its_permissions() {
    let folder = Folder::with(&[("甲.txt", &with_warning("甲镇人民政府"))]);
    let path = folder.path("甲.txt");
    let before = fs::metadata(&path).expect("a file").permissions();
    folder.run(&["fix", "甲.txt"]).says(0, "甲.txt：改了 1 处\n");
    assert_eq!(fs::metadata(&path).expect("a file").permissions(), before);
    assert_eq!(fs::read_dir(folder.0.path()).expect("the folder").count(), 1, "nothing is left beside it");
}

#[test]
fn the_headings_of_a_markdown_file_stay() {
    let text = with_warning("甲镇人民政府").replace("一、总体情况", "## 一、总体情况");
    let folder = Folder::with(&[("甲.md", &text)]);
    folder.run(&["fix", "甲.md"]);
    assert_eq!(folder.bytes("甲.md"), text.replace("平稳,有序", "平稳，有序").as_bytes());
}
