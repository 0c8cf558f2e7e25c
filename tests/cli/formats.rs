//! What programs read: JSON, SARIF, CSV.

use nianbao::{Options, validate};
use serde_json::Value;

use super::{Folder, flawless, with_error, with_warning};

fn parsed(json: &str) -> Value {
    serde_json::from_str(json).expect("JSON")
}

#[test]
fn json_holds_the_report_of_the_library() {
    let texts = [with_error("甲镇人民政府"), flawless("乙镇人民政府")];
    let folder = Folder::with(&[("甲.txt", &texts[0]), ("乙.txt", &texts[1])]);
    let told = folder.run(&["check", "甲.txt", "没有.txt", "乙.txt", "--format", "json"]);
    assert_eq!(told.status, 2);
    let whole = parsed(&told.out);
    let of = |text: &str| serde_json::to_value(validate(text, &Options::default())).expect("plain data");
    let expected = serde_json::json!([
        { "file": "甲.txt", "report": of(&texts[0]) },
        { "file": "没有.txt", "error": "找不到这个文件。" },
        { "file": "乙.txt", "report": of(&texts[1]) },
    ]);
    assert_eq!(whole, expected);
    let lines = folder.run(&["check", "甲.txt", "没有.txt", "乙.txt", "--format", "jsonl"]);
    assert_eq!(Value::Array(lines.out.lines().map(parsed).collect()), expected);
}

#[test]
fn places_of_a_text_file_are_places_in_the_file() {
    let text = with_warning("𠮷镇人民政府").replace('\n', "\r\n");
    let html = text.replacen("全年", "<p>全年", 1).replacen("推进。", "推进。</p>", 1);
    let folder = Folder::with(&[("甲.txt", &text), ("乙.html", &html)]);
    for (name, text) in [("甲.txt", &text), ("乙.html", &html)] {
        let told = parsed(&folder.run(&["check", name, "-f", "json"]).out);
        let findings = told[0]["report"]["diagnostics"].as_array().expect("findings");
        let finding = findings.iter().find(|it| it["code"] == "punctuation/half-width-mark").expect("the comma");
        let units: Vec<u16> = text.encode_utf16().collect();
        let at = |key: &str| usize::try_from(finding[key].as_u64().expect("an offset")).expect("a small one");
        assert_eq!(String::from_utf16_lossy(&units[at("from")..at("to")]), ",", "{name}");
    }
}

#[test]
fn sarif_follows_its_schema_and_names_the_place() {
    let without_table = flawless("丙镇人民政府");
    let table =
        without_table.find("行政复议\t").expect("table four")..without_table.find("五、存在").expect("section five");
    let without_table = without_table.replace(&without_table[table], "");
    let text = with_warning("甲镇人民政府").replace("平稳,", "𠮷平稳,");
    let folder = Folder::with(&[
        ("各单位/甲 1.txt", &text),
        ("各单位/乙.txt", &with_error("乙镇人民政府")),
        ("各单位/丙.txt", &without_table),
        ("各单位/丁.txt", &flawless("丁镇人民政府")),
        ("各单位/坏.docx", "PK\u{3}\u{4}"),
    ]);
    // A slip in its pattern for languages, which strict readers of patterns refuse.
    let schema = include_str!("sarif-schema-2.1.0.json").replace("{2}]?$", "{2}$");
    let schema = parsed(&schema);
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    // The schema does hold something back.
    assert!(!validator.is_valid(&parsed("{\"version\": \"2.1.0\", \"runs\": [{}]}")));

    for arguments in [&["check", "各单位", "-f", "sarif"][..], &["check", "各单位/丁.txt", "-f", "sarif"]] {
        let log = parsed(&folder.run(arguments).out);
        let errors: Vec<String> =
            validator.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{errors:?}");
    }

    let log = parsed(&folder.run(&["check", "各单位", "-f", "sarif"]).out);
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "utf16CodeUnits");
    let rules = run["tool"]["driver"]["rules"].as_array().expect("the rules");
    assert_eq!(rules.len(), nianbao::rules().len());
    let results = run["results"].as_array().expect("the results");
    let comma = results.iter().find(|it| it["ruleId"] == "punctuation/half-width-mark").expect("the comma");
    assert_eq!(
        rules[usize::try_from(comma["ruleIndex"].as_u64().expect("a rule")).expect("small")]["id"],
        comma["ruleId"]
    );
    assert_eq!(comma["level"], "warning");
    let physical = &comma["locations"][0]["physicalLocation"];
    assert_eq!(physical["artifactLocation"]["uri"], "%E5%90%84%E5%8D%95%E4%BD%8D/%E7%94%B2%201.txt");
    // 全年工作𠮷平稳, — the rare character counts as two.
    let region = serde_json::json!({ "startLine": 5, "startColumn": 9, "endLine": 5, "endColumn": 10 });
    assert_eq!(physical["region"], region);
    let replacement = &comma["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!((&replacement["deletedRegion"], &replacement["insertedContent"]["text"]), (&region, &Value::from("，")));
    assert!(
        results
            .iter()
            .any(|it| it["level"] == "error" && it["ruleId"].as_str().is_some_and(|id| id.starts_with("arithmetic/")))
    );
    let open = results.iter().find(|it| it["kind"] == "open").expect("what was not examined");
    assert_eq!(open["ruleId"], "table/not-found");
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    assert!(
        invocation["toolExecutionNotifications"][0]["message"]["text"].as_str().is_some_and(|it| it.contains(".docx"))
    );
}

#[test]
fn a_table_for_excel_and_wps_has_a_row_for_every_finding_and_every_file() {
    let folder = Folder::with(&[
        ("甲.txt", &with_warning("甲镇人民政府")),
        ("乙.txt", &flawless("乙镇人民政府")),
        ("=丙.txt", &flawless("丙镇人民政府")),
    ]);
    let told = folder.run(&["check", "甲.txt", "乙.txt", "没有.txt", "=丙.txt", "-f", "csv"]);
    assert_eq!(
        told.out,
        "\u{feff}文件,机关,年度,行,列,级别,规则,问题,原文,改法,依据\r\n\
         甲.txt,甲镇人民政府,2023,5,7,警告,punctuation/half-width-mark,\
         \"第一部分“工作平稳,有序推进”中的“,”是半角标点，中文里应用全角的“，”\",\",\",改为“，”,GB/T 15834—2011\r\n\
         乙.txt,乙镇人民政府,2023,,,无误,,,,,\r\n\
         没有.txt,,,,,读不出来,,找不到这个文件。,,,\r\n\
         '=丙.txt,丙镇人民政府,2023,,,无误,,,,,\r\n"
    );
}

#[test]
fn the_answer_goes_to_a_file_where_one_is_named() {
    let folder = Folder::with(&[("甲.txt", &with_warning("甲镇人民政府"))]);
    let shown = folder.run(&["check", "甲.txt", "-f", "csv"]).out;
    folder.run(&["check", "甲.txt", "-f", "csv", "--output", "结果.csv"]).says(1, "");
    assert_eq!(folder.bytes("结果.csv"), shown.as_bytes());
    let told = folder.run(&["check", "甲.txt", "--output", "没有/结果.txt"]);
    assert_eq!((told.status, &*told.out), (2, ""));
    assert!(told.complaint.starts_with("nianbao：写不了 没有/结果.txt"), "{}", told.complaint);
}
