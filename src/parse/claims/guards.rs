//! What keeps a figure from being taken for one that a table has: single matters and ways, other things that only
//! have the word in their name, other bodies.

use std::ops::Range;

use super::Reader;
use super::figures::{Meaning, is_one_of, meaning as meaning_of};
use super::templates::{ANSWERING, Domain, RECEIVING, Says};
use crate::document::Subject;

/// Words between what a figure counts and the figure.
const FILLERS: [&str; 41] = [
    "事项", "文件", "书面", "了", "的", "类", "共计", "合计", "总计", "总数", "总量", "数量", "共有", "另有", "还有",
    "尚有", "仍有", "剩余", "其余", "余下", "全年", "案件", "情况", "申请", "其中", "方面", "总共", "数", "量", "共",
    "计", "为", "有", "另", "余", "件", "等", "和", "及", "、", "含",
];

impl Reader<'_> {
    /// "涉及征地的申请共受理3件": requests on one matter only.
    pub(super) fn is_of_some(&self, left: &Range<usize>, meaning: &Meaning) -> bool {
        let is_whole = matches!(meaning.says, Says::Claim(Subject::Received, _)) || ANSWERING.contains(&meaning.word);
        let matters = ["涉及", "关于", "有关", "当场", "当日"];
        is_whole && self.tokens[left.clone()].iter().any(|token| is_one_of(token, &matters))
    }

    /// How many ways of coming in are named; "等方式" stands for all.
    pub(super) fn ways(&self, left: &Range<usize>) -> usize {
        let words = &self.tokens[left.clone()];
        let ways = words.iter().filter(|token| {
            meaning_of(token, Domain::Requests).is_some_and(|meaning| matches!(meaning.says, Says::Channel))
        });
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return 0 };
        let text = &self.text[first.at.start..last.at.end];
        match ways.count() {
            1 if text.contains('等') || text.contains("各") => 2,
            count => count,
        }
    }

    /// "办理规范1份", "处罚决定书3份", "制定、修改、废止规范性文件3件": another thing, or several verbs for one figure.
    pub(super) fn is_of_other_thing(&self, left: &Range<usize>, meaning: &Meaning, number: usize) -> bool {
        let words = &self.tokens[left.clone()];
        let Says::Claim(subject, _) = meaning.says else { return false };
        let is_strict = match subject {
            Subject::Received | Subject::Documents | Subject::Decisions | Subject::Cases => true,
            Subject::Answered => ANSWERING.contains(&meaning.word),
            _ => false,
        };
        let start = self.numbers[number].extent.start;
        let end = words.last().map_or(start, |token| token.at.end);
        let verbs = words.iter().filter(|token| meaning_of(token, Domain::Documents).is_some()).count();
        // Where the word stands behind the figure, nothing before it matters.
        let is_before = meaning.at.start < start;
        is_before && (is_strict && !is_filler(&self.text[end..start]) || *subject == Subject::Documents && verbs > 1)
    }

    /// "行政复议9件，其中政府信息公开类1件", "占全部行政复议9件的一成": the figure is of reviews of every kind.
    pub(super) fn is_of_all_kinds(&self, words: &Range<usize>) -> bool {
        const FAR: usize = 100;
        let behind = &self.text[words.end..];
        let end = behind.char_indices().enumerate().find(|(count, (_, c))| *c == '。' || *count == FAR);
        let behind = &behind[..end.map_or(behind.len(), |(_, (at, _))| at)];
        let parts = behind.split_once("其中").is_some_and(|(_, parts)| parts.contains("信息公开"));
        parts || self.text[..words.start].ends_with(['占', '部'])
    }

    /// Whether a phrase says no more before a place than when and whose: "2023年，我镇共有".
    pub(super) fn opens(&self, phrase: &Range<usize>, at: usize) -> bool {
        const OPENINGS: [&str; 14] = [
            "全年",
            "本年度",
            "年度",
            "本年",
            "今年",
            "目前",
            "现已",
            "已",
            "发生",
            "产生",
            "申请",
            "的",
            "年",
            "上述",
        ];
        const NAMES: [&str; 15] =
            ["镇", "乡", "局", "委", "办", "厅", "街道", "县", "区", "市", "单位", "机关", "政府", "站", "中心"];
        let start = phrase.start.checked_sub(1).map_or(0, |before| self.tokens[before].at.end);
        let mut text = &self.text[start..at.max(start)];
        while let Some(rest) = text
            .strip_prefix(|c: char| c.is_ascii_digit())
            .or_else(|| OPENINGS.iter().chain(&FILLERS).find_map(|word| text.strip_prefix(word)))
        {
            text = rest;
        }
        text.is_empty() || text.chars().count() < 16 && NAMES.iter().any(|name| text.ends_with(name))
    }

    /// Whether the body before the verb is named and is not the one that reports.
    pub(super) fn is_of_other_body(&self, start: usize, word: &str) -> bool {
        const ADVERBS: [&str; 17] = [
            "共计",
            "总共",
            "合计",
            "全年",
            "本年度",
            "年度",
            "主要",
            "共",
            "新",
            "依法",
            "已",
            "也",
            "又",
            "还",
            "现",
            "均",
            "累计",
        ];
        const BODIES: [&str; 19] = [
            "局",
            "委",
            "委员会",
            "办公室",
            "办",
            "厅",
            "镇",
            "乡",
            "街道",
            "办事处",
            "政府",
            "县",
            "区",
            "部门",
            "单位",
            "中心",
            "公司",
            "系统",
            "院",
        ];
        if !RECEIVING.contains(&word) && !matches!(word, "收办" | "办理" | "承办" | "处理") {
            return false;
        }
        let verb = self.text[start..].find(word).map_or(start, |at| start + at);
        let mut before = &self.text[..verb];
        while let Some(rest) = ADVERBS.iter().find_map(|adverb| before.strip_suffix(adverb)) {
            before = rest;
        }
        let name_length: usize = before
            .chars()
            .rev()
            .take(30)
            .take_while(|c| crate::text::is_han(*c) && !matches!(c, '年' | '度' | '在' | '由' | '向' | '对'))
            .map(char::len_utf8)
            .sum();
        let name = &before[before.len() - name_length..];
        if !BODIES.iter().any(|body| name.ends_with(body)) || name.contains(['我', '本', '全', '该']) {
            return false;
        }
        let organ = self.document.title.as_ref().and_then(|title| title.organ.as_deref());
        organ.is_some_and(|organ| !is_short_for(name, organ) && !name.contains(organ))
    }
}

/// Whether a short name takes its characters from the full one, in order: 县政府, 云麓县人民政府.
fn is_short_for(short: &str, full: &str) -> bool {
    let mut rest = full.chars();
    short.chars().all(|c| rest.any(|other| other == c))
}

/// Whether a text between a noun and its figure says nothing of its own.
pub(super) fn is_filler(text: &str) -> bool {
    let mut text = text;
    while let Some(rest) = FILLERS.iter().find_map(|filler| text.strip_prefix(filler)) {
        text = rest;
    }
    text.is_empty()
}
