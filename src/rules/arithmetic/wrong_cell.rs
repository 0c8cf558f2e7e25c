//! The cell that is wrong, and what it should be: the least change that makes every equation of a table hold, or the
//! figures that stand in the wrong place.

use super::super::finding::FixDraft;
use super::super::repairs::{Evidence, Explanation};
use super::super::{Context, Finding, Place, Rule, claims};
use crate::document::{Claim, Content};
use crate::equations::{Change, Repair, Verdict, evaluate, least_change, misplacements};
use crate::form::{Equation, TableKind};
use crate::report::Severity;
use crate::text::order::sort_by_key;

/// See `wrong_cell.md`.
pub static RULE: Rule = Rule { code: "arithmetic/wrong-cell", severity: Severity::Error, check };

/// Of more possible changes only those are shown that something speaks for.
const MOST_SETS: usize = 12;
/// So many of them are written out.
const SHOWN: usize = 5;
/// From so many wrong cells on, one misplacement that explains all of them is what happened.
const TOO_MANY_SLIPS: usize = 3;

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) -> Option<()> {
    let document = context.document;
    if let Some(table) = document.table(TableKind::Applications) {
        let (equations, failing) = equations(context, table.kind);
        if !failing.is_empty() {
            let previous = context.previous().and_then(|previous| previous.table(table.kind));
            let evidence = Evidence { document, table, previous };
            Case { evidence, failing: &failing }.explain(&equations, findings);
        }
    }
    // Each equation of table four stands for itself.
    if let Some(table) = document.table(TableKind::Disputes) {
        let evidence = Evidence { document, table, previous: None };
        for equation in equations(context, table.kind).1 {
            Case { evidence, failing: &[equation] }.explain(&[equation], findings);
        }
    }
    Some(())
}

/// The equations of a table, and those of them that fail.
fn equations(context: &Context<'_>, kind: TableKind) -> (Vec<&'static Equation>, Vec<&'static Equation>) {
    let (mut all, mut failing) = (Vec::new(), Vec::new());
    for one in context.equations.iter().filter(|one| one.equation.table == kind) {
        all.push(one.equation);
        if one.evaluation.verdict == Verdict::Fails {
            failing.push(one.equation);
        }
    }
    (all, failing)
}

/// Equations of one table that fail.
struct Case<'a> {
    evidence: Evidence<'a>,
    failing: &'a [&'static Equation],
}

impl<'a> Case<'a> {
    fn explain(&self, equations: &[&Equation], findings: &mut Vec<Finding>) {
        let repair = least_change(self.evidence.table, equations.iter().copied());
        let size = repair.as_ref().map_or(usize::MAX, |repair| repair.sets[0].len());
        let moves = if size == 1 { Vec::new() } else { misplacements(self.evidence.table, equations.iter().copied()) };
        let Repair { mut sets, exact } = match repair {
            Some(repair) if moves.is_empty() || size < TOO_MANY_SLIPS => repair,
            _ => Repair { sets: Vec::new(), exact: true },
        };
        sets.retain(|set| moves.iter().all(|moved| moved.changes != *set));
        let mut ways: Vec<Explanation<'a>> = Vec::new();
        for moved in moves {
            ways.push(Explanation::of_misplacement(self.evidence, moved));
        }
        for set in sets {
            ways.push(Explanation::of_set(self.evidence, set));
        }
        sort_by_key(&mut ways, Explanation::rank);
        let count = ways.len();
        if count > MOST_SETS {
            ways.retain(Explanation::is_telling);
        }
        match &ways[..] {
            [] => {}
            [only] if count == 1 && !only.is_one_event && exact => {
                for change in &only.changes {
                    findings.push(self.wrong_cell(*change, only));
                }
            }
            [only] if count == 1 => findings.push(self.all_together(only, exact)),
            several => findings.push(self.several(several, count, exact)),
        }
    }

    /// One of the cells of the only least set.
    fn wrong_cell(&self, change: Change, set: &Explanation<'a>) -> Finding {
        let alone = Explanation::of_set(self.evidence, vec![change]);
        let others = match set.changes.len() {
            1 => String::new(),
            count => format!("，连同另外 {} 处", count - 1),
        };
        let message = format!("{}{}{others}：{}", self.says(change), self.because(&alone), self.then(set));
        let own: Vec<&'static Equation> =
            self.failing.iter().copied().filter(|one| one.cells().any(|at| at == change.at)).collect();
        let fix = alone.fix();
        self.finding(&alone, message, &own, fix)
    }

    /// Cells that belong together: figures in the wrong place, or the best that was found of many.
    fn all_together(&self, way: &Explanation<'a>, exact: bool) -> Finding {
        let caution = if exact { "" } else { "（改动处较多，也可能还有别的改法）" };
        let message = match &way.reason {
            Some(reason) if way.is_misplacement() => {
                let said = format!("{}{}", self.prose_says(way), last_year_says(way));
                let cells = self.says_all(way);
                format!("{}{reason}{said}（{cells}）：{}", self.evidence.table.kind.name(), self.then(way))
            }
            _ => format!("{}{}：{}{caution}", self.says_all(way), self.because(way), self.then(way)),
        };
        let mut finding = self.finding(way, message, self.failing, way.fix());
        self.relate_cells(&mut finding, std::slice::from_ref(way));
        finding
    }

