//! Which lines belong to which table.

use super::fold::add_letters;
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
    /// Where its lines stand among those of all clusters.
    from: usize,
    labels: usize,
    figures: bool,
}

impl Cluster {
    fn is_table(&self) -> bool {
        self.labels >= 3
    }
}

/// The lines of each table, by [`TableKind`], in the order of the text, and the pieces of all lines that may be of one.
/// `section_of` tells in which section a line stands.
#[inline(never)]
pub fn find(
    text: &str,
    lines: &[Line],
    edition: Edition,
    section_of: &dyn Fn(usize) -> Option<u8>,
) -> ([Vec<usize>; 3], OfLines) {
    let lexicons = TableKind::ALL.map(|kind| Lexicon::of(edition, kind));
    let mut pieces = OfLines::with_capacity(text, lines.len());
    let looks: Vec<Look> = lines.iter().map(|line| look(text, line, &lexicons, &mut pieces)).collect();
    let members = Vec::with_capacity(lines.len());
    let mut clusters = Clusters { text, lines, looks: &looks, lexicons, list: Vec::new(), members, is_open: false };
    clusters.read();
    (TableKind::ALL.map(|kind| clusters.lines_of(kind, section_of)), pieces)
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
    let mut letters = Vec::new();
    add_letters(line.span.of(text), &mut letters);
    letters
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

/// The stretches found so far.
struct Clusters<'a> {
    text: &'a str,
    lines: &'a [Line],
    looks: &'a [Look],
    lexicons: [&'static Lexicon; 3],
    list: Vec<Cluster>,
    /// The lines of all of them.
    members: Vec<usize>,
    /// Whether the last one may go on.
    is_open: bool,
}

impl Clusters<'_> {
    fn read(&mut self) {
        for (index, look) in self.looks.iter().enumerate() {
            if self.lines[index].zone == Zone::Heading {
                self.close();
                continue;
            }
            match *look {
                Look::Prose => self.close(),
                Look::Furniture => {}
                Look::Labels(kind, count) => self.add_labels(index, kind, count),
                Look::Blank | Look::Cells | Look::Figures | Look::Words => {
                    if self.is_open
                        && let Some(cluster) = self.list.last_mut()
                    {
                        self.members.push(index);
                        cluster.figures |= matches!(look, Look::Cells | Look::Figures);
                    }
                }
            }
        }
        self.close();
    }

    fn add_labels(&mut self, index: usize, kind: TableKind, count: usize) {
        let open = self.list.last().filter(|_| self.is_open).map(|cluster| cluster.kind);
        // A word of another table that is a piece of a label of this one: 其他 of 其他结果.
        if let Some(open) = open.filter(|open| *open != kind && count == 1)
            && self.is_piece(index, open)
        {
            self.members.push(index);
            return;
        }
        if open != Some(kind) {
            self.close();
            let from = self.members.len();
            self.members.extend(self.start_before(index, kind)..index);
            self.list.push(Cluster { kind, from, labels: 0, figures: false });
            self.is_open = true;
        }
        self.members.push(index);
        if let Some(cluster) = self.list.last_mut() {
            cluster.labels += count;
            cluster.figures = cluster.figures || has_digit(self.lines[index].span.of(self.text));
        }
    }

    /// Figures that stand before their label, and pieces of labels, right before a table's first known label: where
    /// they start.
    fn start_before(&self, first: usize, kind: TableKind) -> usize {
        const REACH: usize = 12;
        let mut start = first;
        for index in (first.saturating_sub(REACH)..first).rev() {
            match self.looks[index] {
                Look::Figures | Look::Cells => start = index,
                Look::Words if self.is_piece(index, kind) => start = index,
                Look::Blank => {}
                _ => break,
            }
        }
        start
    }

    /// Ends a cluster: words behind its last label or figure are none of it.
    fn close(&mut self) {
        if !std::mem::take(&mut self.is_open) {
            return;
        }
        let Some(kind) = self.list.last().map(|cluster| cluster.kind) else { return };
        while let Some(&last) = self.members.last() {
            let is_beside = match self.looks[last] {
                Look::Blank => !self.lines[last].span.of(self.text).contains('\t'),
                Look::Words => !self.is_piece(last, kind),
                _ => false,
            };
            if !is_beside {
                break;
            }
            self.members.pop();
        }
    }

    /// Whether a line is a piece of a label.
    fn is_piece(&self, line: usize, kind: TableKind) -> bool {
        self.lexicons[kind as usize].has_piece(&letters_of(self.text, &self.lines[line]))
    }

    /// The lines of a table.
    fn lines_of(&self, kind: TableKind, section_of: &dyn Fn(usize) -> Option<u8>) -> Vec<usize> {
        let is_at_home = |cluster: &Cluster| section_of(self.members[cluster.from]) == Some(kind.section());
        let is_table = |cluster: &&Cluster| cluster.kind == kind && cluster.is_table();
        let mut found = Vec::new();
        if !self.list.iter().any(|cluster| is_table(&cluster)) {
            return found;
        }
        let home = self.list.iter().filter(is_table).any(is_at_home);
        let mut behind = self.list.iter().skip(1).map(|next| next.from);
        for cluster in &self.list {
            let to = behind.next().unwrap_or(self.members.len());
            if cluster.kind == kind && (cluster.is_table() || cluster.figures) && (!home || is_at_home(cluster)) {
                found.extend_from_slice(&self.members[cluster.from..to]);
            }
        }
        found.truncate(MAX_LINES);
        found
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
