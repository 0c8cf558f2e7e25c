//! Wrong expressions as data: each row names what is wrong, what is right, and which neighbours it needs or excludes it.

use std::cmp::Reverse;

use super::occurring::{Key, Place};
use super::quotation::is_quoted;
use super::{Context, Finding};

use crate::document::{Paragraph, Prose};
use crate::form::HEADINGS;
use crate::report::Severity;
use crate::text::order::sort_by_key;
use crate::text::{Span, width};

/// A wrong expression.
#[derive(Debug)]
pub struct Phrase {
    /// How much weight it has.
    pub severity: Severity,
    /// Whether its change is right whenever the finding is.
    pub safe: bool,
    /// What is looked for: two characters and whatever follows them, in which `#` stands for any digit.
    pub wrong: &'static str,
    /// How much of that stands for itself, in bytes.
    pub literal: usize,
    /// What it is looked up by.
    pub key: Key,
    /// What it should be; several that are possible are parted by `/`. A `#` is the digit found.
    pub right: &'static str,
    /// Neighbours of which it needs one, where it needs any, as [`Neighbours`] reads them.
    pub only: &'static str,
    /// Neighbours each of which makes it right after all.
    pub unless: &'static str,
    /// What the tests hold it against.
    #[cfg(test)]
    pub shown: Shown,
}

/// A row's examples.
#[cfg(test)]
#[derive(Debug)]
pub struct Shown {
    /// A sentence with the flaw, `⟦ ⟧` around it.
    pub wrong: &'static str,
    /// The same after the first fix.
    pub right: &'static str,
    /// Sentences with the same characters where nothing is wrong.
    pub traps: &'static [&'static str],
}

/// Makes a list of [`Phrase`]s whose examples stand in the tests only.
macro_rules! phrases {
    ($($severity:ident $safe:literal $wrong:literal => $right:literal,
        only $only:literal, unless $unless:literal,
        shown $shown:literal => $mended:literal, silent $($trap:literal),+;)*) => {
        &[$($crate::rules::phrases::Phrase {
            severity: $crate::report::Severity::$severity,
            safe: $safe,
            wrong: $wrong,
            literal: $crate::rules::phrases::literal($wrong),
            key: $crate::rules::phrases::key($wrong),
            right: $right,
            only: $only,
            unless: $unless,
            #[cfg(test)]
            shown: $crate::rules::phrases::Shown { wrong: $shown, right: $mended, traps: &[$($trap),+] },
        }),*]
    };
}
pub(crate) use phrases;

/// How much of a pattern stands for itself.
pub(crate) const fn literal(pattern: &str) -> usize {
    let mut at = 0;
    while at < pattern.len() && !matches!(pattern.as_bytes()[at], b'#' | b'%' | b'$') {
        at += 1;
    }
    at
}

/// What a pattern is looked up by: all that stands for itself.
pub(crate) const fn key(pattern: &str) -> Key {
    let (literal, _) = pattern.split_at(literal(pattern));
    Key::of(literal)
}

/// A paragraph as phrases are looked for in it.
#[derive(Debug)]
pub struct Writing<'a> {
    /// The section it stands in.
    section: Option<u8>,
    /// Its text, joined.
    pub prose: &'a Prose,
}

impl<'a> Writing<'a> {
    /// A paragraph.
    pub fn of(paragraph: &'a Paragraph) -> Self {
        Self { section: paragraph.section, prose: &paragraph.prose }
    }

    /// The name of the part of the report that it stands in.
    pub fn place(&self) -> String {
        place_name(self.section)
    }
}

/// How a finding names a section.
pub fn place_name(section: Option<u8>) -> String {
    match HEADINGS.iter().find(|heading| Some(heading.number) == section) {
        Some(heading) => format!("第{}部分“{}”", heading.ordinal, heading.title),
        None if section == Some(0) => "报告开头".to_owned(),
        None => "正文".to_owned(),
    }
}

/// A phrase that stands in a writing.
pub struct Hit<'a> {
    /// Which.
    pub phrase: &'static Phrase,
    /// Where.
    pub writing: &'a Writing<'a>,
    /// Its range in the writing's prose.
    pub start: usize,
    /// Its range's end.
    pub end: usize,
    /// The same with the neighbours that it needs, to be shown.
    with_neighbours: (usize, usize),
}

