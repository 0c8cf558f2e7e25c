//! Renderers that lose the bounds between cells: glued figures and text copied out of a PDF.

use super::layout::{Cell, Layout, Role};
use super::places::is_empty;
use super::random::Random;

/// Each row's cells glued together, one row a line.
pub fn glued_rows(layout: &Layout, _: &mut Random) -> String {
    layout.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect::<String>() + "\n").collect()
}

/// The whole table glued together on one line.
pub fn glued_table(layout: &Layout, _: &mut Random) -> String {
    layout.rows.iter().flatten().map(|cell| cell.text.as_str()).collect::<String>() + "\n"
}

/// Text out of a PDF: figures parted by single blanks, blank cells gone, labels broken over lines, the groups'
/// labels broken between the rows, page numbers inside.
pub fn pdf(layout: &Layout, random: &mut Random) -> String {
    let blanks_lost = layout.rows.iter().flatten().any(|cell| cell.role == Role::Value && is_empty(&cell.text));
    let mut lines: Vec<String> = Vec::new();
    // What is left of the groups' labels, outermost first.
    let mut pieces: Vec<String> = Vec::new();
    for row in &layout.rows {
        if random.one_in(12) {
            // A bare number could pass for a figure where one is missing.
            let page = random.between(1, 9);
            let forms = [format!("— {page} —"), format!("- {page} -"), format!("-{page}-"), format!("第{page}页")];
            lines.push(if blanks_lost || random.one_in(2) { random.pick(&forms).clone() } else { page.to_string() });
        }
        for cell in row.iter().filter(|cell| cell.role == Role::Group) {
            let every = if cell.columns == 1 && random.one_in(2) { 3 } else { cell.text.chars().count() };
            pieces.extend(cut(&cell.text, every));
        }
        let values: Vec<&str> = of_role(row, |role| role == Role::Value).filter(|text| !is_empty(text)).collect();
        let values = values.join(" ");
        let labels: Vec<&str> = of_role(row, |role| matches!(role, Role::Head | Role::Label)).collect();
        let mut text: Vec<String> = match row.iter().find(|cell| cell.role == Role::Label) {
            Some(label) => row_lines(&label.text, &values, blanks_lost, random),
            None if values.is_empty() => head_lines(&labels, random),
            None => vec![values],
        };
        if !pieces.is_empty() {
            let piece = pieces.remove(0);
            // Beside a row's first line, or on a line of its own.
            if random.one_in(2) {
                text[0] = format!("{piece} {}", text[0]);
            } else {
                text.insert(0, piece);
            }
        }
        lines.extend(text);
    }
    lines.extend(pieces);
    lines.iter().map(|line| line.trim().to_owned() + "\n").collect()
}

fn of_role(row: &[Cell], wanted: impl Fn(Role) -> bool) -> impl Iterator<Item = &str> {
    row.iter().filter(move |cell| wanted(cell.role)).map(|cell| cell.text.as_str())
}

/// A text in pieces of at most `every` characters.
fn cut(text: &str, every: usize) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    characters.chunks(every.max(1)).map(|piece| piece.iter().collect()).collect()
}

/// A row's lines: its label broken over lines, its figures beside it, between its parts or before it.
fn row_lines(label: &str, values: &str, blanks_lost: bool, random: &mut Random) -> Vec<String> {
    let parts = cut(label, random.between(8, 16) as usize);
    if parts.len() == 1 {
        return vec![format!("{label} {values}")];
    }
    let last = parts.len() - 1;
    let mut lines = parts;
    match random.below(4) {
        0 => lines[last] = format!("{} {values}", lines[last]),
        // Before its label only where no row is without figures: else nobody could tell whose they are.
        1 if !blanks_lost => lines.insert(0, values.to_owned()),
        2 => lines[0] = format!("{} {values}", lines[0]),
        _ => lines.insert(last.div_ceil(2), values.to_owned()),
    }
    lines
}

/// A head line's labels parted by blanks, a long one broken.
fn head_lines(labels: &[&str], random: &mut Random) -> Vec<String> {
    let line = labels.join(" ");
    if line.chars().count() > 24 && random.one_in(2) { cut(&line, 20) } else { vec![line] }
}
