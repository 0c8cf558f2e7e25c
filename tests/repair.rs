//! The least change that makes every equation of a table hold, against searches that have nothing in common with it
//! but the equations; and figures in the wrong place, which are to be known as such.

#[path = "support/random.rs"]
#[allow(dead_code)]
mod random;
#[path = "support/requests.rs"]
mod requests;

use std::sync::LazyLock;

use nianbao::equations::{Change, Move, Repair, least_change, misplacements};
use nianbao::form::{Edition, Equation, Position, TableKind};
use random::Random;
use requests::{COLUMNS, ROWS, Requests};

fn equations() -> Vec<&'static Equation> {
    Equation::all(Edition::Y2021).iter().filter(|equation| equation.table == TableKind::Applications).collect()
}

fn repair(requests: &Requests) -> Option<Repair> {
    least_change(&requests.table(), equations())
}

#[test]
fn one_wrong_cell_is_named_with_its_value() {
    let mut random = Random::new(1);
    for case in 0..4_000 {
        let mut requests = Requests::valid(&mut random);
        assert_eq!(repair(&requests), None, "case {case}");
        let planted = requests.spoil(&mut random, 1);
        let found = repair(&requests).map(|repair| (repair.sets, repair.exact));
        assert_eq!(found, Some((vec![planted], true)), "case {case}");
    }
}

#[test]
fn two_and_three_wrong_cells_give_the_sets_of_an_exhaustive_search() {
    for count in [2, 3] {
        let mut random = Random::new(count as u64);
        for case in 0..500 {
            let mut requests = Requests::valid(&mut random);
            let planted = requests.spoil(&mut random, count);
            let Some(repair) = repair(&requests) else {
                // The wrong figures may hold together by chance; then nothing fails.
                assert!(exhaustive(&requests, 1).is_empty() && exhaustive(&requests, 2).is_empty(), "case {case}");
                continue;
            };
            let size = repair.sets[0].len();
            assert!(size <= count && repair.exact);
            for smaller in 1..size {
                assert_eq!(exhaustive(&requests, smaller), Vec::<Vec<Change>>::new(), "case {case} of {count}");
            }
            assert_eq!(repair.sets, exhaustive(&requests, size), "case {case} of {count}: {planted:?}");
            assert!(size < count || repair.sets.contains(&planted), "case {case} of {count}");
        }
    }
}

