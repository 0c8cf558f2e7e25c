//! Brackets and marks of titles, matched as far as they match.

use std::ops::Range;

use super::running::Running;
use crate::text::order::sort_by_key;

/// Kinds of marks that stand in pairs: opening and closing, each in the forms that people write.
const KINDS: [(&[char], &[char]); 5] = [
    (&['（', '('], &['）', ')']),
    (&['《'], &['》']),
    (&['〈'], &['〉']),
    (&['〔', '﹝'], &['〕', '﹞']),
    (&['【', '['], &['】', ']']),
];
const TITLE: usize = 1;
const INNER_TITLE: usize = 2;
/// What people write for 〈 and 〉 inside a title.
const LIKE_INNER_OPEN: [char; 4] = ['<', '‹', '＜', '«'];
const LIKE_INNER_CLOSE: [char; 4] = ['>', '›', '＞', '»'];

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
        for (at, c) in running.all_marks() {
            let range = at..at + c.len_utf8();
            let is_inner_like = LIKE_INNER_OPEN.contains(&c) || LIKE_INNER_CLOSE.contains(&c);
            if running.is_protected(&range) || running.is_named(&range) || is_inner_like && !matching.in_title() {
                continue;
            }
            if opening_kind(c).is_some() {
                let parent = matching.open.last().map(|(_, parent, _)| *parent);
                matching.open.push((range, c, parent));
            } else if let Some(kind) = closing_kind(c) {
                matching.close(range, kind);
            } else if c == '。' {
                matching.end_of_sentence();
            }
        }
        let mut found = matching.found;
        found.unclosed.extend(matching.open.into_iter().map(|(range, ..)| range));
        sort_by_key(&mut found.unclosed, |range| range.start as u64);
        found
    }
}

/// An opening mark that waits, with the mark around it.
type Open = (Range<usize>, char, Option<char>);

struct Matching<'a> {
    running: &'a Running<'a>,
    found: Pairs,
    open: Vec<Open>,
}

impl Matching<'_> {
    fn in_title(&self) -> bool {
        self.open.iter().any(|(_, c, _)| opening_kind(*c) == Some(TITLE))
    }

    fn close(&mut self, close: Range<usize>, kind: usize) {
        let kind_of = |open: &Open| opening_kind(open.1);
        let same = self.open.iter().rposition(|open| kind_of(open) == Some(kind));
        let top = self.open.last().and_then(kind_of);
        let index = match (same, top) {
            // 《甲〈乙》的通知》: the first 》 stands where 〉 should.
            (Some(_), Some(INNER_TITLE)) if kind == TITLE && self.is_closed_again(close.end) => self.open.len() - 1,
            (Some(index), _) => index,
            // 《甲〉, （甲】: closed by a mark of another kind.
            (None, Some(top)) if (top == TITLE) == (kind == INNER_TITLE) && top != INNER_TITLE && kind != TITLE => {
                self.open.len() - 1
            }
            _ => {
                if !self.is_list_mark(&close) {
                    self.found.unopened.push(close);
                }
                return;
            }
        };
        self.found.unclosed.extend(self.open.drain(index + 1..).map(|(range, ..)| range));
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
        let is_title = |open: &Open| matches!(opening_kind(open.1), Some(TITLE | INNER_TITLE));
        let (titles, others) = self.open.drain(..).partition(is_title);
        self.open = others;
        let titles: Vec<Open> = titles;
        self.found.unclosed.extend(titles.into_iter().map(|(range, ..)| range));
    }

    /// 1）, a), 一): the number of an item takes no opening bracket.
    fn is_list_mark(&self, close: &Range<usize>) -> bool {
        let before = &self.running.text()[..close.start];
        if matches!(before.len() - before.trim_end_matches(|c: char| c.is_ascii_alphanumeric()).len(), 1..=2) {
            return true;
        }
        let numeral = |c: char| c.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(c);
        let rest = before.trim_end_matches(numeral);
        let length = before.len() - rest.len();
        (1..=6).contains(&length) && (rest.is_empty() || rest.ends_with(['，', '。', '；', '：', '、', ':', ';', ',']))
    }
}

fn opening_kind(c: char) -> Option<usize> {
    if LIKE_INNER_OPEN.contains(&c) {
        return Some(INNER_TITLE);
    }
    KINDS.iter().position(|(open, _)| open.contains(&c))
}

fn closing_kind(c: char) -> Option<usize> {
    if LIKE_INNER_CLOSE.contains(&c) {
        return Some(INNER_TITLE);
    }
    KINDS.iter().position(|(_, close)| close.contains(&c))
}

/// The closing mark that an opening one asks for, in Chinese text.
pub fn closing_of(open: char) -> char {
    match open {
        '《' => '》',
        '〔' | '﹝' => '〕',
        '【' | '[' => '】',
        _ if opening_kind(open) == Some(INNER_TITLE) => '〉',
        _ => '）',
    }
}
