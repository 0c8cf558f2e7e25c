//! Which lines belong to which table.

use super::fold::letters;
use super::labels;
use super::lexicon::Lexicon;
use super::lines::OfLines;
use super::pieces::Kind;
use crate::document::{Line, Zone};
use crate::form::{Edition, TableKind};
use crate::text::blank::trim;
use crate::text::{Span, is_han};

/// More pieces than any form has in any text form; what lies beyond is not read, so that no text costs more.
const MAX_LINES: usize = 4000;
/// A label or a piece of one has at most this many characters.
const MAX_LABEL: usize = 45;

/// What a line looks like, taken alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Blank,
    /// Nothing but labels of this table, as many as the number says, and figures.
    Labels(TableKind, usize),
    /// Cells parted by tabs or bars.
    Cells,
    /// Nothing but figures.
    Figures,
    /// A few words, which may be a piece of a label.
    Words,
    /// A sentence.
    Prose,
    /// A page number or the like.
    Furniture,
}

/// A stretch of lines that belong to one table.
#[derive(Debug)]
struct Cluster {
    kind: TableKind,
    lines: Vec<usize>,
    labels: usize,
    figures: bool,
}

/// The lines of each table, by [`TableKind`], in the order of the text, and the pieces of all lines that may be of one.
/// `section_of` tells in which section a line stands.
pub fn find(
    text: &str,
    lines: &[Line],
    edition: Edition,
    section_of: &dyn Fn(usize) -> Option<u8>,
) -> ([Vec<usize>; 3], OfLines) {
    let lexicons = TableKind::ALL.map(|kind| Lexicon::of(edition, kind));
    let mut pieces = OfLines::with_capacity(lines.len());
    let looks: Vec<Look> = lines.iter().map(|line| look(text, line, &lexicons, &mut pieces)).collect();
    let clusters = clusters(text, lines, &looks, &lexicons);
    let indices = TableKind::ALL.map(|kind| {
        let of_kind: Vec<&Cluster> = clusters.iter().filter(|cluster| cluster.kind == kind).collect();
        let is_table = |cluster: &Cluster| cluster.labels >= 3;
        let in_section = |cluster: &&&Cluster| section_of(cluster.lines[0]) == Some(kind.section());
        let home = of_kind.iter().filter(in_section).any(|cluster| is_table(cluster));
        if !home && !of_kind.iter().any(|cluster| is_table(cluster)) {
            return Vec::new();
        }
        let mut found: Vec<usize> = of_kind
            .iter()
            .filter(|cluster| !home || in_section(cluster))
            .filter(|cluster| is_table(cluster) || cluster.figures)
            .flat_map(|cluster| cluster.lines.iter().copied())
            .collect();
        found.truncate(MAX_LINES);
        found
    });
    (indices, pieces)
}

fn look(text: &str, line: &Line, lexicons: &[&Lexicon; 3], pieces: &mut OfLines) -> Look {
    let trimmed = || trim(line.span.of(text));
    let marks = pieces.cut(text, line.span);
    match line.zone {
        _ if !marks.words && marks.bars == 0 => return Look::Blank,
        Zone::Prose | Zone::Lead => {}
        Zone::Furniture => return Look::Furniture,
        _ => return Look::Prose,
    }
    if !marks.words && marks.bars == 1 {
        return Look::Cells;
    }
    let cells = marks.tabs >= 2 || marks.bars >= 2 || marks.tabs == 1 && trimmed().as_bytes().contains(&b'\t');
    if !cells && (marks.stops || line.span.range().len() > 300 && trimmed().len() > 300 && !has_digit(trimmed())) {
        return Look::Prose;
    }
    let (found, folded) = pieces.read(text, line.span);
    if found.iter().all(|piece| piece.kind != Kind::Text) {
        return if cells { Look::Cells } else { Look::Figures };
    }
    let mut of_one_kind = None;
    let mut kinds = 0;
    for kind in TableKind::ALL {
        if let Some(count) = labels::count_if_only_labels(folded, lexicons[kind as usize]) {
            of_one_kind = Some(Look::Labels(kind, count));
            kinds += 1;
        }
    }
    match of_one_kind {
        Some(labels) if kinds == 1 => labels,
        _ if cells => Look::Cells,
        _ if is_longer_than_label(trimmed()) => Look::Prose,
        // A clause that ends or goes on behind a colon is prose, unless a label has such a mark: （单位：万元）.
        _ if marks.pauses && !is_piece(&letters_of(text, line), lexicons) => Look::Prose,
        _ => Look::Words,
    }
}

