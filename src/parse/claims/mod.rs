//! What the prose says about the tables' cells. A sentence is cut into the words that matter; a figure is bound to
//! the nearest of them and to the noun that the sentence speaks of. What may be of another year, of another body, or
//! of something that the tables do not count says nothing.

mod figures;
mod guards;
mod lexicon;
mod nouns;
mod phrases;
mod templates;
mod whose;
mod words;

use std::ops::Range;

use crate::document::{Claim, Document, Paragraph, Prose, Reading, Subject};
use crate::form::{Edition, Form, Position};
use crate::text::numbers::Number;
use crate::text::order::sort_by_key;
use crate::text::{Figure, Span};
use lexicon::{Head, Token, Word, has_claiming_word, tokens};
use templates::{Domain, NEW, Sum};
use whose::Whose;

/// A paragraph this short without a full stop is a heading.
const HEADING: usize = 40;
/// A paragraph longer than this, in bytes, is nobody's prose.
const LONGEST: usize = 20_000;

/// Every claim of the prose of sections one to four and six, in the order of the text.
#[inline(never)]
pub fn find(document: &Document) -> Vec<Claim> {
    read(document, Whose::ThisYears, document.edition_due())
}

/// What the same prose says about last year's tables, which follow the form of an edition: "2022年收到申请3件".
pub fn find_of_last_year(document: &Document, edition: Edition) -> Vec<Claim> {
    let mut claims = read(document, Whose::LastYears, edition);
    claims.retain(|claim| !claim.is_phrase);
    claims
}

fn read(document: &Document, whose: Whose, edition: Edition) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut heading = "";
    let mut words = Vec::new();
    for paragraph in &document.paragraphs {
        let Some(section) = paragraph.section.filter(|section| matches!(section, 1..=4 | 6)) else { continue };
        if paragraph.span.range().len() > LONGEST {
            continue;
        }
        let prose = &paragraph.prose;
        let text = prose.text();
        // A character has at most four bytes.
        if text.len() < 4 * HEADING && text.chars().count() < HEADING && !text.contains('。') {
            heading = text;
        }
        if paragraph.numbers.is_empty() && !has_claiming_word(text) {
            continue;
        }
        tokens(text, &paragraph.numbers, &mut words);
        if words.iter().any(|token| token.word.may_claim()) {
            Reader::new((document, whose, edition), paragraph, &words, section, heading).read(&mut claims);
        }
    }
    sort_by_key(&mut claims, |claim| claim.at.order());
    claims
}

/// Reads one paragraph.
struct Reader<'a> {
    document: &'a Document,
    whose: Whose,
    /// The edition of the tables that its claims are about.
    edition: Edition,
    /// The heading above.
    heading: &'a str,
    prose: &'a Prose,
    text: &'a str,
    section: u8,
    numbers: &'a [Number],
    tokens: &'a [Token],
    /// Whether 申请 alone means one for information here.
    of_requests: bool,
    /// Whether reviews and lawsuits are those over information here.
    of_disclosure: bool,
}

/// What the words read so far tell of those to come.
#[derive(Debug, Default)]
// Each is switched by words of its own, in any order.
#[allow(clippy::struct_excessive_bools)]
struct State {
    /// Where the sentence starts.
    start: usize,
    /// What is spoken of.
    heads: Vec<Head>,
    /// Where the last of them ended.
    head_end: usize,
    /// The reviews and lawsuits named in the sentence.
    disputes: Vec<Head>,
    other_year: bool,
    other_body: bool,
    cumulative: bool,
    among: bool,
    /// Documents are sorted by whether they may be published: 主动公开52件、依申请公开13件、不予公开9件.
    sorting: bool,
    /// A comparison with another year holds until the next comma at this depth.
    comparison: Option<usize>,
    depth: usize,
    /// What the sentence says, in order.
    drafts: Vec<Draft>,
    /// Figures of answers that a count of answers may leave out.
    beside: Vec<Figure>,
    /// Figures of requests by the way they came.
    channels: Vec<usize>,
}

