//! Whose figures a sentence gives: this year's, or last year's where it names that year.

use std::ops::Range;

use super::lexicon::{Token, Word};
use super::{Draft, Reader};

/// Whose figures are read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    ThisYears,
    LastYears,
}

impl Reader<'_> {
    /// Whether a year named is the one whose figures are read; `None` where the report does not tell its own.
    pub(super) fn is_own_year(&self, token: &Token) -> Option<bool> {
        let last_years = self.whose == Whose::LastYears;
        match token.word {
            Word::Year(year) => self.document.year.map(|own| year == own - i32::from(last_years)),
            _ => Some(last_years && names_last_year(&self.text[token.at.clone()])),
        }
    }

    /// Whether last year is named in the figure's own clause, at its start and with nothing else between that could be
    /// what the year belongs to: "2022年，我镇收到申请3件", but not "针对上年评议发现的问题，收到申请3件".
    pub(super) fn is_of_last_year(&self, draft: &Draft, sentence: &Range<usize>) -> bool {
        const OTHERWISE: [&str; 11] = ["以来", "底", "末", "问题", "评议", "考核", "工作", "计划", "的", "同期", "月"];
        /// The figure is of last year's requests that this year answered.
        const GOES_ON: [&str; 4] = ["结转", "转入", "延", "跨年"];
        const OPENS: [char; 7] = ['，', '；', '：', '（', '(', '。', '、'];
        let before = self.tokens[sentence.clone()].iter().take_while(|token| token.at.end <= draft.at.start);
        let is_year = |token: &&Token| matches!(token.word, Word::Year(_) | Word::LastYear | Word::ThisYear);
        let Some(year) = before.filter(is_year).last().filter(|token| self.is_own_year(token) == Some(true)) else {
            return false;
        };
        let ahead =
            self.text[..year.at.start].trim_end_matches(['我', '本', '镇', '乡', '局', '县', '区', '市', '街', '道']);
        let between = self.text[year.at.end..draft.at.start].trim_start_matches(['度', '，']);
        let behind = self.text[draft.at.end..].split(OPENS).next().unwrap_or_default();
        (ahead.is_empty() || ahead.ends_with(OPENS))
            && !between.contains(OPENS)
            && !OTHERWISE.iter().any(|word| between.contains(word))
            && !GOES_ON.iter().any(|word| behind.contains(word))
    }
}

/// Whether a word names the year before, and not a part of this one or any year before.
fn names_last_year(word: &str) -> bool {
    ["上年", "上一年", "去年"].iter().any(|name| word.starts_with(name))
}
