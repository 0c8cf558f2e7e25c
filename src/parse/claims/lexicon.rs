//! The words by which a sentence tells what its figures mean, and the cutting of a text into them.

use std::ops::Range;
use std::sync::LazyLock;

use super::templates::{Domain, TEMPLATES};
use super::words::WORDS;
use crate::text::numbers::Number;
use crate::text::{Firsts, width};

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

impl Word {
    /// Whether it may make a claim; all others only tell what it is about.
    pub fn may_claim(self) -> bool {
        matches!(
            self,
            Self::Number(_) | Self::Denial(_) | Self::All | Self::Rate | Self::Zero | Self::NoRequests | Self::Lost
        )
    }
}

/// A word with its place.
#[derive(Clone, Debug)]
pub struct Token {
    pub word: Word,
    pub at: Range<usize>,
}

/// Every word of the grammar.
struct Lexicon {
    entries: Vec<Entry>,
    /// For each bucket the index of its first entry, or [`NONE`].
    first: Box<[u16; BUCKETS]>,
    /// What the words begin with that may make a claim.
    claiming: Firsts,
}

/// A word with what it means.
struct Entry {
    text: &'static str,
    word: Word,
    /// The index of the next entry of its bucket, or [`NONE`].
    next: u16,
}

const NONE: u16 = u16::MAX;
const BUCKETS: usize = 1 << 10;

/// Where the words stand that begin like a text, mostly nowhere.
fn bucket(text: &[u8]) -> usize {
    match text {
        [0xe0..0xf0, second, third, ..] => bucket_of(*second, *third),
        [first, ..] => usize::from(*first),
        [] => 0,
    }
}

/// Chinese characters differ in their last bytes most.
fn bucket_of(second: u8, third: u8) -> usize {
    usize::from(second % 16) * 64 + usize::from(third % 64)
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let terms = TEMPLATES.iter().flat_map(|template| template.words).map(|text| (*text, Word::Term(text)));
    let words = WORDS.iter().flat_map(|(word, texts)| texts.iter().map(move |text| (*text, *word)));
    // Nothing is sorted: a first check waits for this.
    let mut lexicon =
        Lexicon { entries: Vec::with_capacity(1 << 10), first: Box::new([NONE; BUCKETS]), claiming: Firsts::default() };
    for (text, word) in terms.chain(words) {
        let first = &mut lexicon.first[bucket(text.as_bytes())];
        let next = std::mem::replace(first, lexicon.entries.len() as u16);
        lexicon.entries.push(Entry { text, word, next });
        if word.may_claim() {
            lexicon.claiming.add(text);
        }
    }
    lexicon
});

impl Lexicon {
    /// How many bytes stand before the next character that a word or a year may begin with.
    fn bytes_before_word(&self, text: &[u8]) -> usize {
        let mut rest = text;
        loop {
            rest = match rest {
                [0xe0..=0xef, second, third, behind @ ..] if self.first[bucket_of(*second, *third)] == NONE => behind,
                [byte @ ..0x80, behind @ ..] if self.first[usize::from(*byte)] == NONE && !byte.is_ascii_digit() => {
                    behind
                }
                _ => break,
            };
        }
        text.len() - rest.len()
    }

    /// The longest word that a text begins with.
    fn word(&self, text: &[u8]) -> Option<&Entry> {
        let mut longest: Option<&Entry> = None;
        let mut next = self.first[bucket(text)];
        while let Some(entry) = self.entries.get(usize::from(next)) {
            next = entry.next;
            let word = entry.text.as_bytes();
            // Words of one bucket often begin with the same characters; where they end they mostly differ.
            if text.get(word.len() - 1) == word.last()
                && longest.is_none_or(|longest| longest.text.len() < word.len())
                && text.starts_with(word)
            {
                longest = Some(entry);
            }
        }
        longest
    }
}

/// Whether a text has a word that may make a claim, wherever one may begin.
pub fn has_claiming_word(text: &str) -> bool {
    let lexicon = &*LEXICON;
    let mut rest = text.as_bytes();
    loop {
        rest = match rest {
            // A fourth byte is no character's first and goes by alone.
            [0xe0..=0xff, _, _, behind @ ..] => {
                if lexicon.claiming.may_begin(rest) && lexicon.word(rest).is_some_and(|entry| entry.word.may_claim()) {
                    return true;
                }
                behind
            }
            [_, behind @ ..] => behind,
            [] => return false,
        };
    }
}

/// Cuts a text into its words, the longest first. What stands in 《》 is a title and says nothing; nor do brackets
/// without a figure.
pub fn tokens(text: &str, numbers: &[Number], tokens: &mut Vec<Token>) {
    let lexicon = &*LEXICON;
    let bytes = text.as_bytes();
    tokens.clear();
    let mut next_number = 0;
    let mut at = 0;
    while at < bytes.len() {
        while numbers.get(next_number).is_some_and(|number| number.extent.start < at) {
            next_number += 1;
        }
        let number = numbers.get(next_number);
        let before_number = number.map_or(bytes.len(), |number| number.extent.start);
        at += lexicon.bytes_before_word(&bytes[at..before_number]);
        if at == before_number {
            let Some(number) = number else { break };
            tokens.push(Token { word: Word::Number(next_number), at: number.extent.clone() });
            at = number.extent.end;
            continue;
        }
        at += if let Some(length) = silent_bracket(text, at, before_number) {
            length
        } else if let Some((year, length)) = year(text, at) {
            tokens.push(Token { word: Word::Year(year), at: at..at + length });
            length
        } else if let Some(Entry { text, word, .. }) = lexicon.word(&bytes[at..]) {
            if *word != Word::Neutral {
                tokens.push(Token { word: *word, at: at..at + text.len() });
            }
            text.len()
        } else {
            width(bytes[at])
        };
    }
}

/// The length of a title in 《》, or of a bracket that holds no figure.
fn silent_bracket(text: &str, at: usize, next_number: usize) -> Option<usize> {
    const LONGEST: usize = 300;
    let text = &text[at..];
    let close = match text.as_bytes() {
        [0xe3, 0x80, 0x8a, ..] => '》',
        [0xef, 0xbc, 0x88, ..] => '）',
        [b'(', ..] => ')',
        _ => return None,
    };
    let length = text.char_indices().take(LONGEST).find(|(_, c)| *c == close).map(|(at, c)| at + c.len_utf8())?;
    let inner = &text[..length];
    let says_something = close != '》' && (next_number < at + length || inner.contains(['。', '；']));
    (!says_something).then_some(length)
}

/// A year in digits, and its length: 2023年, 2023年度.
fn year(text: &str, at: usize) -> Option<(i32, usize)> {
    let (before, text) = text.split_at(at);
    let digits = text.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    if before.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let year: i32 = digits.parse().ok().filter(|year| (1990..2100).contains(year))?;
    let behind = text[4..].strip_prefix('年')?;
    let length = 4 + "年".len() + if behind.starts_with('度') { "度".len() } else { 0 };
    Some((year, length))
}
