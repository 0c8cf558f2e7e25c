//! How the time of a check grows with the text: each case at 1 and at 4 MB in the same run, the best of several.
//! Linear growth shows as a ratio of about 4.

#[path = "../tests/support/mod.rs"]
mod support;

use std::hint::black_box;
use std::time::{Duration, Instant};

use nianbao::form::Edition;
use nianbao::{Options, validate};
use support::figures::{Figures, Scale};
use support::prose::Subject;
use support::random::Random;
use support::text_forms::{APART, LOSSY, report};

const MEGABYTE: usize = 1 << 20;
const RUNS: usize = 5;
/// A case that takes longer is not measured again.
const PATIENCE: Duration = Duration::from_secs(5);

const SENTENCE: &str =
    "围绕群众关心的教育、医疗、住房等事项，及时发布政策文件3件和解读材料12篇，并做好（二）类信息的更新。";
const NOTE: &str = "下表数据由各承办机构填报，统计时间为2023年1月1日至12月31日，其中自然人提出的申请按件计算。\n";
const QUOTATION: &str =
    "{去年}年收到政府信息公开申请7件。{今年}年新收政府信息公开申请5件，比上年增加4件，同比增长3%。\n";

fn main() {
    println!("{:<52} {:>9} {:>9} {:>6}", "", "1 MB", "4 MB", "ratio");
    let tabs = rendered("tabs");
    measure("one report, its prose grows by paragraphs", |size| {
        grown(&tabs, "二、主动公开", &format!("{SENTENCE}\n"), size)
    });
    measure("one report, one paragraph grows", |size| grown(&tabs, "二、主动公开", SENTENCE, size));
    measure("one report, the notes on table two grow", |size| grown(&tabs, "第二十条第（一）项", NOTE, size));
    measure("one report, the notes on table three grow", |size| grown(&tabs, "（本列数据的", NOTE, size));
    measure("one report, the notes on table four grow", |size| grown(&tabs, "行政复议\t", NOTE, size));
    measure("one line of # and blanks", |size| "# ".repeat(size / 2));
    let halves = format!("{}{}\n", "《".repeat(2_000), "件）".repeat(2_000));
    measure("lines of halves of brackets", |size| halves.repeat(size / halves.len()));
    measure_two_years("two years beside each other, paragraphs copied", &tabs, &format!("{SENTENCE}\n"));
    measure_two_years("two years beside each other, figures quoted", &tabs, QUOTATION);
    for name in
        ["tabs", "cell-a-line", "cell-a-line-after-tab", "markdown", "html-web", "html-word", "glued-rows", "pdf"]
    {
        let text = rendered(name);
        measure(&format!("the same report repeated: {name}"), |size| text.repeat(size.div_ceil(text.len())));
    }
}

/// Two reports of one organ that grow side by side, by a piece that each has with its own years.
fn measure_two_years(name: &str, report: &str, piece: &str) {
    let year = validate(report, &Options::default()).year.expect("every report has a year");
    let report_of = |year: i32, size| {
        let piece = piece.replace("{去年}", &(year - 1).to_string()).replace("{今年}", &year.to_string());
        grown(report, "二、主动公开", &piece, size)
    };
    let [this, last] = [format!("{year}年"), format!("{}年", year - 1)];
    measure_with(name, |size| {
        let previous = Some(report_of(year - 1, size).replace(&this, &last));
        (report_of(year, size), Options { previous, ..Options::default() })
    });
}

/// A report of middling figures in the named form.
fn rendered(name: &str) -> String {
    let form = APART.iter().chain(LOSSY).find(|form| form.name == name).expect("a form of this name");
    let mut random = Random::new(0);
    let subject = Subject::draw(&mut random, Edition::Y2021);
    let figures = Figures::valid(&mut random, Edition::Y2021, Scale::Mixed, subject.organ.may_regulate);
    report(form, &subject, &figures, &mut random).text
}

/// The text grown to a size by a piece repeated before the first place where `before` stands.
fn grown(text: &str, before: &str, piece: &str, size: usize) -> String {
    let at = text.find(before).expect("every report has this text");
    let times = (size - text.len()).div_ceil(piece.len());
    format!("{}{}\n{}", &text[..at], piece.repeat(times), &text[at..])
}

fn measure(name: &str, text_of: impl Fn(usize) -> String) {
    measure_with(name, |size| (text_of(size), Options::default()));
}

fn measure_with(name: &str, given: impl Fn(usize) -> (String, Options)) {
    let [one, four] = [1, 4].map(|megabytes| best(&given(megabytes * MEGABYTE)));
    let ratio = four.as_secs_f64() / one.as_secs_f64();
    println!("{name:<52} {:>6.0} ms {:>6.0} ms {ratio:>6.1}", one.as_secs_f64() * 1e3, four.as_secs_f64() * 1e3);
}

fn best((text, options): &(String, Options)) -> Duration {
    let mut best = Duration::MAX;
    for _ in 0..RUNS {
        let start = Instant::now();
        black_box(validate(black_box(text), options));
        let elapsed = start.elapsed();
        best = best.min(elapsed);
        if elapsed > PATIENCE {
            break;
        }
    }
    best
}
