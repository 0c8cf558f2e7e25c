//! Renderers of a table as plain text that keep its cells apart.

use super::layout::{Cell, Layout, Role, Slot};
use super::places::{is_empty, is_mark};
use super::random::Random;

/// A renderer: a table as text, each line ended.
pub type Renderer = fn(&Layout, &mut Random) -> String;

fn lines(rows: impl IntoIterator<Item = String>) -> String {
    rows.into_iter().map(|row| row + "\n").collect()
}

/// Every place of the rectangle as text, those that a cell covers empty.
fn opened_out(layout: &Layout) -> Vec<Vec<String>> {
    let text = |slot: Slot| match slot {
        Slot::Origin(cell) => cell.text.clone(),
        Slot::FromLeft(_) | Slot::FromAbove { .. } => String::new(),
    };
    layout.rectangle().into_iter().map(|row| row.into_iter().map(text).collect()).collect()
}

/// Tab-separated, merged cells opened out into empty ones.
pub fn tabs(layout: &Layout, _: &mut Random) -> String {
    lines(opened_out(layout).iter().map(|row| row.join("\t")))
}

/// Tab-separated with a blank line after every row.
pub fn tabs_spaced(layout: &Layout, _: &mut Random) -> String {
    lines(opened_out(layout).iter().map(|row| row.join("\t") + "\n"))
}

/// Tab-separated, nothing left of the places that merged cells cover.
pub fn tabs_merged_lost(layout: &Layout, _: &mut Random) -> String {
    lines(layout.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("\t")))
}

/// Tab-separated, a merged cell's content in every place that it covers.
pub fn tabs_merged_repeated(layout: &Layout, _: &mut Random) -> String {
    let text = |slot: &Slot| match slot {
        Slot::Origin(cell) | Slot::FromLeft(cell) | Slot::FromAbove { cell, .. } => cell.text.clone(),
    };
    lines(layout.rectangle().iter().map(|row| row.iter().map(text).collect::<Vec<_>>().join("\t")))
}

/// Tab-separated as extractors leave table three: labels half-width, a cell that spans three columns takes two,
/// and here and there a row has slid to the left or its label is cut by the end of a page.
pub fn tabs_slid(layout: &Layout, random: &mut Random) -> String {
    if layout.width != 10 {
        return tabs(layout, random);
    }
    let total_above = random.one_in(2);
    let rows = layout.rows.iter().enumerate().map(|(index, cells)| {
        let head = |cell: &Cell| {
            let mut fields = vec![cell.text.clone()];
            fields.resize(cell.columns, String::new());
            fields
        };
        let mut fields: Vec<String> = match index {
            0 => vec![cells[0].text.clone(), String::new()].into_iter().chain(head(&cells[1])).collect(),
            1 => ["", ""].map(String::from).into_iter().chain(cells.iter().flat_map(head)).collect(),
            2 => ["", "", ""].map(String::from).into_iter().chain(cells.iter().flat_map(head)).collect(),
            _ => return slid_row(cells, random),
        };
        fields.resize(10, String::new());
        match index {
            0 if total_above => fields[8].clone_from(&layout.rows[1][2].text),
            1 if total_above => fields[8].clear(),
            _ => {}
        }
        fields.join("\t")
    });
    lines(rows)
}

fn slid_row(cells: &[Cell], random: &mut Random) -> String {
    let (labels, values): (Vec<&Cell>, Vec<&Cell>) = cells.iter().partition(|cell| cell.role != Role::Value);
    let label = half_width_brackets(&labels[labels.len() - 1].text);
    let values = values.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>();
    // A row that lacks a figure would be ambiguous once it has slid.
    let may_slide = values.iter().all(|value| !is_empty(value)) && random.one_in(4);
    let values = values.join("\t");
    let groups: Vec<String> = labels[..labels.len() - 1].iter().map(|cell| half_width_brackets(&cell.text)).collect();
    match (labels[labels.len() - 1].columns, groups.as_slice()) {
        (3, _) => format!("{label}\t\t{values}\t"),
        (2, [group]) => format!("{group}\t{label}\t{values}\t"),
        (2, _) if label.contains("总计") => match random.below(3) {
            0 if may_slide => format!("{label}\t{values}\t\t"),
            1 => format!("\t{label}\t\t{values}"),
            _ => format!("{label}\t\t{values}\t"),
        },
        (2, _) => format!("\t{label}\t{values}\t"),
        (_, [group]) => format!("\t{group}\t{label}\t{values}"),
        (_, _) if may_slide && label.chars().count() > 6 && random.one_in(2) => {
            let cut = label.chars().count() - 2;
            let head: String = label.chars().take(cut).collect();
            let tail: String = label.chars().skip(cut).collect();
            format!("{head}\t\t{values}\t\n\n\t\t{tail}\t\t\t\t\t\t\t")
        }
        (_, _) if may_slide => format!("{label}\t\t{values}\t"),
        (_, _) => format!("\t\t{label}\t{values}"),
    }
}

fn half_width_brackets(label: &str) -> String {
    label.replace('（', "(").replace('）', ") ").trim_end().to_owned()
}

