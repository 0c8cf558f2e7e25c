use std::ops::Range;

use super::{is_html, read};

/// The text of a source; every piece is held against the contract on the way.
fn text(source: &str) -> String {
    let mut text = String::new();
    let mut behind = 0;
    read(source, &mut |piece: &str, range: Range<usize>| {
        assert!(!piece.is_empty());
        assert!(source.get(range.clone()).is_some(), "{range:?} is no place in the source");
        if !range.is_empty() {
            assert!(range.start >= behind, "{range:?} goes back before {behind}");
            behind = range.end;
        }
        text.push_str(piece);
    });
    text
}

/// Every piece with what it stands for.
fn pieces(source: &str) -> Vec<(String, Range<usize>)> {
    let mut pieces = Vec::new();
    read(source, &mut |piece: &str, range: Range<usize>| pieces.push((piece.to_owned(), range)));
    pieces
}

#[test]
fn html_is_told_from_prose_with_angle_brackets() {
    for source in [
        "<p>一、总体情况</p>",
        "<!DOCTYPE html><title>x</title>",
        "一、总体情况\n\n<table><tr><td>1</td></tr></table>\n\n二、其他",
        "<TABLE BORDER=1><TR><TD>1",
        "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000200\r\n<html><body>年报</body></html>",
        "<span style='font-family:宋体'>本年</span>",
        "<meta charset='utf-8'><b>本年</b><div>新收</div>",
    ] {
        assert!(is_html(source), "{source}");
    }
    for source in [
        "",
        "<",
        "本年新收 3 件，a<b 且 c>d。",
        "见 <http://www.example.cn/> 与 <https://example.cn/a?b=c>",
        "依据<年度报告>格式",
        "| 商业<br>企业 | 科研<br/>机构 |\n|---|---|\n| 1 | 2 |",
        "**总计** <b>3</b> 件，x<p 时略",
        "<<<<<<<<",
    ] {
        assert!(!is_html(source), "{source}");
    }
}

#[test]
fn every_piece_points_to_what_it_stands_for() {
    let source = "<p>甲&nbsp;乙 <b>丙</b></p><p>&#12288;丁</p>";
    let at = |part: &str| source.find(part).unwrap();
    assert_eq!(
        pieces(source),
        [
            ("甲".to_owned(), 3..6),
            ("\u{a0}".to_owned(), 6..12),
            ("乙".to_owned(), 12..15),
            (" ".to_owned(), 15..16),
            ("丙".to_owned(), 19..22),
            ("\n".to_owned(), at("</p>")..at("</p>")),
            ("\u{3000}".to_owned(), at("&#12288;")..at("丁")),
            ("丁".to_owned(), at("丁")..at("丁") + 3),
        ]
    );
}

#[test]
fn an_empty_cell_has_its_place_just_behind_its_tag() {
    let source = "<table><tr><td></td><td colspan=2>3</td></tr><tr><td>4</td><td> </td></tr></table>";
    let at = |part: &str| source.find(part).unwrap();
    let ends = [at("</td>"), at(">3") + 1, at("3<") + 1, at(">4") + 1, at("> <") + 1, at(" </td>") + 1, source.len()];
    assert_eq!(text(source), "\n\t3\t\n4\t\t\n");
    let made_up: Vec<_> = pieces(source).into_iter().filter(|(_, range)| range.is_empty()).collect();
    assert_eq!(
        made_up,
        ["\n", "\t", "\t", "\n", "\t", "\t", "\n"]
            .iter()
            .zip(ends)
            .map(|(p, at)| ((*p).to_owned(), at..at))
            .collect::<Vec<_>>()
    );
}

