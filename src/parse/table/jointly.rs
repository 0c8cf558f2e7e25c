//! Chooses among the readings of several rows at once those that make every column's sum hold.

use crate::document::{Content, Table};
use crate::form::Equation;
use crate::text::Figure;

/// More steps than this are not taken: the rows stay unread.
const MAX_STEPS: usize = 100_000;

/// A row with the figures of each of its readings.
pub struct Choice {
    pub row: usize,
    pub ways: Vec<Vec<Figure>>,
}

/// An equation over the open rows: what the read rows leave to them, and with which sign each takes part.
struct Balance {
    column: usize,
    left_over: Figure,
    signs: Vec<i8>,
}

/// For each row the one reading that it has in every choice that makes all sums hold; `None` where it has several.
pub fn choose(
    choices: &[Choice],
    equations: impl Iterator<Item = &'static Equation>,
    table: &Table,
) -> Vec<Option<usize>> {
    let balances: Vec<Balance> = equations.filter_map(|equation| balance(equation, choices, table)).collect();
    let nothing = vec![None; choices.len()];
    if choices.is_empty() || balances.is_empty() {
        return nothing;
    }
    let bounds = bounds(choices, &balances);
    let mut search = Search {
        choices,
        balances: &balances,
        bounds: &bounds,
        chosen: Vec::new(),
        used: vec![Vec::new(); choices.len()],
        steps: 0,
    };
    search.go(&balances.iter().map(|balance| balance.left_over).collect::<Vec<_>>());
    if search.steps > MAX_STEPS {
        return nothing;
    }
    search.used.iter().map(|ways| if let [only] = ways[..] { Some(only) } else { None }).collect()
}

/// The equation as far as it concerns the open rows; `None` where it does not, or where a cell of it is unread.
fn balance(equation: &Equation, choices: &[Choice], table: &Table) -> Option<Balance> {
    let mut balance =
        Balance { column: equation.right[0].column, left_over: Figure::default(), signs: vec![0; choices.len()] };
    let sides = equation.left.iter().map(|at| (at, 1)).chain(equation.right.iter().map(|at| (at, -1)));
    for (at, sign) in sides {
        if at.column != balance.column {
            return None;
        }
        if let Some(open) = choices.iter().position(|choice| choice.row == at.row) {
            balance.signs[open] = sign;
            continue;
        }
        let figure = match table.cell(*at).content {
            Content::Number(figure) => figure,
            Content::Blank => Figure::default(),
            Content::Text | Content::Missing => return None,
        };
        balance.left_over = signed_sum(balance.left_over, figure, sign);
    }
    balance.signs.iter().any(|sign| *sign != 0).then_some(balance)
}

fn signed_sum(sum: Figure, figure: Figure, sign: i8) -> Figure {
    match sign {
        1 => sum + figure,
        -1 => sum - figure,
        _ => sum,
    }
}

/// For each row and balance, the least and the most that the rows from it on can add.
fn bounds(choices: &[Choice], balances: &[Balance]) -> Vec<Vec<(Figure, Figure)>> {
    let mut bounds = vec![vec![(Figure::default(), Figure::default()); balances.len()]; choices.len() + 1];
    for row in (0..choices.len()).rev() {
        for (index, balance) in balances.iter().enumerate() {
            let adds = choices[row]
                .ways
                .iter()
                .map(|way| signed_sum(Figure::default(), way[balance.column], balance.signs[row]));
            let (least, most) = adds.fold((None, None), |(least, most): (Option<Figure>, Option<Figure>), add| {
                (Some(least.map_or(add, |least| least.min(add))), Some(most.map_or(add, |most| most.max(add))))
            });
            let (behind_least, behind_most) = bounds[row + 1][index];
            bounds[row][index] = (behind_least + least.unwrap_or_default(), behind_most + most.unwrap_or_default());
        }
    }
    bounds
}

struct Search<'a> {
    choices: &'a [Choice],
    balances: &'a [Balance],
    bounds: &'a [Vec<(Figure, Figure)>],
    chosen: Vec<usize>,
    /// For each row the readings that it has in some choice that makes all sums hold.
    used: Vec<Vec<usize>>,
    steps: usize,
}

impl Search<'_> {
    fn go(&mut self, sums: &[Figure]) {
        self.steps += 1;
        let row = self.chosen.len();
        let zero = Figure::default();
        let reachable = sums
            .iter()
            .zip(&self.bounds[row])
            .all(|(sum, (least, most))| *sum + *least <= zero && zero <= *sum + *most);
        if self.steps > MAX_STEPS || !reachable {
            return;
        }
        if row == self.choices.len() {
            for (used, way) in self.used.iter_mut().zip(&self.chosen) {
                if !used.contains(way) {
                    used.push(*way);
                }
            }
            return;
        }
        for (way, figures) in self.choices[row].ways.iter().enumerate() {
            let next: Vec<Figure> = sums
                .iter()
                .zip(self.balances)
                .map(|(sum, balance)| signed_sum(*sum, figures[balance.column], balance.signs[row]))
                .collect();
            self.chosen.push(way);
            self.go(&next);
            self.chosen.pop();
        }
    }
}
