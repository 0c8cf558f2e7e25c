//! The least change that makes every equation of a table hold (Fellegi and Holt 1976).
//!
//! A change of one cell shows in each equation it stands in. Where at most three cells are wrong, some failing equation
//! has exactly one of them: two cells share no more than one equation, and three share at most a row, of which their
//! columns tell them apart. So the difference of that equation is the cell's change, and peeling off cell after cell
//! finds every least set of up to [`EXACT`] cells, with the only values that fit. Larger sets are looked for in the same
//! way within a bound of steps, and the answer says so.

use crate::document::{Content, Table};
use crate::equations::{Verdict, evaluate};
use crate::form::{Equation, Position};

/// Sets of up to so many cells are all found.
pub const EXACT: usize = 3;
/// Larger sets are looked for up to this size.
const MOST: usize = 6;
/// More steps than this are not taken for a set larger than [`EXACT`].
const MAX_STEPS: usize = 200_000;
/// A cell stands in at most this many equations: （七）总计 is one side of its row, its column and its balance.
const EQUATIONS_OF_A_CELL: usize = 3;

/// A cell's figure and the one that should stand in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// Which cell.
    pub at: Position,
    /// What it holds; a blank holds 0.
    pub from: i64,
    /// What it should hold.
    pub to: i64,
}

/// The least sets of changes after each of which every equation of the table holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// All of the same, least size; each in the order of the form.
    pub sets: Vec<Vec<Change>>,
    /// Whether no other set of this size and none smaller exists; otherwise the best found within a bound of steps.
    pub exact: bool,
}

/// Finds the least changes that make these equations of the table hold; `None` where they do, or where no change was
/// found within the bounds.
pub fn least_change<'a>(table: &Table, equations: impl IntoIterator<Item = &'a Equation>) -> Option<Repair> {
    let mut search = Search::new(table, equations)?;
    for size in 1..=MOST {
        search.steps = 0;
        search.bound = if size <= EXACT { usize::MAX } else { MAX_STEPS };
        search.go(size);
        if !search.found.is_empty() {
            search.found.sort_unstable();
            search.found.dedup();
            let exact = size <= EXACT;
            return Some(Repair { sets: search.found, exact });
        }
    }
    None
}

struct Search {
    /// The cells with a figure, and the equations each stands in with its sign there.
    cells: Vec<SearchCell>,
    /// For each equation, its cells.
    members: Vec<Vec<usize>>,
    /// For each equation, left less right.
    residuals: Vec<i64>,
    changes: Vec<Change>,
    found: Vec<Vec<Change>>,
    steps: usize,
    bound: usize,
}

struct SearchCell {
    at: Position,
    value: i64,
    equations: Vec<(usize, i64)>,
    used: bool,
}

impl Search {
    /// Only equations that are known to hold or to fail bind: one with an unread cell, or with a blank that could mend
    /// it, is satisfied by that cell. `None` where none fails, or a figure is no whole number.
    fn new<'a>(table: &Table, equations: impl IntoIterator<Item = &'a Equation>) -> Option<Self> {
        let mut search = Self {
            cells: Vec::new(),
            members: Vec::new(),
            residuals: Vec::new(),
            changes: Vec::new(),
            found: Vec::new(),
            steps: 0,
            bound: 0,
        };
        let mut fails = false;
        for equation in equations {
            let evaluation = evaluate(equation, table);
            if evaluation.verdict == Verdict::Unknown {
                continue;
            }
            fails |= evaluation.verdict == Verdict::Fails;
            let difference = evaluation.left? - evaluation.right?;
            let index = search.residuals.len();
            search.residuals.push(difference.to_whole()?);
            search.members.push(Vec::new());
            let sides = equation.left.iter().map(|at| (*at, 1)).chain(equation.right.iter().map(|at| (*at, -1)));
            for (at, sign) in sides {
                let cell = search.cell(at, table)?;
                search.cells[cell].equations.push((index, sign));
                search.members[index].push(cell);
            }
        }
        fails.then_some(search)
    }

    fn cell(&mut self, at: Position, table: &Table) -> Option<usize> {
        if let Some(known) = self.cells.iter().position(|cell| cell.at == at) {
            return Some(known);
        }
        let value = match table.cell(at).content {
            Content::Number(figure) => figure.to_whole()?,
            _ => 0,
        };
        self.cells.push(SearchCell { at, value, equations: Vec::new(), used: false });
        Some(self.cells.len() - 1)
    }

    /// Looks for sets of `left` more changes.
    fn go(&mut self, left: usize) {
        self.steps += 1;
        let failing: Vec<usize> = (0..self.residuals.len()).filter(|&index| self.residuals[index] != 0).collect();
        if failing.is_empty() {
            let mut set = self.changes.clone();
            set.sort_unstable();
            self.found.push(set);
            return;
        }
        if left == 0 || failing.len() > EQUATIONS_OF_A_CELL * left || self.steps > self.bound {
            return;
        }
        // The last cell must mend all that fails: any one of the failing equations tells which it can be.
        let tried = if left == 1 { &failing[..1] } else { &failing[..] };
        for &equation in tried {
            for member in 0..self.members[equation].len() {
                let cell = self.members[equation][member];
                let sign = self.cells[cell]
                    .equations
                    .iter()
                    .find(|(index, _)| *index == equation)
                    .map_or(1, |(_, sign)| *sign);
                let change = -self.residuals[equation] * sign;
                let SearchCell { at, value, used, .. } = self.cells[cell];
                if used || value + change < 0 {
                    continue;
                }
                self.apply(cell, change, true);
                self.changes.push(Change { at, from: value, to: value + change });
                self.go(left - 1);
                self.changes.pop();
                self.apply(cell, -change, false);
            }
        }
    }

    fn apply(&mut self, cell: usize, change: i64, used: bool) {
        self.cells[cell].used = used;
        for &(equation, sign) in &self.cells[cell].equations {
            self.residuals[equation] += sign * change;
        }
    }
}