/// A claim in the making, in terms of the paragraph's text.
#[derive(Debug)]
struct Draft {
    subject: Subject,
    domain: Domain,
    is_phrase: bool,
    /// Of the new requests alone, where a carry-over is named beside them.
    of_new: bool,
    /// Of all the answers, whatever their kind.
    whole: bool,
    value: Figure,
    step: Figure,
    at: Range<usize>,
    digits: Option<Range<usize>>,
    words: Range<usize>,
    readings: Vec<Reading>,
}

impl State {
    fn domain(&self) -> Option<Domain> {
        self.heads.first().map(|head| head.domain())
    }

    /// Whether what stands here is of another year or body.
    fn is_foreign(&self) -> bool {
        self.other_year || self.other_body || self.cumulative || self.comparison.is_some()
    }

    fn has(&self, subject: Subject) -> bool {
        self.drafts.iter().any(|draft| draft.subject == subject)
    }
}

impl<'a> Reader<'a> {
    fn new(
        (document, whose, edition): (&'a Document, Whose, Edition),
        paragraph: &'a Paragraph,
        tokens: &'a [Token],
        section: u8,
        heading: &'a str,
    ) -> Self {
        let prose = &paragraph.prose;
        let text = prose.text();
        let numbers = &paragraph.numbers;
        let names = |words: &[&str]| words.iter().any(|word| text.contains(word) || heading.contains(word));
        let is_of_requests = |token: &Token| matches!(token.word, Word::Head(Head::Requests) | Word::Marked);
        let of_requests =
            section == 3 || tokens.iter().any(is_of_requests) || names(&["依申请", "公开申请", "申请公开"]);
        let of_disclosure = section == 4 || names(&["信息公开", "依申请", "政务公开"]);
        Self { document, whose, edition, heading, prose, text, section, numbers, tokens, of_requests, of_disclosure }
    }

    fn read(&self, claims: &mut Vec<Claim>) {
        let mut state = State::default();
        let mut start = 0;
        let mut at = 0;
        while start < self.tokens.len() {
            let stop = self.tokens[start..].iter().position(|token| token.word == Word::Stop);
            let end = stop.map_or(self.tokens.len(), |stop| start + stop);
            let text_end = self.tokens.get(end).map_or(self.text.len(), |token| token.at.end);
            self.sentence(start..end, at..text_end, &mut state, claims);
            at = text_end;
            start = end + 1;
        }
    }

    /// Reads a sentence: its phrases between commas and brackets.
    #[inline(never)]
    fn sentence(&self, range: Range<usize>, place: Range<usize>, state: &mut State, claims: &mut Vec<Claim>) {
        let goes_on = self.goes_on(range.clone(), place.start);
        let heads = if goes_on { std::mem::take(&mut state.heads) } else { Vec::new() };
        let disputes = heads.iter().copied().filter(|head| head.domain() == Domain::Disputes).collect();
        let sorting = goes_on && state.sorting;
        let other_year = self.whose == Whose::LastYears;
        *state = State { start: place.start, heads, disputes, sorting, other_year, ..State::default() };
        let mut start = range.start;
        let mut before = range.start..range.start;
        for end in range.clone() {
            let word = self.tokens[end].word;
            if !matches!(word, Word::Comma | Word::Semicolon | Word::Open | Word::Close) {
                continue;
            }
            self.phrase(before, start..end, state);
            before = if word == Word::Open { end..end } else { start..end };
            start = end + 1;
            match word {
                Word::Open => state.depth += 1,
                Word::Close => state.depth = state.depth.saturating_sub(1),
                Word::Comma if state.comparison.is_some_and(|depth| state.depth <= depth) => state.comparison = None,
                Word::Semicolon => {
                    state.comparison = None;
                    state.other_body = false;
                    state.cumulative = false;
                }
                _ => {}
            }
        }
        self.phrase(before, start..range.end, state);
        self.settle(state, &place);
        let meant = |draft: &Draft| self.whose == Whose::ThisYears || self.is_of_last_year(draft, &range);
        claims.extend(state.drafts.drain(..).filter(meant).map(|draft| self.claim(draft, &place)));
    }

    /// Whether a sentence goes on with what the one before it speaks of.
    fn goes_on(&self, range: Range<usize>, start: usize) -> bool {
        const NEAR: usize = 36;
        let own_year = |year: i32| self.document.year == Some(year);
        let first = self.tokens[range].iter().find(|token| match token.word {
            Word::Year(year) => !own_year(year),
            Word::ThisYear | Word::OwnBody | Word::Comma | Word::Pause => false,
            _ => true,
        });
        first.is_some_and(|token| {
            token.at.start < start + NEAR
                && matches!(
                    token.word,
                    Word::Term(_)
                        | Word::Among
                        | Word::All
                        | Word::Number(_)
                        | Word::Denial(_)
                        | Word::Request
                        | Word::Rate
                        | Word::Year(_)
                        | Word::LastYear
                )
        })
    }

    /// Reads a phrase; `before` is the one before it.
    fn phrase(&self, before: Range<usize>, phrase: Range<usize>, state: &mut State) {
        for index in phrase.clone() {
            let token = &self.tokens[index];
            match token.word {
                Word::Head(Head::Requests) if state.sorting && self.is_sort(index) => {
                    self.take_marked(index, &phrase, state);
                }
                Word::Head(head) => self.take_head(head, token, state),
                Word::Marked => self.take_marked(index, &phrase, state),
                Word::Request => self.take_request(index, state),
                Word::Elsewhere => self.take_elsewhere(index, &phrase, state),
                Word::Sorted => {
                    state.heads.clear();
                    state.sorting = true;
                }
                Word::Year(_) | Word::LastYear => self.take_year(self.is_own_year(token), token, state),
                Word::ThisYear => state.other_year = self.whose == Whose::LastYears,
                Word::OwnBody => state.other_body = false,
                Word::OtherBody => state.other_body = true,
                Word::Cumulative => state.cumulative = true,
                Word::Among => state.among = true,
                Word::Number(number) => self.figure(number, index, &before, &phrase, state),
                Word::Denial(denial) => self.denial(denial, index, &phrase, state),
                Word::All => self.all(index, &phrase, state),
                Word::Rate => self.rate(index, &phrase, state),
                Word::Zero => self.nothing_of(index, &phrase, state),
                Word::NoRequests => self.no_requests(token, state),
                Word::Lost => self.none_lost(token, state),
                _ => {}
            }
        }
    }

    /// A year stands for what follows, or is the one compared with; 上年结转 and 结转2024年 belong to this one.
    fn take_year(&self, is_own: Option<bool>, token: &Token, state: &mut State) {
        let before = &self.text[..token.at.start];
        let behind = self.text[token.at.end..].trim_start_matches(['度', '的', '期']);
        let of_carry_over = ["结转", "转结", "遗留", "未办结"].iter().any(|word| behind.starts_with(word))
            || ["结转", "结转至", "结转到", "转结", "转结至", "转结到", "顺延至", "顺延到", "延至", "结转于"]
                .iter()
                .any(|word| before.ends_with(word));
        if of_carry_over {
            return;
        }
        let is_compared = before.ends_with(['比', '较', '与', '同', '于', '和']);
        match is_own {
            Some(own) if is_compared && (!own || self.whose == Whose::LastYears) => {
                state.comparison = Some(state.depth);
            }
            Some(true) => state.other_year = false,
            Some(false) => state.other_year = true,
            None => {}
        }
    }

    /// What the sentence as a whole tells of its figures.
    #[inline(never)]
    fn settle(&self, state: &mut State, place: &Range<usize>) {
        if state.has(Subject::CarriedIn) {
            for draft in state.drafts.iter_mut().filter(|draft| draft.of_new) {
                draft.readings = self.readings(NEW, &[Head::Requests]);
            }
        }
        for draft in state.drafts.iter_mut().filter(|draft| draft.whole) {
            let plain = draft.readings.clone();
            let others = state.beside.iter().copied().sum::<Figure>();
            if others > Figure::default() {
                draft.readings.extend(plain.into_iter().map(|reading| Reading { beside: others, ..reading }));
            }
        }
        let text = &self.text[place.clone()];
        let limits = ["结转", "转结", "剩余", "其余", "除", "顺延", "转办", "交办", "转交", "转来", "协助"];
        if state.has(Subject::AllAnswered) && limits.iter().any(|word| text.contains(word)) {
            let done = state.drafts.iter().position(|draft| draft.subject == Subject::AllAnswered);
            let contradicted = done.filter(|done| self.is_all_done_before_carry_over(*done, state, text, place.start));
            let contradicted = contradicted.map(|done| state.drafts[done].at.clone());
            state
                .drafts
                .retain(|draft| draft.subject != Subject::AllAnswered || Some(&draft.at) == contradicted.as_ref());
        }
        self.take_channels(state);
    }

    /// "办结14件，已全部办结，结转下年度1件": said of all, and then some are left. 均 may mean only those answered.
    fn is_all_done_before_carry_over(&self, done: usize, state: &State, sentence: &str, start: usize) -> bool {
        let (before, behind) = (&state.drafts[..done], &state.drafts[done + 1..]);
        let at = &state.drafts[done].at;
        let words = &self.text[at.clone()];
        let of_all = before.iter().all(|draft| draft.whole || draft.subject == Subject::Received);
        let left =
            behind.first().is_some_and(|draft| draft.subject == Subject::CarriedOut && draft.value > Figure::default());
        let only_left = sentence.find("结转").is_some_and(|carried| start + carried >= at.end);
        let limits = ["转结", "剩余", "其余", "其他", "除", "顺延", "转办", "交办", "转交", "转来", "协助"];
        words.contains("全部")
            && words.ends_with("办结")
            && of_all
            && left
            && only_left
            && !state.among
            && state.channels.is_empty()
            && !limits.iter().any(|word| sentence.contains(word))
    }

    fn claim(&self, draft: Draft, sentence: &Range<usize>) -> Claim {
        let span = |range: Range<usize>| -> Span { self.prose.span(range) };
        Claim {
            subject: draft.subject,
            is_phrase: draft.is_phrase,
            value: draft.value,
            step: draft.step,
            at: span(draft.at),
            digits: draft.digits.map(span),
            words: span(draft.words),
            sentence: span(sentence.clone()),
            section: self.section,
            readings: draft.readings,
        }
    }

    /// The sums over the tables of this edition; those that it has no cells for are left out.
    fn readings(&self, sums: &'static [Sum], heads: &[Head]) -> Vec<Reading> {
        let mut readings: Vec<Reading> = Vec::new();
        for sum in sums {
            let form = Form::of(self.edition).table(sum.table);
            let cells = |rows: &[&str]| {
                let is_meant = |key: &str| {
                    let key = key.as_bytes();
                    rows.iter().map(|row| row.as_bytes()).any(|row| {
                        // Keys differ at their ends.
                        key.get(row.len() - 1) == row.last()
                            && matches!(key.get(row.len()), None | Some(b'.'))
                            && key.starts_with(row)
                    })
                };
                let mut cells = Vec::new();
                if rows.is_empty() {
                    return cells;
                }
                for (row, form_row) in form.rows.iter().enumerate().filter(|(_, row)| is_meant(row.key)) {
                    for (column, form_column) in form_row.columns.iter().enumerate() {
                        if sum.columns.contains(&form_column.key) {
                            cells.push(Position { row, column });
                        }
                    }
                }
                cells
            };
            let named: Vec<&str> = heads.iter().flat_map(|head| head.rows()).copied().collect();
            let cells_meant = cells(if sum.rows.is_empty() { &named } else { sum.rows });
            let reading = Reading {
                name: sum.name,
                table: sum.table,
                cells: cells_meant,
                less: cells(sum.less),
                beside: Figure::default(),
            };
            if !reading.cells.is_empty() && !readings.contains(&reading) {
                readings.push(reading);
            }
        }
        readings
    }
}
