//! The equations between the cells of a table as read.

mod repair;
mod solve;

pub use repair::{Change, Misplacement, Move, Repair, Slip, least_change, misplacements, slip};
pub use solve::solve;

use crate::document::{Content, Table};
use crate::form::{Equation, Position};
use crate::text::Figure;

/// Whether an equation holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Both sides are equal, blanks counted as 0.
    Holds,
    /// The sides differ, and no value of a blank would mend it.
    Fails,
    /// A cell is missing or no number; or all are blank; or a blank cell could make up the difference.
    Unknown,
}

impl Verdict {
    /// Whether it does not fail.
    pub fn may_hold(self) -> bool {
        self != Self::Fails
    }
}

/// An equation with the sums of its sides.
#[derive(Clone, Copy, Debug)]
pub struct Evaluation {
    /// Whether it holds.
    pub verdict: Verdict,
    /// The sum to the left; `None` where a cell of it is missing or no number.
    pub left: Option<Figure>,
    /// The sum to the right.
    pub right: Option<Figure>,
}

impl Evaluation {
    /// The verdict over a table that the text does not have.
    pub const UNKNOWN: Self = Self { verdict: Verdict::Unknown, left: None, right: None };
}

/// Evaluates an equation over its table. A blank counts as 0, since that is what it mostly means, but never makes
/// an equation fail that some value of it would mend.
pub fn evaluate(equation: &Equation, table: &Table) -> Evaluation {
    let left = side(equation.left, table);
    let right = side(equation.right, table);
    let verdict = match (&left, &right) {
        (Some(left), Some(right)) if left.blanks + right.blanks == equation.left.len() + equation.right.len() => {
            Verdict::Unknown
        }
        (Some(left), Some(right)) if left.sum == right.sum => Verdict::Holds,
        (Some(left), Some(right)) => {
            let mendable = if left.sum < right.sum { left.blanks } else { right.blanks };
            if mendable > 0 { Verdict::Unknown } else { Verdict::Fails }
        }
        _ => Verdict::Unknown,
    };
    Evaluation { verdict, left: left.map(|side| side.sum), right: right.map(|side| side.sum) }
}

struct Side {
    sum: Figure,
    blanks: usize,
}

fn side(cells: &[Position], table: &Table) -> Option<Side> {
    let mut side = Side { sum: Figure::default(), blanks: 0 };
    for &at in cells {
        match table.cell(at).content {
            Content::Number(figure) => side.sum = side.sum + figure,
            Content::Blank => side.blanks += 1,
            Content::Text | Content::Missing => return None,
        }
    }
    Some(side)
}
