//! The text forms in which people paste a report, and whole reports set in them.

use nianbao::form::{Form, TableKind};

use super::figures::Figures;
use super::layout::{Setting, layouts};
use super::markup::{self, Page};
use super::places::{Rendered, take_marks};
use super::prose::{Block, Subject, blocks};
use super::random::Random;
use super::{lossy, plain};

/// How the words round the tables are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dress {
    Plain,
    /// Blank lines between paragraphs.
    Spaced,
    /// Copied off a web page, with what stands there above and below the report.
    WebPage,
    /// Paragraphs indented and broken into lines of the page's width.
    HardWrapped,
    /// `#` headings, `**` round run-in headings.
    Markdown,
    /// As [`Dress::Markdown`], lines ended with CR LF.
    MarkdownCrLf,
    Html(Page),
}

const EVERY_PLAIN: &[Dress] = &[Dress::Plain, Dress::Spaced, Dress::WebPage, Dress::HardWrapped, Dress::Markdown];

/// How table three is cut up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cut {
    Never,
    SmallTables,
    OverPages,
}

/// What a form leaves of blank cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blanks {
    /// Each keeps its place.
    Kept,
    /// Kept, but at the ends of table three's rows a blank could be taken for a merged cell's remains.
    KeptInside,
    Lost,
}

/// One text form.
#[derive(Debug)]
pub struct TextForm {
    pub name: &'static str,
    renderer: plain::Renderer,
    dress: &'static [Dress],
    cut: Cut,
    pub blanks: Blanks,
}

impl TextForm {
    const fn new(name: &'static str, renderer: plain::Renderer, blanks: Blanks) -> Self {
        Self { name, renderer, dress: EVERY_PLAIN, cut: Cut::Never, blanks }
    }

    const fn dressed(mut self, dress: &'static [Dress]) -> Self {
        self.dress = dress;
        self
    }

    const fn cut(mut self, cut: Cut) -> Self {
        self.cut = cut;
        self
    }

    pub fn is_html(&self) -> bool {
        matches!(self.dress, [Dress::Html(_)])
    }
}

/// The forms that keep cells apart.
pub static APART: &[TextForm] = &[
    TextForm::new("tabs", plain::tabs, Blanks::Kept),
    TextForm::new("tabs-merged-lost", plain::tabs_merged_lost, Blanks::Lost),
    TextForm::new("tabs-slid", plain::tabs_slid, Blanks::KeptInside),
    TextForm::new("cell-a-line-after-tab", plain::cell_a_line_after_tab, Blanks::Kept),
    TextForm::new("cell-a-line", plain::cell_a_line, Blanks::Lost),
    TextForm::new("markdown", plain::markdown, Blanks::Kept).dressed(&[Dress::Markdown]),
    TextForm::new("other-bars", plain::other_bars, Blanks::Kept),
    TextForm::new("bars-on-lines", plain::bars_on_lines, Blanks::Lost),
    TextForm::new("html-web", markup::web, Blanks::Kept).dressed(&[Dress::Html(Page::Web)]),
    TextForm::new("html-word", markup::word, Blanks::Kept).dressed(&[Dress::Html(Page::Word)]),
    TextForm::new("html-wps", markup::wps, Blanks::Kept).dressed(&[Dress::Html(Page::Wps)]),
    TextForm::new("tabs-full-width", plain::tabs_full_width, Blanks::Lost),
    TextForm::new("tabs-merged-repeated", plain::tabs_merged_repeated, Blanks::Kept),
    TextForm::new("lined-up", plain::lined_up, Blanks::Lost),
    TextForm::new("tabs-crlf", plain::tabs_spaced, Blanks::Kept).dressed(&[Dress::MarkdownCrLf]),
    TextForm::new("small-tables", plain::tabs, Blanks::Lost).cut(Cut::SmallTables),
    TextForm::new("small-tables-merged-lost", plain::tabs_merged_lost, Blanks::Lost).cut(Cut::SmallTables),
    TextForm::new("over-pages", plain::tabs, Blanks::Lost).cut(Cut::OverPages),
    TextForm::new("over-pages-cell-a-line", plain::cell_a_line, Blanks::Lost).cut(Cut::OverPages),
];

