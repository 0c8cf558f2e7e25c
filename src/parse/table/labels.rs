//! Where a table's labels stand in its pieces, however they are broken up.

use std::borrow::Cow;
use std::ops::Range;

use super::fold::Folded;
use super::lexicon::{Lexicon, Target};
use crate::document::Label;
use crate::text::blank::{is_blank, push_without_blanks};
use crate::text::{Letters, Span, width};

/// A label found, or words that are none.
#[derive(Clone, Debug)]
pub struct Found {
    /// What it names; `None` for words that are no label of the form.
    pub target: Option<Target>,
    /// The pieces it begins and ends in; values between them interrupt it.
    pub first_piece: usize,
    pub last_piece: usize,
    /// Where it stands, with its brackets.
    pub span: Span,
    /// Whether it is worded and numbered as the form has it.
    pub known: bool,
    /// The wording of the form by which it was found.
    wording: &'static str,
    /// Its letters, among those of the table.
    letters: Range<usize>,
}

/// The words of a table.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    pub text: &'a str,
    pub folded: &'a [Folded],
}

impl Words<'_> {
    /// Finds every label of the table, and the words that are none, in the order of the text.
    #[inline(never)]
    pub fn find(self, lexicon: &Lexicon) -> Vec<Found> {
        let folded = self.folded;
        let mut found = Vec::with_capacity(folded.len() / 4);
        let mut at = 0;
        let mut loose_from = 0;
        let mut after_label = true;
        while at < folded.len() {
            if let Some(wording) = lexicon.label_at(folded, at, after_label) {
                let ordinal = ordinal_before(folded, loose_from, at);
                self.push_loose(loose_from..ordinal, &mut found);
                let known = ordinal == at;
                at += wording.length();
                found.push(Found { known, wording: wording.text, ..self.found(ordinal..at, Some(wording.target)) });
                loose_from = at;
                after_label = true;
            } else {
                at += 1;
                after_label = false;
            }
        }
        self.push_loose(loose_from..folded.len(), &mut found);
        found
    }

    /// Words in different pieces are different labels, unless they only went on to the next line of one cell.
    fn push_loose(self, words: Range<usize>, found: &mut Vec<Found>) {
        let mut from = words.start;
        while from < words.end {
            let to = self.end_of_part(from, words.end);
            found.push(self.found(from..to, None));
            from = to;
        }
    }

    fn found(self, letters: Range<usize>, target: Option<Target>) -> Found {
        let (first, last) = (self.folded[letters.start], self.folded[letters.end - 1]);
        Found {
            target,
            first_piece: first.piece as usize,
            last_piece: last.piece as usize,
            span: self.span(&letters),
            known: false,
            wording: "",
            letters,
        }
    }

    /// A label as written.
    pub fn label(self, found: &Found) -> Label {
        let written = found.span.of(self.text);
        let text = if written == found.wording {
            Cow::Borrowed(found.wording)
        } else {
            let mut text = String::with_capacity(written.len());
            self.push_text(found, &mut text);
            Cow::Owned(text)
        };
        Label { span: found.span, text, known: found.known }
    }

    /// Adds a label's words as written, without blanks.
    pub fn push_text(self, found: &Found, text: &mut String) {
        if found.first_piece == found.last_piece {
            return push_part(found.span.of(self.text), text);
        }
        let mut from = found.letters.start;
        while from < found.letters.end {
            let to = self.end_of_part(from, found.letters.end);
            push_part(self.span(&(from..to)).of(self.text), text);
            from = to;
        }
    }

    /// A label's letters.
    pub fn letters(self, found: &Found) -> Vec<u32> {
        self.folded[found.letters.clone()].iter().map(|folded| folded.letter).collect()
    }

    /// Where the part of words ends that stands in one piece.
    fn end_of_part(self, from: usize, until: usize) -> usize {
        let mut to = from + 1;
        while to < until && self.folded[to].piece == self.folded[from].piece {
            to += 1;
        }
        to
    }

    /// Where words stand, with the brackets and quotes that open or close them: `（一）`, `…其他情形）`, `…一稳定”`.
    fn span(self, letters: &Range<usize>) -> Span {
        let bytes = self.text.as_bytes();
        let start = self.folded[letters.start].at as usize;
        let last = self.folded[letters.end - 1].at as usize;
        let mut end = last + width(bytes[last]);
        loop {
            let mark = closing_mark(&bytes[end..]);
            if mark == 0 {
                return Span::new(start - opening_mark(&bytes[..start]), end);
            }
            end += mark;
        }
    }
}

/// Adds what one piece has of a label, without blanks. Most have none.
fn push_part(part: &str, text: &mut String) {
    if part.bytes().any(is_blank) {
        push_without_blanks(text, part);
    } else {
        text.push_str(part);
    }
}

/// The length of an opening bracket or quote that stands last: one of ASCII's, or （, 【, 《, “.
fn opening_mark(before: &[u8]) -> usize {
    match before {
        [.., b'(' | b'[' | b'"'] => 1,
        [.., 0xef, 0xbc, 0x88] | [.., 0xe3, 0x80, 0x90 | 0x8a] | [.., 0xe2, 0x80, 0x9c] => 3,
        _ => 0,
    }
}

/// The length of a closing bracket or quote that stands first: one of ASCII's, or ）, 】, 》, ”.
fn closing_mark(behind: &[u8]) -> usize {
    match behind {
        [b')' | b']' | b'"', ..] => 1,
        [0xef, 0xbc, 0x89, ..] | [0xe3, 0x80, 0x91 | 0x8b, ..] | [0xe2, 0x80, 0x9d, ..] => 3,
        _ => 0,
    }
}

/// Whether some words are labels of a table and nothing else; and how many they are.
pub fn count_if_only_labels(folded: &[Folded], lexicon: &Lexicon) -> Option<usize> {
    // The first begins here, or behind its ordinal.
    let begins = |at: usize| folded.get(at).is_some_and(|first| lexicon.may_begin_with(first.letter));
    if !begins(0) && !begins(1) {
        return None;
    }
    let (mut at, mut loose_from, mut count) = (0, 0, 0);
    while at < folded.len() {
        if let Some(wording) = lexicon.label_at(folded, at, at == loose_from) {
            if ordinal_before(folded, loose_from, at) > loose_from {
                return None;
            }
            at += wording.length();
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

/// A wrong number stands before a known label, in the same piece: it belongs to the label.
fn ordinal_before(folded: &[Folded], from: usize, at: usize) -> usize {
    let Some(before) = at.checked_sub(1).filter(|&before| before >= from) else { return at };
    let stands_alone = folded[before].starts && folded[before].piece == folded[at].piece && folded[at].starts;
    let is_ordinal = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    if stands_alone && char::from_u32(folded[before].letter).is_some_and(is_ordinal) { before } else { at }
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
    let a: Vec<u32> = Letters::of(a).map(|(_, letter)| letter).collect();
    let b: Vec<u32> = Letters::of(b).map(|(_, letter)| letter).collect();
    edits(&a, &b)
}

/// The same between letters.
pub fn edits(a: &[u32], b: &[u32]) -> usize {
    // What both begin and end with costs nothing.
    let shorter = a.len().min(b.len());
    let head = (0..shorter).take_while(|&at| a[at] == b[at]).count();
    let tail = (1..=shorter - head).take_while(|&back| a[a.len() - back] == b[b.len() - back]).count();
    let (a, b) = (&a[head..a.len() - tail], &b[head..b.len() - tail]);
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
