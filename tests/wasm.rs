//! The boundary to JavaScript, in Node and in a browser: what crosses it, and how failures do.
#![cfg(target_arch = "wasm32")]

use nianbao::wasm;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

#[cfg(feature = "browser")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const REPORT: &str = "𠮷安县水务局2023年政府信息公开工作年度报告\n\n一、总体情况\n\n全年平稳。\n";

fn get(object: &JsValue, key: &str) -> JsValue {
    js_sys::Reflect::get(object, &JsValue::from_str(key)).expect("an object")
}

#[wasm_bindgen_test]
fn a_report_crosses_as_a_row_of_numbers_and_its_words() {
    let checked = wasm::validate(REPORT, None);
    assert!(checked.words().starts_with(env!("CARGO_PKG_VERSION")));
    assert!(checked.words().contains("𠮷安县水务局"));
    assert!(checked.numbers().contains(&2023.0));
}

#[wasm_bindgen_test]
fn options_that_are_left_out_have_their_defaults_and_unknown_ones_are_passed_over() {
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"日后才有的选项".into(), &true.into()).expect("a plain object");
    let with = wasm::validate(REPORT, Some(options.unchecked_into()));
    assert_eq!(with.words(), wasm::validate(REPORT, None).words());
}

#[wasm_bindgen_test]
fn a_list_of_rules_to_leave_out_crosses() {
    let options = js_sys::Object::new();
    let groups = js_sys::Array::of1(&"structure".into());
    js_sys::Reflect::set(&options, &"disable".into(), &groups).expect("a plain object");
    let told = |options| wasm::validate(REPORT, options).words().matches("structure/").count();
    assert!(told(Some(options.unchecked_into())) < told(None));
}

#[wasm_bindgen_test]
fn a_county_and_its_units_cross_as_a_row_of_numbers_and_its_words() {
    let unit = js_sys::Object::new();
    js_sys::Reflect::set(&unit, &"name".into(), &"白石镇".into()).expect("a plain object");
    js_sys::Reflect::set(&unit, &"text".into(), &REPORT.into()).expect("a plain object");
    let answer = wasm::aggregate(REPORT, vec![unit.unchecked_into()]);
    assert!(answer.words().starts_with("20.1.regulation\t"));
    assert!(answer.words().contains("白石镇"));
    assert!(answer.numbers().contains(&2023.0));
}

#[wasm_bindgen_test]
fn rules_are_explained_by_what_the_host_brings() {
    let explanations: Vec<String> =
        nianbao::rules().iter().map(|rule| format!("{}\n# 说明{}\n", rule.code, rule.code)).collect();
    let packed = miniz_oxide::deflate::compress_to_vec(explanations.join("\0").as_bytes(), 6);
    let rules = wasm::rules(&packed).expect("plain data");
    let first = get(&rules, "0");
    assert_eq!(get(&first, "title"), JsValue::from_str(&format!("说明{}", nianbao::rules()[0].code)));
    assert_eq!(get(&first, "code"), JsValue::from_str(nianbao::rules()[0].code));
}

#[wasm_bindgen_test]
fn last_years_report_crosses() {
    let report = format!("{REPORT}\n二、主动公开政府信息情况\n\n见县政府网站。\n");
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"previous".into(), &report.replace("水务局", "林业局").into()).expect("an object");
    let words = wasm::validate(&report, Some(options.unchecked_into())).words();
    assert!(words.contains("𠮷安县林业局"), "{words}");
}

#[wasm_bindgen_test]
fn a_file_that_cannot_be_read_throws_its_sentence() {
    let Err(error) = wasm::read(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "报告.pdf") else { panic!("a PDF was read") };
    let message = String::from(js_sys::Error::from(JsValue::from(error)).message());
    assert!(message.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{message}");
}

#[wasm_bindgen_test]
fn a_text_in_gb_18030_is_decoded_by_the_host() {
    // 规章 0
    let Ok(text) = wasm::read(b"\xb9\xe6\xd5\xc2 0", "报告.txt") else { panic!("refused") };
    assert_eq!(text, "规章 0");
}
