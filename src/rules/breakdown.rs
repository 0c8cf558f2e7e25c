//! Wholes and the parts that the prose divides them into: "120条，其中政策70条、公告50条".
//!
//! A list can often be read in several ways: a part may be divided in its turn, another subject may follow, a figure
//! of another kind may count or not. A breakdown is wrong only if no reading makes its parts the whole.

use std::ops::Range;

use super::occurring::{Occurring, Place};
use super::passage::Passage;
use super::words::{begins_with_one, find, has_one, places};
use crate::text::numbers::Number;
use crate::text::order::sort;
use crate::text::{Figure, Span};

/// A whole whose parts are not what it says.
#[derive(Debug)]
pub struct Breakdown {
    /// What is wrong with it.
    pub flaw: Flaw,
    /// The whole as written and its place.
    pub whole: Stated,
    /// Its parts.
    pub parts: Vec<Stated>,
    /// Their sum in the reading nearest to the whole.
    pub sum: Figure,
    /// Only approximate figures, topics that may overlap, mixed units or a list that is not closed: a note at most.
    pub doubtful: bool,
}

/// A figure of the prose.
#[derive(Debug)]
pub struct Stated {
    /// With its unit and hedges.
    pub text: String,
    /// Where.
    pub at: Span,
    /// What it says.
    pub value: Figure,
}

/// What may be wrong with a breakdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// The part of this index is larger than the whole.
    PartExceeds(usize),
    /// The parts are together more than the whole.
    Exceed,
    /// They are together less.
    FallShort,
    /// The whole has a 万 or 亿 too many.
    TenThousandfold,
}

/// Units of things that are published or handled: one list may mix them.
const THINGS: [&str; 21] = [
    "条", "件", "份", "篇", "期", "个", "则", "次", "册", "部", "段", "项", "起", "例", "宗", "条次", "件次", "篇次",
    "集", "张", "幅",
];
/// An item that begins with one of them is no part of the list before it.
const TURNS: [&str; 14] =
    ["另", "此外", "同时", "全年", "累计", "共", "总", "合计", "截至", "按", "未", "无", "年内", "已有"];
/// Beside a figure: what is left for the next year.
const CARRIED_OUT: [&str; 4] = ["结转下", "结转至下", "结转到下", "结转至次"];
/// Words that open a list inside a list.
const INNER: [&str; 4] = ["其中", "含", "包括", "包含"];
/// Words that show a list to be open.
const OPEN: [&str; 9] = ["等", "主要", "包括", "包含", "其余", "剩余", "余下", "如", "含"];
/// Words of lists whose items may count for several topics.
const TOPICS: [&str; 6] = ["涉及", "涵盖", "领域", "方面", "关于", "内容"];
/// Words behind which a list of parts begins.
const OPENINGS: [&str; 6] = ["含", "包括", "包含", "主要为", "主要涉及", "主要是"];
/// The same for the four quarters.
const QUARTERS: [&str; 4] = ["第一季度", "一季度", "第一、二、三、四季度", "一、二、三、四季度"];
/// Words behind a list, before its total.
const TOTALS: [&str; 4] = ["，共计", "，合计", "，总计", "，共"];
/// What the first of a list of points begins with.
const FIRST_POINT: &str = "一是";
/// More figures than this are no list that anyone divides a whole into.
const MOST_PARTS: usize = 60;
const MOST_READINGS: usize = 3000;

