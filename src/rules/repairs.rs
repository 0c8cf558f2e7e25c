//! What may have happened to a table whose equations fail: the least changes and the misplacements that make all of
//! them hold, the likeliest first.

use super::finding::FixDraft;
use super::predecessor::carried_over;
use crate::document::{Agreement, Claim, Content, Document, Subject, Table};
use crate::equations::{Change, Misplacement, Move, Slip, slip};
use crate::form::Position;
use crate::text::{Figure, Span};

/// What an unexplained change of a figure weighs: the odds against it, roughly in bits.
const UNEXPLAINED: u32 = 14;
/// What two figures in each other's place weigh, and a misplacement of many: one event.
const EXCHANGED: u32 = 12;

/// A way in which the equations hold.
pub struct Explanation<'a> {
    /// What is to be changed.
    pub changes: Vec<Change>,
    /// What it looks like, for a message: 像是…
    pub reason: Option<String>,
    /// Whether the changes are one event, to be undone together.
    pub is_one_event: bool,
    /// Statements of the prose that become right by it.
    pub confirming: Vec<&'a Claim>,
    /// Statements that were right and become wrong.
    pub denying: Vec<&'a Claim>,
    /// What last year's report says to the cells carried over from it.
    pub last_year: Option<LastYears>,
    /// The odds against it.
    weight: u32,
    /// The table after it.
    table: Table,
}

/// Last year's figures of the cells that an explanation changes and that are carried over from last year.
pub struct LastYears {
    /// In the order of the changes.
    pub figures: Vec<Figure>,
    /// How many of them are the figures as they stand.
    before: usize,
    /// How many of them are the figures after the changes.
    after: usize,
}

impl LastYears {
    fn of(table: &Table, previous: &Table, changes: &[Change]) -> Option<Self> {
        let mut all = Self { figures: Vec::new(), before: 0, after: 0 };
        for change in changes {
            if let Some(figure) = carried_over(table, previous, change.at) {
                all.before += usize::from(table.cell(change.at).figure() == Some(figure));
                all.after += usize::from(Figure::whole(change.to) == figure);
                all.figures.push(figure);
            }
        }
        (!all.figures.is_empty()).then_some(all)
    }

    /// Whether the changes lead to last year's figures.
    pub fn agree(&self) -> bool {
        self.after == self.figures.len()
    }
}

/// What explanations are held against.
#[derive(Clone, Copy)]
pub struct Evidence<'a> {
    /// The report, for what its prose says.
    pub document: &'a Document,
    /// The table whose equations fail.
    pub table: &'a Table,
    /// Last year's table of that kind, where it is given.
    pub previous: Option<&'a Table>,
}

impl<'a> Explanation<'a> {
    /// A set of single changes.
    pub fn of_set(evidence: Evidence<'a>, set: Vec<Change>) -> Self {
        let (reason, weight) = look(evidence.table, &set);
        let is_one_event = weight <= EXCHANGED && set.len() == 2;
        Self::new(evidence, set, reason, weight, is_one_event)
    }

    /// Figures in the wrong place.
    pub fn of_misplacement(evidence: Evidence<'a>, found: Misplacement) -> Self {
        let reason = Some(move_in_words(evidence.table, &found));
        Self::new(evidence, found.changes, reason, EXCHANGED, true)
    }

    fn new(
        Evidence { document, table, previous }: Evidence<'a>,
        changes: Vec<Change>,
        reason: Option<String>,
        weight: u32,
        is_one_event: bool,
    ) -> Self {
        let mut changed = table.clone();
        for change in &changes {
            changed.rows[change.at.row].cells[change.at.column].content = Content::Number(Figure::whole(change.to));
        }
        let (mut confirming, mut denying) = (Vec::new(), Vec::new());
        for claim in &document.claims {
            let before = claim.agreement(document);
            let after = claim.agreement_with(document, Some(&changed));
            match (before, after) {
                (Agreement::Contradicts, Agreement::Agrees(_)) => confirming.push(claim),
                (Agreement::Agrees(_), Agreement::Contradicts) => denying.push(claim),
                _ => {}
            }
        }
        let last_year = previous.and_then(|previous| LastYears::of(table, previous, &changes));
        Self { changes, reason, is_one_event, confirming, denying, last_year, weight, table: changed }
    }

    /// Sorts explanations by it: what the prose and last year's report say counts most, then what looks like a slip.
    pub fn rank(&self) -> (isize, u32) {
        let against = self.last_year.as_ref().map_or(0, |last| last.before.cast_signed() - last.after.cast_signed());
        let prose = self.denying.len().cast_signed() - self.confirming.len().cast_signed();
        (prose + against.signum(), self.weight)
    }

    /// Whether something speaks for it, beside that it makes the equations hold.
    pub fn is_telling(&self) -> bool {
        let last_year = self.last_year.as_ref().is_some_and(LastYears::agree);
        !self.confirming.is_empty() || last_year || self.is_one_event || self.weight < UNEXPLAINED
    }

    /// Whether figures stand in the wrong place, more than two in each other's.
    pub fn is_misplacement(&self) -> bool {
        self.is_one_event && self.changes.len() > 2
    }

    /// The table after it.
    pub fn after(&self) -> &Table {
        &self.table
    }