impl Hit<'_> {
    /// The phrase as it stands there.
    pub fn text(&self) -> &str {
        &self.writing.prose.text()[self.start..self.end]
    }

    /// Whether others are quoted there, whose words are not judged.
    pub fn is_quoted(&self) -> bool {
        is_quoted(self.writing.prose.text(), &(self.start..self.end))
    }

    /// The finding, in the words of `says`.
    pub fn finding(&self, says: &Says) -> Finding {
        let text = self.writing.prose.text();
        let (from, to) = self.with_neighbours;
        let (before, after) = (&text[from..self.start], &text[self.end..to]);
        let rights: Vec<String> =
            self.phrase.right.split('/').map(|right| with_digits_of(self.text(), right)).collect();
        let shown: Vec<String> = rights.iter().map(|right| quoted(&[before, right, after])).collect();
        let message = says(&self.writing.place(), &quoted(&[&text[from..to]]), &shown.join("或者"));
        let mut finding = Finding::new(self.phrase.severity, self.writing.prose.span(self.start..self.end), message);
        for (right, shown) in rights.iter().zip(&shown) {
            let edit = edit(self.writing, self.start, self.end, right);
            finding = finding.with_fix(format!("改为{shown}"), self.phrase.safe, vec![edit]);
        }
        finding
    }
}

/// The change of a range into `right`, without what both begin or end with: a range may hold a page's number.
pub fn edit(writing: &Writing<'_>, start: usize, end: usize, right: &str) -> (Span, String) {
    let wrong = &writing.prose.text()[start..end];
    let same_length = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
        pairs.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
    };
    let behind = same_length(&mut wrong.chars().rev().zip(right.chars().rev()));
    let (wrong_head, right_head) = (&wrong[..wrong.len() - behind], &right[..right.len() - behind]);
    let mut before = same_length(&mut wrong_head.chars().zip(right_head.chars()));
    if before == wrong_head.len()
        && let Some(last) = wrong_head.chars().next_back()
    {
        // Something is only put in: the character before it tells on which side of a broken line.
        before -= last.len_utf8();
    }
    let span = writing.prose.span(start + before..end - behind);
    (span, right_head[before..].to_owned())
}

