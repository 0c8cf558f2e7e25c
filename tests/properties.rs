//! What must not matter: what stands before the report, blank lines, how lines end, who asks how often; and what fixes
//! must leave.

mod support;

use std::fs;
use std::path::Path;

use nianbao::form::{Edition, Position, TableKind};
use nianbao::report::{Report, Table};
use nianbao::{Options, validate};
use serde_json::Value;
use support::damage::damaged;
use support::figures::{Figures, Scale};
use support::fixing::{fixed, safe_edits};
use support::prose::Subject;
use support::random::Random;
use support::text_forms::{APART, LOSSY, TextForm, report};
use support::{corpus, invariants};

fn check(text: &str) -> Report {
    validate(text, &Options::default())
}

/// A text with its name.
type Named = (String, String);

/// The reports of the corpus as they were pasted.
fn pasted() -> Vec<Named> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let raw = |(name, _): Named| {
        let text = fs::read_to_string(folder.join(&name)).expect("a text");
        (name, text)
    };
    corpus::reports().into_iter().map(raw).collect()
}

/// Right reports with a few figures spoilt, in every text form.
fn random_reports(seeds: u64) -> Vec<Named> {
    let forms: Vec<&TextForm> = APART.iter().chain(LOSSY).collect();
    let one = |form: &TextForm, seed: u64| {
        let mut random = Random::new(seed);
        let edition = if random.one_in(3) { Edition::Y2019 } else { Edition::Y2021 };
        let scale = *random.pick(&Scale::ALL);
        let subject = Subject::draw(&mut random, edition);
        let mut figures = Figures::valid(&mut random, edition, scale, subject.organ.may_regulate);
        for _ in 0..random.below(3) {
            let at = Position { row: random.below(23), column: random.below(7) };
            figures.spoil(&mut random, TableKind::Applications, at);
        }
        (format!("{} {seed}", form.name), report(form, &subject, &figures, &mut random).text)
    };
    forms.iter().flat_map(|form| (0..seeds).map(|seed| one(form, seed))).collect()
}

fn damaged_reports(count: u64) -> Vec<Named> {
    let reports = random_reports(3);
    let one = |seed: u64| {
        let mut random = Random::new(seed);
        let [first, second] = [(); 2].map(|()| &random.pick(&reports).1);
        (format!("damaged {seed}"), damaged(first, second, &mut random))
    };
    (0..count).map(one).collect()
}

/// An answer with its places and lines moved.
fn moved(answer: &Report, place: &dyn Fn(u64) -> u64, line: &dyn Fn(u64) -> u64) -> Value {
    fn walk(value: &mut Value, place: &dyn Fn(u64) -> u64, line: &dyn Fn(u64) -> u64) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(|item| walk(item, place, line)),
            Value::Object(fields) => {
                for (key, field) in fields {
                    match (&**key, field.as_u64()) {
                        ("from" | "to", Some(at)) => *field = place(at).into(),
                        ("line", Some(at)) => *field = line(at).into(),
                        _ => walk(field, place, line),
                    }
                }
            }
            // An excerpt shows the line breaks as they are.
            Value::String(text) => {
                let lines: Vec<&str> = text.split(['\r', '\n']).filter(|line| !line.is_empty()).collect();
                *text = lines.join("\n");
            }
            _ => {}
        }
    }
    let mut value = serde_json::to_value(answer).expect("a report is data");
    walk(&mut value, place, line);
    value
}

fn as_it_is(answer: &Report) -> Value {
    moved(answer, &|at| at, &|line| line)
}

/// Where two answers differ, in words.
fn difference(wanted: &Value, given: &Value, path: &str) -> Option<String> {
    match (wanted, given) {
        (Value::Object(a), Value::Object(b)) => {
            a.iter().find_map(|(key, field)| difference(field, b.get(key)?, &format!("{path}.{key}")))
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            a.iter().zip(b).enumerate().find_map(|(at, (a, b))| difference(a, b, &format!("{path}[{at}]")))
        }
        (Value::Array(a), Value::Array(b)) => {
            let lost = a.iter().find(|item| !b.contains(item));
            let new = b.iter().find(|item| !a.contains(item));
            Some(format!("{path}: {} of {}, lost {lost:?}, new {new:?}", b.len(), a.len()))
        }
        _ => (wanted != given).then(|| format!("{path}: {given} instead of {wanted}")),
    }
}

