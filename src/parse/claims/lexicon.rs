//! The words by which a sentence tells what its figures mean, and the cutting of a text into them.

use std::ops::Range;
use std::sync::LazyLock;

use super::templates::{Domain, TEMPLATES};
use super::words::WORDS;
use crate::text::numbers::Number;
use crate::text::order::sort_by_key;

/// A noun that figures are counted of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    Requests,
    Review,
    /// Lawsuits of both kinds.
    Litigation,
    DirectLitigation,
    LitigationAfterReview,
    Regulation,
    NormativeDocument,
    Licence,
    Penalty,
    Coercion,
    Fee,
    FeeNotice,
}

impl Head {
    pub fn domain(self) -> Domain {
        match self {
            Self::Requests => Domain::Requests,
            Self::Review | Self::Litigation | Self::DirectLitigation | Self::LitigationAfterReview => Domain::Disputes,
            Self::Regulation | Self::NormativeDocument => Domain::Documents,
            Self::Licence | Self::Penalty | Self::Coercion => Domain::Decisions,
            Self::Fee => Domain::Fees,
            Self::FeeNotice => Domain::FeeNotices,
        }
    }

    /// The rows of its table.
    pub fn rows(self) -> &'static [&'static str] {
        match self {
            Self::Requests | Self::FeeNotice => &[],
            Self::Review => &["review"],
            Self::Litigation => &["direct-litigation", "litigation-after-review"],
            Self::DirectLitigation => &["direct-litigation"],
            Self::LitigationAfterReview => &["litigation-after-review"],
            Self::Regulation => &["20.1.regulation"],
            Self::NormativeDocument => &["20.1.normative-document"],
            Self::Licence => &["20.5.licence"],
            Self::Penalty => &["20.6.penalty"],
            Self::Coercion => &["20.6.coercion"],
            Self::Fee => &["20.8.fee"],
        }
    }
}

/// What a sentence says did not happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denial {
    Received,
    Happened,
    Made,
    Repealed,
    Charged,
    /// 无, 没有: whatever follows.
    Anything,
}

/// A word, a mark or a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    Stop,
    Semicolon,
    Comma,
    Pause,
    Open,
    Close,
    Number(usize),
    Year(i32),
    /// A word of the templates.
    Term(&'static str),
    Head(Head),
    /// Documents marked 依申请公开, which are requests only behind 收到 and the like.
    Marked,
    /// 申请 alone, which may be one for anything.
    Request,
    /// A noun of which the tables count nothing: letters, hotlines, proposals.
    Elsewhere,
    /// Documents at large, which are sorted by whether they may be published.
    Sorted,
    Denial(Denial),
    /// 为零.
    Zero,
    /// 零申请 and the like, in one word.
    NoRequests,
    Lost,
    All,
    Among,
    Respectively,
    /// 因, 由: what follows is a cause.
    Cause,
    Rate,
    LastYear,
    ThisYear,
    OwnBody,
    OtherBody,
    /// Passed on from another body, or done to help it.
    Passing,
    Cumulative,
    /// 比上年增加.
    Change,
    Neutral,
}

/// A word with its place.
#[derive(Clone, Debug)]
pub struct Token {
    pub word: Word,
    pub at: Range<usize>,
}

/// By first character; longer words first.
static LEXICON: LazyLock<Vec<(char, &'static str, Word)>> = LazyLock::new(|| {
    let terms = TEMPLATES.iter().flat_map(|template| template.words).map(|word| (*word, Word::Term(word)));
    let words = WORDS.iter().flat_map(|(word, texts)| texts.iter().map(move |text| (*text, *word)));
    let with_first = |(text, word): (&'static str, Word)| (text.chars().next().unwrap_or_default(), text, word);
    let mut lexicon: Vec<_> = words.chain(terms).map(with_first).collect();
    sort_by_key(&mut lexicon, |(first, text, _)| (*first, std::cmp::Reverse(text.len())));
    lexicon
});

/// Cuts a text into its words, the longest first. What stands in 《》 is a title and says nothing; nor do brackets
/// without a figure.
pub fn tokens(text: &str, numbers: &[Number]) -> Vec<Token> {
    let lexicon = &*LEXICON;
    let mut tokens = Vec::new();
    let mut next_number = 0;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        while numbers.get(next_number).is_some_and(|number| number.extent.start < at) {
            next_number += 1;
        }
        if let Some(number) = numbers.get(next_number).filter(|number| number.extent.start == at) {
            tokens.push(Token { word: Word::Number(next_number), at: number.extent.clone() });
            at = number.extent.end;
            continue;
        }
        if let Some(length) = silent_bracket(&text[at..], c, || {
            numbers.get(next_number).map_or(usize::MAX, |number| number.extent.start - at)
        }) {
            at += length;
            continue;
        }
        if let Some((year, length)) = year(&text[at..]).filter(|_| !text[..at].ends_with(|c: char| c.is_ascii_digit()))
        {
            tokens.push(Token { word: Word::Year(year), at: at..at + length });
            at += length;
            continue;
        }
        let from = lexicon.partition_point(|(first, ..)| *first < c);
        let mut same_first = lexicon[from..].iter().take_while(|(first, ..)| *first == c);
        let found = same_first.find(|(_, word, _)| text[at..].starts_with(word));
        let length = found.map_or(c.len_utf8(), |(_, word, _)| word.len());
        if let Some((.., word)) = found.filter(|(.., word)| *word != Word::Neutral) {
            tokens.push(Token { word: *word, at: at..at + length });
        }
        at += length;
    }
    tokens
}

/// The length of a title in 《》, or of a bracket that holds no figure.
fn silent_bracket(text: &str, open: char, next_number: impl Fn() -> usize) -> Option<usize> {
    const LONGEST: usize = 300;
    let close = match open {
        '《' => '》',
        '（' => '）',
        '(' => ')',
        _ => return None,
    };
    let length = text.char_indices().take(LONGEST).find(|(_, c)| *c == close).map(|(at, c)| at + c.len_utf8())?;
    let inner = &text[..length];
    let says_something = open != '《' && (next_number() < length || inner.contains(['。', '；']));
    (!says_something).then_some(length)
}

/// A year in digits: 2023年, 2023年度.
fn year(text: &str) -> Option<(i32, usize)> {
    let digits = text.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let year: i32 = digits.parse().ok().filter(|year| (1990..2100).contains(year))?;
    let behind = text[4..].strip_prefix('年')?;
    let length = 4 + "年".len() + if behind.starts_with('度') { "度".len() } else { 0 };
    Some((year, length))
}
