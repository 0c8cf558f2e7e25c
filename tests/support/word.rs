//! A report's text as a .docx file in the markup of Word and of WPS.

use std::path::{Path, PathBuf};

use super::random::Random;
use super::zip::{Method, zip};

/// Whose habits the markup has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    Word,
    Wps,
}

/// What stands in a file beside its text and must never be read.
pub const NOT_THE_TEXT: &str = "此处文字不属于正文";

/// The parts of a .docx file that tests write by hand; what is empty is left out.
#[derive(Default)]
pub struct Docx {
    /// What stands in `w:body`.
    pub body: String,
    /// What stands in `w:numbering`.
    pub numbering: String,
    /// What stands in `w:styles`.
    pub styles: String,
}

/// Files that `LibreOffice` made of reports of the corpus and of [`everything`].
pub const KEPT: [&str; 6] = [
    "everything.doc",
    "everything.docx",
    "002-yunlu-forestry-carry-over.doc",
    "005-shiqiaopu-town-slid.doc",
    "029-beiwan-township-echo.doc",
    "036-qingjiang-district-wan.docx",
];

/// Where they are kept.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/word")
}

const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math""#;
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";

impl Docx {
    /// A file with nothing but a body.
    pub fn of(body: &str) -> Self {
        Self { body: body.to_owned(), ..Self::default() }
    }

    /// The main part's XML.
    pub fn document(&self) -> String {
        format!("{HEAD}<w:document {NAMESPACES}><w:body>{}</w:body></w:document>", self.body)
    }

    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        with_document(&self.document(), &self.numbering, &self.styles)
    }
}