fn units(text: &str) -> u64 {
    text.encode_utf16().count() as u64
}

#[test]
fn the_same_text_gives_the_same_bytes() {
    let bytes = |text: &str| serde_json::to_vec(&check(text)).expect("a report is data");
    let mut differing = Vec::new();
    for (name, text) in [pasted(), random_reports(4), damaged_reports(500)].concat() {
        if bytes(&text) != bytes(&text) {
            differing.push(name);
        }
    }
    assert_eq!(differing, [""; 0]);
}

/// What people copy along from above a report.
static BEFORE: &[&str] = &[
    "\n\n\n",
    "  \n\u{3000}\n\t\n",
    "首页 > 政务公开 > 政府信息公开年报\n\n索引号：000012345/2024-00012\n发布日期：2024-01-18 浏览次数：128\n字号：[大 中 小]\n\n",
    "网站首页\n走进青石\n新闻中心\n政务公开\n办事服务\n互动交流\n\n",
    "当前位置：首页>>法定主动公开内容>>政府信息公开年报\n",
    "公告\n\n根据工作安排，现将我单位的年度报告予以公布，欢迎社会各界监督。\n\n",
    "各乡镇人民政府，县政府各部门：\n现将有关情况通报如下，请结合实际抓好落实。\n\n",
];

/// Of HTML the text stands in a page, so what precedes it does too.
fn before(prefix: &str, is_html: bool) -> String {
    if is_html { format!("<pre>{}</pre>\n", prefix.replace('>', "&gt;")) } else { prefix.to_owned() }
}

/// These tell of a whole text at its first place, which may then be what stands before.
const TOLD_ONCE: [&str; 1] = ["punctuation/web-residue"];

/// But for findings in what stands before, the lead, which begins with it, and what is told once of a whole text. A text that
/// is no report has no inside.
#[test]
fn what_stands_before_the_report_only_moves_what_is_found_in_it() {
    let mut complaints = Vec::new();
    for (name, text) in [pasted(), random_reports(2)].concat() {
        let is_html = text.contains("</table>");
        let alone = check(&text);
        if alone.diagnostics.iter().any(|finding| finding.code == "structure/not-a-report") {
            continue;
        }
        for prefix in BEFORE {
            let prefix = before(prefix, is_html);
            let (length, lines) = (units(&prefix), prefix.matches('\n').count() as u64);
            let mut wanted = moved(&alone, &|at| at + length, &|line| line + lines);
            let mut given = as_it_is(&check(&format!("{prefix}{text}")));
            for answer in [&mut wanted, &mut given] {
                // The lead is all that stands before the first heading.
                let sections = answer["sections"].as_array_mut().expect("sections");
                sections.retain(|section| section["number"] != 0);
                let findings = answer["diagnostics"].as_array_mut().expect("findings");
                let told_once = |finding: &Value| TOLD_ONCE.iter().any(|code| finding["code"] == *code);
                findings.retain(|finding| finding["from"].as_u64() >= Some(length) && !told_once(finding));
            }
            complaints.extend(difference(&wanted, &given, "").map(|what| format!("{name} behind {prefix:?}: {what}")));
        }
    }
    corpus::none(&complaints);
}

/// Byte offsets at which a line begins, outside of tables, where a paragraph has certainly ended: behind a blank line.
fn between_paragraphs(text: &str, answer: &Report) -> Vec<usize> {
    let mut places = Vec::new();
    let (mut at, mut bytes, mut is_behind_blank) = (0, 0, false);
    for line in text.split_inclusive('\n') {
        let outside = |table: &Table| at + 1 < table.from || at > table.to;
        if is_behind_blank && answer.tables.iter().all(outside) {
            places.push(bytes);
        }
        is_behind_blank = line.trim().is_empty();
        at += line.encode_utf16().count() as u32;
        bytes += line.len();
    }
    places
}