/// The phrases that stand in a text, those that are quoted too.
pub fn each_hit(context: &Context<'_>, phrases: &'static [Phrase], found: &mut dyn FnMut(&Hit<'_>)) {
    let paragraphs = &context.document.paragraphs;
    let occurring = context.occurring();
    let mut hits: Vec<(Place, &'static Phrase)> = Vec::new();
    for phrase in phrases {
        for place in occurring.candidates_of(phrase.key) {
            let text = paragraphs[place.paragraph as usize].prose.text();
            if matched(text, phrase, place.at as usize).is_some() {
                hits.push((place, phrase));
            }
        }
    }
    // In the order of the text; of those that begin at one place the longest comes first.
    sort_by_key(&mut hits, |(place, phrase)| (*place, Reverse(phrase.wrong.len())));
    for in_paragraph in hits.chunk_by(|(a, _), (b, _)| a.paragraph == b.paragraph) {
        let writing = Writing::of(&paragraphs[in_paragraph[0].0.paragraph as usize]);
        let mut behind = 0;
        for (place, phrase) in in_paragraph {
            let start = place.at as usize;
            if start >= behind
                && let Some((end, with_neighbours)) = matched(writing.prose.text(), phrase, start)
            {
                behind = end;
                found(&Hit { phrase, writing: &writing, start, end, with_neighbours });
            }
        }
    }
}

/// How a list's findings are worded: given the place, what is wrong and what is right, both in quotes.
pub type Says = dyn Fn(&str, &str, &str) -> String;

/// Reports every phrase of a list that is not quoted.
pub fn report(
    context: &Context<'_>,
    findings: &mut Vec<Finding>,
    phrases: &'static [Phrase],
    says: &Says,
) -> Option<()> {
    each_hit(context, phrases, &mut |hit| {
        if !hit.is_quoted() {
            findings.push(hit.finding(says));
        }
    });
    Some(())
}

/// Where a phrase that begins at an offset ends, and its range with the neighbours that it needs.
fn matched(text: &str, phrase: &Phrase, start: usize) -> Option<(usize, (usize, usize))> {
    let (literal, pattern) = phrase.wrong.as_bytes().split_at(phrase.literal);
    let (before, text) = text.as_bytes().split_at(start);
    // Of what begins alike, most differs at its end.
    if text.get(literal.len() - 1) != literal.last() || !text.starts_with(literal) {
        return None;
    }
    let length = literal.len() + matched_ahead(pattern, &text[literal.len()..])?;
    let after = &text[length..];
    if beside_one(phrase.unless, before, after).is_some() {
        return None;
    }
    let (ahead, behind) = if phrase.only.is_empty() { (0, 0) } else { beside_one(phrase.only, before, after)? };
    let end = start + length;
    Some((end, (start - ahead, end + behind)))
}

/// What [`beside`] says of the first of several neighbours that are there.
fn beside_one(neighbours: &str, before: &[u8], after: &[u8]) -> Option<(usize, usize)> {
    let mut rest = neighbours.as_bytes();
    while !rest.is_empty() {
        let end = rest.iter().position(|byte| *byte == b' ').unwrap_or(rest.len());
        let found = beside(&rest[..end], before, after);
        if found.is_some() {
            return found;
        }
        rest = rest[end..].trim_ascii_start();
    }
    None
}

/// Whether the text around a phrase is what `neighbours` says, and how much of it before and after is worth showing.
///
/// In it `~` is the phrase; `#` is a digit, `%` a Chinese numeral, `$` a mark that ends a clause, `…` at most six
/// characters without such a mark.
fn beside(neighbours: &[u8], before: &[u8], after: &[u8]) -> Option<(usize, usize)> {
    let phrase = neighbours.iter().position(|byte| *byte == b'~')?;
    let lengths = (matched_back(&neighbours[..phrase], before)?, matched_ahead(&neighbours[phrase + 1..], after)?);
    let is_hidden = neighbours.contains(&b'$') || neighbours.windows(QUOTE.len()).any(|part| part == QUOTE);
    Some(if is_hidden { (0, 0) } else { lengths })
}

const QUOTE: &[u8] = "“".as_bytes();
const GAP: &[u8] = "…".as_bytes();

/// How much of a text's start is what a pattern says.
fn matched_ahead(pattern: &[u8], text: &[u8]) -> Option<usize> {
    let (mut from, mut at) = (0, 0);
    while let Some(&part) = pattern.get(from) {
        match part {
            b'#' | b'%' | b'$' => {
                let width = width(*text.get(at)?);
                at += Some(width).filter(|width| is_part(part, &text[at..at + width]))?;
            }
            _ if part == GAP[0] && pattern[from..].starts_with(GAP) => {
                let length = matched_behind_gap(&pattern[from + GAP.len()..], &text[at..])?;
                return Some(at + length);
            }
            // Other characters are compared byte by byte.
            _ if text.get(at) == Some(&part) => at += 1,
            _ => return None,
        }
        from += 1;
    }
    Some(at)
}

/// The same of a pattern that begins with a gap of at most six characters that end no clause.
fn matched_behind_gap(pattern: &[u8], text: &[u8]) -> Option<usize> {
    let mut at = 0;
    for _ in 0..7 {
        let width = width(*text.get(at)?);
        if let Some(length) = matched_ahead(pattern, &text[at..]) {
            return Some(at + length);
        }
        if is_part(b'$', &text[at..at + width]) {
            break;
        }
        at += width;
    }
    None
}

/// How much of a text's end is what a pattern says.
fn matched_back(pattern: &[u8], text: &[u8]) -> Option<usize> {
    let mut rest = text;
    for &part in pattern.iter().rev() {
        let width = match part {
            b'%' | b'$' => 3,
            _ => 1,
        };
        let (before, last) = rest.split_at_checked(rest.len().checked_sub(width)?)?;
        if !is_part(part, last) {
            return None;
        }
        rest = before;
    }
    Some(text.len() - rest.len())
}

/// Whether a character, or a byte of one, is what a part of a pattern says.
fn is_part(part: u8, c: &[u8]) -> bool {
    let is_among = |characters: &str| characters.as_bytes().chunks_exact(3).any(|other| other == c);
    match part {
        b'#' => c[0].is_ascii_digit(),
        b'%' => is_among("一二三四五六七八九十"),
        b'$' => is_among("，。；：！？"),
        _ => c[0] == part,
    }
}

/// In quotes, those inside it made inner ones; words that begin with quotes of their own stand as they are.
fn quoted(parts: &[&str]) -> String {
    let words = parts.concat();
    if words.starts_with('“') {
        return words;
    }
    let mut quoted = String::with_capacity(words.len() + "“”".len());
    quoted.push('“');
    for c in words.chars() {
        quoted.push(match c {
            '“' => '‘',
            '”' => '’',
            _ => c,
        });
    }
    quoted.push('”');
    quoted
}

/// `right` with each `#` replaced by the next digit of what was found that `#` stood for: the last ones.
fn with_digits_of(found: &str, right: &str) -> String {
    let wanted = right.matches('#').count();
    if wanted == 0 {
        return right.to_owned();
    }
    let digits: Vec<char> = found.chars().filter(char::is_ascii_digit).collect();
    let mut digits = digits[digits.len().saturating_sub(wanted)..].iter();
    right.chars().map(|c| if c == '#' { digits.next().copied().unwrap_or(c) } else { c }).collect()
}
