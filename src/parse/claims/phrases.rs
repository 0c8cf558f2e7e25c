//! Phrases that amount to a figure: 未收到申请, 未发生行政复议, 全部办结, 均获维持, 均为自然人.

use std::ops::Range;

use super::figures::{is_answer, is_correction, is_person, is_upheld};
use super::lexicon::{Denial, Head, Token, Word};
use super::templates::{
    AMOUNT, CARRIED_OUT, CASES, CORRECTED, Domain, ISSUED, LAWSUITS_LOST, LOSING, NOT_YET_DECIDED, ORGANISATION,
    PENDING, RECEIVED, RECEIVING, REPEALED, Sum, template,
};
use super::{Draft, Reader, State};
use crate::document::Subject;
use crate::text::Figure;

/// Words behind a noun that change nothing.
const TAILS: [&str; 21] = [
    "案件", "情况", "事项", "申请", "情形", "现象", "问题", "事件", "业务", "需求", "受理", "办理", "材料", "请求",
    "数量", "工作", "行为", "的", "件", "等", "了",
];
/// What limits "all" to some of them, or says that time is meant.
const LIMITS: [&str; 9] = ["应", "到期", "期限", "按期", "期内", "时限", "除", "其余", "剩余"];
/// Causes that make 未发生 narrower than the table.
const NARROW: [&str; 11] =
    ["不当", "不及时", "违规", "失误", "不力", "违法", "泄密", "不规范", "不到位", "错误", "过错"];