#[test]
fn a_blank_line_between_paragraphs_only_moves_what_is_found() {
    let (mut complaints, mut tried) = (Vec::new(), 0);
    for (name, text) in [pasted(), random_reports(1)].concat() {
        if text.contains("</table>") {
            continue;
        }
        let answer = check(&text);
        for at in between_paragraphs(&text, &answer) {
            tried += 1;
            let (head, rest) = text.split_at(at);
            let length = units(head);
            let line_of = head.matches('\n').count() as u64 + 1;
            let given = as_it_is(&check(&format!("{head}\n{rest}")));
            let place = |at: u64| at + u64::from(at >= length);
            let wanted = moved(&answer, &place, &|line| line + u64::from(line >= line_of));
            complaints.extend(difference(&wanted, &given, "").map(|what| format!("{name} line {line_of}: {what}")));
        }
    }
    assert!(tried > 300, "{tried} places");
    corpus::none(&complaints);
}

/// But for the numbers of lines where they end with CR alone, as no system in use ends them: editors disagree whether it
/// ends a line.
#[test]
fn lines_may_end_as_on_any_system() {
    let mut complaints = Vec::new();
    for (name, text) in [pasted(), random_reports(4)].concat() {
        let text = text.replace("\r\n", "\n");
        let answer = check(&text);
        let mut mac = check(&text.replace('\n', "\r"));
        for (of_mac, usual) in mac.diagnostics.iter_mut().zip(&answer.diagnostics) {
            (of_mac.line, of_mac.column) = (usual.line, usual.column);
        }
        complaints.extend(difference(&as_it_is(&answer), &as_it_is(&mac), "").map(|what| format!("{name} CR: {what}")));
        // Where each code unit comes to stand when every line ends with two.
        let mut places: Vec<u64> = Vec::new();
        let mut at = 0;
        for unit in text.encode_utf16() {
            places.push(at);
            at += if unit == u16::from(b'\n') { 2 } else { 1 };
        }
        places.push(at);
        let windows = as_it_is(&check(&text.replace('\n', "\r\n")));
        let wanted = moved(&answer, &|at| places[at as usize], &|line| line);
        complaints.extend(difference(&wanted, &windows, "").map(|what| format!("{name} CR LF: {what}")));
    }
    corpus::none(&complaints);
}

#[test]
fn every_fix_can_be_made_and_leaves_a_text_that_is_checked_as_any() {
    let (mut complaints, mut made) = (Vec::new(), 0);
    for (name, text) in [random_reports(4), damaged_reports(500)].concat() {
        for finding in check(&text).diagnostics {
            for fix in finding.fixes {
                made += 1;
                let after = fixed(&text, &fix.edits);
                let broken = invariants::broken(&after, &check(&after));
                complaints.extend(broken.iter().map(|what| format!("{name} {} “{}”: {what}", finding.code, fix.title)));
            }
        }
    }
    assert!(made > 300, "{made} fixes");
    corpus::none(&complaints);
}

/// Where two fixes touch, the second is left for the next round, and one may open the way for another.
#[test]
fn all_safe_fixes_at_once_leave_none_behind_after_three_rounds() {
    let (mut complaints, mut made) = (Vec::new(), 0);
    for (name, text) in [pasted(), random_reports(4), damaged_reports(500)].concat() {
        let mut text = text;
        for _ in 0..3 {
            let edits = safe_edits(&check(&text));
            made += edits.len();
            text = fixed(&text, &edits);
        }
        let after = check(&text);
        let left = after.diagnostics.iter().filter(|finding| finding.fixes.iter().any(|fix| fix.safe));
        complaints
            .extend(left.map(|finding| format!("{name} 第 {} 行 {} {}", finding.line, finding.code, finding.message)));
    }
    assert!(made > 300, "{made} edits");
    corpus::none(&complaints);
}
