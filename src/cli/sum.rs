//! `nianbao sum`: a county's tables against the sum of its units.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;

use nianbao::form::{CellRef, Edition, Form};
use nianbao::report::{Aggregate, AggregateCell, AggregateVerdict, Report};
use nianbao::{Unit, aggregate};

use super::arguments::{SumArguments, SumFormat};
use super::format::{CSV_MARK, csv_row, without_controls};
use super::inputs::{Input, Inputs};
use super::output::output;
use super::source::Source;
use super::{CLEAN, FINDINGS, NOT_READ, Stop};

/// Holds the county's report against its units, writes the answer and gives the exit status.
pub fn sum(arguments: &SumArguments) -> Result<u8, Stop> {
    let county = Input::of(&arguments.county);
    let mut inputs = Inputs::find(&arguments.units);
    // The county's report may stand in the folder of its units.
    inputs.files.retain(|input| !is_same_file(input, &county));
    if inputs.files.is_empty() {
        return Err(Stop::Refused("没有找到各单位的报告文件".to_owned()));
    }
    let read = |input: &Input| {
        Source::of(input).map(|source| source.text).map_err(|why| Stop::Refused(format!("{}：{why}", input.name())))
    };
    let county_text = read(&county)?;
    // A sum without one of its units is none: a file that cannot be read ends it.
    let texts = inputs.files.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let names = names(&inputs.files);
    let units: Vec<Unit> = names.iter().zip(&texts).map(|(name, text)| Unit { name, text }).collect();
    let answer = aggregate(&county_text, &units);

    let (mut out, _) = output(arguments.output.as_deref())?;
    match arguments.format {
        SumFormat::Text => out.write_all(without_controls(&as_text(&answer)).as_bytes())?,
        SumFormat::Json => {
            serde_json::to_writer(&mut out, &answer).map_err(std::io::Error::from)?;
            out.write_all(b"\n")?;
        }
        SumFormat::Csv => out.write_all(&as_table(&answer))?,
    }
    out.flush()?;
    Ok(match (count(&answer, AggregateVerdict::Unknown), count(&answer, AggregateVerdict::Differs)) {
        (0, 0) => CLEAN,
        (0, _) => FINDINGS,
        _ => NOT_READ,
    })
}

/// The files' names; with their folders where two have the same.
fn names(inputs: &[Input]) -> Vec<String> {
    let short: Vec<String> = inputs.iter().map(Input::short_name).collect();
    let is_clear = short.iter().collect::<BTreeSet<_>>().len() == short.len();
    if is_clear { short } else { inputs.iter().map(Input::name).collect() }
}

fn is_same_file(one: &Input, other: &Input) -> bool {
    match (one, other) {
        (Input::File(one), Input::File(other)) => {
            one == other
                || fs::canonicalize(one).is_ok_and(|one| fs::canonicalize(other).is_ok_and(|other| one == other))
        }
        _ => one == other,
    }
}

fn count(answer: &Aggregate, verdict: AggregateVerdict) -> usize {
    answer.cells.iter().filter(|cell| cell.verdict == verdict).count()
}

fn as_text(answer: &Aggregate) -> String {
    let mut told = String::new();
    for note in &answer.notes {
        told += &format!("注意：{}\n", note.message);
    }
    if !answer.notes.is_empty() {
        told.push('\n');
    }
    for cell in answer.cells.iter().filter(|cell| cell.verdict == AggregateVerdict::Differs) {
        told += &difference(answer, cell);
    }
    let [agrees, differs, unknown] = [AggregateVerdict::Agrees, AggregateVerdict::Differs, AggregateVerdict::Unknown]
        .map(|verdict| count(answer, verdict));
    let all = answer.cells.len();
    let units = answer.units.len();
    told += &match (differs, unknown) {
        (0, 0) => format!("{all} 格全部等于 {units} 个单位之和\n"),
        _ => format!("共 {all} 格，{units} 个单位：{agrees} 格相等，{differs} 格不相等，{unknown} 格无法比对\n"),
    };
    told
}

/// 表三“（七）总计”行“总计”列：汇总报告 9，各单位之和 8，多 1 — and what each unit states, where it is not 0.
fn difference(answer: &Aggregate, cell: &AggregateCell) -> String {
    let (county, sum) = (cell.county.unwrap_or_default(), cell.sum.unwrap_or_default());
    let by = figure((county - sum).abs());
    let more = if county > sum { "多" } else { "少" };
    let parts: Vec<String> = answer
        .units
        .iter()
        .filter_map(|unit| Some((&unit.name, value(&unit.report, cell.cell)?)))
        .filter(|(_, value)| *value != 0.0)
        .map(|(name, value)| format!("{name} {}", figure(value)))
        .collect();
    let parts = if parts.is_empty() { "各单位都是 0".to_owned() } else { parts.join("，") };
    let name = cell_name(answer, cell.cell);
    format!("{name}：汇总报告 {}，各单位之和 {}，{more} {by}\n  {parts}\n", figure(county), figure(sum))
}

fn value(report: &Report, wanted: CellRef) -> Option<f64> {
    report.tables.iter().flat_map(|table| &table.cells).find(|cell| cell.cell == wanted)?.value
}

fn cell_name(answer: &Aggregate, cell: CellRef) -> String {
    let edition = answer.county.edition.unwrap_or_else(|| answer.county.year.map_or(Edition::Y2021, Edition::for_year));
    let table = Form::of(edition).table(cell.table);
    table.position(cell).map(|at| table.cell_name(at)).unwrap_or_default()
}

/// A figure with at most six places, as the form has it; differences of floating-point numbers leave more.
fn figure(value: f64) -> String {
    let written = format!("{value:.6}");
    written.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Every cell, with a column for each unit.
fn as_table(answer: &Aggregate) -> Vec<u8> {
    let written = |value: Option<f64>| value.map(figure).unwrap_or_default();
    let names = answer.units.iter().map(|unit| unit.name.as_str());
    let head: Vec<&str> = ["单元格", "汇总报告", "各单位之和", "结果"].into_iter().chain(names).collect();
    let mut table = [CSV_MARK, &csv_row(&head)].concat();
    for cell in &answer.cells {
        let verdict = match cell.verdict {
            AggregateVerdict::Agrees => "相等",
            AggregateVerdict::Differs => "不相等",
            AggregateVerdict::Unknown => "无法比对",
        };
        let mut row = vec![cell_name(answer, cell.cell), written(cell.county), written(cell.sum), verdict.to_owned()];
        row.extend(answer.units.iter().map(|unit| written(value(&unit.report, cell.cell))));
        table.extend(csv_row(&row.iter().map(String::as_str).collect::<Vec<_>>()));
    }
    table
}
