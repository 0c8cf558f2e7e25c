//! What a sentence speaks of: the nouns of the tables, and those that only look like them.

use std::ops::Range;

use super::guards::is_filler;
use super::lexicon::{Head, Token, Word};
use super::templates::{self, Domain};
use super::{Reader, State};

impl Reader<'_> {
    /// Documents marked 依申请公开, or requests where they were received.
    pub(super) fn take_marked(&self, index: usize, phrase: &Range<usize>, state: &mut State) {
        let received = self.tokens[phrase.start..index].iter().any(|token| match token.word {
            Word::Term(word) => is_received(word),
            _ => false,
        });
        state.heads.clear();
        if received {
            self.take_head(Head::Requests, &self.tokens[index], state);
        }
    }

    /// "依申请公开13件" and nothing between: documents of that sort, where documents are sorted.
    pub(super) fn is_sort(&self, index: usize) -> bool {
        let token = &self.tokens[index];
        let next = self.tokens.get(index + 1);
        matches!(&self.text[token.at.clone()], "依申请公开" | "依申请")
            && next.is_some_and(|next| {
                matches!(next.word, Word::Number(_)) && is_filler(&self.text[token.at.end..next.at.start])
            })
    }

    /// Something that the tables do not count; but not where a request is for papers about it: 要求公开投诉处理过程.
    pub(super) fn take_elsewhere(&self, index: usize, phrase: &Range<usize>, state: &mut State) {
        let token = &self.tokens[index];
        let asked_for = self.text[..token.at.start].ends_with("要求公开");
        let counted = self.tokens[index..phrase.end].iter().any(|token| matches!(token.word, Word::Number(_)));
        if !asked_for || counted {
            state.heads.clear();
        }
    }

    /// Nouns side by side (行政复议、行政诉讼) are spoken of together.
    pub(super) fn take_head(&self, head: Head, token: &Token, state: &mut State) {
        let between = self.text.get(state.head_end..token.at.start).unwrap_or("。");
        let together = state.domain() == Some(head.domain())
            && matches!(
                between,
                "" | "、" | "和" | "与" | "及" | "或" | "以及" | "和提起" | "、提起" | "及提起" | "或提起" | "案件和"
            );
        if !together {
            state.heads.clear();
        }
        if !state.heads.contains(&head) {
            state.heads.push(head);
        }
        if head.domain() == Domain::Disputes && !state.disputes.contains(&head) {
            state.disputes.push(head);
        }
        state.head_end = token.at.end;
    }

    /// 申请 alone: for information where the paragraph is about that, else for who knows what.
    pub(super) fn take_request(&self, index: usize, state: &mut State) {
        let token = &self.tokens[index];
        if self.is_request(index) {
            if state.domain() != Some(Domain::Requests) {
                self.take_head(Head::Requests, token, state);
            }
            state.head_end = token.at.end;
        } else if !index.checked_sub(1).is_some_and(|before| matches!(self.tokens[before].word, Word::Head(_))) {
            state.heads.clear();
        }
    }

    pub(super) fn is_request(&self, index: usize) -> bool {
        const BETWEEN: [&str; 14] =
            ["", "的", "任何", "相关", "有关", "有效", "此类", "书面", "群众", "公众", "到", "各类", "了", "本年度"];
        let token = &self.tokens[index];
        let before = index.checked_sub(1).map(|before| &self.tokens[before]);
        let gap = &self.text[before.map_or(0, |before| before.at.end)..token.at.start];
        let after_noun = before.is_some_and(|before| matches!(before.word, Word::Head(_) | Word::Elsewhere));
        self.of_requests && !after_noun && BETWEEN.contains(&gap)
    }
}

/// Whether 依申请公开信息 behind the word means requests.
fn is_received(word: &str) -> bool {
    templates::RECEIVING.contains(&word) || matches!(word, "收办" | "办理" | "承办")
}
