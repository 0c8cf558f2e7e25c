//! The values that the equations leave for cells without a number.

use crate::document::{Content, Table};
use crate::form::{Equation, Position};
use crate::text::Figure;
use crate::text::order::sort;

/// Cells without a number for which the equations of their table leave exactly one value, with that value.
pub fn solve(table: &Table) -> Vec<(Position, Figure)> {
    let equations: Vec<&Equation> =
        Equation::all(table.edition).iter().filter(|equation| equation.table == table.kind).collect();
    let mut solved: Vec<(Position, Figure)> = Vec::new();
    // Each round solves a cell or is the last; a chain of cells that wait for one another is short.
    for _ in 0..8 {
        let before = solved.len();
        for equation in &equations {
            for found in values_left_by(equation, table, &solved) {
                if !solved.contains(&found) {
                    solved.push(found);
                }
            }
        }
        if solved.len() == before {
            break;
        }
    }
    let single = |at: Position| solved.iter().filter(|(other, _)| *other == at).count() == 1;
    let mut answer: Vec<(Position, Figure)> = solved.iter().copied().filter(|(at, _)| single(*at)).collect();
    answer.retain(|(at, _)| {
        equations.iter().filter(|equation| equation.cells().any(|cell| cell == *at)).all(|equation| {
            let left = side(equation.left, table, &solved);
            let right = side(equation.right, table, &solved);
            left.zip(right).is_none_or(|(left, right)| {
                !left.unknown.is_empty() || !right.unknown.is_empty() || left.sum == right.sum
            })
        })
    });
    sort(&mut answer);
    answer
}

struct Side {
    sum: Figure,
    unknown: Vec<Position>,
}

/// `None` where the text lacks a cell: nothing can be said of the others then.
fn side(cells: &[Position], table: &Table, solved: &[(Position, Figure)]) -> Option<Side> {
    let mut side = Side { sum: Figure::default(), unknown: Vec::new() };
    for &at in cells {
        match table.cell(at).content {
            Content::Number(figure) => side.sum = side.sum + figure,
            Content::Blank | Content::Text => match solved.iter().find(|(other, _)| *other == at) {
                Some((_, figure)) => side.sum = side.sum + *figure,
                None => side.unknown.push(at),
            },
            Content::Missing => return None,
        }
    }
    Some(side)
}

/// An equation leaves one value for its only unknown; and 0 for all on one side, where the others are balanced.
fn values_left_by(equation: &Equation, table: &Table, solved: &[(Position, Figure)]) -> Vec<(Position, Figure)> {
    let nothing = Figure::default();
    let Some((left, right)) = side(equation.left, table, solved).zip(side(equation.right, table, solved)) else {
        return Vec::new();
    };
    let (unknown, value) = match (&left.unknown[..], &right.unknown[..]) {
        (unknown @ [_, ..], []) => (unknown, right.sum - left.sum),
        ([], unknown @ [_, ..]) => (unknown, left.sum - right.sum),
        _ => return Vec::new(),
    };
    let decided = value == nothing || unknown.len() == 1 && value > nothing;
    if decided { unknown.iter().map(|&at| (at, value)).collect() } else { Vec::new() }
}
