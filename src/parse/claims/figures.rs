//! What a figure says: the nearest word before it, else the first behind it, else the noun beside it.

use std::ops::Range;

use super::guards::is_filler;
use super::lexicon::{Head, Token, Word};
use super::templates::{
    self, AMOUNT, ANSWERING, CARRIED_EITHER_WAY, CARRIED_IN, CARRIED_OUT, CASES, CORRECTING, DECISIONS, Domain, LOSING,
    NEW, PERSONS, RECEIVED, RECEIVING, Says, Sum, template,
};
use super::{Draft, Reader, State};
use crate::document::Subject;
use crate::text::Figure;
use crate::text::numbers::Number;

/// Units of requests, cases and documents.
const COUNTS: [&str; 9] = ["件", "条", "份", "起", "例", "宗", "个", "项", "件次"];
/// Units of people, of whom one may ask several times.
const PEOPLE: [&str; 5] = ["人", "名", "位", "家", "人次"];
/// What stands before or behind a figure, as a template tells it.
pub(super) struct Meaning {
    pub(super) says: &'static Says,
    pub(super) word: &'static str,
    /// The word's place.
    pub(super) at: Range<usize>,
}

impl Reader<'_> {
    #[inline(never)]
    pub(super) fn figure(
        &self,
        number: usize,
        index: usize,
        before: &Range<usize>,
        phrase: &Range<usize>,
        state: &mut State,
    ) {
        let figure = &self.numbers[number];
        let right = self.right_of(index, phrase);
        self.take_noun_behind(index, phrase, state);
        let Some(domain) = state.domain() else { return };
        if !self.is_counted(figure, domain) || state.is_foreign() {
            return;
        }
        let left = self.left_of(index, before, phrase);
        let words = &self.tokens[left.clone()];
        if words.iter().any(|token| matches!(token.word, Word::Passing | Word::Change | Word::Respectively)) {
            return;
        }
        let start =
            words.iter().find(|token| token.word != Word::Pause).map_or(figure.extent.start, |token| token.at.start);
        let nearest = words.iter().rev().find_map(|token| meaning(token, domain));
        if let Some(meaning) = nearest {
            return self.says(&meaning, number, start.min(meaning.at.start)..figure.extent.end, &left, state);
        }
        let label_start = self.label_start(index, phrase);
        let label = &self.text[label_start..figure.extent.start];
        let first = self.tokens[right].iter().find_map(|token| meaning(token, domain));
        if let Some(meaning) = first.filter(|_| is_filler(label) || label.ends_with('有')) {
            return self.says(&meaning, number, figure.extent.start..meaning.at.end, &left, state);
        }
        let noun = words.iter().rev().find(|token| matches!(token.word, Word::Head(_) | Word::Request | Word::Marked));
        if let Some(noun) = noun.filter(|noun| is_filler(&self.text[noun.at.end..figure.extent.start])) {
            self.noun_counted(noun, number, phrase, state);
        }
    }

    /// "收到3份政府信息公开申请": the noun stands behind its figure.
    fn take_noun_behind(&self, index: usize, phrase: &Range<usize>, state: &mut State) {
        const BETWEEN: [&str; 4] = ["", "的", "公民", "书面"];
        let behind = index + 1;
        let Some(token) = self.tokens.get(behind).filter(|_| behind < phrase.end) else { return };
        if !BETWEEN.contains(&&self.text[self.tokens[index].at.end..token.at.start]) {
            return;
        }
        match token.word {
            Word::Head(head) => self.take_head(head, token, state),
            Word::Marked => self.take_head(Head::Requests, token, state),
            Word::Request if self.is_request(behind) => self.take_head(Head::Requests, token, state),
            Word::Elsewhere | Word::Sorted => state.heads.clear(),
            _ => {}
        }
    }

    fn is_counted(&self, figure: &Number, domain: Domain) -> bool {
        if !figure.exact {
            return false;
        }
        if domain == Domain::Fees {
            return figure.unit == "元";
        }
        let bare = figure.unit.is_empty()
            && (figure.value == Figure::default() || self.text[..figure.extent.start].ends_with(['为', '数', '量']));
        bare || COUNTS.contains(&figure.unit)
    }

    /// The words that a figure may belong to: since the figure before it in its phrase; where there are none, those
    /// of the phrase before, if no figure took them ("收到申请，共计5件").
    fn left_of(&self, index: usize, before: &Range<usize>, phrase: &Range<usize>) -> Range<usize> {
        let is_number = |token: &Token| matches!(token.word, Word::Number(_));
        let number = self.tokens[phrase.start..index].iter().rposition(is_number);
        if let Some(number) = number {
            return phrase.start + number + 1..index;
        }
        let label = &self.text[self.label_start(index, phrase)..self.tokens[index].at.start];
        let goes_back = is_filler(label)
            && !label.ends_with(['余', '另'])
            && !label.contains("其中")
            && !before.is_empty()
            && !self.tokens[before.clone()].iter().any(is_number)
            && !self.tokens[before.clone()].iter().any(|token| matches!(token.word, Word::Denial(_)));
        if goes_back { before.start..index } else { phrase.start..index }
    }

    fn right_of(&self, index: usize, phrase: &Range<usize>) -> Range<usize> {
        let behind = index + 1..phrase.end;
        let end = self.tokens[behind.clone()]
            .iter()
            .position(|token| matches!(token.word, Word::Number(_) | Word::Pause))
            .map_or(behind.end, |end| behind.start + end);
        behind.start..end
    }

    /// Where the text begins that belongs to a figure: behind the mark or the figure before it.
    fn label_start(&self, index: usize, phrase: &Range<usize>) -> usize {
        let number = self.tokens[phrase.start..index].iter().rposition(|token| matches!(token.word, Word::Number(_)));
        let before = number.map_or(phrase.start.checked_sub(1), |number| Some(phrase.start + number));
        before.map_or(0, |before| self.tokens[before].at.end)
    }

    fn says(&self, meaning: &Meaning, number: usize, words: Range<usize>, left: &Range<usize>, state: &mut State) {
        let figure = &self.numbers[number];
        let ways = self.ways(left);
        match meaning.says {
            Says::Nothing => {
                // "办理复议案件50件，其中维持20件": what follows is of the same other thing.
                let domain = state.domain();
                if domain != Some(Domain::Requests) && !state.drafts.iter().any(|draft| Some(draft.domain) == domain) {
                    state.heads.clear();
                }
            }
            Says::Beside => state.beside.push(figure.value),
            Says::Channel if ways == 1 => state.channels.push(number),
            Says::Channel => {
                if self.tokens[left.clone()].iter().any(|token| is_one_of(token, RECEIVING)) {
                    self.received(meaning.word, RECEIVED, number, words, state);
                }
            }
            Says::CarriedOver => {
                let (subject, sums) = self.carried(&meaning.at);
                self.draft(subject, sums, number, words, state);
            }
            Says::Claim(..) if self.is_of_some(left, meaning) || self.is_of_other_thing(left, meaning, number) => {}
            Says::Claim(Subject::Received, sums) => {
                if ways == 1 {
                    state.channels.push(number);
                } else {
                    self.received(meaning.word, sums, number, words, state);
                }
            }
            Says::Claim(Subject::Answered, sums) if ANSWERING.contains(&meaning.word) => {
                let is_first = !state.drafts.iter().any(|draft| draft.whole);
                if is_first && ways == 0 && self.draft(Subject::Answered, sums, number, words, state) {
                    state.drafts.last_mut().expect("just made").whole = true;
                }
            }
            Says::Claim(Subject::Applicants, sums) => self.applicants(sums, number, words, left, state),
            Says::Claim(Subject::Disputes, sums) => {
                let is_lost = CORRECTING.contains(&meaning.word) || LOSING.contains(&meaning.word);
                let is_none = is_lost && figure.value == Figure::default();
                let subject = if is_none { Subject::AllUpheld } else { Subject::Disputes };
                self.results(subject, sums, number, words, state);
            }
            Says::Claim(subject, sums) => {
                // What a clean-up repealed may be older than what the table counts.
                let cleaned = meaning.word.starts_with("废止") && self.text[state.start..words.start].contains("清理");
                if !cleaned {
                    self.draft(*subject, sums, number, words, state);
                }
            }
        }
    }

    fn received(&self, word: &str, sums: &'static [Sum], number: usize, words: Range<usize>, state: &mut State) {
        let is_new = word.starts_with('新');
        let is_part = !is_new && (state.among || state.has(Subject::Received));
        state.other_body |= self.is_of_other_body(words.start, word);
        if is_part || state.other_body {
            return;
        }
        let beside_total = is_new && state.has(Subject::Received);
        if self.draft(Subject::Received, if beside_total { NEW } else { sums }, number, words, state) {
            state.drafts.last_mut().expect("just made").of_new = is_new;
        }
    }

    /// By whom requests were made; a person may make several, and the answers by kind are not told apart by person.
    fn applicants(
        &self,
        sums: &'static [Sum],
        number: usize,
        words: Range<usize>,
        left: &Range<usize>,
        state: &mut State,
    ) {
        let people_before = left.start.checked_sub(1).is_some_and(|before| match self.tokens[before].word {
            Word::Number(people) => self.is_of_people(people),
            _ => false,
        });
        if self.is_of_people(number) {
            return;
        }
        if people_before {
            // "3名公民的申请5件": people first, then what they asked.
            return self.received("", RECEIVED, number, words, state);
        }
        let is_received = self.tokens[left.clone()].iter().any(|token| is_one_of(token, RECEIVING));
        if is_received && !state.among && !state.has(Subject::Received) {
            // "受理公民申请5件" may mean all that came in.
            if self.draft(Subject::Received, RECEIVED, number, words, state) {
                let alone = self.readings(sums, &[Head::Requests]);
                state.drafts.last_mut().expect("just made").readings.extend(alone);
            }
            return;
        }
        let last = state.drafts.last().map(|draft| draft.subject);
        if matches!(last, None | Some(Subject::Received | Subject::Applicants | Subject::CarriedIn)) {
            self.draft(Subject::Applicants, sums, number, words, state);
        }
    }

    fn is_of_people(&self, number: usize) -> bool {
        let unit = self.numbers[number].unit;
        PEOPLE.contains(&unit) || unit == "个"
    }

    /// Results of reviews and lawsuits, of the noun last named or of all that the sentence names.
    fn results(&self, subject: Subject, sums: &'static [Sum], number: usize, words: Range<usize>, state: &mut State) {
        if self.of_disclosure && self.draft(subject, sums, number, words, state) {
            let draft = state.drafts.last_mut().expect("just made");
            let all = self.readings(sums, &state.disputes);
            draft
                .readings
                .extend(all.into_iter().filter(|reading| !draft.readings.contains(reading)).collect::<Vec<_>>());
        }
    }

    /// A noun with its figure and no verb: "行政复议1件".
    fn noun_counted(&self, noun: &Token, number: usize, phrase: &Range<usize>, state: &mut State) {
        let words = noun.at.start..self.numbers[number].extent.end;
        let word = &self.text[noun.at.clone()];
        match state.domain() {
            Some(Domain::Requests)
                if word.ends_with(['请', '件', '书', '表'])
                    && word.contains("公开")
                    && self.opens(phrase, noun.at.start) =>
            {
                self.received(word, RECEIVED, number, words, state);
            }
            Some(Domain::Disputes) if self.of_disclosure && !self.is_of_all_kinds(&words) => {
                self.draft(Subject::Disputes, CASES, number, words, state);
            }
            Some(Domain::Decisions) => {
                self.draft(Subject::Cases, DECISIONS, number, words, state);
            }
            Some(Domain::Fees) => {
                self.draft(Subject::Fee, AMOUNT, number, words, state);
            }
            _ => {}
        }
    }

    /// From the year before or to the year after, as the words beside 结转 tell.
    pub(super) fn carried(&self, at: &Range<usize>) -> (Subject, &'static [Sum]) {
        let before = self.text[..at.start].trim_end_matches(['度', '的', '期']);
        let behind = self.text[at.end..].trim_start_matches(['至', '到', '入', '于']);
        let year = |text: &str| {
            text.get(..4).and_then(|digits| digits.parse::<i32>().ok()).filter(|_| text[4..].starts_with('年'))
        };
        let year_before =
            before.strip_suffix('年').and_then(|text| text.get(text.len().checked_sub(4)?..)?.parse::<i32>().ok());
        let own = self.document.year;
        let is_in =
            ["上年", "上一年", "去年", "往年"].iter().any(|word| before.ends_with(word) || behind.starts_with(word))
                || year_before.is_some_and(|year| own == Some(year + 1))
                || year(behind).is_some_and(|year| own == Some(year + 1));
        let is_out = ["下年", "下一年", "次年", "明年", "继续办理", "下期"].iter().any(|word| behind.starts_with(word))
            || year(behind).is_some_and(|year| own == Some(year - 1));
        match (is_in, is_out) {
            (true, false) => (Subject::CarriedIn, CARRIED_IN),
            (false, true) => (Subject::CarriedOut, CARRIED_OUT),
            _ => (Subject::CarriedOut, CARRIED_EITHER_WAY),
        }
    }

    /// Makes a claim of a figure; says whether there are cells for it.
    fn draft(
        &self,
        subject: Subject,
        sums: &'static [Sum],
        number: usize,
        words: Range<usize>,
        state: &mut State,
    ) -> bool {
        let figure = &self.numbers[number];
        let Some(domain) = state.domain() else { return false };
        let readings = self.readings(sums, &state.heads);
        let (value, step) = if domain == Domain::Fees {
            // The form asks for 万元.
            let Some(value) = figure.value.divided_by_ten_to(4) else { return false };
            (value, figure.step.divided_by_ten_to(4).unwrap_or_default())
        } else {
            (figure.value, figure.step)
        };
        // Two figures for one cell: the later is a part of the first, or a base to compare with.
        let is_told = state.drafts.iter().any(|draft| !draft.is_phrase && draft.readings == readings);
        if readings.is_empty() || is_told {
            return false;
        }
        let plain = self.text[figure.at.clone()].bytes().all(|byte| byte.is_ascii_digit());
        state.drafts.push(Draft {
            subject,
            domain,
            is_phrase: false,
            of_new: false,
            whole: false,
            value,
            step,
            at: figure.extent.clone(),
            digits: plain.then(|| figure.at.clone()),
            words,
            readings,
        });
        true
    }

    /// "网络申请3件、信函申请2件": together they are what came in, where the sentence gives no total.
    pub(super) fn take_channels(&self, state: &mut State) {
        let total = state.has(Subject::Received);
        let [first, .., last] = state.channels[..] else { return };
        if total || state.among {
            return;
        }
        let at = self.numbers[first].extent.start..self.numbers[last].extent.end;
        state.drafts.push(Draft {
            subject: Subject::Received,
            domain: Domain::Requests,
            is_phrase: false,
            of_new: false,
            whole: false,
            value: state.channels.iter().map(|number| self.numbers[*number].value).sum(),
            step: Figure::whole(1),
            at: at.clone(),
            digits: None,
            words: at,
            readings: self.readings(RECEIVED, &[Head::Requests]),
        });
    }
}

/// A word's meaning in what the sentence speaks of.
pub(super) fn meaning(token: &Token, domain: Domain) -> Option<Meaning> {
    let Word::Term(word) = token.word else { return None };
    let found = template(domain, word)?;
    Some(Meaning { says: &found.says, word, at: token.at.clone() })
}

pub(super) fn is_one_of(token: &Token, words: &[&str]) -> bool {
    matches!(token.word, Word::Term(word) if words.contains(&word))
}

/// Whether natural persons are named.
pub(super) fn is_person(token: &Token) -> bool {
    is_one_of(token, PERSONS)
}

/// Whether answering as a whole is named.
pub(super) fn is_answer(token: &Token) -> bool {
    is_one_of(token, ANSWERING)
}

/// Whether what was done is said to have been upheld.
pub(super) fn is_upheld(token: &Token) -> bool {
    is_one_of(token, &["维持", "结果维持", "驳回"])
}

/// Whether a result is named that put right what was done.
pub(super) fn is_correction(token: &Token) -> bool {
    is_one_of(token, CORRECTING) || is_one_of(token, templates::LOSING)
}