/// Every filling of the blanks up to a figure beyond which only more can be wrong, each searched exhaustively.
fn over_every_filling(requests: &Requests, blanks: &[Position], size: usize) -> Vec<Vec<Change>> {
    let limit = requests.largest() * 2 + 2;
    let mut fillings = vec![requests.clone()];
    for blank in blanks {
        let filled = |requests: &Requests| (0..=limit).map(|value| requests.with(*blank, value)).collect::<Vec<_>>();
        fillings = fillings.iter().flat_map(filled).collect();
    }
    let mut found: Vec<Vec<Change>> = fillings
        .iter()
        .flat_map(|filled| exhaustive(filled, size))
        .filter(|set| set.iter().all(|change| !blanks.contains(&change.at)))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[test]
fn blanks_take_whatever_value_makes_the_least_change_least() {
    let (mut random, mut named, mut open) = (Random::new(4), 0, 0);
    for case in 0..500 {
        let mut requests = Requests::small(&mut random);
        let blanks: Vec<Position> = (0..=usize::from(case % 10 == 0)).map(|_| requests.blank(&mut random)).collect();
        let planted = requests.spoil(&mut random, 1 + case / 2 % 2);
        let answer = repair(&requests);
        if !requests.any_fails(&equations()) {
            assert_eq!(answer, None, "case {case}");
            continue;
        }
        let least = (1..=2).map(|size| over_every_filling(&requests, &blanks, size)).find(|sets| !sets.is_empty());
        let least = least.unwrap_or_else(|| panic!("case {case}: {planted:?} and no set"));
        if let Some(repair) = answer {
            assert_eq!(repair.sets, least, "case {case}: {blanks:?} {planted:?}");
            named += 1;
        } else {
            // Nothing is named: then some cells may take several values.
            let places = |set: &Vec<Change>| set.iter().map(|change| change.at).collect::<Vec<_>>();
            let mut all: Vec<_> = least.iter().map(places).collect();
            let sets = all.len();
            all.sort_unstable();
            all.dedup();
            assert!(all.len() < sets, "case {case}: {blanks:?} {planted:?} {least:?}");
            open += 1;
        }
    }
    assert!(named > 300, "{named} named, {open} left open");
}

#[test]
fn beyond_three_wrong_cells_what_is_named_makes_every_equation_hold() {
    for count in 4..=6 {
        let (mut random, mut found) = (Random::new(count as u64), 0);
        for _ in 0..200 {
            let mut requests = Requests::valid(&mut random);
            requests.spoil(&mut random, count);
            let Some(repair) = repair(&requests) else { continue };
            found += 1;
            assert!(repair.sets.iter().all(|set| set.len() <= count) || !repair.exact);
            for set in &repair.sets {
                let mut repaired = requests.clone();
                for change in set {
                    repaired.set(change.at, change.to);
                }
                assert!(set.iter().all(|change| change.to >= 0 && change.to != change.from));
                assert!(!repaired.any_fails(&equations()), "{set:?}");
            }
        }
        println!("{count} wrong cells: found in {found} of 200");
        assert!(found >= 150, "{count} wrong cells: found in {found} of 200");
    }
}

#[test]
fn table_four_gets_every_least_set() {
    let mut random = Random::new(5);
    let dispute_totals: Vec<&Equation> =
        Equation::all(Edition::Y2021).iter().filter(|equation| equation.table == TableKind::Disputes).collect();
    for case in 0..2_000 {
        let scale = *random.pick(&[3, 30, 900]);
        let mut figures: Vec<i64> = (0..4).map(|_| random.between(0, scale).cast_signed()).collect();
        figures.push(figures.iter().sum());
        let at = Position { row: random.below(3), column: random.below(5) };
        let right = figures[at.column];
        let wrong = (right + 1 + random.between(0, scale).cast_signed())
            .saturating_sub(random.between(0, scale).cast_signed())
            .max(0);
        if wrong == right {
            continue;
        }
        figures[at.column] = wrong;
        let table = requests::disputes(at.row, &figures);
        let repair = least_change(&table, [dispute_totals[at.row]]).expect("a least change");
        let off = figures[..4].iter().sum::<i64>() - figures[4];
        let possible: Vec<Vec<Change>> = (0..5)
            .map(|column| {
                let (from, to) = (figures[column], figures[column] + if column == 4 { off } else { -off });
                vec![Change { at: Position { row: at.row, column }, from, to }]
            })
            .filter(|set| set[0].to >= 0)
            .collect();
        assert_eq!(repair.sets, possible, "case {case}");
        assert!(repair.exact && possible.contains(&vec![Change { at, from: wrong, to: right }]), "case {case}");
    }
}

/// The equations as rows of signs, one column for each cell.
static SIGNS: LazyLock<Vec<Vec<i64>>> = LazyLock::new(|| {
    let sign = |equation: &Equation, at: &Position| {
        i64::from(equation.left.contains(at)) - i64::from(equation.right.contains(at))
    };
    let equations = equations();
    requests::positions().map(|at| equations.iter().map(|equation| sign(equation, &at)).collect()).collect()
});

/// Every support of `size` cells, tried by elimination.
fn exhaustive(requests: &Requests, size: usize) -> Vec<Vec<Change>> {
    let cells: Vec<Position> = requests::positions().collect();
    let mut residuals = vec![0; SIGNS[0].len()];
    for (at, signs) in cells.iter().zip(SIGNS.iter()) {
        residuals.iter_mut().zip(signs).for_each(|(residual, sign)| *residual += sign * requests.value(*at));
    }
    let bits = |values: &[i64]| {
        values.iter().enumerate().filter(|(_, value)| **value != 0).map(|(index, _)| 1_u64 << index).sum::<u64>()
    };
    let masks: Vec<u64> = SIGNS.iter().map(|column| bits(column)).collect();
    let mut found = Vec::new();
    supports(&masks, bits(&residuals), size, 0, &mut Vec::new(), &mut |support| {
        let Some(changes) = eliminate(support, &SIGNS, &residuals) else { return };
        let change = |(&cell, change): (&usize, i64)| {
            let (at, from) = (cells[cell], requests.value(cells[cell]));
            Change { at, from, to: from + change }
        };
        let set: Vec<Change> = support.iter().zip(changes).map(change).collect();
        if set.iter().all(|change| change.to >= 0 && change.to != change.from) {
            found.push(set);
        }
    });
    found.sort_unstable();
    found
}

/// Every choice of `size` cells that touches all failing equations.
fn supports(
    masks: &[u64],
    failing: u64,
    size: usize,
    from: usize,
    support: &mut Vec<usize>,
    visit: &mut impl FnMut(&[usize]),
) {
    if size == 0 {
        if failing == 0 {
            visit(support);
        }
        return;
    }
    // A cell stands in three equations at most.
    if failing.count_ones() as usize > 3 * size {
        return;
    }
    for cell in from..masks.len() {
        support.push(cell);
        supports(masks, failing & !masks[cell], size - 1, cell + 1, support, visit);
        support.pop();
    }
}

/// Solves for the changes of a support by elimination; `None` without a solution in whole numbers.
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
        .map(|pivot| (rows[pivot][width] % rows[pivot][pivot] == 0).then(|| rows[pivot][width] / rows[pivot][pivot]))
        .collect()
}