    /// Several ways, the likeliest first.
    fn several(&self, ways: &[Explanation<'a>], count: usize, exact: bool) -> Finding {
        let mut listed: Vec<String> = Vec::new();
        for (way, number) in ways.iter().take(SHOWN).zip(1..) {
            let because = self.because(way);
            let because = because.strip_prefix('，').map_or(String::new(), |because| format!("（{because}）"));
            listed.push(format!("{number}. {}{because}", self.says_all(way)));
        }
        let names: Vec<String> = self.failing.iter().map(|equation| equation.name()).collect();
        let shown = listed.len();
        let more = if count > shown { format!("；另有 {} 种", count - shown) } else { String::new() };
        let found = if exact { "改动最少的改法有" } else { "已找到的改法有" };
        let message =
            format!("{}不相符，{found} {count} 种，请对照台账选用：{}{more}", names.join("、"), listed.join("；"));
        let mut finding = self.finding(&ways[0], message, self.failing, None);
        for way in ways.iter().take(SHOWN) {
            finding.fixes.extend(way.fix());
        }
        self.relate_cells(&mut finding, ways);
        finding
    }

    fn finding(
        &self,
        way: &Explanation<'a>,
        message: String,
        failing: &[&'static Equation],
        fix: Option<FixDraft>,
    ) -> Finding {
        let mut finding = Finding::of_cell(Severity::Error, self.evidence.table, way.changes[0].at, message);
        for equation in failing {
            let message = format!("{}不成立", equation.name());
            finding.related.push(Place::cell(self.evidence.table, equation.right[0], message));
        }
        for claim in way.confirming.iter().chain(&way.denying) {
            finding.related.push(Place::new(claim.at, format!("正文写“{}”", self.words(claim))));
        }
        finding.fixes.extend(fix);
        finding
    }

    /// Adds the cells that the ways change.
    fn relate_cells(&self, finding: &mut Finding, ways: &[Explanation<'a>]) {
        for change in ways.iter().flat_map(|way| &way.changes) {
            let cell = Some((self.evidence.table.kind, change.at));
            if finding.cell != cell && !finding.related.iter().any(|place| place.cell == cell) {
                finding.related.push(super::part(self.evidence.table, change.at));
            }
        }
    }

    /// 表三“（七）总计”行“自然人”列应为 3（现为 8）.
    fn says(&self, change: Change) -> String {
        format!("{}{}", self.evidence.table.form().cell_name(change.at), self.due(change))
    }

    fn due(&self, change: Change) -> String {
        match self.evidence.table.cell(change.at).content {
            Content::Blank => format!("应为 {}（现为空）", change.to),
            _ => format!("应为 {}（现为 {}）", change.to, change.from),
        }
    }

    /// All changes of a way; the row is not said again, nor are more than a few cells told.
    fn says_all(&self, way: &Explanation<'a>) -> String {
        const FEW: usize = 4;
        let mut said: Vec<String> = Vec::new();
        for (index, change) in way.changes.iter().enumerate().take(FEW) {
            let columns = self.evidence.table.form().rows[change.at.row].columns;
            said.push(if index > 0 && way.changes[index - 1].at.row == change.at.row {
                format!("“{}”列{}", columns[change.at.column].label, self.due(*change))
            } else {
                self.says(*change)
            });
        }
        let more = way.changes.len().saturating_sub(FEW);
        let more = if more > 0 { format!("等 {} 处", way.changes.len()) } else { String::new() };
        format!("{}{more}", said.join("，"))
    }

    /// ，正文也写“3件”，上年报告结转的也是 3，像是漏打了一位数字; empty where nothing speaks for it.
    fn because(&self, way: &Explanation<'a>) -> String {
        let reason = way.reason.as_deref().map_or(String::new(), |reason| format!("，{reason}"));
        format!("{}{}{reason}", self.prose_says(way), last_year_says(way))
    }

    fn prose_says(&self, way: &Explanation<'a>) -> String {
        // The statement about the fewest cells says most of the one that is wrong.
        let nearest = |claims: &[&'a Claim]| {
            claims.iter().copied().min_by_key(|claim| claim.readings.first().map(|reading| reading.cells.len()))
        };
        match (nearest(&way.confirming), nearest(&way.denying)) {
            (Some(claim), _) => format!("，正文也写“{}”", self.words(claim)),
            (None, Some(claim)) => format!("，但正文写“{}”，请一并核对", self.words(claim)),
            (None, None) => String::new(),
        }
    }

    fn words(&self, claim: &Claim) -> String {
        claims::words(self.evidence.document, claim)
    }

    /// What comes of it: 改后 4 条勾稽关系全部成立. Blanks may have to be filled first.
    fn then(&self, way: &Explanation<'a>) -> String {
        let count = self.failing.len();
        if self.failing.iter().all(|equation| evaluate(equation, way.after()).verdict == Verdict::Holds) {
            return format!("改后 {count} 条勾稽关系全部成立");
        }
        format!("改后填好空项，{count} 条勾稽关系全部成立")
    }
}

/// ，上年报告结转的也是 3; empty where last year's report has nothing to do with it.
fn last_year_says(way: &Explanation<'_>) -> String {
    let Some(last_year) = &way.last_year else { return String::new() };
    match (&last_year.figures[..], last_year.agree()) {
        ([figure], true) => format!("，上年报告结转的也是 {figure}"),
        ([figure], false) => format!("，但上年报告结转的是 {figure}，请一并核对"),
        (_, true) => "，与上年报告结转的相同".to_owned(),
        (_, false) => "，但与上年报告结转的不同，请一并核对".to_owned(),
    }
}