#[test]
fn merged_cells_open_out_into_a_rectangle() {
    let source = "<table><tr><td rowspan=3>甲<td colspan=2>乙<td rowspan=0>丙<tr><td>1<td>2<tr><td>3<tr><td>4</table>";
    assert_eq!(text(source), "\n甲\t乙\t\t丙\n\t1\t2\t\n\t3\t\t\n4\t\t\t\n");
    assert_eq!(text("<table><tbody><tr><td rowspan=9>甲<td>1<tbody><tr><td>乙<td>2</table>"), "\n甲\t1\n乙\t2\n");
    assert_eq!(
        text("<table><tr><td rowspan='2'>甲</td><td>1</td></tr><tr></tr><tr><td>乙</td></tr></table>"),
        "\n甲\t1\n乙\t\n"
    );
    assert_eq!(
        text("<table><tr><td colspan='-1' rowspan=x>甲</td><td colspan=\"2.5\">1</td></tr></table>"),
        "\n甲\t1\t\n"
    );
}

#[test]
fn lines_within_a_cell_join_as_their_script_asks() {
    let source = "<table><tr><td><p>商业</p>\n<p>企业</p></td><td>科研<br>机构</td><td>1<br>2</td><td>（一）\r\n予以公开</td>\
                  <td>A\nB</td><td><pre>a\tb\nc</pre></td></tr></table>";
    assert_eq!(text(source), "\n商业企业\t科研机构\t1 2\t（一）予以公开\tA B\ta b c\n");
}

#[test]
fn white_space_collapses_as_in_a_browser() {
    assert_eq!(text("<p>  甲  乙\n丙 \n  2024\n 年 <i> </i> 末 </p>\n\n<div>  丁</div>"), "甲 乙丙 2024 年 末\n丁");
    assert_eq!(text("<div><pre>甲  乙\n\n\t丙</pre>丁</div>"), "甲  乙\n\n\t丙\n丁");
    assert_eq!(text("<p>甲<br>乙<br/>丙<hr>丁<ul><li>戊<li>己</ul>庚"), "甲\n乙\n丙\n丁\n戊\n己\n庚");
}

#[test]
fn markdown_around_html_tables_keeps_its_lines() {
    let source = "# 年报\n\n一、总体情况\n本年\t3 件。\n\n<table>\n  <tr><td>甲</td>\n  <td>1</td></tr>\n</table>\n\n二、其他\n\t无";
    assert_eq!(text(source), "# 年报\n\n一、总体情况\n本年\t3 件。\n甲\t1\n二、其他\n\t无");
}

#[test]
fn what_a_browser_does_not_show_is_not_read() {
    let source = "<head><title>标题</title><style>p>b{}</style></head><body><script>if(a<b){'<p>x</p>'}</script>\
        <!-- 注 --><!--[if gte mso 9]><xml><w:WordDocument>x</w:WordDocument></xml><![endif]--><noscript>x</noscript>\
        <?xml:namespace prefix = o ns = \"urn:x\" /><template><p>x</p></template><textarea><p>x</textarea>\
        <select><option>x</select><button>x</button><xml>x</xml>\
        <p style='color:red; DISPLAY : none'>x<p>甲<span style=\"mso-hide:all\">x<span>x</span>x</span>乙\
        <span style='visibility:hidden'>x</span><div hidden><p>x</p><table><tr><td>x</table></div>\
        <table><tr style='display:none'><td>x<td>x<td>x</tr><tr><td>丙<td hidden>x<td>丁</table></body>";
    assert_eq!(text(source), "甲乙\n丙\t丁\n");
}

#[test]
fn word_s_list_numbers_stay_and_their_blanks_go() {
    let source = "<html><body><p class=MsoListParagraph style='text-indent:-36.0pt'><![if !supportLists]><span\n\
        lang=EN-US><span style='mso-list:Ignore'>一、<span style='font:7.0pt \"Times New\n\
        Roman\"'>&nbsp;&nbsp; </span></span></span><![endif]>总体情况</p>\
        <p><!--[if !supportLists]--><span>1.<span>&nbsp; </span></span><!--[endif]-->2024年</p></body></html>";
    assert_eq!(text(source), "一、总体情况\n1. 2024年");
}