/// Moves that make an equation fail and change more than two cells: each is known, with what undoes it. `moves` may
/// change the right figures too; it answers what it did to them and what they became.
fn moved_is_known(seed: u64, moves: impl Fn(&mut Random, &mut Requests) -> Option<(Move, Requests)>) {
    let mut random = Random::new(seed);
    let mut failed = 0;
    while failed < 300 {
        let scale = *random.pick(&[5, 40, 3_000]);
        let mut right = Requests::of_scale(&mut random, scale);
        let Some((moved, wrong)) = moves(&mut random, &mut right) else { continue };
        let undone: Vec<Change> = requests::positions()
            .map(|at| Change { at, from: wrong.value(at), to: right.value(at) })
            .filter(|change| change.from != change.to)
            .collect();
        // One or two cells are wrong cells; the search for the least change finds them.
        if undone.len() < 3 || !wrong.any_fails(&equations()) {
            continue;
        }
        failed += 1;
        let found = misplacements(&wrong.table(), equations());
        assert!(found.iter().any(|one| one.changes == undone), "{moved:?}: {undone:?}, found {found:?}");
        assert!(found.len() > 1 || found[0].moved == moved, "{moved:?}: found {:?}", found[0].moved);
    }
}

#[test]
fn exchanged_rows_are_known() {
    moved_is_known(11, |random, right| {
        let first = random.below(ROWS - 1);
        let second = first + 1 + random.below(ROWS - 1 - first);
        let mut wrong = right.clone();
        wrong.rows_mut().swap(first, second);
        Some((Move::RowsExchanged(first, second), wrong))
    });
}

#[test]
fn exchanged_columns_are_known() {
    moved_is_known(12, |random, right| {
        let (first, second) = (random.below(COLUMNS - 1), COLUMNS - 1);
        let mut wrong = right.clone();
        wrong.rows_mut().iter_mut().for_each(|row| row.swap(first, second));
        Some((columns_exchanged(first, second, right)?, wrong))
    });
}

#[test]
fn columns_exchanged_in_some_rows_are_known() {
    moved_is_known(13, |random, right| {
        let first = random.below(COLUMNS - 2);
        let second = first + 1 + random.below(COLUMNS - 2 - first);
        let top = random.below(ROWS - 3);
        let bottom = top + 1 + random.below(ROWS - 1 - top);
        let mut wrong = right.clone();
        wrong.rows_mut()[top..=bottom].iter_mut().for_each(|row| row.swap(first, second));
        let mut shown = Requests::none();
        shown.rows_mut()[top..=bottom].copy_from_slice(&right.rows_mut()[top..=bottom]);
        Some((columns_exchanged(first, second, &shown)?, wrong))
    });
}

/// With the first and the last row in which it shows.
fn columns_exchanged(first: usize, second: usize, shown: &Requests) -> Option<Move> {
    let value = |row, column| shown.value(Position { row, column });
    let mut differing = (0..ROWS).filter(|&row| value(row, first) != value(row, second));
    let top = differing.next()?;
    Some(Move::ColumnsExchanged(first, second, (top, differing.next_back().unwrap_or(top))))
}

#[test]
fn figures_of_a_row_typed_one_cell_off_are_known() {
    moved_is_known(14, |random, right| {
        let (row, to_the_right, is_whole) = (random.below(ROWS), random.one_in(2), random.one_in(2));
        if !is_whole {
            // The applicants alone move, into a place that was empty.
            right.set(Position { row, column: if to_the_right { 5 } else { 0 } }, 0);
            right.add_up();
        }
        let mut wrong = right.clone();
        let cells = &mut wrong.rows_mut()[row][..if is_whole { COLUMNS } else { 6 }];
        let last = cells.len() - 1;
        let pushed_out = if to_the_right { last } else { 0 };
        if !is_whole && cells[pushed_out] != Some(0) {
            return None;
        }
        if to_the_right {
            cells.copy_within(..last, 1);
        } else {
            cells.copy_within(1.., 0);
        }
        cells[last - pushed_out] = Some(0);
        Some((Move::CellsSlid { row, right: to_the_right }, wrong))
    });
}

#[test]
fn figures_typed_one_row_off_are_known() {
    for columns in [0..COLUMNS, 0..1, 3..4, 6..7] {
        moved_is_known(15, |random, right| {
            let down = random.one_in(2);
            let top = random.below(ROWS - 2);
            let bottom = top + 2 + random.below(ROWS - 2 - top);
            // The last of them goes into a row that was empty; the other end is left empty.
            let (taken, rows) = if down { (bottom, (top, bottom - 1)) } else { (top, (top + 1, bottom)) };
            right.rows_mut()[taken].fill(Some(0));
            right.add_up();
            let is_empty = |row: usize| columns.clone().all(|column| right.value(Position { row, column }) == 0);
            if !is_empty(taken) || is_empty(rows.0) || is_empty(rows.1) {
                return None;
            }
            let mut wrong = right.clone();
            for column in columns.clone() {
                for row in top..=bottom {
                    let source = match (down, row) {
                        (true, row) if row == top => bottom,
                        (true, row) => row - 1,
                        (false, row) if row == bottom => top,
                        (false, row) => row + 1,
                    };
                    wrong.set(Position { row, column }, right.value(Position { row: source, column }));
                }
            }
            let moved = if columns.len() == COLUMNS {
                Move::RowsSlid { rows, down }
            } else {
                Move::ColumnSlid { column: columns.start, rows, down }
            };
            Some((moved, wrong))
        });
    }
}
