//! The upper half of an `.expected` file: what was put into a text, by hand.

use std::ops::RangeInclusive;

use nianbao::form::{Edition, Form, TableKind};
use nianbao::report::{CellState, ClaimVerdict, Report, Severity, Verdict};

/// A place that a line of the plan speaks of.
#[derive(Debug)]
pub struct Mark {
    /// The lines of the text, from 1; more than one where nothing stands at the place itself.
    pub lines: RangeInclusive<u32>,
    /// The text there that a finding must overlap.
    pub text: Option<String>,
    /// The gravity that a finding must have at least.
    pub severity: Severity,
    /// A rule's code or a group; empty for claims.
    pub code: String,
    /// The line of the plan.
    pub written: String,
}

/// What was put into a text.
#[derive(Debug)]
pub struct Plan {
    pub year: Option<i32>,
    pub organ: Option<String>,
    pub edition: Option<Edition>,
    pub sections: usize,
    pub verdict: Verdict,
    pub is_other_text: bool,
    pub is_flawless: bool,
    pub planted: Vec<Mark>,
    pub allowed: Vec<Mark>,
    pub claims: Vec<(Mark, ClaimVerdict)>,
    /// Tables that the text has not.
    without: Vec<TableKind>,
    /// The rows put in, cell by cell; those not named are all 0.
    rows: Vec<(TableKind, String, Vec<String>)>,
}

impl Plan {
    pub fn read(by_hand: &str) -> Result<Self, String> {
        let mut plan = Self {
            year: None,
            organ: None,
            edition: None,
            sections: 0,
            verdict: Verdict::Fail,
            is_other_text: false,
            is_flawless: false,
            planted: Vec::new(),
            allowed: Vec::new(),
            claims: Vec::new(),
            without: Vec::new(),
            rows: Vec::new(),
        };
        for line in by_hand.lines().map(str::trim).filter(|line| !line.is_empty()) {
            plan.take(line).ok_or_else(|| format!("cannot read the line {line}"))?;
        }
        if plan.is_flawless == plan.planted.is_empty() || plan.is_other_text {
            Ok(plan)
        } else {
            Err("a report is 无误, or it has 植入".to_owned())
        }
    }

    fn take(&mut self, line: &str) -> Option<()> {
        if line == "无误" {
            self.is_flawless = true;
            return Some(());
        }
        let (key, value) = line.split_once('：')?;
        match key {
            "说明" => {}
            "文体" => self.is_other_text = true,
            "年度" => self.year = Some(value.parse().ok()?),
            "机关" => self.organ = Some(value.to_owned()),
            "版本" => self.edition = Some(edition(value)?),
            "部分" => self.sections = value.parse().ok()?,
            "结论" => self.verdict = verdict(value)?,
            "植入" => self.planted.push(Mark::read(value, true)?),
            "容许" => self.allowed.push(Mark::read(value, false)?),
            "应认" => {
                let (mark, wanted) = value.rsplit_once(' ')?;
                let wanted = match wanted {
                    "相符" => ClaimVerdict::Agrees,
                    "不符" => ClaimVerdict::Contradicts,
                    _ => return None,
                };
                self.claims.push((Mark::read(mark, false)?, wanted));
            }
            _ => {
                let kind = |name: &str| TableKind::ALL.into_iter().find(|kind| kind.name() == name);
                match key.split_once(' ') {
                    Some((table, row)) => {
                        let cells = value.split(' ').map(str::to_owned).collect();
                        self.rows.push((kind(table)?, row.to_owned(), cells));
                    }
                    None if value == "无" => self.without.push(kind(key)?),
                    None => return None,
                }
            }
        }
        Some(())
    }
}

fn edition(year: &str) -> Option<Edition> {
    match year {
        "2019" => Some(Edition::Y2019),
        "2021" => Some(Edition::Y2021),
        _ => None,
    }
}

fn verdict(word: &str) -> Option<Verdict> {
    match word {
        "pass" => Some(Verdict::Pass),
        "fail" => Some(Verdict::Fail),
        "incomplete" => Some(Verdict::Incomplete),
        _ => None,
    }
}