/// A file whose main part is any text.
pub fn with_document(document: &str, numbering: &str, styles: &str) -> Vec<u8> {
    let notes = format!("<w:p><w:r><w:t>{NOT_THE_TEXT}</w:t></w:r></w:p>");
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let types = ["document.main", "numbering", "styles", "footnotes", "footer"].map(|kind| {
        let name = kind.split('.').next().unwrap_or_default();
        format!(r#"<Override PartName="/word/{name}.xml" ContentType="{main}.{kind}+xml"/>"#)
    });
    let types = format!(
        r#"{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{}</Types>"#,
        types.concat()
    );
    let relations = |list: &[&str], folder: &str| {
        let one = |(number, name): (usize, &&str)| {
            let target = if *name == "officeDocument" { "document" } else { name };
            format!(r#"<Relationship Id="rId{number}" Type="{RELATION}/{name}" Target="{folder}{target}.xml"/>"#)
        };
        let list: String = (1..).zip(list).map(one).collect();
        format!(r#"{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{list}</Relationships>"#)
    };
    let part = |root: &str, content: &str| format!("{HEAD}<w:{root} {NAMESPACES}>{content}</w:{root}>");
    let footnotes = format!(r#"<w:footnote w:id="1">{notes}</w:footnote>"#);
    let files = [
        ("[Content_Types].xml", types),
        ("_rels/.rels", relations(&["officeDocument"], "word/")),
        ("word/document.xml", document.to_owned()),
        ("word/_rels/document.xml.rels", relations(&["numbering", "styles", "footnotes", "footer"], "")),
        ("word/numbering.xml", part("numbering", numbering)),
        ("word/styles.xml", part("styles", styles)),
        ("word/footnotes.xml", part("footnotes", &footnotes)),
        ("word/footer.xml", part("ftr", &notes)),
    ];
    zip(&files.each_ref().map(|(name, content)| (*name, content.as_bytes())), Method::Deflated)
}

/// The numbering of headings in official papers: 一、 （一） 1.
pub const NUMBERING: &str = r#"<w:abstractNum w:abstractNumId="3"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/><w:lvlJc w:val="left"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/><w:lvlJc w:val="left"/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%3."/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>"#;

/// A file with one of everything that is easily read wrongly, and its text.
pub fn everything() -> (Docx, &'static str) {
    let who = r#"w:id="1" w:author="李" w:date="2025-01-10T10:00:00Z""#;
    let run = |text: &str| format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#);
    let paragraph = |text: &str| format!("<w:p>{}</w:p>", run(text));
    let item = |level: usize, text: &str| {
        let place = format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>"#);
        format!("<w:p><w:pPr>{place}</w:pPr>{}</w:p>", run(text))
    };
    let styled = |text: &str| format!(r#"<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr>{}</w:p>"#, run(text));
    let cell = |width: usize, properties: &str, content: &str| {
        format!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>"#)
    };
    let field = |cell_text: &str| cell(1000, "", &paragraph(cell_text));
    let table = |columns: usize, rows: &[&[String]]| {
        let grid = r#"<w:gridCol w:w="1000"/>"#.repeat(columns);
        let rows: Vec<String> = rows.iter().map(|cells| format!("<w:tr>{}</w:tr>", cells.concat())).collect();
        let properties = r#"<w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/>"#;
        format!("<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{}</w:tbl>", rows.concat())
    };
    let (begins, goes_on) = (r#"<w:vMerge w:val="restart"/>"#, "<w:vMerge/>");
    let (two, three) = (r#"<w:gridSpan w:val="2"/>"#, r#"<w:gridSpan w:val="3"/>"#);
    let merged = table(
        4,
        &[
            &[cell(2000, &format!("{two}{begins}"), &paragraph("类别")), cell(2000, two, &paragraph("申请人情况"))],
            &[cell(2000, &format!("{two}{goes_on}"), "<w:p/>"), field("自然人"), field("总计")],
            &[
                cell(1000, begins, &paragraph("结果")),
                cell(1000, "", &(paragraph("予以") + &paragraph("公开"))),
                field("3"),
                field(""),
            ],
            &[cell(1000, goes_on, "<w:p/>"), cell(3000, three, &item(0, "横跨"))],
        ],
    );
    let inner = table(2, &[&[field("规章"), field("0")], &[field("文件"), field("1")]]);
    let framed = table(1, &[&[cell(4000, "", &(paragraph("框内") + &inner + &paragraph("框尾")))]]);
    let mark = |kind: &str| format!(r#"<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>"#);
    let page = format!(
        "{}<w:r><w:instrText> PAGE </w:instrText></w:r>{}{}{}",
        mark("begin"),
        mark("separate"),
        run(NOT_THE_TEXT),
        mark("end")
    );
    let boxed = format!(
        r#"<w:r><w:pict><v:shape style="position:absolute;width:72pt;height:36pt"><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"#,
        paragraph(NOT_THE_TEXT)
    );
    let body = [
        paragraph("云岭镇2024年政府信息公开工作年度报告"),
        styled("总体情况"),
        item(1, "主动公开"),
        item(2, "数量"),
        item(2, "时间"),
        item(1, "依申请公开"),
        item(2, "新收"),
        format!(
            "<w:p>{}<w:ins {who}>{}</w:ins><w:del {who}><w:r><w:delText>4</w:delText></w:r></w:del>{}</w:p>",
            run("全年"), run("5"), run("件")
        ),
        format!("<w:p><w:pPr><w:rPr><w:del {who}/></w:rPr></w:pPr>{}</w:p>{}", run("前半"), paragraph("后半")),
        format!(
            r#"<w:p>{}<w:r><w:rPr><w:vanish/></w:rPr><w:t>{NOT_THE_TEXT}</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r>{page}{boxed}{}</w:p>"#,
            run("起"), run("止")
        ),
        "<w:p><w:r><w:t>0999</w:t><w:noBreakHyphen/><w:t>6120</w:t><w:tab/><w:t>“甲”</w:t><w:br/><w:t>下行</w:t></w:r></w:p>".to_owned(),
        styled("表格"),
        merged,
        paragraph("表后"),
        framed,
        paragraph("末段é"),
    ];
    let styles = r#"<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>"#;
    let text = "云岭镇2024年政府信息公开工作年度报告\n一、总体情况\n（一）主动公开\n1.数量\n2.时间\n（二）依申请公开\n1.新收\n全年5件\n前半后半\n起止\n0999-6120\t“甲”\n下行\n二、表格\n类别\t\t申请人情况\t\n\t\t自然人\t总计\n结果\t予以公开\t3\t\n\t三、横跨\t\t\n表后\n框内\n规章\t0\n文件\t1\n框尾\n末段é";
    (Docx { body: body.concat(), numbering: NUMBERING.to_owned(), styles: styles.to_owned() }, text)
}

/// Writes a report's text, a paragraph a line, lines with as many tabs one after the other as a table with merged cells,
/// and headings that count on as automatic numbers; strews in what is no text.
pub fn report(text: &str, program: Program, random: &mut Random) -> Docx {
    let lines: Vec<&str> = text.trim_end().lines().collect();
    let mut writer = Writer { program, random, counted: [0; 3], body: String::new() };
    let mut at = 0;
    while at < lines.len() {
        let fields = lines[at].matches('\t').count();
        let rows = lines[at..].iter().take_while(|line| fields > 0 && line.matches('\t').count() == fields).count();
        if rows > 1 {
            let cells: Vec<Vec<&str>> = lines[at..at + rows].iter().map(|line| line.split('\t').collect()).collect();
            writer.table(&cells);
            at += rows;
        } else {
            writer.line(lines[at]);
            at += 1;
        }
    }
    writer.body += r#"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>"#;
    Docx { body: writer.body, numbering: NUMBERING.to_owned(), styles: String::new() }
}

struct Writer<'a> {
    program: Program,
    random: &'a mut Random,
    /// How far each level has counted.
    counted: [usize; 3],
    body: String,
}

/// A cell of a row: where it begins, how many columns it covers, and whether it goes on from above.
#[derive(Clone, Copy)]
struct Cell {
    column: usize,
    span: usize,
    from_above: bool,
}

impl Writer<'_> {
    fn line(&mut self, line: &str) {
        let (level, rest) = self.numbered(line);
        let properties = match (level, self.program) {
            (Some(level), _) => format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>"#),
            (None, Program::Wps) => r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>"#.to_owned(),
            (None, Program::Word) => String::new(),
        };
        let runs = self.runs(rest);
        self.body += &format!("<w:p><w:pPr>{properties}<w:ind w:firstLineChars=\"200\"/></w:pPr>{runs}</w:p>");
    }

    /// The level of a heading that automatic numbers would number so, and its text.
    fn numbered<'t>(&mut self, line: &'t str) -> (Option<usize>, &'t str) {
        let han = |number: usize| "一二三四五六七八九".chars().nth(number - 1).unwrap_or('百');
        let next = self.counted.map(|counted| counted + 1);
        let labels = [format!("{}、", han(next[0])), format!("（{}）", han(next[1])), format!("{}.", next[2])];
        let found = labels.iter().enumerate().find_map(|(level, label)| Some((level, line.strip_prefix(&**label)?)));
        match found {
            Some((level, rest)) if !rest.starts_with(|c: char| c.is_ascii() || c.is_whitespace()) => {
                self.counted[level] += 1;
                self.counted[level + 1..].fill(0);
                (Some(level), rest)
            }
            _ => (None, line),
        }
    }

    /// A text as runs, broken up anywhere.
    fn runs(&mut self, text: &str) -> String {
        let mut runs = String::new();
        let mut rest = text;
        while !rest.is_empty() {
            let length = self.random.between(1, 40) as usize;
            let end = rest.char_indices().nth(length).map_or(rest.len(), |(at, _)| at);
            runs += &self.run(&rest[..end]);
            rest = &rest[end..];
            if self.random.one_in(4) {
                runs += &self.clutter();
            }
        }
        runs
    }

    fn run(&self, text: &str) -> String {
        let parts: Vec<String> =
            text.split('\t').map(|part| format!(r#"<w:t xml:space="preserve">{}</w:t>"#, escaped(part))).collect();
        let content = parts.join("<w:tab/>");
        match self.program {
            Program::Word => format!(
                r#"<w:r w:rsidRPr="00D41B2C"><w:rPr><w:rFonts w:ascii="仿宋" w:eastAsia="仿宋" w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr>{content}</w:r>"#
            ),
            Program::Wps => format!(
                r#"<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/><w:vanish w:val="0"/><w:vertAlign w:val="baseline"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>{content}</w:r>"#
            ),
        }
    }

    /// What Word and WPS set between the runs of a text, and is none of it.
    fn clutter(&mut self) -> String {
        let text = format!("<w:t>{NOT_THE_TEXT}</w:t>");
        let boxed = format!("<w:txbxContent><w:p><w:r>{text}</w:r></w:p></w:txbxContent>");
        match self.random.below(9) {
            0 => format!(
                r#"<w:del w:id="5" w:author="王" w:date="2025-01-08T09:00:00Z"><w:r><w:delText>{NOT_THE_TEXT}</w:delText></w:r></w:del>"#
            ),
            1 => format!(r"<w:r><w:rPr><w:vanish/></w:rPr>{text}</w:r>"),
            2 => r#"<w:r><w:footnoteReference w:id="1"/></w:r>"#.to_owned(),
            3 => format!(
                r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r>{text}</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#
            ),
            4 => r#"<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="_Toc1"/><w:bookmarkEnd w:id="0"/>"#
                .to_owned(),
            5 if self.program == Program::Word => format!(
                r#"<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>{boxed}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{boxed}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"#
            ),
            5 => format!(
                r#"<w:r><w:pict><v:shape id="s1" style="position:absolute;width:72pt;height:36pt"><v:textbox>{boxed}</v:textbox></v:shape></w:pict></w:r>"#
            ),
            6 => "<w:r><w:lastRenderedPageBreak/></w:r>".to_owned(),
            7 => format!(r#"<w:fldSimple w:instr=" NUMPAGES "><w:r>{text}</w:r></w:fldSimple>"#),
            _ => format!(
                r#"<w:moveFrom w:id="6" w:author="王" w:date="2025-01-08T09:00:00Z"><w:r>{text}</w:r></w:moveFrom>"#
            ),
        }
    }

    fn table(&mut self, rows: &[Vec<&str>]) {
        let width = rows[0].len();
        let merged = self.merged(rows);
        let columns = r#"<w:gridCol w:w="607"/>"#.repeat(width);
        self.body += &format!(
            r#"<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"#
        );
        for (row, cells) in merged.iter().enumerate() {
            self.body += if row == 0 { "<w:tr><w:trPr><w:tblHeader/></w:trPr>" } else { "<w:tr>" };
            for cell in cells {
                let below = merged.get(row + 1).into_iter().flatten();
                let merge = match (cell.from_above, self.program) {
                    (true, Program::Word) => "<w:vMerge/>",
                    (true, Program::Wps) => r#"<w:vMerge w:val="continue"/>"#,
                    _ if below.into_iter().any(|below| below.from_above && below.column == cell.column) => {
                        r#"<w:vMerge w:val="restart"/>"#
                    }
                    _ => "",
                };
                let span = cell.span;
                let across = if span > 1 { format!(r#"<w:gridSpan w:val="{span}"/>"#) } else { String::new() };
                let runs = self.runs(rows[row][cell.column]);
                self.body += &format!(
                    r#"<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/>{across}{merge}</w:tcPr><w:p>{runs}</w:p></w:tc>"#,
                    600 * span
                );
            }
            self.body += "</w:tr>";
        }
        self.body += "</w:tbl>";
    }

    /// Lets cells cover the empty fields below and at their right: opened out, it is the same grid.
    fn merged(&mut self, rows: &[Vec<&str>]) -> Vec<Vec<Cell>> {
        let mut merged: Vec<Vec<Cell>> = Vec::new();
        for fields in rows {
            let is_empty = |columns: std::ops::Range<usize>| fields[columns].iter().all(|field| field.is_empty());
            let has_text = !is_empty(0..fields.len());
            let mut row: Vec<Cell> = Vec::new();
            let mut column = 0;
            while column < fields.len() {
                let above = merged.last().and_then(|above| above.iter().find(|cell| cell.column == column).copied());
                let cell = match above.filter(|above| has_text && is_empty(column..column + above.span)) {
                    Some(above) if !self.random.one_in(4) => Cell { from_above: true, ..above },
                    _ => {
                        let covers = |next: &usize| has_text && fields[*next].is_empty() && !self.random.one_in(4);
                        let span = 1 + (column + 1..fields.len()).take_while(covers).count();
                        Cell { column, span, from_above: false }
                    }
                };
                column += cell.span;
                row.push(cell);
            }
            merged.push(row);
        }
        merged
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