/// One cell a line, each after a tab, a blank line after every row; labels broken, figures padded.
pub fn cell_a_line_after_tab(layout: &Layout, random: &mut Random) -> String {
    let rows = layout.rectangle();
    lines(rows.iter().map(|row| {
        let mut text = String::new();
        for slot in row {
            match slot {
                Slot::Origin(cell) if cell.role == Role::Value => {
                    let pads: &[(&str, &str)] = if is_empty(&cell.text) {
                        &[("", ""), ("\u{a0}", ""), ("\u{3000}\u{3000}", "")]
                    } else {
                        &[("", "\u{a0}"), ("\u{a0}", ""), ("", ""), ("\u{3000}\u{3000}\n", ""), ("\u{a0}\n", "")]
                    };
                    let (before, after) = random.pick(pads);
                    text += &format!("\t{before}{}{after}\n", cell.text);
                }
                Slot::Origin(cell) => text += &format!("\t{}\n", broken(&cell.text, random)),
                Slot::FromAbove { edge: true, .. } => text += "\t\n",
                Slot::FromLeft(_) | Slot::FromAbove { .. } => {}
            }
        }
        text
    }))
}

/// A short label broken in its middle now and then.
fn broken(label: &str, random: &mut Random) -> String {
    let length = label.chars().count();
    if length < 4 || !random.one_in(3) {
        return label.to_owned();
    }
    let head: String = label.chars().take(length / 2).collect();
    format!("{head}\n{}", &label[head.len()..])
}

/// One cell a line and nothing else: only where no cell is blank.
pub fn cell_a_line(layout: &Layout, _: &mut Random) -> String {
    lines(layout.rows.iter().flatten().filter(|cell| !is_empty(&cell.text)).map(|cell| cell.text.clone()))
}

/// A Markdown table.
pub fn markdown(layout: &Layout, _: &mut Random) -> String {
    let mut rows: Vec<String> = opened_out(layout).iter().map(|row| format!("| {} |", row.join(" | "))).collect();
    rows.insert(1, format!("|{}", " --- |".repeat(layout.width)));
    lines(rows)
}

/// Other bars, none at the outside.
pub fn other_bars(layout: &Layout, random: &mut Random) -> String {
    let bar = *random.pick(&["│", "｜", "┃"]);
    lines(opened_out(layout).iter().map(|row| row.join(bar)))
}

/// Each cell and each bar on its own line.
pub fn bars_on_lines(layout: &Layout, _: &mut Random) -> String {
    let row = |row: &Vec<String>| {
        let cells = row.iter().map(|cell| if cell.is_empty() { "|\n".to_owned() } else { format!("|\n{cell}\n") });
        cells.collect::<String>() + "|"
    };
    lines(opened_out(layout).iter().map(row))
}

/// Tab-separated, with full-width digits, thousands separators, half-width brackets and blanks inside labels.
pub fn tabs_full_width(layout: &Layout, random: &mut Random) -> String {
    let mut styled = layout.clone();
    for cell in styled.rows.iter_mut().flatten() {
        cell.text = match cell.role {
            Role::Value if random.one_in(2) => cell.text.chars().map(full_width).collect(),
            Role::Value => with_thousands(&cell.text),
            _ => spaced_label(&cell.text, random),
        };
    }
    tabs(&styled, random)
}

fn full_width(character: char) -> char {
    match character.to_digit(10) {
        Some(digit) => char::from_u32(u32::from('０') + digit).expect("a full-width digit"),
        None => character,
    }
}

/// "1234.5" as "1,234.5"; the marks round it stay.
fn with_thousands(text: &str) -> String {
    let digits: Vec<usize> = text.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at).collect();
    let whole = digits.iter().take_while(|&&at| !text[..at].contains('.')).count();
    let mut result = text.to_owned();
    for (index, &at) in digits[..whole].iter().enumerate().rev() {
        if index > 0 && (whole - index) % 3 == 0 {
            result.insert(at, ',');
        }
    }
    result
}

fn spaced_label(label: &str, random: &mut Random) -> String {
    let label = label.replace('（', "(").replace('）', ")").replace('，', ", ");
    if !random.one_in(3) {
        return label;
    }
    let every = random.between(2, 4) as usize;
    let mut spaced = String::new();
    for (index, character) in label.chars().enumerate() {
        if index > 0 && index % every == 0 && !character.is_ascii_punctuation() {
            spaced.push(' ');
        }
        spaced.push(character);
    }
    spaced
}

/// Columns lined up with blanks, two or more between cells: only where no cell is blank.
pub fn lined_up(layout: &Layout, _: &mut Random) -> String {
    let rows = opened_out(layout);
    let width = |text: &str| -> usize {
        text.chars().filter(|&c| !is_mark(c)).map(|character| if character.is_ascii() { 1 } else { 2 }).sum()
    };
    let widths: Vec<usize> =
        (0..layout.width).map(|column| rows.iter().map(|row| width(&row[column])).max().unwrap_or(0) + 2).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths);
        let padded = cells.map(|(text, &column)| format!("{text}{}", " ".repeat(column - width(text))));
        padded.collect::<String>().trim_end().to_owned()
    };
    lines(rows.iter().map(line))
}
