//! Whether what was given as last year's report is the same organ's, and of the year before, and what it carried over.

use crate::document::{Document, Table, Title};
use crate::form::{CellRef, Edition, Position, TableKind};
use crate::text::Figure;

/// Why a text cannot serve as last year's report, in words that go on from "给出的上年报告"; `None` where it can.
///
/// What a title does not tell is not held against it.
pub fn unfitness(document: &Document, previous: &Document) -> Option<String> {
    let wanted = document.year.map(|year| year - 1);
    if !previous.is_report {
        let year = wanted.map_or_else(|| "上一年".to_owned(), |year| format!("{year}年"));
        return Some(format!("里没有读到政府信息公开工作年度报告，请放入本机关{year}的年度报告全文"));
    }
    if let (Some(own), Some(other)) = (organ(document), organ(previous))
        && !is_same_organ(own, other)
    {
        return Some(format!("是“{other}”的，与本报告的“{own}”不是同一机关；如果是机构改革后更名的，请人工对照"));
    }
    let (wanted, year) = (wanted?, previous.year?);
    (year != wanted).then(|| format!("是{year}年的，与{}年的报告对照的应当是{wanted}年的", wanted + 1))
}

/// What of last year's report could not be held against this year's, in one sentence; `None` where all could.
pub fn not_examined(document: &Document, previous: &Document) -> Option<String> {
    if !document.is_report {
        return None;
    }
    if let Some(why) = unfitness(document, previous) {
        return Some(format!("给出的上年报告{why}；没有与上年报告对照"));
    }
    let is_read = |kind: TableKind, is_needed: &dyn Fn(CellRef) -> bool| {
        previous.table(kind).is_some_and(|table| {
            let mut needed = table.cells().filter(|(at, _)| is_needed(table.form().cell_ref(*at)));
            needed.all(|(_, cell)| cell.figure().is_some())
        })
    };
    let mut parts = Vec::new();
    if !is_read(TableKind::Applications, &|cell| cell.row == "4") {
        parts.push("表三“四、结转下年度继续办理”行");
    }
    if counts_in_force(document, previous) && !is_read(TableKind::Disclosure, &|cell| cell.column == "in-force") {
        parts.push("表二“现行有效件数”列");
    }
    (!parts.is_empty()).then(|| format!("上年报告没有读全{}，与今年的对照不完整", parts.join("、")))
}

/// Whether both years' forms ask for the documents in force; the 2019 form asks for another total.
pub fn counts_in_force(document: &Document, previous: &Document) -> bool {
    [document, previous].iter().all(|document| document.edition_due() == Edition::Y2021)
}

/// What last year's table three carried over to a cell of this year's; the applicants are the same in every edition.
pub fn carried_over(table: &Table, previous: &Table, at: Position) -> Option<Figure> {
    let cell = table.form().cell_ref(at);
    if (cell.table, cell.row) != (TableKind::Applications, "2") {
        return None;
    }
    previous.cell(previous.form().position(CellRef { row: "4", ..cell })?).figure()
}

fn organ(document: &Document) -> Option<&str> {
    document.title.as_ref().and_then(|Title { organ, .. }| organ.as_deref())
}

/// Whether two names are of one organ: written out or shortened, with or without the place above it, or with a
/// word more since a reform (教育局, 教育体育局).
fn is_same_organ(a: &str, b: &str) -> bool {
    let (a, b) = (core(a), core(b));
    a.chars().next_back() == b.chars().next_back() && (takes_from(&a, &b) || takes_from(&b, &a))
}

/// A name without what is left out as one likes: 县人民政府, 县政府 and 县 are one, but 县政府办公室 is another.
fn core(organ: &str) -> String {
    let mut name: String =
        organ.chars().filter(|c| !c.is_whitespace() && !matches!(c, '（' | '）' | '(' | ')')).collect();
    for (long, short) in [("人民政府", "政府"), ("办公室", "办"), ("委员会", "委")] {
        name = name.replace(long, short);
    }
    let end = ["政府", "办事处"].iter().find_map(|end| name.strip_suffix(end));
    end.filter(|rest| !rest.is_empty()).map(str::to_owned).unwrap_or(name)
}

/// Whether the short name's characters stand in the full one, in order; what the full one has between them names no
/// place: 临江市财政局 is not 临江市河西区财政局.
fn takes_from(short: &str, full: &str) -> bool {
    let mut rest = full.chars().rev();
    short.chars().rev().all(|c| {
        let names_place = |other: char| matches!(other, '县' | '区' | '旗' | '镇' | '乡');
        rest.by_ref().take_while(|other| *other == c || !names_place(*other)).any(|other| other == c)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_organ_has_many_names() {
        for (a, b) in [
            ("河西区政府办公室", "河西区人民政府办公室"),
            ("临江市河西区人民政府办公室", "河西区政府办"),
            ("云麓县白溪镇", "白溪镇人民政府"),
            ("柳湖街道办事处", "临江市河西区柳湖街道"),
            ("云麓县发展和改革委员会", "云麓县发改委"),
            ("云麓县教育局", "云麓县教育体育局"),
            ("云麓县自然资源和规划局", "云麓县自然资源局"),
        ] {
            assert!(is_same_organ(a, b) && is_same_organ(b, a), "{a} {b}");
        }
    }

    #[test]
    fn a_neighbour_a_superior_and_an_office_are_other_organs() {
        for (a, b) in [
            ("白溪镇人民政府", "白石镇人民政府"),
            ("云麓县人民政府", "云麓县白溪镇人民政府"),
            ("河西区人民政府", "河西区人民政府办公室"),
            ("云麓县财政局", "云麓县民政局"),
            ("云麓县白溪镇人民政府", "临川县白溪镇人民政府"),
            ("柳湖街道办事处", "柳湖镇人民政府"),
            ("临江市财政局", "临江市河西区财政局"),
        ] {
            assert!(!is_same_organ(a, b) && !is_same_organ(b, a), "{a} {b}");
        }
    }
}
