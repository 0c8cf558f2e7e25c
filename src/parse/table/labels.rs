//! Where a table's labels stand in its pieces, however they are broken up.

use std::sync::OnceLock;

use super::pieces::{Kind, Piece};
use crate::document::Label;
use crate::form::{Edition, Form, TableForm, TableKind};
use crate::text::blank::push_without_blanks;
use crate::text::buckets::Buckets;
use crate::text::order::sort_by;
use crate::text::{Span, is_han};

/// Labels of up to this many characters are read only where a word begins and ends: 其他 stands in many words.
const SHORT: usize = 4;
/// `商业企业科研机构社会公益组织法律服务机构其他总计` without anything between: short labels vouch for one another.
const CHAIN: usize = 16;

/// What a label names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    Row(usize),
    Column(usize),
    Caption(usize),
}

/// The labels of one table of one edition, folded.
pub struct Lexicon {
    /// By the bucket of their first character, the longest first.
    labels: Vec<(Vec<char>, Target)>,
    buckets: Buckets,
    /// The folded wordings of each row: the form's own first.
    pub rows: Vec<Vec<String>>,
}

const BUCKETS: usize = 1 << 8;

/// Chinese characters differ in their lower bits most.
fn bucket(first: char) -> usize {
    first as usize % BUCKETS
}

impl Lexicon {
    /// The labels of a table.
    pub fn of(edition: Edition, kind: TableKind) -> &'static Self {
        static OF_2019: [OnceLock<Lexicon>; TableKind::ALL.len()] = [const { OnceLock::new() }; TableKind::ALL.len()];
        static OF_2021: [OnceLock<Lexicon>; TableKind::ALL.len()] = [const { OnceLock::new() }; TableKind::ALL.len()];
        let lexicons = match edition {
            Edition::Y2019 => &OF_2019,
            Edition::Y2021 => &OF_2021,
        };
        lexicons[kind as usize].get_or_init(|| Self::build(Form::of(edition).table(kind)))
    }

    fn build(table: &TableForm) -> Self {
        let mut labels: Vec<(String, Target)> = Vec::new();
        let mut rows = Vec::new();
        for (index, row) in table.rows.iter().enumerate() {
            let wordings: Vec<String> =
                std::iter::once(&row.label).chain(row.variants).map(|label| fold(label)).collect();
            labels.extend(wordings.iter().map(|wording| (wording.clone(), Target::Row(index))));
            rows.push(wordings);
            for (column, form_column) in row.columns.iter().enumerate() {
                let wordings = std::iter::once(&form_column.label).chain(form_column.variants);
                // The head of a block in table two names the columns of all its rows.
                labels.extend(wordings.map(|label| (fold(label), Target::Column(column))));
            }
        }
        labels
            .extend(table.captions.iter().enumerate().map(|(index, caption)| (fold(caption), Target::Caption(index))));
        let mut labels: Vec<(Vec<char>, Target)> =
            labels.into_iter().map(|(label, target)| (label.chars().collect(), target)).collect();
        sort_by(&mut labels, |a, b| bucket(a.0[0]).cmp(&bucket(b.0[0])).then(b.0.len().cmp(&a.0.len())).then(a.cmp(b)));
        labels.dedup();
        let buckets = Buckets::new(BUCKETS, labels.iter().map(|(label, _)| bucket(label[0])));
        Self { labels, buckets, rows }
    }

    /// Whether words, folded, are a piece of a label: what a line or page break left of it.
    pub fn has_piece(&self, folded: &str) -> bool {
        let chars: Vec<char> = folded.chars().collect();
        chars.len() > 1 && self.labels.iter().any(|(label, _)| label.windows(chars.len()).any(|part| part == chars))
    }

    /// The labels that may begin with a character, the longest first.
    fn starting_with(&self, first: char) -> &[(Vec<char>, Target)] {
        &self.labels[self.buckets.places(bucket(first))]
    }

    /// Whether a row's label, as written, is the form's own or an accepted wording.
    pub fn knows_row(&self, row: usize, text: &str) -> bool {
        self.rows[row].iter().any(|wording| wording.chars().eq(text.chars().filter_map(fold_char)))
    }
}

