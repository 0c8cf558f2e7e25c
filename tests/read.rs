//! Files and clipboards as they really come, to text that a person can read.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::fmt::Write;
use std::ops::Range;

use nianbao::read::read;
use nianbao::text::html;
use support::word::Docx;
use support::zip::{Method, zip};

/// Table three in the form's layout: text, columns and rows spanned. The line breaks inside labels are the editor's.
fn table_three() -> Vec<Vec<(String, usize, usize)>> {
    let cell = |text: &str, columns, rows| (text.to_owned(), columns, rows);
    let mut rows = vec![
        vec![
            cell("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3),
            cell("申请人情况", 7, 1),
        ],
        vec![cell("自然人", 1, 2), cell("法人或其他组织", 5, 1), cell("总计", 1, 2)],
        ["商业|企业", "科研|机构", "社会公益组织", "法律服务机构", "其他"].map(|label| cell(label, 1, 1)).to_vec(),
    ];
    let results: [(&str, &[&str]); 4] = [
        (
            "（三）不予公开",
            &[
                "1.属于国家秘密",
                "2.其他法律行政法规禁止公开",
                "3.危及“三安全一稳定”",
                "4.保护第三方合法权益",
                "5.属于三类内部事务信息",
                "6.属于四类过程性信息",
                "7.属于行政执法案卷",
                "8.属于行政查询事项",
            ],
        ),
        ("（四）无法提供", &["1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"]),
        (
            "（五）不予处理",
            &[
                "1.信访举报投诉类申请",
                "2.重复申请",
                "3.要求提供公开出版物",
                "4.无正当理由大量反复申请",
                "5.要求行政机关确认或重新出具已获取信息",
            ],
        ),
        (
            "（六）其他处理",
            &[
                "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
                "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
                "3.其他",
            ],
        ),
    ];
    rows.push(vec![cell("一、本年新收政府信息公开申请数量", 3, 1)]);
    rows.push(vec![cell("二、上年结转政府信息公开申请数量", 3, 1)]);
    rows.push(vec![cell("三、本年度办理结果", 1, 22), cell("（一）予以公开", 2, 1)]);
    rows.push(vec![cell("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 2, 1)]);
    for (group, labels) in results {
        for (index, label) in labels.iter().enumerate() {
            let mut row = vec![cell(label, 1, 1)];
            if index == 0 {
                row.insert(0, cell(group, 1, labels.len()));
            }
            rows.push(row);
        }
    }
    rows.push(vec![cell("（七）总计", 2, 1)]);
    rows.push(vec![cell("四、结转下年度继续办理", 3, 1)]);
    for (index, row) in rows.iter_mut().skip(3).enumerate() {
        for column in 0..7 {
            // One blank cell among the figures; each figure tells its row and column.
            let blank = (index, column) == (9, 2);
            row.push((if blank { String::new() } else { format!("{}", index * 10 + column) }, 1, 1));
        }
    }
    rows
}

/// What is to be read from it: the labels' columns as they stand, and the figures' rows.
fn grid() -> String {
    let head = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t\t申请人情况\t\t\t\t\t\t
\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计
\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t
";
    let labels = "一、本年新收政府信息公开申请数量\t\t
二、上年结转政府信息公开申请数量\t\t
三、本年度办理结果\t（一）予以公开\t
\t（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t
\t（三）不予公开\t1.属于国家秘密
\t\t2.其他法律行政法规禁止公开
\t\t3.危及“三安全一稳定”
\t\t4.保护第三方合法权益
\t\t5.属于三类内部事务信息
\t\t6.属于四类过程性信息
\t\t7.属于行政执法案卷
\t\t8.属于行政查询事项
\t（四）无法提供\t1.本机关不掌握相关政府信息
\t\t2.没有现成信息需要另行制作
\t\t3.补正后申请内容仍不明确
\t（五）不予处理\t1.信访举报投诉类申请
\t\t2.重复申请
\t\t3.要求提供公开出版物
\t\t4.无正当理由大量反复申请
\t\t5.要求行政机关确认或重新出具已获取信息
\t（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
\t\t2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请
\t\t3.其他
\t（七）总计\t
四、结转下年度继续办理\t\t
";
    let mut grid = head.to_owned();
    for (index, label) in labels.lines().enumerate() {
        let figures: Vec<_> = (0..7).map(|column| (index * 10 + column).to_string()).collect();
        let figures = figures.join("\t");
        let figures = if index == 9 { figures.replace("92", "") } else { figures };
        writeln!(grid, "{label}\t{figures}").unwrap();
    }
    grid
}

fn spans(columns: usize, rows: usize, blank: &str) -> String {
    let mut spans = String::new();
    if columns > 1 {
        write!(spans, "{blank}colspan={columns}").unwrap();
    }
    if rows > 1 {
        write!(spans, "{blank}rowspan={rows}").unwrap();
    }
    spans
}

/// The table as Word sets it on the clipboard: hard line breaks inside tags and labels, `<o:p>` in empty cells.
fn word() -> String {
    let mut html = "Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000099999\r\nStartFragment:0000000141\r\n\
        EndFragment:0000099963\r\nSourceURL:file:///C:/云岭镇.docx\r\n\
        <html xmlns:o=\"urn:schemas-microsoft-com:office:office\"\r\nxmlns=\"http://www.w3.org/TR/REC-html40\">\r\n\
        <head>\r\n<meta http-equiv=Content-Type content=\"text/html; charset=utf-8\">\r\n\
        <meta name=Generator content=\"Microsoft Word 15\">\r\n\
        <!--[if gte mso 9]><xml>\r\n <o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings>\r\n</xml><![endif]-->\r\n\
        <style>\r\n<!--\r\n p.MsoNormal, li.MsoNormal {mso-style-unhide:no;}\r\n-->\r\n</style>\r\n</head>\r\n\
        <body lang=ZH-CN style='tab-interval:21.0pt'>\r\n<!--StartFragment-->\r\n\
        <p class=MsoNormal><![if !supportLists]><span\r\nlang=EN-US><span style='mso-list:Ignore'>三、<span\r\n\
        style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>收到和处理政府信息\r\n\
        公开申请情况<span lang=EN-US><o:p></o:p></span></p>\r\n\r\n\
        <table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0\r\n style='border-collapse:collapse'>\r\n"
        .to_owned();
    for (index, row) in table_three().into_iter().enumerate() {
        write!(html, " <tr style='mso-yfti-irow:{index};height:17.0pt'>\r\n").unwrap();
        for (text, columns, rows) in row {
            let spans = spans(columns, rows, " ");
            write!(html, "  <td width=66{spans} style='width:49.7pt;\r\n  padding:0cm 5.4pt 0cm 5.4pt'>\r\n").unwrap();
            let text =
                text.replace('|', "</span></p>\r\n  <p class=MsoNormal><span>").replace("信息公开", "信息\r\n  公开");
            let text = if text.is_empty() { "<o:p>&nbsp;</o:p>".to_owned() } else { text + "<o:p></o:p>" };
            write!(
                html,
                "  <p class=MsoNormal\r\n  align=center><span\r\n  lang=EN-US>{text}</span></p>\r\n  </td>\r\n"
            )
            .unwrap();
        }
        html.push_str(" </tr>\r\n");
    }
    html + "</table>\r\n\r\n<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>\r\n<!--EndFragment-->\r\n</body>\r\n</html>\r\n"
}

/// The table as WPS sets it: fonts in spans, double blanks in tags, four decimals, `<br>` in labels.
fn wps() -> String {
    let mut html = "<html><head><meta http-equiv=\"Content-Type\"  content=\"text/html; charset=gb2312\" >\
        <style>@font-face{font-family:\"宋体\";}</style></head><body style=\"tab-interval:21pt;text-justify-trim:punctuation;\" >\
        <!--StartFragment--><div class=\"Section0\"  style=\"layout-grid:15.6000pt;\" ><p class=MsoNormal ><![if !supportLists]>\
        <span style=\"mso-list:Ignore;\" >三、</span><![endif]><b><span style=\"mso-spacerun:'yes';\" ><font face=\"宋体\" >\
        收到和处理政府信息公开申请情况</font></span></b><span style=\"mso-spacerun:'yes';\" ><o:p></o:p></span></p>\
        <table class=MsoNormalTable  border=1  cellspacing=0  style=\"border-collapse:collapse;\" >"
        .to_owned();
    for row in table_three() {
        html.push_str("<tr style=\"height:17.0000pt;\" >");
        for (text, columns, rows) in row {
            write!(html, "<td width=75  valign=center{}  style=\"width:45.0000pt;\" >", spans(columns, rows, "  "))
                .unwrap();
            html.push_str("<p class=17  align=center ><span style=\"mso-spacerun:'yes';font-size:9.0000pt;\" >");
            let text = text.replace('|', "<br></font><font face=\"宋体\" >");
            if !text.is_empty() {
                write!(html, "<font face=\"宋体\" >{text}</font>").unwrap();
            }
            html.push_str("</span><span style=\"mso-spacerun:'yes';\" ><o:p></o:p></span></p></td>");
        }
        html.push_str("</tr>");
    }
    html + "</table><p class=MsoNormal ><span style=\"mso-spacerun:'yes';\" ><o:p>&nbsp;</o:p></span></p></div><!--EndFragment--></body></html>"
}

const PAGE: &str = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>云岭镇</title>\n<script>var a='<p>不读</p>';</script></head>\n\
<body><div class=nav><ul><li><a href=/>首页</a></li><li><a href=/zc>政策</a></li></ul></div>\n\
<table class=xxgk><tbody><tr><td>索引号：</td><td>YL-2025-001</td></tr><tr><td colspan=\"2\"><h1>云岭镇人民政府2024年政府信息公开工作年度报告</h1>\n\
<p>&emsp;&emsp;全年共答复&nbsp;3&nbsp;件。</p>\n<p style=\"display:none\">模板</p>\n\
<table><tr><td>信息内容</td><td>本年制发件数</td></tr><tr><td>规章</td><td></td></tr></table>\n\
<p>其他事项：<br>无。</p></td></tr></tbody></table>\n<!-- 页脚 --><div class=foot>浏览次数：<span>12</span></div></body></html>";

/// Holds every piece of a source against the contract of `html::read`.
fn check_pieces(source: &str) {
    let mut behind = 0;
    html::read(source, &mut |piece: &str, range: Range<usize>| {
        assert!(!piece.is_empty());
        assert!(source.get(range.clone()).is_some(), "{range:?} in a source of {} bytes", source.len());
        if !range.is_empty() {
            assert!(range.start >= behind, "{range:?} goes back before {behind}");
            behind = range.end;
        }
    });
}

#[test]
fn word_s_and_wps_s_table_three_is_the_form_s_grid() {
    let expected = format!("三、收到和处理政府信息公开申请情况\n{}", grid());
    for (source, program) in [(word(), "Word"), (wps(), "WPS")] {
        assert_eq!(read(source.as_bytes(), "clipboard.html").unwrap(), expected.trim_end_matches('\n'), "{program}");
        assert!(html::is_html(&source), "{program}");
        check_pieces(&source);
    }
}

#[test]
fn a_web_page_reads_as_a_browser_shows_it() {
    let expected = "首页\n政策\n索引号：\tYL-2025-001\n云岭镇人民政府2024年政府信息公开工作年度报告\n\
        \u{2003}\u{2003}全年共答复\u{a0}3\u{a0}件。\n信息内容\t本年制发件数\n规章\t\n其他事项：\n无。\n浏览次数：12";
    for name in ["年报.html", "年报.HTM", "年报.txt", "年报"] {
        assert_eq!(read(PAGE.as_bytes(), name).unwrap(), expected, "{name}");
    }
    check_pieces(PAGE);
}

#[test]
fn no_truncated_source_is_too_much() {
    for end in 0..PAGE.len() {
        let _ = read(&PAGE.as_bytes()[..end], "年报.html");
        if let Some(source) = PAGE.get(..end) {
            check_pieces(source);
        }
    }
    for source in [word(), wps()] {
        for end in (0..source.len()).step_by(211).filter(|&end| source.is_char_boundary(end)) {
            check_pieces(&source[..end]);
            check_pieces(&source[end..]);
        }
    }
}

#[test]
fn text_is_read_in_every_encoding() {
    let text = "云岭镇2024年政府信息公开工作年度报告\n一、总体情况\n全年“主动公开”３件——𠮷。\n甲\t\t1\n";
    let utf_16: Vec<u16> = text.replace('\n', "\r\n").encode_utf16().collect();
    let little: Vec<u8> = utf_16.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = utf_16.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    // GB 18030 of the text, 𠮷 in its four bytes.
    let gb_18030 = b"\xd4\xc6\xc1\xeb\xd5\xf22024\xc4\xea\xd5\xfe\xb8\xae\xd0\xc5\xcf\xa2\xb9\xab\xbf\xaa\xb9\xa4\xd7\xf7\xc4\xea\xb6\xc8\xb1\xa8\xb8\xe6\r\n\
        \xd2\xbb\xa1\xa2\xd7\xdc\xcc\xe5\xc7\xe9\xbf\xf6\r\n\xc8\xab\xc4\xea\xa1\xb0\xd6\xf7\xb6\xaf\xb9\xab\xbf\xaa\xa1\xb1\xa3\xb3\xbc\xfe\xa1\xaa\xa1\xaa\
        \x95\x34\xb2\x35\xa1\xa3\r\n\xbc\xd7\t\t1\r\n";
    let with = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), "UTF-8"),
        (with(b"\xef\xbb\xbf", text.replace('\n', "\r").as_bytes()), "UTF-8 with a mark"),
        (with(b"\xff\xfe", &little), "UTF-16 LE with a mark"),
        (with(b"\xfe\xff", &big), "UTF-16 BE with a mark"),
        (little, "UTF-16 LE"),
        (big, "UTF-16 BE"),
        (gb_18030.to_vec(), "GB 18030"),
    ] {
        assert_eq!(read(&bytes, "年报.txt").as_deref(), Ok(text), "{encoding}");
    }
    let spoilt = with(text.repeat(9).as_bytes(), &"云".as_bytes()[..2]);
    assert_eq!(read(&spoilt, "年报.txt").unwrap(), text.repeat(9) + "\u{fffd}");
}

#[test]
fn a_page_in_gb_2312_is_read_and_one_that_only_says_so_too() {
    let page =
        |text: &[u8]| [b"<html><head><meta charset=gb2312></head><body><p>", text, b"</p></body></html>"].concat();
    assert_eq!(read(&page(b"\xc4\xea\xb1\xa8"), "a.html").as_deref(), Ok("年报"));
    assert_eq!(read(&page("年报".as_bytes()), "clipboard.html").as_deref(), Ok("年报"));
}

#[test]
fn markdown_comes_back_as_written() {
    let text = "# 年报\n\n| 甲<br>乙 | 1 |\n|---|---|\n\n<table><tr><td>1</td></tr></table>\n";
    assert_eq!(read(text.replace('\n', "\r\n").as_bytes(), "年报.md").as_deref(), Ok(text));
}

/// A zip archive of empty files.
fn empty_zip(names: &[&str]) -> Vec<u8> {
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (*name, &[][..])).collect();
    zip(&files, Method::Stored)
}