    /// The changes, with what the prose then has to say instead; `None` where that is not certain.
    pub fn fix(&self) -> Option<FixDraft> {
        let prose = if self.denying.is_empty() { "" } else { "，正文一并改" };
        let title = match &self.changes[..] {
            [one] => format!("改为 {}{prose}", one.to),
            several => format!("一并改正这 {} 处{prose}", several.len()),
        };
        let mut edits: Vec<(Span, String)> = Vec::new();
        for change in &self.changes {
            edits.push((self.table.cell(change.at).span?, change.to.to_string()));
        }
        for claim in &self.denying {
            edits.push((claim.digits?, self.prose_due(claim)?.to_string()));
        }
        Some(FixDraft { title, safe: false, edits })
    }

    /// What a statement has to say after it: where all its readings give one whole number.
    fn prose_due(&self, claim: &Claim) -> Option<Figure> {
        let mut sums = claim
            .readings
            .iter()
            .map(|reading| if reading.table == self.table.kind { reading.sum_in(&self.table) } else { None });
        let first = sums.next()??;
        (claim.subject != Subject::Fee && first.is_whole() && sums.all(|sum| sum == Some(first))).then_some(first)
    }
}

/// What a set of single changes looks like, and the odds against it.
fn look(table: &Table, set: &[Change]) -> (Option<String>, u32) {
    if let [a, b] = set {
        let (same_row, same_column) = (a.at.row == b.at.row, a.at.column == b.at.column);
        let is_exchanged = a.from == b.to && b.from == a.to;
        let is_shifted = a.from - a.to == b.to - b.from;
        let one_is_empty = a.from == 0 || b.from == 0;
        let look = match (is_exchanged, is_shifted) {
            (true, _) if one_is_empty && same_row => Some(("像是填错了列", EXCHANGED - 1)),
            (true, _) if one_is_empty && same_column => Some(("像是填错了行", EXCHANGED)),
            (true, _) => Some(("像是两个数填反了", EXCHANGED)),
            (false, true) if same_row => Some(("像是有一部分填错了列", EXCHANGED + 4)),
            (false, true) if same_column => Some(("像是有一部分填错了行", EXCHANGED + 6)),
            _ => None,
        };
        if let Some((reason, weight)) = look {
            return (Some(reason.to_owned()), weight);
        }
    }
    let mut total = 0;
    let mut named: Vec<String> = Vec::new();
    for change in set {
        let (reason, weight) = look_of_one(table, *change);
        total += weight;
        match reason {
            Some(reason) if set.len() == 1 => return (Some(format!("像是{reason}")), weight),
            Some(reason) => named.push(match reason.strip_prefix("总计") {
                Some(reason) => format!("总计 {} {reason}", change.from),
                None => format!("{} {reason}", change.from),
            }),
            None => {}
        }
    }
    ((!named.is_empty()).then(|| format!("像是 {}", named.join("、"))), total)
}

fn look_of_one(table: &Table, change: Change) -> (Option<&'static str>, u32) {
    let has_several_digits = change.from.abs() > 9 || change.to > 9;
    match slip(change.from, change.to) {
        Some(Slip::Swapped) => (Some("相邻两位数字颠倒了"), 6),
        Some(Slip::Doubled) => (Some("有一位数字多打了一遍"), 7),
        Some(Slip::Lost) => (Some("漏打了一位数字"), 8),
        Some(Slip::Added) => (Some("多打了一位数字"), 8),
        Some(Slip::Beside) if has_several_digits => (Some("有一位数字按到了旁边的键"), 9),
        _ if is_total(table, change.at) => (Some("总计没有随各项改动"), 10),
        Some(Slip::Mistyped) => (Some("有一位数字打错了"), 10),
        // Of single digits nearly every one is beside nearly every other.
        Some(Slip::Beside) | None => (None, UNEXPLAINED),
    }
}

fn is_total(table: &Table, at: Position) -> bool {
    let row = &table.form().rows[at.row];
    row.columns[at.column].key == "total" || row.key == "3.7"
}

/// A misplacement in words: “其他”“总计”两列的数字填反了.
fn move_in_words(table: &Table, found: &Misplacement) -> String {
    let rows = &table.form().rows;
    let row = |row: usize| format!("“{}”", rows[row].name());
    let columns = rows[0].columns;
    let column = |column: usize| format!("“{}”", columns[column].label);
    let is_empty = |row: usize| {
        table.rows[row].cells.iter().all(|cell| cell.figure().is_none_or(|figure| figure == Figure::default()))
    };
    let way = |down: bool| if down { "下" } else { "上" };
    match found.moved {
        Move::RowsExchanged(first, second) if is_empty(first) || is_empty(second) => {
            let (right, wrong) = if is_empty(first) { (first, second) } else { (second, first) };
            format!("像是{}行的数字整行填到了{}行", row(right), row(wrong))
        }
        Move::RowsExchanged(first, second) => format!("像是{}{}两行的数字填反了", row(first), row(second)),
        Move::ColumnsExchanged(first, second, (top, bottom)) => {
            let where_ = if (top, bottom) == (0, rows.len() - 1) {
                String::new()
            } else {
                format!("{}行至{}行的", row(top), row(bottom))
            };
            format!("像是{where_}{}{}两列的数字填反了", column(first), column(second))
        }
        Move::CellsSlid { row: of, right } => {
            format!("像是{}行的数字整体向{}错了一格", row(of), if right { "右" } else { "左" })
        }
        Move::RowsSlid { rows: (top, bottom), down } => {
            format!("像是{}行至{}行的数字整体向{}错了一行", row(top), row(bottom), way(down))
        }
        Move::ColumnSlid { column: of, rows: (top, bottom), down } => {
            format!("像是{}列{}行至{}行的数字整体向{}错了一行", column(of), row(top), row(bottom), way(down))
        }
    }
}
