//! Renderers of a table as HTML source: a web page's, Word's and WPS's.

use super::layout::{Cell, Layout, Role};
use super::places::is_empty;
use super::random::Random;

fn table(layout: &Layout, open: &str, row_open: impl Fn(usize) -> String, cell: impl Fn(&Cell) -> String) -> String {
    let mut html = format!("{open}\n");
    for (index, row) in layout.rows.iter().enumerate() {
        html += &row_open(index);
        html.extend(row.iter().map(&cell));
        html += "</tr>\n";
    }
    html + "</tbody></table>\n"
}

fn spans(cell: &Cell, gap: &str) -> String {
    let mut attributes = String::new();
    if cell.columns > 1 {
        attributes += &format!("{gap}colspan={}", cell.columns);
    }
    if cell.rows > 1 {
        attributes += &format!("{gap}rowspan={}", cell.rows);
    }
    attributes
}

/// As a web page's source has it.
pub fn web(layout: &Layout, _: &mut Random) -> String {
    let row = |_: usize| "<tr>".to_owned();
    table(layout, r#"<table border="1" cellspacing="0"><tbody>"#, row, |cell| {
        let tag = if cell.role == Role::Head { "th" } else { "td" };
        let quoted = spans(cell, " ").replace("colspan=", "colspan=\"").replace(" rowspan=", "\" rowspan=\"");
        let attributes = match quoted.strip_prefix("\" ") {
            Some(rows_only) => format!(" {rows_only}\""),
            None if quoted.is_empty() => quoted,
            None => quoted + "\"",
        };
        format!("<{tag}{attributes}>{}</{tag}>", cell.text)
    })
}

/// As Word puts it on the clipboard.
pub fn word(layout: &Layout, random: &mut Random) -> String {
    let wrap = random.one_in(2);
    let open = "<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0\n style='border-collapse:collapse;\n mso-yfti-tbllook:1184'><tbody>";
    table(
        layout,
        open,
        |index| format!("<tr style='mso-yfti-irow:{index};height:1.0cm'>\n"),
        |cell| {
            let content = if is_empty(&cell.text) {
                format!("<span lang=EN-US><o:p>&nbsp;</o:p></span>{}", cell.text)
            } else if cell.role == Role::Value {
                format!("<span lang=EN-US style='font-size:10.5pt'>{}<o:p></o:p></span>", cell.text)
            } else {
                format!("<span style='font-family:宋体'>{}<o:p></o:p></span>", wrapped(&cell.text, wrap))
            };
            let spans = spans(cell, " ");
            format!(
                "<td width=57{spans} style='width:42.5pt;border:solid\n  windowtext 1.0pt'>\n<p class=MsoNormal align=center>{content}</p>\n</td>\n"
            )
        },
    )
}

/// The line break that Word sets into long texts of its source.
fn wrapped(text: &str, wrap: bool) -> String {
    let middle = text.chars().count() / 2;
    if !wrap || middle < 4 {
        return text.to_owned();
    }
    let head: String = text.chars().take(middle).collect();
    format!("{head}\n  {}", &text[head.len()..])
}

/// As WPS puts it on the clipboard.
pub fn wps(layout: &Layout, _: &mut Random) -> String {
    let open =
        r#"<table class=17  border=1  cellspacing=0  style="border-collapse:collapse;margin-left:6.7500pt;" ><tbody>"#;
    table(
        layout,
        open,
        |_| r#"<tr style="height:24.0000pt;" >"#.to_owned(),
        |cell| {
            let text = if is_empty(&cell.text) { format!("&nbsp;{}", cell.text) } else { cell.text.clone() };
            let spans = spans(cell, "  ");
            format!(
                r#"<td width=75  valign=center{spans}  style="width:56.7000pt;padding:0.0000pt 5.4000pt;" ><p class=MsoNormal  align=center ><span style="mso-spacerun:'yes';font-family:宋体;font-size:10.5000pt;" ><font face="宋体" >{text}</font></span><span style="mso-spacerun:'yes';" ><o:p></o:p></span></p></td>"#
            )
        },
    )
}

/// What stands round a whole document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    Web,
    Word,
    Wps,
}

impl Page {
    pub fn head(self) -> &'static str {
        match self {
            Self::Web => {
                "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><style>td { padding: 3px; }</style></head><body>\n"
            }
            Self::Word => {
                "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"\nxmlns:w=\"urn:schemas-microsoft-com:office:word\">\n<head>\n<meta http-equiv=Content-Type content=\"text/html; charset=utf-8\">\n<meta name=Generator content=\"Microsoft Word 15\">\n<!--[if gte mso 9]><xml><w:WordDocument><w:Zoom>0</w:Zoom></w:WordDocument></xml><![endif]-->\n<style><!-- p.MsoNormal {mso-style-parent:\"\";} --></style>\n</head>\n<body lang=ZH-CN style='tab-interval:21.0pt'>\n<!--StartFragment-->\n"
            }
            Self::Wps => {
                "<html><head><meta http-equiv=Content-Type  content=\"text/html; charset=utf-8\" ><meta name=Generator  content=\"WPS Office\" ><style>.17{mso-style-name:\"表格\";}</style></head><body style=\"tab-interval:21pt;text-justify-trim:punctuation;\" ><!--StartFragment--><div class=\"Section0\"  style=\"layout-grid:15.6000pt;\" >"
            }
        }
    }

    pub fn foot(self) -> &'static str {
        match self {
            Self::Web => "</body></html>\n",
            Self::Word => "<!--EndFragment-->\n</body>\n</html>\n",
            Self::Wps => "</div><!--EndFragment--></body></html>",
        }
    }

    pub fn paragraph(self, text: &str) -> String {
        match self {
            Self::Web => format!("<p>{text}</p>\n"),
            Self::Word => format!(
                "<p class=MsoNormal style='text-indent:32.0pt'><span\nstyle='font-size:16.0pt'>{text}<span lang=EN-US><o:p></o:p></span></span></p>\n"
            ),
            Self::Wps => format!(
                r#"<p class=MsoNormal  style="text-indent:32.0000pt;" ><span style="mso-spacerun:'yes';font-size:16.0000pt;" ><font face="仿宋" >{text}</font></span></p>"#
            ),
        }
    }

    pub fn heading(self, level: usize, text: &str) -> String {
        if self == Self::Web { format!("<h{level}>{text}</h{level}>\n") } else { self.paragraph(text) }
    }
}
