//! What Word and WPS write beside the letters of a text: numbering, merged cells, changes, boxes, fields, notes.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use nianbao::read::read;
use support::word::{Docx, NOT_THE_TEXT, with_document};

/// The text of a file with this body.
fn text(body: &str) -> String {
    read(&Docx::of(body).bytes(), "年报.docx").expect("a text")
}

/// A run and a paragraph of one run.
fn run(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

fn paragraph(text: &str) -> String {
    format!("<w:p>{}</w:p>", run(text))
}

fn cell(properties: &str, text: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", paragraph(text))
}

fn row(cells: &[String]) -> String {
    format!("<w:tr>{}</w:tr>", cells.concat())
}

fn table(rows: &[String]) -> String {
    format!("<w:tbl><w:tblPr/>{}</w:tbl>", rows.concat())
}

#[test]
fn breaks_tabs_and_special_characters_are_kept() {
    let body = format!(
        "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t xml:space=\"preserve\"> 乙 &amp;&#x4E19;</w:t></w:r></w:p>\
         <w:p><w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r></w:p><w:p/><w:p/><w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"1\"/></w:tabs></w:pPr>\
         <w:r><w:t>0999</w:t><w:noBreakHyphen/><w:t>6120345</w:t><w:softHyphen/></w:r></w:p>\
         <w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t>是</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/><w:t>否</w:t></w:r></w:p>{}",
        paragraph("末")
    );
    assert_eq!(text(&body), "甲\t 乙 &丙\n上\n下\n\n0999-6120345\n☑是□否\n末");
}

#[test]
fn merged_cells_are_opened_out() {
    let restart = r#"<w:vMerge w:val="restart"/>"#;
    let across = |span: usize| format!(r#"<w:gridSpan w:val="{span}"/>"#);
    let both = across(2) + restart;
    let body = table(&[
        row(&[cell(&both, "类别"), cell(&across(2), "申请人")]),
        row(&[cell(&(across(2) + "<w:vMerge/>"), "不显示"), cell("", "自然人"), cell("", "总计")]),
        row(&[cell(restart, "办理结果"), cell("", "予以公开"), cell("", "3"), cell("", "")]),
        row(&[cell("<w:vMerge/>", ""), cell("", "总计"), cell("", "0"), cell("", "4")]),
    ]);
    assert_eq!(text(&body), "类别\t\t申请人\t\n\t\t自然人\t总计\n办理结果\t予以公开\t3\t\n\t总计\t0\t4");
}

#[test]
fn rows_that_begin_late_or_end_early_fill_the_grid() {
    let late = r#"<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr><w:tc><w:p><w:r><w:t>中</w:t></w:r></w:p></w:tc></w:tr>"#;
    let body = table(&[row(&[cell("", "左"), cell("", "中"), cell("", "右")]), late.to_owned()]) + &paragraph("后");
    assert_eq!(text(&body), "左\t中\t右\n\t中\t\n后");
}

#[test]
fn borders_dragged_by_a_hair_make_no_column() {
    let grid = r#"<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="12"/><w:gridCol w:w="1988"/></w:tblGrid>"#;
    let two = r#"<w:gridSpan w:val="2"/>"#;
    let rows = [row(&[cell("", "甲"), cell(two, "1")]), row(&[cell(two, "乙"), cell("", "2")])].concat();
    assert_eq!(text(&format!("<w:tbl>{grid}{rows}</w:tbl>")), "甲\t1\n乙\t2");
    // Unless text stands there.
    let narrow =
        [row(&[cell("", "甲"), cell("", "窄"), cell("", "1")]), row(&[cell(two, "乙"), cell("", "2")])].concat();
    assert_eq!(text(&format!("<w:tbl>{grid}{narrow}</w:tbl>")), "甲\t窄\t1\n乙\t\t2");
}

#[test]
fn lines_of_a_cell_are_one_field() {
    let lines = |a: &str, b: &str| format!("<w:tc>{}{}</w:tc>", paragraph(a), paragraph(b));
    let broken = "<w:tc><w:p><w:r><w:t>社会公益</w:t><w:br/><w:t>组织</w:t></w:r></w:p></w:tc>".to_owned();
    let body = table(&[row(&[lines("商业", "企业"), broken, lines("A", "B"), cell("", " 7 ")])]);
    assert_eq!(text(&body), "商业企业\t社会公益组织\tA B\t7");
}

#[test]
fn tables_that_only_frame_others_are_left_open() {
    let inner = table(&[row(&[cell("", "规章"), cell("", "0")]), row(&[cell("", "文件"), cell("", "1")])]);
    let outer = table(&[row(&[format!("<w:tc>{}{inner}{}</w:tc>", paragraph("前"), paragraph("后"))])]);
    assert_eq!(text(&outer), "前\n规章\t0\n文件\t1\n后");
    let framed = table(&[row(&[format!("<w:tc>{}{}</w:tc>", paragraph("第一段。"), paragraph("第二段。"))])]);
    assert_eq!(text(&framed), "第一段。\n第二段。");
}

#[test]
fn changes_read_as_if_they_were_accepted() {
    let who = r#"w:id="1" w:author="李" w:date="2025-01-10T10:00:00Z""#;
    let body = format!(
        "<w:p>{}<w:ins {who}>{}</w:ins><w:del {who}><w:r><w:delText>4</w:delText><w:tab/></w:r></w:del>{}</w:p>\
         <w:p><w:moveFrom {who}>{}</w:moveFrom><w:moveTo {who}>{}</w:moveTo></w:p>\
         <w:p><w:pPr><w:rPr><w:del {who}/></w:rPr><w:pPrChange {who}><w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr></w:pPrChange></w:pPr>{}</w:p>{}",
        run("新收"),
        run("5"),
        run("件"),
        run("旧处"),
        run("新处"),
        run("前半"),
        paragraph("后半")
    );
    assert_eq!(text(&body), "新收5件\n新处\n前半后半");
    let gone = format!("<w:tr><w:trPr><w:del {who}/></w:trPr>{}{}</w:tr>", cell("", "旧"), cell("", "9"));
    let body = table(&[row(&[cell("", "甲"), cell("", "1")]), gone, row(&[cell("", "乙"), cell("", "2")])]);
    assert_eq!(text(&body), "甲\t1\n乙\t2");
}

#[test]
fn fields_give_their_text_and_not_their_instruction() {
    let mark = |kind: &str| format!(r#"<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>"#);
    let field = |instruction: &str, text: &str| {
        format!(
            "{}<w:r><w:instrText>{instruction}</w:instrText></w:r>{}{text}{}",
            mark("begin"),
            mark("separate"),
            mark("end")
        )
    };
    let link = field(r#" HYPERLINK "http://example.cn" "#, &run("网站"));
    let page = field(" PAGE \\* MERGEFORMAT ", &run(NOT_THE_TEXT));
    let sum = format!(r#"<w:fldSimple w:instr=" =SUM(ABOVE) ">{}</w:fldSimple>"#, run("12"));
    let line = |name: &str| format!("<w:p>{}{}</w:p>", run(name), field(" PAGEREF _Toc1 \\h ", &run("3")));
    let contents = format!(
        "<w:p>{}<w:r><w:instrText> TOC \\o </w:instrText></w:r>{}{}</w:p>{}<w:p>{}</w:p>",
        mark("begin"),
        mark("separate"),
        run(NOT_THE_TEXT),
        line(NOT_THE_TEXT),
        mark("end")
    );
    let body = format!("{contents}<w:p>{}{link}{page}{sum}</w:p>", run("见"));
    assert_eq!(text(&body), "见网站12");
    // A field without an end hides nothing.
    assert_eq!(text(&format!("<w:p>{}</w:p>{}", mark("begin"), paragraph("正文"))), "正文");
}

#[test]
fn boxes_notes_and_hidden_text_are_left_out() {
    let content = format!("<w:txbxContent>{}</w:txbxContent>", paragraph(NOT_THE_TEXT));
    let body = format!(
        "<w:p>{}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><wps:txbx>{content}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>\
         <w:r><w:rPr><w:vanish/></w:rPr><w:t>{NOT_THE_TEXT}</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r><w:r><w:t>止</w:t></w:r></w:p>",
        run("起")
    );
    assert_eq!(text(&body), "起止");
}

#[test]
fn a_title_in_a_box_is_the_title_where_there_is_no_other() {
    let boxed = |text: &str| {
        format!(
            "<w:p><w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r></w:p>",
            paragraph(text)
        )
    };
    let title = "云岭镇2024年政府信息公开工作年度报告";
    let note = boxed("联系电话见封底");
    assert_eq!(text(&(note.clone() + &boxed(title) + &paragraph("一、总体情况"))), format!("{title}\n一、总体情况"));
    let titled = paragraph(title) + &boxed("2024年度报告（样稿）") + &paragraph("一、总体情况");
    assert_eq!(text(&titled), format!("{title}\n\n一、总体情况"));
    // As in a file made out of a PDF.
    assert_eq!(text(&(boxed(title) + &boxed("一、总体情况"))), format!("{title}\n一、总体情况"));
}

#[test]
fn content_controls_tags_and_readings_over_words_are_seen_through() {
    let body = format!(
        "<w:sdt><w:sdtPr><w:alias w:val=\"{NOT_THE_TEXT}\"/></w:sdtPr><w:sdtContent><w:p><w:smartTag w:element=\"date\"><w:smartTagPr/>{}</w:smartTag>\
         <w:hyperlink r:id=\"rId9\">{}</w:hyperlink><w:r><w:ruby><w:rubyPr/><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r></w:p></w:sdtContent></w:sdt>",
        run("2024年"),
        run("年报"),
        run("nián"),
        run("年")
    );
    assert_eq!(text(&body), "2024年年报年");
}

/// A level of a list.
fn level(level: usize, format: &str, text: &str, more: &str) -> String {
    format!(
        r#"<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>"#
    )
}

fn kind(number: usize, content: &str) -> String {
    format!(r#"<w:abstractNum w:abstractNumId="{number}">{content}</w:abstractNum>"#)
}

fn list(number: usize, kind: usize, more: &str) -> String {
    format!(r#"<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{more}</w:num>"#)
}

fn item(list: usize, level: usize, text: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr>{}</w:p>"#,
        run(text)
    )
}

#[test]
fn automatic_numbers_are_written_out() {
    let levels = [
        level(0, "chineseCounting", "%1、", r#"<w:suff w:val="nothing"/>"#),
        level(1, "chineseCountingThousand", "（%2）", ""),
        level(2, "decimal", "%3.", ""),
        level(3, "decimal", "%1.%4", "<w:isLgl/>"),
    ];
    let numbering = kind(1, &levels.concat())
        + &kind(2, &level(0, "bullet", "\u{f0d8}", ""))
        + &kind(3, &level(0, "decimalEnclosedCircle", "%1", ""))
        + &list(1, 1, "")
        + &list(2, 2, "")
        + &list(3, 3, "")
        + &list(4, 1, r#"<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>"#);
    let body = [
        item(1, 0, "总体情况"),
        item(1, 1, "主动公开"),
        item(1, 2, "数量"),
        item(1, 2, "2024年"),
        item(1, 1, "依申请公开"),
        item(1, 2, "新收"),
        item(1, 3, "件"),
        item(2, 0, "要点"),
        item(3, 0, "甲"),
        item(0, 0, "不编号"),
        item(9, 0, "无此列表"),
        item(1, 0, "问题"),
        item(1, 1, "人员"),
        item(3, 0, "乙"),
        item(4, 0, "重新开始"),
    ];
    let bytes = Docx { body: body.concat(), numbering, styles: String::new() }.bytes();
    let expected = "一、总体情况\n（一）主动公开\n1.数量\n2. 2024年\n（二）依申请公开\n1.新收\n1.1件\n要点\n①甲\n不编号\n无此列表\n二、问题\n（一）人员\n②乙\n一、重新开始";
    assert_eq!(read(&bytes, "年报.docx").as_deref(), Ok(expected));
}

#[test]
fn styles_number_their_paragraphs() {
    let numbering = kind(
        1,
        &(level(0, "chineseCounting", "%1、", r#"<w:pStyle w:val="1"/>"#)
            + &level(1, "chineseCounting", "（%2）", r#"<w:pStyle w:val="2"/>"#)),
    ) + &kind(2, r#"<w:numStyleLink w:val="列表"/>"#)
        + &kind(3, &(r#"<w:styleLink w:val="列表"/>"#.to_owned() + &level(0, "upperLetter", "%1.", "")))
        + &list(5, 1, "")
        + &list(6, 2, "");
    let style = |id: &str, based_on: &str, numbered: &str| {
        format!(
            r#"<w:style w:type="paragraph" w:styleId="{id}"><w:basedOn w:val="{based_on}"/><w:pPr>{numbered}</w:pPr></w:style>"#
        )
    };
    let styles = style("1", "a", r#"<w:numPr><w:numId w:val="5"/></w:numPr>"#)
        + &style("2", "a", r#"<w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr>"#)
        + &style("小标题", "2", "")
        + &style("环", "环", "");
    let styled = |style: &str, own: &str, text: &str| {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{own}</w:pPr>{}</w:p>"#, run(text))
    };
    let body = [
        styled("1", "", "总体情况"),
        styled("2", "", "主动公开"),
        styled("小标题", "", "依申请公开"),
        styled("1", r#"<w:numPr><w:numId w:val="0"/></w:numPr>"#, "不编号"),
        styled("1", "", "问题"),
        styled("环", "", "自身"),
        item(6, 0, "字母"),
    ];
    let bytes = Docx { body: body.concat(), numbering, styles }.bytes();
    let expected = "一、总体情况\n（一）主动公开\n（二）依申请公开\n不编号\n二、问题\n自身\nA.字母";
    assert_eq!(read(&bytes, "年报.docx").as_deref(), Ok(expected));
}

#[test]
fn other_namespaces_prefixes_and_places_are_understood() {
    let plain = Docx::of(&paragraph("正文")).document();
    let strict = plain.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    );
    let other_prefix = plain.replace("<w:", "<ns0:").replace("</w:", "</ns0:").replace("xmlns:w", "xmlns:ns0");
    let no_prefix = plain.replace("<w:", "<").replace("</w:", "</").replace("xmlns:w=", "xmlns=");
    let marked = format!("\u{feff}{plain}");
    for document in [&plain, &strict, &other_prefix, &no_prefix, &marked] {
        assert_eq!(read(&with_document(document, "", ""), "年报.docx").as_deref(), Ok("正文"), "{document}");
    }
}