impl Reader<'_> {
    /// 未收到, 未发生, 无: nothing of the nouns that follow, else of those before.
    #[inline(never)]
    pub(super) fn denial(&self, denial: Denial, index: usize, phrase: &Range<usize>, state: &mut State) {
        let token = &self.tokens[index];
        let before = &self.text[..token.at.start];
        if state.is_foreign() || before.ends_with(['如', '若', '凡', '对', '即', '是', '否', '从']) {
            return;
        }
        let behind = &self.tokens[index + 1..phrase.end];
        let end = behind.iter().position(|token| matches!(token.word, Word::Number(_))).unwrap_or(behind.len());
        let behind = &behind[..end];
        let mut denied: Vec<(Head, usize)> = Vec::new();
        let mut caused = false;
        for (offset, token) in behind.iter().enumerate() {
            match token.word {
                Word::Cause => caused = true,
                Word::Elsewhere | Word::Sorted | Word::All | Word::Among => break,
                Word::Head(head) if self.ends_noun(token.at.end) => denied.push((head, token.at.end)),
                Word::Marked if denial == Denial::Received && self.ends_noun(token.at.end) => {
                    denied.push((Head::Requests, token.at.end));
                }
                Word::Request if self.is_request(index + 1 + offset) && self.ends_noun(token.at.end) => {
                    denied.push((Head::Requests, token.at.end));
                }
                Word::Term(word) if self.denied_term(denial, word, index, token, state) => return,
                _ => {}
            }
        }
        // "未发生行政复议、行政诉讼变更情形": the last noun goes on, so nothing is denied of the first.
        let is_dispute = |word: Word| matches!(word, Word::Head(head) if head.domain() == Domain::Disputes);
        let last = behind.iter().rfind(|token| is_dispute(token.word));
        if last.is_some_and(|last| !self.ends_noun(last.at.end)) {
            denied.retain(|(head, _)| head.domain() != Domain::Disputes);
        }
        if denied.is_empty() {
            let rest = phrase_text(self, token.at.end, phrase);
            if rest.is_empty() || rest == "情况" {
                self.deny_before(denial, index, phrase, state);
            }
            return;
        }
        let gap = &self.text[token.at.end..behind.first().map_or(token.at.end, |token| token.at.start)];
        for domain in [Domain::Requests, Domain::Disputes, Domain::Documents, Domain::Fees] {
            let of_domain: Vec<Head> =
                denied.iter().map(|(head, _)| *head).filter(|head| head.domain() == domain).collect();
            let Some((_, end)) = denied.iter().rev().find(|(head, _)| head.domain() == domain) else { continue };
            let caused = caused && domain == Domain::Requests;
            let near = is_plain(gap);
            let (subject, sums): (Subject, &'static [Sum]) = match (domain, denial) {
                (Domain::Requests, Denial::Received) if !caused => (Subject::Received, RECEIVED),
                (Domain::Requests, Denial::Happened | Denial::Anything | Denial::Charged) if near && !caused => {
                    (Subject::Received, RECEIVED)
                }
                (Domain::Disputes, _) if self.is_denial_of_disputes(denial, token, *end, near) => {
                    (Subject::Disputes, CASES)
                }
                (Domain::Documents, Denial::Made) => (Subject::Documents, ISSUED),
                (Domain::Documents, Denial::Anything) if near => (Subject::Documents, ISSUED),
                (Domain::Documents, Denial::Repealed) => (Subject::Documents, REPEALED),
                (Domain::Fees, Denial::Charged | Denial::Happened | Denial::Anything) if near => (Subject::Fee, AMOUNT),
                _ => continue,
            };
            self.take_phrase(subject, sums, &of_domain, token.at.start..*end, state);
        }
    }

    fn is_denial_of_disputes(&self, denial: Denial, token: &Token, end: usize, near: bool) -> bool {
        const CAUSES: [&str; 12] =
            ["因", "由", "被", "政府信息公开", "信息公开", "依申请", "涉及", "发生", "引发", "有关", "关于", "产生"];
        let text = &self.text[token.at.end..end];
        let is_meant = match denial {
            Denial::Happened => true,
            Denial::Anything | Denial::Charged => near || CAUSES.iter().any(|word| text.starts_with(word)),
            Denial::Received => text.contains("信息公开"),
            Denial::Made | Denial::Repealed => false,
        };
        let of_any = denial == Denial::Happened && self.is_of_any_dispute(token.at.start, text);
        is_meant && (self.of_disclosure || of_any) && !NARROW.iter().any(|word| text.contains(word))
    }

    /// A paragraph that opens with 未发生行政复议 and no cause: where there was none at all, there was none over
    /// information. Not where it goes on from the enforcement of laws.
    fn is_of_any_dispute(&self, start: usize, denied: &str) -> bool {
        let plain = ["行政复议", "行政诉讼", "复议", "诉讼"].iter().any(|noun| denied.starts_with(noun));
        let before = &self.text[..start];
        let of_enforcement = ["执法", "处罚", "法治", "依法行政"]
            .iter()
            .any(|word| self.heading.contains(word) || before.contains(word));
        plain && !of_enforcement && self.opens(&(0..0), start)
    }

    /// 无上年结转, 无未审结, 无败诉: nothing of what a word stands for.
    fn denied_term(&self, denial: Denial, word: &str, index: usize, term: &Token, state: &mut State) -> bool {
        let at = self.tokens[index].at.start..term.at.end;
        let anything = matches!(denial, Denial::Anything | Denial::Happened);
        if !anything {
            return false;
        }
        if matches!(word, "结转" | "转结") && self.of_requests {
            let (subject, sums) = self.carried(&term.at);
            self.take_phrase(subject, sums, &[Head::Requests], at, state);
            return true;
        }
        let disputes = self.disputes_before(index, state);
        if disputes.is_empty() || !self.of_disclosure {
            return false;
        }
        if NOT_YET_DECIDED.contains(&word) {
            self.take_phrase(Subject::Disputes, PENDING, &disputes, at, state);
            return true;
        }
        if is_correction(term) {
            let sums = if LOSING.contains(&word) { LAWSUITS_LOST } else { CORRECTED };
            self.take_phrase(Subject::AllUpheld, sums, &disputes, at, state);
            return true;
        }
        false
    }

    /// The reviews and lawsuits of the sentence, those of the phrase behind the word among them.
    fn disputes_before(&self, index: usize, state: &State) -> Vec<Head> {
        let mut disputes = state.disputes.clone();
        for token in &self.tokens[index..] {
            match token.word {
                Word::Head(head) if head.domain() == Domain::Disputes && !disputes.contains(&head) => {
                    disputes.push(head);
                }
                Word::Comma | Word::Semicolon | Word::Stop => break,
                _ => {}
            }
        }
        disputes
    }

    /// "行政复议、行政诉讼均未发生", "政府信息公开申请未收到".
    fn deny_before(&self, denial: Denial, index: usize, phrase: &Range<usize>, state: &mut State) {
        let fits = |domain| match denial {
            Denial::Received => domain == Domain::Requests,
            Denial::Happened => domain == Domain::Disputes && self.of_disclosure,
            Denial::Made => domain == Domain::Documents,
            _ => false,
        };
        self.nothing_before(index, phrase, fits, state);
    }

    /// "申请数量为零".
    pub(super) fn nothing_of(&self, index: usize, phrase: &Range<usize>, state: &mut State) {
        let fits = |domain| domain == Domain::Requests || domain == Domain::Disputes && self.of_disclosure;
        self.nothing_before(index, phrase, fits, state);
    }

    fn nothing_before(&self, index: usize, phrase: &Range<usize>, fits: impl Fn(Domain) -> bool, state: &mut State) {
        let before = &self.tokens[phrase.start..index];
        let is_other = |token: &Token, domain| match token.word {
            Word::Number(_) | Word::Elsewhere | Word::Sorted => true,
            Word::Term(word) => template(domain, word).is_some() && !RECEIVING.contains(&word),
            _ => false,
        };
        let is_alone = |domain: &Domain| !before.iter().any(|token| is_other(token, *domain));
        let Some(domain) = state.domain().filter(|domain| fits(*domain)).filter(is_alone) else { return };
        let first = before.iter().find(|token| {
            matches!(token.word, Word::Head(head) if head.domain() == domain)
                || domain == Domain::Requests && token.word == Word::Request
        });
        let Some(first) = first.filter(|_| !state.is_foreign()) else { return };
        let (subject, sums): (Subject, &'static [Sum]) = match domain {
            Domain::Requests => (Subject::Received, RECEIVED),
            Domain::Documents => (Subject::Documents, ISSUED),
            _ => (Subject::Disputes, CASES),
        };
        let heads = if domain == Domain::Disputes { state.disputes.clone() } else { state.heads.clone() };
        self.take_phrase(subject, sums, &heads, first.at.start..self.tokens[index].at.end, state);
    }

    /// 零申请.
    pub(super) fn no_requests(&self, token: &Token, state: &mut State) {
        if self.of_disclosure && !state.is_foreign() {
            self.take_phrase(Subject::Received, RECEIVED, &[Head::Requests], token.at.clone(), state);
        }
    }

    /// 无败诉, 零纠错.
    pub(super) fn none_lost(&self, token: &Token, state: &mut State) {
        if state.disputes.is_empty() || !self.of_disclosure || state.is_foreign() {
            return;
        }
        let sums = if self.text[token.at.clone()].contains("败诉") { LAWSUITS_LOST } else { CORRECTED };
        let disputes = state.disputes.clone();
        self.take_phrase(Subject::AllUpheld, sums, &disputes, token.at.clone(), state);
    }

    /// 均, 全部: all were answered, made by natural persons, or upheld.
    #[inline(never)]
    pub(super) fn all(&self, index: usize, phrase: &Range<usize>, state: &mut State) {
        const FAR: usize = 45;
        let token = &self.tokens[index];
        let behind = &self.tokens[index + 1..phrase.end];
        let Some(term) = behind.iter().find(|token| matches!(token.word, Word::Term(_) | Word::Number(_))) else {
            return;
        };
        let gap = &self.text[token.at.end..term.at.start.max(token.at.end)];
        let at = token.at.start..term.at.end;
        let alone = self.opens(phrase, token.at.start) || state.domain() != Some(Domain::Requests) || is_person(term);
        if state.is_foreign() || gap.len() > FAR || gap.contains('未') || !alone {
            return;
        }
        match state.domain() {
            Some(Domain::Requests) if is_answer(term) && !self.is_limited(phrase) => {
                self.take_phrase(Subject::AllAnswered, CARRIED_OUT, &[Head::Requests], at, state);
            }
            Some(Domain::Requests)
                if is_person(term)
                    && matches!(gap, "为" | "是" | "系" | "由" | "来自")
                    && (self.ends_noun(term.at.end) || self.text[term.at.end..].starts_with("提")) =>
            {
                self.take_phrase(Subject::Applicants, ORGANISATION, &[Head::Requests], at, state);
            }
            Some(Domain::Disputes) if is_upheld(term) && self.of_disclosure => {
                let disputes = state.disputes.clone();
                let phrase_text = phrase_text(self, self.phrase_start(phrase), phrase);
                self.take_phrase(Subject::AllUpheld, CORRECTED, &disputes, at.clone(), state);
                if !["已审结", "审结的", "已办结", "已结", "审结"].iter().any(|word| phrase_text.contains(word))
                {
                    self.take_phrase(Subject::AllUpheld, PENDING, &disputes, at, state);
                }
            }
            _ => {}
        }
    }

    /// 办结率100%.
    pub(super) fn rate(&self, index: usize, phrase: &Range<usize>, state: &mut State) {
        let token = &self.tokens[index];
        let number = self.tokens[index + 1..phrase.end].iter().find_map(|token| match token.word {
            Word::Number(number) => Some(&self.numbers[number]),
            _ => None,
        });
        let whole = number.filter(|number| number.unit == "%" && number.value == Figure::whole(100));
        let text = phrase_text(self, self.phrase_start(phrase), phrase);
        let in_time = ["按时", "及时"].iter().any(|word| text.contains(word));
        if let Some(whole) = whole
            && state.domain() == Some(Domain::Requests)
            && !state.is_foreign()
            && !in_time
            && self.opens(phrase, token.at.start)
            && !self.is_limited(phrase)
        {
            let at = token.at.start..whole.extent.end;
            self.take_phrase(Subject::AllAnswered, CARRIED_OUT, &[Head::Requests], at, state);
        }
    }

    fn is_limited(&self, phrase: &Range<usize>) -> bool {
        let text = phrase_text(self, self.phrase_start(phrase), phrase);
        LIMITS.iter().any(|word| text.contains(word))
    }

    fn phrase_start(&self, phrase: &Range<usize>) -> usize {
        phrase.start.checked_sub(1).map_or(0, |before| self.tokens[before].at.end)
    }

    /// Whether a noun ends here: nothing follows that makes it part of another.
    fn ends_noun(&self, at: usize) -> bool {
        let mut rest = &self.text[at..];
        while let Some(shorter) = TAILS.iter().find_map(|tail| rest.strip_prefix(tail)) {
            rest = shorter;
        }
        rest.is_empty()
            || rest.starts_with("以及")
            || rest.starts_with("诉讼")
            || rest.starts_with(['，', '。', '；', '、', '和', '与', '及', '或', '而', '并', '（', '）', ',', ';', '('])
    }

    fn take_phrase(&self, subject: Subject, sums: &'static [Sum], heads: &[Head], at: Range<usize>, state: &mut State) {
        let readings = self.readings(sums, heads);
        let Some(domain) = heads.first().map(|head| head.domain()) else { return };
        if readings.is_empty() || state.drafts.iter().any(|draft| draft.at == at && draft.readings == readings) {
            return;
        }
        state.drafts.push(Draft {
            subject,
            domain,
            is_phrase: true,
            of_new: false,
            whole: false,
            value: Figure::default(),
            step: Figure::whole(1),
            at: at.clone(),
            digits: None,
            words: at,
            readings,
        });
    }
}

/// The text from a place to the phrase's end.
fn phrase_text<'a>(reader: &'a Reader<'_>, start: usize, phrase: &Range<usize>) -> &'a str {
    let end = reader.tokens.get(phrase.end).map_or(reader.text.len(), |token| token.at.start);
    &reader.text[start..end.max(start)]
}

/// Whether a text between 无 and its noun says nothing of its own.
fn is_plain(gap: &str) -> bool {
    [
        "", "任何", "新", "新的", "新增", "发生", "出现", "产生", "收到", "涉及", "此类", "相关", "有关", "到", "过",
        "一起", "一件",
    ]
    .contains(&gap)
}