/// A label without what people write in different ways: blanks, punctuation, 它 for 他.
pub fn fold(text: &str) -> String {
    text.chars().filter_map(fold_char).collect()
}

fn fold_char(c: char) -> Option<char> {
    match c {
        '它' => Some('他'),
        _ if is_han(c) || c.is_ascii_alphanumeric() => Some(c.to_ascii_uppercase()),
        _ => None,
    }
}

/// A character of the labels, in the order of the text.
#[derive(Clone, Copy, Debug)]
pub struct Folded {
    c: char,
    /// Its place in the text.
    at: u32,
    piece: u32,
    /// Whether a word starts here.
    starts: bool,
}

impl Folded {
    /// It is as long as the character of the text that it stands for.
    fn span(self) -> Span {
        Span { start: self.at, end: self.at + self.c.len_utf8() as u32 }
    }
}

/// A label found, or words that are none.
#[derive(Clone, Debug)]
pub struct Found {
    /// What it names; `None` for words that are no label of the form.
    pub target: Option<Target>,
    /// The pieces it begins and ends in; values between them interrupt it.
    pub first_piece: usize,
    pub last_piece: usize,
    pub label: Label,
}

/// Finds every label of the table in its pieces, and the words that are none, in the order of the text.
pub fn find(text: &str, pieces: &[Piece], lexicon: &Lexicon) -> Vec<Found> {
    let chars = folded(text, pieces);
    let mut found = Vec::new();
    let mut at = 0;
    let mut loose_from = 0;
    let mut after_match = true;
    while at < chars.len() {
        if let Some((length, target)) = match_at(&chars, at, after_match, lexicon, CHAIN) {
            let ordinal = ordinal_before(&chars, loose_from, at);
            push_loose(text, &chars[loose_from..ordinal], pieces, &mut found);
            found.push(label(text, &chars[ordinal..at + length], Some(target)));
            at += length;
            loose_from = at;
            after_match = true;
        } else {
            at += 1;
            after_match = false;
        }
    }
    push_loose(text, &chars[loose_from..], pieces, &mut found);
    found
}

/// Whether some words are labels of the table and nothing else; and how many they are.
pub fn count_if_only_labels(chars: &[Folded], lexicon: &Lexicon) -> Option<usize> {
    let (mut at, mut loose_from, mut count) = (0, 0, 0);
    while at < chars.len() {
        if let Some((length, _)) = match_at(chars, at, at == loose_from, lexicon, CHAIN) {
            if ordinal_before(chars, loose_from, at) > loose_from {
                return None;
            }
            at += length;
            loose_from = at;
            count += 1;
        } else if at > loose_from {
            // No ordinal has two characters.
            return None;
        } else {
            at += 1;
        }
    }
    (count > 0 && loose_from == at).then_some(count)
}

/// The characters of the words among the pieces.
pub fn folded(text: &str, pieces: &[Piece]) -> Vec<Folded> {
    let words = pieces.iter().filter(|piece| piece.kind == Kind::Text);
    let mut chars = Vec::with_capacity(words.map(|piece| piece.span.range().len()).sum::<usize>() / '字'.len_utf8());
    for (index, piece) in pieces.iter().enumerate().filter(|(_, piece)| piece.kind == Kind::Text) {
        let mut starts = true;
        for (offset, c) in piece.span.of(text).char_indices() {
            match fold_char(c) {
                Some(folded) => {
                    chars.push(Folded { c: folded, at: piece.span.start + offset as u32, piece: index as u32, starts });
                    starts = false;
                }
                None => starts = true,
            }
        }
    }
    chars
}