impl Mark {
    /// `第 12 行 ⟦3件⟧ 警告 consistency 几件`; the text in brackets may be absent, the severity where none is wanted.
    fn read(written: &str, with_severity: bool) -> Option<Self> {
        let (lines, rest) = written.strip_prefix("第 ")?.split_once(" 行")?;
        let (first, last) = lines.split_once('-').unwrap_or((lines, lines));
        let lines = first.parse().ok()?..=last.parse().ok()?;
        let rest = rest.trim_start();
        let (text, rest) = match rest.strip_prefix('⟦') {
            Some(marked) => {
                let (text, rest) = marked.split_once('⟧')?;
                (Some(text.to_owned()), rest.trim_start())
            }
            None => (None, rest),
        };
        let (severity, rest) = if with_severity { severity(rest)? } else { (Severity::Info, rest) };
        let code = rest.split(' ').next()?.to_owned();
        Some(Self { lines, text, severity, code, written: written.to_owned() })
    }
}

fn severity(rest: &str) -> Option<(Severity, &str)> {
    let (word, rest) = rest.split_once(' ')?;
    let severity = match word {
        "错误" => Severity::Error,
        "警告" => Severity::Warning,
        "提示" => Severity::Info,
        _ => return None,
    };
    Some((severity, rest))
}

/// Where the answer differs from what was put in: year, organ, edition, sections and every cell.
pub fn misread(plan: &Plan, report: &Report) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut compare = |what: &str, read: String, put_in: String| {
        if read != put_in {
            wrong.push(format!("{what}: {read} was read, {put_in} was put in"));
        }
    };
    if plan.is_other_text {
        let found = report.diagnostics.iter().filter(|found| found.code == "structure/not-a-report").count();
        compare("not-a-report", found.to_string(), "1".to_owned());
        return wrong;
    }
    let sections = report.sections.iter().filter(|section| section.number > 0).count();
    compare("year", format!("{:?}", report.year), format!("{:?}", plan.year));
    compare("organ", format!("{:?}", report.organ), format!("{:?}", plan.organ));
    compare("edition", format!("{:?}", report.edition), format!("{:?}", plan.edition));
    compare("sections", sections.to_string(), plan.sections.to_string());
    let Some(edition) = plan.edition else { return wrong };
    for table in &Form::of(edition).tables {
        let read = report.tables.iter().find(|read| read.kind == table.kind);
        if plan.without.contains(&table.kind) {
            compare(table.kind.name(), read.is_some().to_string(), false.to_string());
            continue;
        }
        for row in table.rows {
            let cells = row.columns.iter().map(|column| {
                let cells = read.map(|read| read.cells.as_slice()).unwrap_or_default();
                let cell = cells.iter().find(|cell| cell.cell.row == row.key && cell.cell.column == column.key);
                cell.map_or_else(|| "缺".to_owned(), as_planned)
            });
            let put_in = plan.rows.iter().find(|(kind, key, _)| *kind == table.kind && key == row.key);
            let put_in = put_in.map_or_else(|| vec!["0".to_owned(); row.columns.len()], |(_, _, cells)| cells.clone());
            let what = format!("{} {}", table.kind.name(), row.key);
            compare(&what, cells.collect::<Vec<_>>().join(" "), put_in.join(" "));
        }
    }
    for (kind, key, _) in &plan.rows {
        let known = Form::of(edition)
            .tables
            .iter()
            .any(|table| table.kind == *kind && table.rows.iter().any(|row| row.key == key));
        compare(key, known.to_string(), true.to_string());
    }
    wrong
}

fn as_planned(cell: &nianbao::report::Cell) -> String {
    match (cell.state, cell.value, &cell.at) {
        (CellState::Number, Some(value), _) => value.to_string(),
        (CellState::Blank, ..) => "空".to_owned(),
        (CellState::Text, _, Some(at)) => format!("“{}”", at.text.trim()),
        _ => "缺".to_owned(),
    }
}