#[test]
fn careless_markup_is_read_as_browsers_do() {
    assert_eq!(
        text("<P TITLE='a>b' DATA=x>甲</P><DIV>a < b, c<3 &amp d &unknown; &</DIV>"),
        "甲\na < b, c<3 & d &unknown; &"
    );
    assert_eq!(text("<p>甲</i></div></span>乙</p"), "甲\n乙");
    assert_eq!(text("<tr><td>1</td><td>2</td></tr><tr><td>3</td></tr><p>后</p>"), "\n1\t2\n3\t\n后");
    assert_eq!(text("<table><tr><td>1</tbody><td>2</table>3"), "\n1\n2\n3");
    assert_eq!(text("<table><caption>表</caption>前<tr><td>1</td>后</tr>末</table>"), "表\n前\n1\t后\n末\t\n");
    assert_eq!(text("<table><tr><td>甲<td>1<table><tr><td>2<td>3</table>4</table>5"), "\n甲\t1 2 3 4\n5");
    assert_eq!(text("<p>甲<o:p></o:p><o:p>&nbsp;</o:p></p><p><o:p>&nbsp;</o:p></p><p>乙<o:p/></p>"), "甲\n乙");
    assert_eq!(text("<p>甲<!-- 没有结尾 <p>乙"), "甲");
}

#[test]
fn a_table_that_lays_out_a_page_gives_its_text_line_by_line() {
    let inner = "<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>";
    let grid = "\n甲\t1\n乙\t2\n";
    assert_eq!(
        text(&format!("<table><tr><td><p>一</p><p>二</p>{inner}<p>三</p></td></tr></table>")),
        format!("一\n二{grid}三")
    );
    assert_eq!(
        text(&format!(
            "<table><tr><td>索引号</td><td>X1</td></tr><tr><td colspan=2><p>一</p>{inner}</td></tr></table>"
        )),
        format!("\n索引号\tX1\n一{grid}")
    );
    assert_eq!(
        text(&format!("<table><tr><td>导航</td><td><p>一</p>{inner}</td></tr></table>")),
        format!("导航\n一{grid}")
    );
    assert_eq!(text("<table><tr><td>1</td></tr><tr><td></td></tr><tr><td>3</td></tr></table>"), "\n1\n\n3\n");
    let in_data = "<table><tr><td>甲</td><td><table><tr><td>1</td></tr></table></td></tr></table>";
    assert_eq!(text(in_data), "\n甲\t1\n");
}

#[test]
fn hostile_sources_cost_time_in_proportion_and_no_stack() {
    let megabyte = |part: &str| part.repeat(1_000_000 / part.len());
    let nested = |part: &str| part.repeat(10_000);
    let sources = [
        megabyte("<"),
        megabyte("</"),
        megabyte("<!--"),
        megabyte("<!-"),
        megabyte("&"),
        megabyte("&#"),
        megabyte("&#0"),
        megabyte("<td>"),
        megabyte("<tr>"),
        megabyte("<td rowspan=200 colspan=64>"),
        megabyte("<tr><td rowspan=0>"),
        format!("<table><tr>{}", megabyte("<td rowspan=2>") + &megabyte("<tr><td>x")),
        format!("<table>{}<tr>{}", megabyte("<tr><td>x"), megabyte("<td>y")),
        megabyte("<p style='a"),
        megabyte("<p a=\"'"),
        megabyte("<script>"),
        megabyte("<b hidden></i>"),
        megabyte("<div>") + &megabyte("</p>"),
        megabyte("<span style='mso-list:ignore'>"),
        megabyte(" \n"),
        megabyte("<pre>\n"),
        nested("<table>"),
        nested("<table><tr><td>"),
        nested("<table><tr><td>x") + &nested("</table>y"),
        nested("<table><tr><td>x<td><table><tr><td>1<td>2<tr><td>3<td>4</table>"),
        nested("<div><table hidden><td>"),
        "<p ".to_owned() + &megabyte("a=b "),
    ];
    for source in sources {
        // One that cost time in the square of its length would run for minutes here.
        let length = text(&source).len();
        assert!(length <= source.len() + 500_000, "{}… became {length} bytes", &source[..source.len().min(40)]);
        is_html(&source);
    }
}