/// `chain`: how many labels behind one another may vouch for the end of a short one.
fn match_at(
    chars: &[Folded],
    at: usize,
    after_match: bool,
    lexicon: &Lexicon,
    chain: usize,
) -> Option<(usize, Target)> {
    lexicon.starting_with(chars[at].c).iter().find_map(|(label, target)| {
        let end = at + label.len();
        let same = end <= chars.len() && chars[at..end].iter().zip(label).all(|(folded, c)| folded.c == *c);
        let whole_words = || {
            let ends = |end: usize| chars.get(end).is_none_or(|next| next.starts);
            let before_label =
                || chain > 0 && end < chars.len() && match_at(chars, end, true, lexicon, chain - 1).is_some();
            (chars[at].starts || after_match) && (ends(end) || before_label())
        };
        (same && (label.len() > SHORT || whole_words())).then_some((label.len(), *target))
    })
}

/// A wrong number stands before a known label, in the same piece: it belongs to the label.
fn ordinal_before(chars: &[Folded], from: usize, at: usize) -> usize {
    let Some(before) = at.checked_sub(1).filter(|&before| before >= from) else { return at };
    let is_ordinal = chars[before].c.is_ascii_digit() || "一二三四五六七八九十".contains(chars[before].c);
    let stands_alone = chars[before].starts && chars[before].piece == chars[at].piece && chars[at].starts;
    if is_ordinal && stands_alone { before } else { at }
}

fn push_loose(text: &str, chars: &[Folded], pieces: &[Piece], found: &mut Vec<Found>) {
    // Words in different pieces are different labels, unless they only went on to the next line of one cell.
    let mut rest = chars;
    while let Some(first) = rest.first() {
        let mut length = 1;
        while length < rest.len() && rest[length].piece == first.piece {
            length += 1;
        }
        debug_assert!((first.piece as usize) < pieces.len());
        found.push(label(text, &rest[..length], None));
        rest = &rest[length..];
    }
}

fn label(text: &str, chars: &[Folded], target: Option<Target>) -> Found {
    let (first, last) = (chars[0], chars[chars.len() - 1]);
    let span = first.span().to(last.span());
    let mut label = String::with_capacity(span.range().len());
    let mut from = 0;
    // Each piece's part of the label, as written, without blanks.
    while from < chars.len() {
        let piece = chars[from].piece;
        let to = from + chars[from..].iter().take_while(|folded| folded.piece == piece).count();
        let part = widen(text, chars[from].span().to(chars[to - 1].span()));
        push_without_blanks(&mut label, part.of(text));
        from = to;
    }
    Found {
        target,
        first_piece: first.piece as usize,
        last_piece: last.piece as usize,
        label: Label { span: widen(text, span), text: label, known: target.is_some() },
    }
}

/// Takes in the brackets and quotes that close or open the label: `（一）`, `…其他情形）`, `…一稳定”`.
fn widen(text: &str, span: Span) -> Span {
    let mut start = span.start as usize;
    let mut end = span.end as usize;
    if let Some(c) =
        text[..start].chars().next_back().filter(|c| matches!(c, '（' | '(' | '【' | '[' | '《' | '“' | '"'))
    {
        start -= c.len_utf8();
    }
    while let Some(c) = text[end..].chars().next().filter(|c| matches!(c, '）' | ')' | '】' | ']' | '》' | '”' | '"'))
    {
        end += c.len_utf8();
    }
    Span::new(start, end)
}

/// The number of insertions, deletions and replacements between two texts, where it is at most `most`.
///
/// What both begin with is passed over at every step, so that texts that are far apart are told after a few characters.
pub fn distance_within(a: &str, b: &str, most: usize) -> Option<usize> {
    let same: usize = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let (a, b) = (&a[same..], &b[same..]);
    let (Some(from), Some(to)) = (a.chars().next(), b.chars().next()) else {
        let rest = a.chars().chain(b.chars()).take(most + 1).count();
        return (rest <= most).then_some(rest);
    };
    let fewer = most.checked_sub(1)?;
    let (behind_from, behind_to) = (&a[from.len_utf8()..], &b[to.len_utf8()..]);
    let ways = [(behind_from, behind_to), (behind_from, b), (a, behind_to)];
    ways.into_iter().filter_map(|(a, b)| distance_within(a, b, fewer)).min().map(|edits| edits + 1)
}

/// The number of insertions, deletions and replacements between two texts.
pub fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(from != to);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
