//! Files that are damaged, or made to burst: they cost neither memory nor time, and the answer is a text or a sentence.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::fs;

use nianbao::read::read;
use support::random::Random;
use support::survival::survive;
use support::word::{Docx, Program, folder, report, with_document};
use support::zip::{Method, zip};

fn sentence(bytes: &[u8], name: &str) -> String {
    read(bytes, name).expect_err("no text").to_string()
}

/// Sound files to be damaged.
fn sound() -> Vec<(Vec<u8>, &'static str)> {
    let text = "云岭镇2024年政府信息公开工作年度报告\n一、总体情况\n甲\t\t1\n乙\t2\t3\n（一）其他\n";
    let stored = {
        let docx = report(text, Program::Word, &mut Random::new(1));
        zip(&[("word/document.xml", docx.document().as_bytes())], Method::Stored)
    };
    let old = fs::read(folder().join("everything.doc")).expect("a .doc file");
    vec![
        (report(text, Program::Wps, &mut Random::new(2)).bytes(), "年报.docx"),
        (stored, "年报.docx"),
        (old, "年报.doc"),
    ]
}

#[test]
fn truncated_files_are_damaged_files() {
    for (bytes, name) in sound() {
        for part in 0..200 {
            survive(&bytes[..bytes.len() * part / 200], name);
        }
    }
}

#[test]
fn files_with_spoilt_bytes_end_in_a_text_or_a_sentence() {
    for (seed, (bytes, name)) in sound().into_iter().enumerate() {
        let mut random = Random::new(seed as u64);
        for _ in 0..400 {
            let mut spoilt = bytes.clone();
            for _ in 0..1 << random.below(8) {
                // The directories stand at the ends: spoil them as often as all else.
                let length = if random.one_in(2) { spoilt.len() } else { spoilt.len().min(4096) };
                let at = random.below(length);
                let at = if random.one_in(3) { spoilt.len() - 1 - at } else { at };
                spoilt[at] = [0, 0xff, spoilt[at] ^ (1 << random.below(8)), random.next() as u8][random.below(4)];
            }
            survive(&spoilt, name);
        }
    }
}

/// XML spoilt inside a sound archive.
#[test]
fn xml_with_spoilt_bytes_ends_in_a_text_or_a_sentence() {
    let mut random = Random::new(7);
    let sound = report("甲\t\t1\n乙\t2\t3\n一、总体情况\n（一）其他\n", Program::Word, &mut random);
    for _ in 0..400 {
        let mut parts = [sound.document(), sound.numbering.clone()].map(String::into_bytes);
        for part in &mut parts {
            for _ in 0..1 << random.below(6) {
                let (from, length) = (random.below(part.len()), random.below(60));
                match random.below(3) {
                    0 => part[from] = *random.pick(b"<>/\"'&;% \0\xff19"),
                    1 => drop(part.drain(from..(from + length).min(part.len()))),
                    _ => {
                        let copy = part[from..(from + length).min(part.len())].to_vec();
                        let at = random.below(part.len());
                        part.splice(at..at, copy);
                    }
                }
            }
        }
        let [document, numbering] = parts.map(|part| String::from_utf8_lossy(&part).into_owned());
        survive(&with_document(&document, &numbering, ""), "年报.docx");
    }
}

#[test]
fn bombs_do_not_burst() {
    // 200 MB of one letter in 200 KB; and the same with a directory that lies about it.
    let bomb = with_document(&"a".repeat(200 << 20), "", "");
    assert!(bomb.len() < 1 << 20);
    assert!(sentence(&bomb, "年报.docx").contains("过大"));
    let mut lying = bomb;
    let size = 200_u32 << 20;
    let places: Vec<usize> =
        lying.windows(4).enumerate().filter(|(_, it)| *it == size.to_le_bytes()).map(|it| it.0).collect();
    assert!(!places.is_empty());
    for at in places {
        lying[at..at + 4].copy_from_slice(&1000_u32.to_le_bytes());
    }
    assert!(sentence(&lying, "年报.docx").contains("已损坏"));
}

#[test]
fn deep_and_wide_markup_costs_its_length() {
    let most = 15 << 20;
    let nested = |open: &str, close: &str| {
        let depth = most / (open.len() + close.len());
        open.repeat(depth) + "<w:p><w:r><w:t>底</w:t></w:r></w:p>" + &close.repeat(depth)
    };
    let mut bodies = vec![
        nested("<w:sdt>", "</w:sdt>"),
        nested("<w:tbl>", "</w:tbl>"),
        nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        nested("<w:txbxContent>", "</w:txbxContent>"),
        nested("<w:del>", "</w:del>"),
    ];
    let repeated = [
        "<w:tc/>",
        "<w:tr/>",
        "<w:tbl/>",
        "<w:p/>",
        "<",
        "<w:t>",
        "<w:p><w:pPr><w:pStyle w:val=\"x\"/></w:pPr></w:p>",
        "<w:fldChar w:fldCharType=\"begin\"/>",
        "<w:tr><w:tc/></w:tr>",
        "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"63\"/></w:tcPr></w:tc></w:tr>",
        "<w:gridCol w:w=\"1\"/>",
        "<w:t>&lol9;</w:t>",
        "<w:p><w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr></w:p>",
    ];
    bodies.extend(repeated.map(|one| format!("<w:tbl>{}", one.repeat(most / one.len()))));
    for body in bodies {
        survive(&Docx::of(&body).bytes(), "年报.docx");
    }
}

#[test]
fn entities_are_never_expanded() {
    let definition = |level: usize| format!("<!ENTITY lol{level} \"{}\">", format!("&lol{};", level - 1).repeat(10));
    let definitions = (1..10).map(definition).collect::<Vec<_>>().concat();
    let document = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE w:document [<!ENTITY lol0 \"哈\"><!ENTITY 秘密 SYSTEM \"file:///etc/passwd\">{definitions}]>\
         <w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&lol9;&秘密;</w:t></w:r></w:p></w:body></w:document>"
    );
    assert_eq!(read(&with_document(&document, "", ""), "年报.docx").as_deref(), Ok("&lol9;&秘密;"));
}

#[test]
fn many_lists_and_styles_cost_little() {
    let style = |id: usize| {
        format!("<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:basedOn w:val=\"{}\"/></w:style>", id + 1)
    };
    let list = |id: usize| {
        let kind = format!("<w:abstractNumId w:val=\"{id}\"/>");
        format!("<w:abstractNum w:abstractNumId=\"{id}\"/><w:num w:numId=\"{id}\">{kind}</w:num>")
    };
    let styles = (0..100_000).map(style).collect::<Vec<_>>().concat();
    let lists = (0..100_000).map(list).collect::<Vec<_>>().concat();
    let body = "<w:p><w:pPr><w:pStyle w:val=\"999\"/><w:numPr><w:numId w:val=\"99999\"/></w:numPr></w:pPr></w:p>"
        .repeat(50_000);
    survive(&Docx { body, numbering: lists, styles }.bytes(), "年报.docx");
}
