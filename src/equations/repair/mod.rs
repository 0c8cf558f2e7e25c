//! The least change that makes every equation of a table hold (Fellegi and Holt 1976), and what may have happened.

mod misplaced;
mod network;
mod search;
mod slip;

pub use misplaced::{Misplacement, Move, misplacements};
pub use slip::{Slip, slip};

use crate::document::Table;
use crate::equations::{Verdict, evaluate};
use crate::form::{Equation, Position};
use network::Network;
use search::Search;

/// Sets of up to so many cells are all found, whatever it takes.
pub const EXACT: usize = 3;
/// Larger sets are looked for up to this size.
const MOST: usize = 6;
/// More steps than this are not taken for the sets of one size: for those above [`EXACT`], and where cells have no
/// figure, which may make nearly every set possible.
const MAX_STEPS: i64 = 10_000;

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
    /// All of the same size; each in the order of the form.
    pub sets: Vec<Vec<Change>>,
    /// Whether no other set of this size and none smaller exists; otherwise the best found within a bound of steps.
    pub exact: bool,
}

/// Finds the least changes of figures that make these equations of the table hold. Cells without a figure take
/// whatever value makes them hold, at no cost.
///
/// `None` where no equation fails, where no change was found within the bounds, and where cells without a figure leave
/// open which values the changed ones should have.
pub fn least_change<'a>(table: &Table, equations: impl IntoIterator<Item = &'a Equation>) -> Option<Repair> {
    let equations: Vec<&Equation> = equations.into_iter().collect();
    if !equations.iter().any(|equation| evaluate(equation, table).verdict == Verdict::Fails) {
        return None;
    }
    let network = Network::new(table, &equations)?;
    let has_free_arcs = network.has_free_arcs();
    let mut exact = true;
    for size in 1..=if has_free_arcs { EXACT } else { MOST } {
        let is_bounded = has_free_arcs || size > EXACT;
        let mut search = Search::new(&network, if is_bounded { MAX_STEPS } else { i64::MAX });
        search.run(size);
        exact &= search.steps >= 0;
        if search.is_undecided || has_free_arcs && !exact {
            return None;
        }
        if !search.found.is_empty() {
            return Some(Repair { sets: search.found, exact });
        }
    }
    None
}