/// A file of Word's old format, of one sector for each of: the table of chains, the directory, the stream.
fn old(stream: &str, content: &[u8]) -> Vec<u8> {
    let word = |number: u32| number.to_le_bytes();
    let mut file = vec![0; 512];
    file[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    (file[30], file[32]) = (9, 6);
    file[48..52].copy_from_slice(&word(1));
    file[60..64].copy_from_slice(&word(u32::MAX - 1));
    file[68..72].copy_from_slice(&word(u32::MAX - 1));
    file[76..512].fill(0xff);
    file[76..80].copy_from_slice(&word(0));
    let end = word(u32::MAX - 1);
    let mut chains = [word(u32::MAX - 2), end, end].concat();
    chains.resize(512, 0xff);
    let entry = |name: &str, kind: u8, child: u32, start: u32, size: usize| {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let length = entry.len() as u8 + 2;
        entry.resize(128, 0);
        (entry[64], entry[66]) = (length, kind);
        entry[68..76].fill(0xff);
        entry[76..80].copy_from_slice(&word(child));
        entry[116..120].copy_from_slice(&word(start));
        entry[120..124].copy_from_slice(&word(size as u32));
        entry
    };
    let mut directory = entry("Root Entry", 5, 1, u32::MAX - 1, 0);
    directory.extend(entry(stream, 2, u32::MAX, 2, content.len()));
    directory.resize(512, 0);
    let mut content = content.to_vec();
    content.resize(512, 0);
    [file, chains, directory, content].concat()
}

#[test]
fn what_is_no_text_is_named_with_what_to_do() {
    let docx = Docx::of("<w:p><w:r><w:t>年报</w:t></w:r></w:p>").bytes();
    let picture = Docx::of("<w:p><w:r><w:drawing/></w:r></w:p>").bytes();
    // The beginning of a file of Word: its mark, the version, the flags.
    let word = |version: u8, flags: u8| [0xec, 0xa5, version, 0, 0, 0, 0, 0, 0, 0, 0, flags];
    for (bytes, name, says) in [
        (b"".to_vec(), "年报.txt", "空的"),
        (b"\xef\xbb\xbf \r\n".to_vec(), "年报.txt", "没有文字"),
        (b"<html><body><img src=1.png></body></html>".to_vec(), "年报.html", "没有文字"),
        (b"%PDF-1.7 \xe2\xe3".to_vec(), "年报.docx", "PDF"),
        (docx[..docx.len() - 9].to_vec(), "年报.docx", "已损坏"),
        (docx[..99].to_vec(), "年报", "已损坏"),
        (picture, "年报.docx", "没有文字"),
        (empty_zip(&["[Content_Types].xml", "word/styles.xml"]), "年报.docx", "已损坏"),
        (empty_zip(&["OFD.xml", "Doc_0/Document.xml"]), "年报.ofd", "OFD"),
        (empty_zip(&["[Content_Types].xml", "xl/workbook.xml"]), "年报.xlsx", "表格"),
        (empty_zip(&["[Content_Types].xml", "ppt/presentation.xml"]), "年报.pptx", "演示文稿"),
        (empty_zip(&["mimetype", "content.xml"]), "年报.odt", "OpenDocument"),
        (empty_zip(&["年报/word/document.docx"]), "年报.zip", "压缩包"),
        (old("WordDocument", &word(0xc1, 0)), "年报.doc", "已损坏"),
        (old("WordDocument", &word(0xc1, 1)), "年报.doc", "密码"),
        (old("WordDocument", &word(0x65, 0)), "年报.WPS", "很旧"),
        (old("Contents", b""), "年报.wps", "很旧"),
        (old("Workbook", b""), "年报.et", "表格"),
        (old("Book", b""), "年报", "表格"),
        (old("PowerPoint Document", b""), "年报.dps", "演示文稿"),
        (old("EncryptedPackage", b""), "年报.docx", "密码"),
        (old("VisioDocument", b""), "年报", "没有 Word"),
        (old("Workbook", b"")[..600].to_vec(), "年报.xls", "已损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "年报.doc", "已损坏"),
        (b"{\\rtf1\\ansi".to_vec(), "年报.doc", "RTF"),
        (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), "年报.png", "图片"),
        (b"\xff\xd8\xff\xe0\0".to_vec(), "年报.jpg", "图片"),
        (b"GIF89a\x01\0".to_vec(), "年报.gif", "图片"),
        (b"BM\x46\0\0\0\0\0\0\0\x36\0".to_vec(), "年报.bmp", "图片"),
        (b"MIME-Version: 1.0\r\n".to_vec(), "年报.mht", "mht"),
        ((0..=255).collect(), "年报.txt", "编码"),
        (b"\x81\x01\x02\x03\xfe\x04\xff\x05".repeat(9), "年报.dat", "编码"),
        (vec![b' '; (64 << 20) + 1], "年报.txt", "64 MB"),
    ] {
        let sentence = read(&bytes, name).expect_err(name).to_string();
        assert!(sentence.contains(says) && sentence.contains('请') && sentence.ends_with('。'), "{name}: {sentence}");
        // A damaged file of the kind is no reason to fail otherwise.
        for end in 0..bytes.len().min(600) {
            let _ = read(&bytes[..end], name);
        }
    }
    assert_eq!(read("BMW 3 辆".as_bytes(), "年报.txt").as_deref(), Ok("BMW 3 辆"));
}