fn letters_of(text: &str, line: &Line) -> Vec<u32> {
    letters(line.span.of(text)).collect()
}

/// Whether words are a piece of a label of any table.
fn is_piece(letters: &[u32], lexicons: &[&Lexicon; 3]) -> bool {
    lexicons.iter().any(|lexicon| lexicon.has_piece(letters))
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

fn is_longer_than_label(text: &str) -> bool {
    // No Chinese character has fewer than three bytes.
    text.len() > 3 * MAX_LABEL && text.chars().filter(|c| is_han(*c)).count() > MAX_LABEL
}

fn clusters(text: &str, lines: &[Line], looks: &[Look], lexicons: &[&Lexicon; 3]) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut open = false;
    for (index, look) in looks.iter().enumerate() {
        if lines[index].zone == Zone::Heading {
            close(text, lines, looks, lexicons, &mut clusters, &mut open);
            continue;
        }
        match look {
            // A word of another table that is a piece of a label of this one: 其他 of 其他结果.
            Look::Labels(kind, 1)
                if open
                    && let Some(cluster) = clusters.last_mut()
                    && cluster.kind != *kind
                    && lexicons[cluster.kind as usize].has_piece(&letters_of(text, &lines[index])) =>
            {
                cluster.lines.push(index);
            }
            Look::Labels(kind, count) => {
                if !(open && clusters.last().is_some_and(|cluster| cluster.kind == *kind)) {
                    close(text, lines, looks, lexicons, &mut clusters, &mut open);
                    let before = lines_before(text, lines, looks, index, lexicons[*kind as usize]);
                    clusters.push(Cluster { kind: *kind, lines: before, labels: 0, figures: false });
                    open = true;
                }
                if let Some(cluster) = clusters.last_mut() {
                    cluster.labels += count;
                    cluster.lines.push(index);
                    cluster.figures = cluster.figures || has_digit(lines[index].span.of(text));
                }
            }
            Look::Prose => close(text, lines, looks, lexicons, &mut clusters, &mut open),
            Look::Furniture => {}
            Look::Blank | Look::Cells | Look::Figures | Look::Words => {
                if open && let Some(cluster) = clusters.last_mut() {
                    cluster.lines.push(index);
                    cluster.figures |= matches!(look, Look::Cells | Look::Figures);
                }
            }
        }
    }
    close(text, lines, looks, lexicons, &mut clusters, &mut open);
    clusters
}

/// Figures that stand before their label, and pieces of labels, right before a table's first known label.
fn lines_before(text: &str, lines: &[Line], looks: &[Look], first: usize, lexicon: &Lexicon) -> Vec<usize> {
    const REACH: usize = 12;
    let belongs = |index: usize| match looks[index] {
        Look::Figures | Look::Cells => true,
        Look::Words => lexicon.has_piece(&letters_of(text, &lines[index])),
        _ => false,
    };
    let mut start = first;
    for index in (first.saturating_sub(REACH)..first).rev() {
        if belongs(index) {
            start = index;
        } else if looks[index] != Look::Blank {
            break;
        }
    }
    (start..first).collect()
}

/// Ends a cluster: words behind its last label or figure are none of it.
fn close(
    text: &str,
    lines: &[Line],
    looks: &[Look],
    lexicons: &[&Lexicon; 3],
    clusters: &mut [Cluster],
    open: &mut bool,
) {
    if std::mem::take(open)
        && let Some(cluster) = clusters.last_mut()
    {
        while let Some(&last) = cluster.lines.last() {
            let piece = || lexicons[cluster.kind as usize].has_piece(&letters_of(text, &lines[last]));
            if looks[last] == Look::Blank && !lines[last].span.of(text).contains('\t')
                || looks[last] == Look::Words && !piece()
            {
                cluster.lines.pop();
            } else {
                break;
            }
        }
    }
}

/// The span of lines, from the first character of the first to the last of the last.
pub fn span_of(text: &str, lines: &[Line], indices: &[usize]) -> Span {
    let filled = || indices.iter().map(|&index| lines[index].span).filter(|span| !trim(span.of(text)).is_empty());
    match (filled().next(), filled().next_back()) {
        (Some(first), Some(last)) => first.to(last),
        _ => Span::default(),
    }
}