/// Every breakdown that no reading makes right.
#[inline(never)]
pub fn wrong_breakdowns(passages: &[Passage<'_>], occurring: &Occurring<'_>) -> Vec<Breakdown> {
    let mut cues = Vec::new();
    for (kind, all) in CUES {
        for words in all {
            let places = places_of(words, passages, occurring);
            if !places.is_empty() {
                cues.push(Cue { kind, words, places });
            }
        }
    }
    let mut found = Vec::new();
    for passage in passages {
        of_passage(passage, &cues, &mut found);
    }
    found
}

/// Words by which lists are found, with their places in the prose.
struct Cue {
    kind: CueKind,
    words: &'static str,
    places: Vec<Place>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum CueKind {
    OfWhich,
    Opening,
    Quarter,
    By,
    Total,
    FirstPoint,
}

/// In the order in which lists are looked for.
const CUES: [(CueKind, &[&str]); 6] = [
    (CueKind::OfWhich, &["其中"]),
    (CueKind::Opening, &OPENINGS),
    (CueKind::Quarter, &QUARTERS),
    (CueKind::By, &["按"]),
    (CueKind::Total, &TOTALS),
    (CueKind::FirstPoint, &[FIRST_POINT]),
];

fn places_of(words: &str, passages: &[Passage<'_>], occurring: &Occurring<'_>) -> Vec<Place> {
    if words.len() > "按".len() {
        return occurring.places_of(words);
    }
    let mut found = Vec::new();
    for passage in passages {
        for at in places(passage.text(), words) {
            found.push(passage.place(at));
        }
    }
    found
}

/// The breakdowns of a passage.
#[inline(never)]
fn of_passage(passage: &Passage<'_>, cues: &[Cue], found: &mut Vec<Breakdown>) {
    let brackets = passage.brackets();
    let lists = lists(passage, cues, passage.sentences(), brackets);
    for (index, list) in lists.iter().enumerate() {
        // Of lists that begin at one place the first is meant.
        if !lists[..index].iter().any(|before| before.scope.start == list.scope.start) {
            found.extend(judge(passage, list, brackets));
        }
    }
}

/// A list of parts with what may be its whole.
#[derive(Default)]
struct List {
    /// Wholes that it may divide, the likeliest first.
    wholes: Vec<Number>,
    scope: Range<usize>,
    /// Something shows it to be open.
    open: bool,
    /// The total stands behind the parts.
    total_behind: bool,
    /// A ； may end it, and something else follow.
    may_end_at_semicolon: bool,
}

fn lists(passage: &Passage<'_>, cues: &[Cue], sentences: &[Range<usize>], brackets: &[Range<usize>]) -> Vec<List> {
    let mut lists = Vec::new();
    for (index, sentence) in sentences.iter().enumerate() {
        if !(1..=2 * MOST_PARTS).contains(&passage.numbers_in(sentence).len()) {
            continue;
        }
        let before = index.checked_sub(1).map(|before| &sentences[before]);
        within(passage, cues, sentence, before, brackets, &mut lists);
        in_brackets(passage, sentence, brackets, &mut lists);
        with_total_behind(passage, cues, sentence, brackets, &mut lists);
        by_points(passage, cues, sentence, sentences.get(index + 1..).unwrap_or_default(), brackets, &mut lists);
    }
    lists
}

/// "120条，其中…", "120条。其中…", "120条，含…", "全年48件，一季度…", "按申请人…"
fn within(
    passage: &Passage<'_>,
    cues: &[Cue],
    sentence: &Range<usize>,
    before: Option<&Range<usize>>,
    brackets: &[Range<usize>],
    lists: &mut Vec<List>,
) {
    let text = passage.text();
    for (at, opening) in openings(passage, cues, sentence) {
        let bracket = brackets.iter().rfind(|bracket| bracket.contains(&at));
        let behind = at + opening.words.len();
        let end = bracket.map_or(sentence.end, |bracket| closing_of(text, bracket));
        let stop = if opening.ends_at_semicolon { "；" } else { "；按" };
        let end = find(&text[behind..end.max(behind)], stop).map_or(end, |next| behind + next);
        let attached =
            bracket.and_then(|bracket| passage.numbers.iter().find(|number| number.extent.end == bracket.start));
        let mut wholes = match attached {
            Some(number) => vec![number.clone()],
            None => wholes(passage, &(sentence.start..at), brackets),
        };
        if wholes.is_empty() && (at == sentence.start || opening.looks_back) {
            wholes = before.map_or(wholes, |before| self::wholes(passage, before, brackets));
        }
        if opening.adjacent
            && !wholes.first().is_some_and(|whole| matches!(&text[whole.extent.end..at], "" | "，" | "（" | "(" | "："))
        {
            continue;
        }
        lists.push(List {
            wholes,
            scope: behind..end,
            open: !opening.closed,
            may_end_at_semicolon: bracket.is_none() && !opening.words.contains("季度"),
            ..List::default()
        });
    }
}

/// Where the closing mark of a bracket stands, whichever width it has.
fn closing_of(text: &str, bracket: &Range<usize>) -> usize {
    text[..bracket.end].char_indices().next_back().map_or(bracket.end, |(at, _)| at)
}

// Each tells of one thing that the words may bring with them.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Copy)]
struct Opening {
    words: &'static str,
    closed: bool,
    /// The whole must stand right before it.
    adjacent: bool,
    /// The whole may stand in the sentence before.
    looks_back: bool,
    ends_at_semicolon: bool,
}

/// The words that open lists of parts, with their places.
fn openings(passage: &Passage<'_>, cues: &[Cue], sentence: &Range<usize>) -> Vec<(usize, Opening)> {
    let mut openings = Vec::new();
    for Cue { kind, words, places } in cues {
        let has_all_quarters = || find(&passage.text()[sentence.clone()], "四季度").is_some();
        let plain = Opening { words, closed: true, adjacent: false, looks_back: false, ends_at_semicolon: false };
        for (index, at) in passage.places_in(places, sentence).enumerate() {
            let before = &passage.text()[sentence.start..at];
            let behind = &passage.text()[at..sentence.end];
            let opening = match kind {
                CueKind::OfWhich => plain,
                CueKind::Opening if !before.ends_with(['包', '其', '中', '不']) => {
                    Opening { closed: false, adjacent: true, ..plain }
                }
                CueKind::Quarter if index == 0 && !before.ends_with('第') && has_all_quarters() => {
                    Opening { adjacent: true, ..plain }
                }
                CueKind::By
                    if (before.is_empty() || before.ends_with(['；', '，', '：', '中']))
                        && behind.chars().take(14).any(|c| matches!(c, '：' | '分' | '看')) =>
                {
                    Opening { looks_back: true, ends_at_semicolon: true, ..plain }
                }
                _ => continue,
            };
            openings.push((at, opening));
        }
    }
    openings
}

/// "120条（政策70条、公告50条）": at least two figures of the same unit in the bracket.
fn in_brackets(passage: &Passage<'_>, sentence: &Range<usize>, brackets: &[Range<usize>], lists: &mut Vec<List>) {
    let text = passage.text();
    for bracket in brackets.iter().filter(|bracket| sentence.contains(&bracket.start)) {
        let Some(whole) = passage.numbers.iter().find(|number| number.extent.end == bracket.start) else { continue };
        let inner = &text[bracket.clone()];
        let mut words = inner.chars();
        words.next();
        let opened = begins_with_one(words.as_str(), &INNER);
        let other = passage.has_compared(bracket) || has_one(inner, &["结转", "年", "另", "约合"]);
        let same = passage.numbers_in(bracket).iter().filter(|part| part.unit == whole.unit).count();
        if !opened && !other && same > 1 {
            let last = closing_of(text, bracket);
            lists.push(List { wholes: vec![whole.clone()], scope: bracket.start..last, ..List::default() });
        }
    }
}

/// "网站70条、微信50条，共计120条"
fn with_total_behind(
    passage: &Passage<'_>,
    cues: &[Cue],
    sentence: &Range<usize>,
    brackets: &[Range<usize>],
    lists: &mut Vec<List>,
) {
    let text = passage.text();
    for cue in cues.iter().filter(|cue| cue.kind == CueKind::Total) {
        for at in passage.places_in(&cue.places, sentence) {
            let behind = at + cue.words.len();
            let total = passage.numbers_in(&(behind..sentence.end)).first();
            let close = total.filter(|total| text[behind..total.extent.start].chars().count() <= 6);
            let scope = sentence.start..at;
            let plain = !has_one(&text[scope.clone()], &INNER) && !has_one(&text[scope.clone()], &["共", "较", "比"]);
            let inside = brackets.iter().any(|bracket| bracket.contains(&at));
            if let Some(total) = close.filter(|_| plain && !inside) {
                lists.push(List { wholes: vec![total.clone()], scope, total_behind: true, ..List::default() });
            }
        }
    }
}

/// "120条：一是…70条…。二是…50条…": over several sentences.
#[inline(never)]
fn by_points(
    passage: &Passage<'_>,
    cues: &[Cue],
    sentence: &Range<usize>,
    more: &[Range<usize>],
    brackets: &[Range<usize>],
    lists: &mut Vec<List>,
) {
    let text = passage.text();
    let Some(cue) = cues.iter().find(|cue| cue.kind == CueKind::FirstPoint) else { return };
    let first_in = |sentence: &Range<usize>| passage.places_in(&cue.places, sentence).next();
    let in_next = more.first().filter(|next| first_in(next) == Some(next.start)).map(|next| next.start);
    let Some(first) = first_in(sentence).or(in_next) else { return };
    let mut wholes = wholes(passage, &(sentence.start..first), brackets);
    let joins = |whole: &Number| {
        text[whole.extent.end..first.max(whole.extent.end)]
            .trim_matches(['：', '，', '。', '；', '其', '中'])
            .is_empty()
    };
    wholes.truncate(1);
    if !wholes.first().is_some_and(joins) {
        return;
    }
    let end = more.last().map_or(sentence.end, |last| last.end);
    let mut points: Vec<usize> = Vec::new();
    for point in [FIRST_POINT, "二是", "三是", "四是", "五是", "六是", "七是", "八是"] {
        let Some(at) = find(&text[first..end], point) else { break };
        points.push(first + at);
    }
    let unit = wholes[0].unit;
    let counted = |range: Range<usize>| passage.numbers_in(&range).iter().any(|number| number.unit == unit);
    let complete = points.windows(2).all(|pair| pair[0] < pair[1] && counted(pair[0]..pair[1]));
    // The last point ends with its last sentence that has a figure of the kind.
    let last = *points.last().unwrap_or(&first);
    let ends = more.iter().find(|next| next.end > last && counted((*next).clone()));
    let stop = ends.map_or(sentence.end, |next| next.end);
    if points.len() > 1 && complete && counted(last..stop.max(last)) {
        lists.push(List { wholes, scope: first..stop, ..List::default() });
    }
}

/// The figures that a list behind a range may divide, the nearest first; figures of the same kind that stand side by
/// side may be divided together.
fn wholes(passage: &Passage<'_>, range: &Range<usize>, brackets: &[Range<usize>]) -> Vec<Number> {
    // "办结75件，结转下年度5件。其中…": what was answered is divided rather than what is left.
    let (mut wholes, mut carried_out) = (Vec::new(), Vec::new());
    for number in passage.numbers_in(range).iter().rev() {
        let is_counted = is_thing(number.unit) || matches!(number.unit, "元" | "人" | "人次" | "名" | "家" | "户");
        let is_inside = |bracket: &Range<usize>| bracket.contains(&number.at.start) && bracket.start >= range.start;
        if !is_counted || passage.is_compared(number) || brackets.iter().any(is_inside) {
            continue;
        }
        let is_left = has_one(passage.item(number), &CARRIED_OUT);
        if is_left { &mut carried_out } else { &mut wholes }.push(number.clone());
    }
    wholes.append(&mut carried_out);
    let Some(nearest) = wholes.first().cloned() else { return wholes };
    let mut sum = nearest.value;
    for index in 1..wholes.len().min(MOST_PARTS) {
        if wholes[index].unit == nearest.unit {
            sum = sum + wholes[index].value;
            wholes.push(Number { value: sum, ..nearest.clone() });
        }
    }
    wholes
}

fn is_thing(unit: &str) -> bool {
    THINGS.contains(&unit)
}

/// One figure of a list and how it may be read.
struct Part<'a> {
    number: &'a Number,
    /// May also be no part.
    optional: bool,
    /// Opens a list inside the list.
    opens_inner: bool,
    /// A 。 or ； stands behind it, or nothing more.
    ends_group: bool,
}

fn parts<'a>(passage: &'a Passage<'a>, list: &List, whole: &Number, brackets: &[Range<usize>]) -> Vec<Part<'a>> {
    let text = passage.text();
    let mut parts: Vec<Part<'a>> = Vec::new();
    let mut end = list.scope.start;
    let mut all_by_topic = true;
    for number in passage.numbers_in(&list.scope) {
        let same = number.unit == whole.unit || number.unit.is_empty();
        let mixed = is_thing(number.unit) && is_thing(whole.unit);
        let follows = brackets.iter().any(|bracket| {
            bracket.start > list.scope.start
                && bracket.contains(&number.at.start)
                && passage.numbers.iter().any(|other| other.extent.end == bracket.start)
        });
        let item = passage.item(number);
        // "无法提供" is a result like others.
        let turns = begins_with_one(item, &TURNS) && !item.starts_with("无法提供");
        let turned = !list.total_behind && !parts.is_empty() && turns;
        if turned && same {
            break;
        }
        if follows || !(same || mixed) || passage.is_compared(number) {
            continue;
        }
        let between = &text[end.min(number.extent.start)..number.extent.start];
        let by_topic = find(between, "涉及").is_some();
        all_by_topic &= by_topic;
        let opens_inner = !parts.is_empty() && has_one(between, &INNER) && find(between, "。").is_none();
        if let Some(before) = parts.last_mut() {
            before.ends_group = find(between, "；").or_else(|| find(between, "。")).is_some();
        }
        parts.push(Part {
            number,
            optional: !same || !parts.is_empty() && by_topic && !all_by_topic,
            opens_inner,
            ends_group: true,
        });
        end = number.extent.end;
    }
    settle_inner(&mut parts);
    parts
}

/// A list inside the list that makes up the part before it is settled: it is left out.
fn settle_inner(parts: &mut Vec<Part<'_>>) {
    let mut index = 1;
    while index < parts.len() {
        let whole = parts[index - 1].number.value;
        let mut sum = Figure::default();
        let mut fits = |part: &Part<'_>| {
            sum = sum + part.number.value;
            sum == whole
        };
        let opened = if parts[index].opens_inner { &parts[index..] } else { &[] };
        let inner = opened.iter().enumerate().filter(|(_, part)| fits(part)).map(|(last, _)| last).last();
        if let Some(last) = inner {
            parts[index - 1].ends_group = parts[index + last].ends_group;
            parts.drain(index..=index + last);
        }
        index += 1;
    }
}

/// What the parts can add up to where the list may end; `None` if one of the sums on the way fits.
fn ends(parts: &[Part<'_>], fits: &dyn Fn(Figure) -> bool) -> Option<Vec<Figure>> {
    let mut states = vec![(Figure::default(), false)];
    let mut ends = Vec::new();
    for part in parts {
        let value = part.number.value;
        for (sum, inside) in std::mem::take(&mut states) {
            if !part.opens_inner {
                states.push((sum + value, false));
            }
            if inside || part.optional || part.opens_inner {
                states.push((sum, inside || part.opens_inner));
            }
        }
        sort(&mut states);
        states.dedup();
        if states.len() > MOST_READINGS || states.iter().any(|(sum, _)| fits(*sum)) {
            return None;
        }
        if part.ends_group {
            ends.extend(states.iter().map(|(sum, _)| *sum));
        }
    }
    Some(ends)
}

/// By how much a figure may have been rounded.
fn rounding(number: &Number) -> Figure {
    if number.step > Figure::whole(1) { number.step.half() } else { Figure::default() }
}

#[inline(never)]
fn judge(passage: &Passage<'_>, list: &List, brackets: &[Range<usize>]) -> Option<Breakdown> {
    let nearest = list.wholes.first()?;
    let mut parts = parts(passage, list, nearest, brackets);
    if parts.iter().all(|part| part.optional) || parts.len() > MOST_PARTS {
        return None;
    }
    let tolerance: Figure = parts.iter().map(|part| rounding(part.number)).sum();
    let mut nearest_ends = Vec::new();
    for whole in &list.wholes {
        let allowed = tolerance + rounding(whole);
        let ends = ends(&parts, &|sum| sum.distance(whole.value) <= allowed)?;
        if nearest_ends.is_empty() {
            nearest_ends = ends;
        }
    }
    if list.total_behind && (fits_from_some_part(&parts, nearest.value) || parts.len() < 2) {
        return None;
    }
    let value = nearest.value;
    // No reading fits with what stands behind a ； either: it is no part, then, and whether the list is whole is open.
    let own = parts.iter().position(|part| part.ends_group).map_or(parts.len(), |last| last + 1);
    let ended = list.may_end_at_semicolon && own < parts.len();
    if ended {
        parts.truncate(own);
        nearest_ends = ends(&parts, &|_| false)?;
    }
    let sum = nearest_ends.into_iter().min_by_key(|sum| sum.distance(value))?;
    let approximate = !nearest.exact || parts.iter().any(|part| !part.number.exact);
    let scope = &passage.text()[list.scope.clone()];
    let mixed = parts.iter().any(|part| part.optional);
    let topics = || has_one(scope, &TOPICS);
    let flaw = if is_ten_thousandfold(&parts, nearest) {
        Flaw::TenThousandfold
    } else if let Some(index) = part_exceeds(&parts, list, nearest) {
        Flaw::PartExceeds(index)
    } else if sum > value {
        Flaw::Exceed
    } else {
        Flaw::FallShort
    };
    let excess = if let Flaw::PartExceeds(index) = flaw { parts[index].number.value } else { sum };
    let gross = excess.times(10) > value.times(11) && excess > value + nearest.step;
    let behind = &passage.text()[list.scope.end..];
    let open = || list.open || has_one(scope, &OPEN) || behind.starts_with('等');
    let far = value.distance(sum).times(20) > value;
    let silent = match flaw {
        Flaw::TenThousandfold => false,
        Flaw::PartExceeds(_) | Flaw::Exceed => approximate && !gross,
        Flaw::FallShort => approximate || ended || parts.len() < 2 || open(),
    };
    if silent {
        return None;
    }
    let doubtful = approximate
        || match flaw {
            Flaw::TenThousandfold | Flaw::PartExceeds(_) => false,
            Flaw::Exceed => mixed || topics(),
            Flaw::FallShort => far || mixed || topics(),
        };
    let stated = |number: &Number| Stated {
        text: passage.written(number).to_owned(),
        at: passage.span(&number.extent),
        value: number.value,
    };
    let mut breakdown = Breakdown { flaw, whole: stated(nearest), parts: Vec::new(), sum, doubtful };
    for part in &parts {
        breakdown.parts.push(stated(part.number));
    }
    Some(breakdown)
}

/// A total behind its parts may count only the last of them.
fn fits_from_some_part(parts: &[Part<'_>], total: Figure) -> bool {
    let mut sum = Figure::default();
    parts.iter().rev().any(|part| {
        sum = sum + part.number.value;
        sum == total
    })
}

/// The parts are exactly the whole without its 万.
fn is_ten_thousandfold(parts: &[Part<'_>], whole: &Number) -> bool {
    let plain = whole.multiplier >= 10_000 && whole.exact && parts.len() > 1;
    plain
        && parts.iter().all(|part| part.number.exact && part.number.multiplier == 1)
        && ends(parts, &|sum| sum.times(whole.multiplier) == whole.value && sum > Figure::default()).is_none()
}

/// A part of the same kind that is larger than everything it may be part of.
fn part_exceeds(parts: &[Part<'_>], list: &List, whole: &Number) -> Option<usize> {
    let most = list.wholes.iter().map(|whole| whole.value + rounding(whole)).max()?;
    if list.total_behind {
        return None;
    }
    let first_group = parts.iter().position(|part| part.ends_group).map_or(parts.len(), |at| at + 1);
    parts[..first_group]
        .iter()
        .position(|part| !part.optional && part.number.unit == whole.unit && part.number.value > most)
}
