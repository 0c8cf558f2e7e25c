//! Brackets and marks of titles, matched as far as they match.

use std::ops::Range;

use super::marks::{MarkSet, is_among};
use super::running::Running;
use crate::text::order::sort_by_key;

/// Kinds of marks that stand in pairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Bracket,
    Title,
    InnerTitle,
    SixCornered,
    Square,
}

/// Two marks that belong together.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The opening mark.
    pub open: Range<usize>,
    /// The closing mark.
    pub close: Range<usize>,
    /// The opening mark of the pair around it, where there is one.
    pub parent: Option<char>,
}

/// The pairs of a paragraph, and the marks without a partner.
#[derive(Debug, Default)]
pub struct Pairs {
    /// In the order in which they are closed.
    pub matched: Vec<Pair>,
    /// Opening marks that nothing closes.
    pub unclosed: Vec<Range<usize>>,
    /// Closing marks that nothing opens.
    pub unopened: Vec<Range<usize>>,
}

impl Pairs {
    /// Matches the marks of a paragraph.
    pub fn of(running: &Running<'_>) -> Self {
        let mut matching = Matching { running, found: Self::default(), open: Vec::new() };
        for mark in running.marks(PAIRED) {
            let (range, c) = (mark.range(), mark.c);
            // “（” speaks of the mark itself.
            let is_named = mark.is_beside_another && running.is_named(&range);
            if is_named || is_like_inner(c) && !matching.in_title() {
                continue;
            }
            if c == '。' {
                matching.end_of_sentence();
            } else if let Some(kind) = closing_kind(c) {
                matching.close(range, kind);
            } else {
                let parent = matching.open.last().map(|(_, parent, _)| *parent);
                matching.open.push((range, c, parent));
            }
        }
        let mut found = matching.found;
        found.unclosed.extend(matching.open.into_iter().map(|(range, ..)| range));
        sort_by_key(&mut found.unclosed, |range| range.start);
        found
    }
}

/// What [`opening_kind`] and [`closing_kind`] know, and the full stop, behind which no title goes on.
const PAIRED: MarkSet = MarkSet::of(&[
    '。', '（', '）', '《', '》', '(', ')', '〈', '〉', '<', '>', '‹', '›', '＜', '＞', '«', '»', '〔', '〕', '﹝',
    '﹞', '【', '】', '[', ']',
]);

/// A closing mark is looked for among so many opening ones before it at most: nobody nests deeper.
pub const DEEPEST: usize = 64;

/// An opening mark that waits, with the mark around it.
type Open = (Range<usize>, char, Option<char>);

struct Matching<'a> {
    running: &'a Running<'a>,
    found: Pairs,
    open: Vec<Open>,
}

impl Matching<'_> {
    /// From where on something may close the opening marks.
    fn waiting(&self) -> usize {
        self.open.len().saturating_sub(DEEPEST)
    }

    fn in_title(&self) -> bool {
        self.open[self.waiting()..].iter().any(|(_, c, _)| opening_kind(*c) == Some(Kind::Title))
    }

    fn close(&mut self, close: Range<usize>, kind: Kind) {
        let kind_of = |open: &Open| opening_kind(open.1);
        let waiting = self.waiting();
        let same = self.open[waiting..].iter().rposition(|open| kind_of(open) == Some(kind)).map(|at| waiting + at);
        let top = self.open.last().and_then(kind_of);
        let index = match (same, top) {
            // 《甲〈乙》的通知》: the first 》 stands where 〉 should.
            (Some(_), Some(Kind::InnerTitle)) if kind == Kind::Title && self.is_closed_again(close.end) => {
                self.open.len() - 1
            }
            (Some(index), _) => index,
            // 《甲〉, （甲】: closed by a mark of another kind.
            (None, Some(top))
                if (top == Kind::Title) == (kind == Kind::InnerTitle)
                    && top != Kind::InnerTitle
                    && kind != Kind::Title =>
            {
                self.open.len() - 1
            }
            _ => {
                if !self.is_list_mark(&close) {
                    self.found.unopened.push(close);
                }
                return;
            }
        };
        while self.open.len() > index + 1 {
            self.found.unclosed.extend(self.open.pop().map(|(range, ..)| range));
        }
        // An empty pair is spoken of, or a place to be filled in.
        if let Some((open, _, parent)) = self.open.pop()
            && open.end < close.start
        {
            self.found.matched.push(Pair { open, close, parent });
        }
    }

    /// Whether the next mark of a title closes one.
    fn is_closed_again(&self, from: usize) -> bool {
        self.running.text()[from..].chars().find(|c| matches!(c, '《' | '》' | '。')) == Some('》')
    }

    /// No title goes on behind a full stop.
    fn end_of_sentence(&mut self) {
        let waiting = self.waiting();
        let is_title = |open: &Open| matches!(opening_kind(open.1), Some(Kind::Title | Kind::InnerTitle));
        self.found.unclosed.extend(self.open.extract_if(waiting.., |open| is_title(open)).map(|(range, ..)| range));
    }

    /// 1）, a), 一): the number of an item takes no opening bracket.
    fn is_list_mark(&self, close: &Range<usize>) -> bool {
        let before = &self.running.text()[..close.start];
        if matches!(before.len() - before.trim_end_matches(|c: char| c.is_ascii_alphanumeric()).len(), 1..=2) {
            return true;
        }
        let numeral = |c: char| c.is_ascii_alphanumeric() || is_among(c, "一二三四五六七八九十");
        let rest = before.trim_end_matches(numeral);
        let length = before.len() - rest.len();
        (1..=6).contains(&length) && (rest.is_empty() || rest.ends_with(['，', '。', '；', '：', '、', ':', ';', ',']))
    }
}

/// What an opening mark opens, in the forms that people write.
fn opening_kind(c: char) -> Option<Kind> {
    match c {
        '（' | '(' => Some(Kind::Bracket),
        '《' => Some(Kind::Title),
        '〈' | '<' | '‹' | '＜' | '«' => Some(Kind::InnerTitle),
        '〔' | '﹝' => Some(Kind::SixCornered),
        '【' | '[' => Some(Kind::Square),
        _ => None,
    }
}

/// What a closing mark closes.
fn closing_kind(c: char) -> Option<Kind> {
    match c {
        '）' | ')' => Some(Kind::Bracket),
        '》' => Some(Kind::Title),
        '〉' | '>' | '›' | '＞' | '»' => Some(Kind::InnerTitle),
        '〕' | '﹞' => Some(Kind::SixCornered),
        '】' | ']' => Some(Kind::Square),
        _ => None,
    }
}

/// What people write for 〈 and 〉 inside a title.
pub fn is_like_inner(c: char) -> bool {
    matches!(c, '<' | '‹' | '＜' | '«' | '>' | '›' | '＞' | '»')
}

/// The closing mark that an opening one asks for, in Chinese text.
pub fn closing_of(open: char) -> char {
    match open {
        '《' => '》',
        '〔' | '﹝' => '〕',
        '【' | '[' => '】',
        _ if opening_kind(open) == Some(Kind::InnerTitle) => '〉',
        _ => '）',
    }
}