/// The forms that lose the bounds of cells.
pub static LOSSY: &[TextForm] = &[
    TextForm::new("glued-rows", lossy::glued_rows, Blanks::Lost),
    TextForm::new("glued-table", lossy::glued_table, Blanks::Lost),
    TextForm::new("pdf", lossy::pdf, Blanks::Lost),
];

/// A whole report with these figures in this form.
pub fn report(form: &TextForm, subject: &Subject, figures: &Figures, random: &mut Random) -> Rendered {
    let dress = *random.pick(form.dress);
    let mut text = String::new();
    match dress {
        Dress::Html(page) => text += page.head(),
        Dress::WebPage => {
            let year = subject.year + 1;
            text += &format!(
                "首页 > 政务公开 > 政府信息公开年报\n\n索引号：000012345/{year}-00012\n发布日期：{year}-01-18 浏览次数：128\n字号：[大 中 小]\n\n"
            );
        }
        _ => {}
    }
    for block in blocks(random, subject) {
        text += &match block {
            Block::Table(kind) => table(form, figures, kind, random),
            block => words(dress, &block),
        };
    }
    match dress {
        Dress::Html(page) => text += page.foot(),
        Dress::WebPage => text += "\n打印本页\n关闭窗口\n扫一扫在手机打开当前页\n",
        _ => {}
    }
    take_marks(&if dress == Dress::MarkdownCrLf { text.replace('\n', "\r\n") } else { text })
}

fn words(dress: Dress, block: &Block) -> String {
    let gap = if matches!(dress, Dress::Plain | Dress::HardWrapped) { "\n" } else { "\n\n" };
    match (dress, block) {
        (Dress::Html(page), Block::Title(text)) => page.heading(1, text),
        (Dress::Html(page), Block::Heading(text)) => page.heading(2, text),
        (Dress::Html(page), Block::Paragraph(text)) => page.paragraph(text),
        (Dress::Markdown | Dress::MarkdownCrLf, Block::Title(text)) => format!("# {text}{gap}"),
        (Dress::Markdown | Dress::MarkdownCrLf, Block::Heading(text)) => format!("## {text}{gap}"),
        (Dress::Markdown | Dress::MarkdownCrLf, Block::Paragraph(text)) => match text.split_once('。') {
            Some((head, rest)) if text.starts_with('（') => format!("**{head}。**{rest}{gap}"),
            _ => format!("{text}{gap}"),
        },
        (Dress::HardWrapped, Block::Paragraph(text)) => hard_wrapped(text),
        (_, Block::Title(text) | Block::Heading(text) | Block::Paragraph(text)) => format!("{text}{gap}"),
        (_, Block::Table(_)) => String::new(),
    }
}

fn hard_wrapped(paragraph: &str) -> String {
    let characters: Vec<char> = format!("　　{paragraph}").chars().collect();
    characters.chunks(34).map(|line| line.iter().collect::<String>() + "\n").collect()
}

fn table(form: &TextForm, figures: &Figures, kind: TableKind, random: &mut Random) -> String {
    let rows = Form::of(figures.edition).table(kind).rows.len();
    let setting = match form.cut {
        Cut::Never => Setting::Whole,
        Cut::SmallTables => Setting::SmallTables,
        Cut::OverPages => {
            Setting::Continued { after: random.between(1, rows as u64 - 1) as usize, groups_again: random.one_in(2) }
        }
    };
    let page = random.between(2, 9);
    let between = match form.cut {
        Cut::OverPages => format!("\n— {page} —\n\n"),
        Cut::Never | Cut::SmallTables => "\n".to_owned(),
    };
    let parts: Vec<String> =
        layouts(figures, kind, setting).iter().map(|layout| (form.renderer)(layout, random)).collect();
    let text = parts.join(&between);
    if form.is_html() { text } else { text + "\n" }
}
