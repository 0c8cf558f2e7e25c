//! The lower half of an `.expected` file: the program's answer as plain text.

use std::fmt::Write;
use std::ops::RangeInclusive;

use nianbao::form::{CellRef, Edition, Form};
use nianbao::report::{Claim, ClaimVerdict, Diagnostic, RelationVerdict, Report, Severity};

/// The answer, one fact a line, then one finding a line.
pub fn write(text: &str, report: &Report) -> String {
    let mut lines = vec![
        format!("年度 {}", report.year.map_or("—".to_owned(), |year| year.to_string())),
        format!("机关 {}", report.organ.as_deref().unwrap_or("—")),
        format!(
            "版本 {}",
            report.edition.map_or("—", |edition| if edition == Edition::Y2019 { "2019" } else { "2021" })
        ),
        format!("部分 {}", report.sections.iter().filter(|section| section.number > 0).count()),
        format!("结论 {}", format!("{:?}", report.verdict).to_lowercase()),
    ];
    let relations = |wanted: RelationVerdict| report.relations.iter().filter(|one| one.verdict == wanted).count();
    lines.push(format!(
        "勾稽 {} 成立 {} 不成立 {} 无法核对 {}",
        report.relations.len(),
        relations(RelationVerdict::Holds),
        relations(RelationVerdict::Fails),
        relations(RelationVerdict::Unknown),
    ));
    let failing = report.relations.iter().filter(|one| one.verdict == RelationVerdict::Fails);
    lines.extend(failing.map(|one| format!("不成立 {} {}", one.code, one.formula)));
    lines.extend(report.not_examined.iter().map(|one| format!("未核对 {} {}", one.code, one.message)));
    lines.extend(report.claims.iter().map(|one| claim(text, one)));
    lines.extend(report.diagnostics.iter().map(|one| finding(text, one)));
    lines.join("\n") + "\n"
}

/// One figure of the prose: its line, its words, the cells it speaks of, its verdict.
pub fn claim(text: &str, claim: &Claim) -> String {
    let verdict = match claim.verdict {
        ClaimVerdict::Agrees => "相符",
        ClaimVerdict::Contradicts => "不符",
        ClaimVerdict::Unknown => "无从核对",
    };
    let cells: Vec<String> = claim.cells.iter().map(address).collect();
    let words = claim.at.text.replace('\n', "⏎");
    format!("说法 第 {} 行 ⟦{words}⟧ {} {} {verdict}", line_of(text, claim.at.from), claim.value, cells.join("+"))
}

pub fn contradicts(claim: &Claim) -> bool {
    claim.verdict == ClaimVerdict::Contradicts
}

/// A cell in short: `表三 3.7 自然人`.
fn address(cell: &CellRef) -> String {
    let forms = [Edition::Y2021, Edition::Y2019].map(Form::of);
    let mut columns = forms
        .iter()
        .flat_map(|form| &form.tables)
        .filter(|table| table.kind == cell.table)
        .flat_map(|table| table.rows.iter().filter(|row| row.key == cell.row).flat_map(|row| row.columns));
    let label = columns.find(|column| column.key == cell.column).map_or(cell.column, |column| column.label);
    format!("{} {} {label}", cell.table.name(), cell.row)
}

/// One finding: its line, severity, code, marked text and message, and the lines of the places made one with it.
pub fn finding(text: &str, found: &Diagnostic) -> String {
    let severity = match found.severity {
        Severity::Error => "错误",
        Severity::Warning => "警告",
        Severity::Info => "提示",
    };
    let marked =
        String::from_utf16_lossy(&text.encode_utf16().collect::<Vec<_>>()[found.from as usize..found.to as usize]);
    let mut line =
        format!("第 {} 行 · {severity} · {} · ⟦{}⟧ {}", found.line, found.code, shortened(&marked), found.message);
    if !found.related.is_empty() {
        let mut others: Vec<u32> = found.related.iter().map(|related| line_of(text, related.from)).collect();
        others.sort_unstable();
        others.dedup();
        let others: Vec<String> = others.iter().map(u32::to_string).collect();
        let _ = write!(line, "（相关：第 {} 行）", others.join("、"));
    }
    line
}

/// Long places by their ends, on one line.
fn shortened(marked: &str) -> String {
    let one_line: Vec<char> = marked.replace('\n', "⏎").replace('\t', "⇥").chars().collect();
    if one_line.len() <= 40 {
        return one_line.into_iter().collect();
    }
    let (head, tail) = (&one_line[..20], &one_line[one_line.len() - 15..]);
    format!("{}……{}", head.iter().collect::<String>(), tail.iter().collect::<String>())
}

fn line_of(text: &str, offset: u32) -> u32 {
    1 + text.encode_utf16().take(offset as usize).filter(|unit| *unit == u16::from(b'\n')).count() as u32
}

/// Where lines of the text, or a word on them, stand, in UTF-16 code units.
pub fn spans(text: &str, lines: &RangeInclusive<u32>, word: Option<&str>) -> Vec<(u32, u32)> {
    let units = |text: &str| text.encode_utf16().count() as u32;
    let mut start = 0;
    let mut spans = Vec::new();
    for (number, content) in (1..).zip(text.split('\n')) {
        if lines.contains(&number) {
            let places = match word {
                None => vec![(0, content.len())],
                Some(word) => content.match_indices(word).map(|(at, _)| (at, at + word.len())).collect(),
            };
            spans.extend(places.iter().map(|&(a, b)| (start + units(&content[..a]), start + units(&content[..b]))));
        }
        start += units(content) + 1;
    }
    spans
}

/// The lines in which two answers differ: `-` was recorded, `+` is answered now.
pub fn difference(recorded: &str, answered: &str) -> Vec<String> {
    let (old, new): (Vec<&str>, Vec<&str>) = (recorded.lines().collect(), answered.lines().collect());
    let gone = old.iter().filter(|line| !new.contains(line)).map(|line| format!("  - {line}"));
    let come = new.iter().filter(|line| !old.contains(line)).map(|line| format!("  + {line}"));
    let mut lines: Vec<String> = gone.chain(come).collect();
    if lines.is_empty() && old != new {
        lines.push("  the same lines in another order or number".to_owned());
    }
    lines
}