/// What a slip of the keyboard makes of a figure, if `from` looks like one of `to`.
pub fn slip(from: i64, to: i64) -> Option<&'static str> {
    let (wrong, right) = (from.to_string(), to.to_string());
    let without = |digits: &str, index: usize| format!("{}{}", &digits[..index], &digits[index + 1..]);
    if wrong.len() == right.len() {
        let differing: Vec<usize> =
            (0..wrong.len()).filter(|&index| wrong.as_bytes()[index] != right.as_bytes()[index]).collect();
        if let [a, b] = differing[..]
            && b == a + 1
            && wrong.as_bytes()[a] == right.as_bytes()[b]
            && wrong.as_bytes()[b] == right.as_bytes()[a]
        {
            return Some("相邻两位数字颠倒了");
        }
        if let ([_], true) = (&differing[..], wrong.len() > 1) {
            return Some("一位数字打错了");
        }
    }
    if wrong.len() == right.len() + 1 && (0..wrong.len()).any(|index| without(&wrong, index) == right) {
        return Some("多打了一位数字");
    }
    if right.len() == wrong.len() + 1 && (0..right.len()).any(|index| without(&right, index) == wrong) {
        return Some("漏打了一位数字");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Cell;
    use crate::form::{Edition, TableKind};
    use crate::text::{Figure, Span};

    /// A generator whose numbers are the same in every run.
    struct Random(u64);

    impl Random {
        fn below(&mut self, bound: i64) -> i64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            i64::from((self.0 >> 33) as u32) % bound
        }
    }

    fn table(values: &[[i64; 7]]) -> Table {
        let mut table = Table::unread(TableKind::Applications, Edition::Y2021, Span::default());
        for (row, values) in table.rows.iter_mut().zip(values) {
            for (cell, value) in row.cells.iter_mut().zip(values) {
                *cell = Cell { content: Content::Number(Figure::whole(*value)), span: Some(Span::default()) };
            }
        }
        table
    }

    /// Figures of every scale that satisfy every equation.
    fn valid(random: &mut Random) -> Vec<[i64; 7]> {
        let pick = random.below(5);
        let scale = [1, 3, 20, 500, 20_000][usize::try_from(pick).unwrap_or_default()];
        let mut rows = vec![[0_i64; 7]; 25];
        for row in &mut rows[2..23] {
            for cell in &mut row[..6] {
                if random.below(3) == 0 {
                    *cell = random.below(scale + 1);
                }
            }
        }
        for column in 0..6 {
            let total: i64 = rows[2..23].iter().map(|row| row[column]).sum();
            let carried_out = random.below(scale / 4 + 1);
            let carried_in = random.below(total + carried_out + 1);
            rows[23][column] = total;
            rows[24][column] = carried_out;
            rows[1][column] = carried_in;
            rows[0][column] = total + carried_out - carried_in;
        }
        for row in &mut rows {
            row[6] = row[..6].iter().sum();
        }
        rows
    }

    fn spoil(random: &mut Random, rows: &mut [[i64; 7]], count: usize) -> Vec<Change> {
        let mut changes: Vec<Change> = Vec::new();
        while changes.len() < count {
            let cell = usize::try_from(random.below(175)).unwrap_or_default();
            let at = Position { row: cell / 7, column: cell % 7 };
            if changes.iter().any(|change| change.at == at) {
                continue;
            }
            let to = rows[at.row][at.column];
            let from = random.below(to * 2 + 12);
            if from != to {
                rows[at.row][at.column] = from;
                changes.push(Change { at, from, to });
            }
        }
        changes.sort_unstable();
        changes
    }

    fn equations() -> Vec<&'static Equation> {
        Equation::all(Edition::Y2021).iter().filter(|equation| equation.table == TableKind::Applications).collect()
    }

    fn repair(rows: &[[i64; 7]]) -> Option<Repair> {
        least_change(&table(rows), equations())
    }

    #[test]
    fn one_wrong_cell_is_named_with_its_value() {
        let mut random = Random(1);
        for _ in 0..4_000 {
            let mut rows = valid(&mut random);
            assert_eq!(repair(&rows), None);
            let planted = spoil(&mut random, &mut rows, 1);
            assert_eq!(repair(&rows).map(|repair| (repair.sets, repair.exact)), Some((vec![planted], true)));
        }
    }

    /// Every support of `size` cells, tried by elimination: nothing in common with the search but the equations.
    fn exhaustive(rows: &[[i64; 7]], size: usize) -> Vec<Vec<Change>> {
        let equations = equations();
        let cells: Vec<Position> = (0..25).flat_map(|row| (0..7).map(move |column| Position { row, column })).collect();
        let sign = |equation: &Equation, at: &Position| {
            i64::from(equation.left.contains(at)) - i64::from(equation.right.contains(at))
        };
        let sum =
            |equation: &Equation| cells.iter().map(|at| sign(equation, at) * rows[at.row][at.column]).sum::<i64>();
        let residuals: Vec<i64> = equations.iter().map(|equation| sum(equation)).collect();
        let columns: Vec<Vec<i64>> =
            cells.iter().map(|at| equations.iter().map(|equation| sign(equation, at)).collect()).collect();
        let failing: u64 =
            residuals.iter().enumerate().filter(|(_, residual)| **residual != 0).map(|(index, _)| 1 << index).sum();
        let masks: Vec<u64> = columns
            .iter()
            .map(|column| {
                column.iter().enumerate().filter(|(_, sign)| **sign != 0).map(|(index, _)| 1_u64 << index).sum()
            })
            .collect();
        let mut found = Vec::new();
        let mut support = Vec::new();
        supports(cells.len(), size, 0, &mut support, &mut |support| {
            let covered = support.iter().fold(0, |mask, cell| mask | masks[*cell]);
            if covered & failing != failing {
                return;
            }
            let Some(changes) = eliminate(support, &columns, &residuals) else { return };
            let set: Vec<Change> = support
                .iter()
                .zip(changes)
                .map(|(&cell, change)| {
                    let at = cells[cell];
                    let from = rows[at.row][at.column];
                    Change { at, from, to: from + change }
                })
                .collect();
            if set.iter().all(|change| change.to >= 0 && change.to != change.from) {
                found.push(set);
            }
        });
        found.sort_unstable();
        found
    }

    fn supports(cells: usize, size: usize, from: usize, support: &mut Vec<usize>, visit: &mut impl FnMut(&[usize])) {
        if support.len() == size {
            visit(support);
            return;
        }
        for cell in from..cells {
            support.push(cell);
            supports(cells, size, cell + 1, support, visit);
            support.pop();
        }
    }

    /// Solves for the changes of a support by elimination in fractions; `None` without a solution in whole numbers.
    fn eliminate(support: &[usize], columns: &[Vec<i64>], residuals: &[i64]) -> Option<Vec<i64>> {
        let width = support.len();
        let mut rows: Vec<Vec<i64>> = (0..residuals.len())
            .map(|equation| support.iter().map(|cell| columns[*cell][equation]).chain([-residuals[equation]]).collect())
            .collect();
        for pivot in 0..width {
            let at = (pivot..rows.len()).find(|row| rows[*row][pivot] != 0)?;
            rows.swap(pivot, at);
            for row in 0..rows.len() {
                if row != pivot && rows[row][pivot] != 0 {
                    let (factor, own) = (rows[row][pivot], rows[pivot].clone());
                    for (value, pivot_value) in rows[row].iter_mut().zip(&own) {
                        *value = *value * own[pivot] - pivot_value * factor;
                    }
                }
            }
        }
        if rows[width..].iter().any(|row| row[width] != 0) {
            return None;
        }
        (0..width)
            .map(|pivot| {
                (rows[pivot][width] % rows[pivot][pivot] == 0).then(|| rows[pivot][width] / rows[pivot][pivot])
            })
            .collect()
    }

    #[test]
    fn two_and_three_wrong_cells_give_the_sets_of_an_exhaustive_search() {
        for count in [2, 3] {
            let mut random = Random(count as u64);
            for case in 0..500 {
                let mut rows = valid(&mut random);
                let planted = spoil(&mut random, &mut rows, count);
                let Some(repair) = repair(&rows) else {
                    // The wrong figures may hold together by chance; then nothing fails.
                    assert!(exhaustive(&rows, 1).is_empty() && exhaustive(&rows, 2).is_empty(), "case {case}");
                    continue;
                };
                let size = repair.sets[0].len();
                assert!(size <= count && repair.exact);
                for smaller in 1..size {
                    assert_eq!(exhaustive(&rows, smaller), Vec::<Vec<Change>>::new(), "case {case} of {count}");
                }
                assert_eq!(repair.sets, exhaustive(&rows, size), "case {case} of {count}: {planted:?}");
                assert!(size < count || repair.sets.contains(&planted), "case {case} of {count}");
            }
        }
    }

    #[test]
    fn slips_of_the_keyboard_are_known() {
        assert_eq!(slip(21, 12), Some("相邻两位数字颠倒了"));
        assert_eq!(slip(1, 12), Some("漏打了一位数字"));
        assert_eq!(slip(112, 12), Some("多打了一位数字"));
        assert_eq!(slip(18, 12), Some("一位数字打错了"));
        assert_eq!(slip(8, 3), None);
        assert_eq!(slip(0, 45), None);
    }
}
