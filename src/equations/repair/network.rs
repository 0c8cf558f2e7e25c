//! The cells of a table as arcs of a network, its equations as nodes.
//!
//! Each cell of table three stands in two equations that say anything new: the sums of (七)总计's row follow from the
//! others. With the signs of some equations turned, a cell is what flows from one node to another, and the equations
//! say that at every node as much arrives as leaves. A cell in one equation only flows to a ground that takes all.

use std::collections::VecDeque;

use crate::document::{Content, Table};
use crate::form::{Equation, Position};
use crate::text::order::sort_by_key;

/// The node that is no equation.
const GROUND: usize = 0;

/// A cell: its figure is added at one node and taken away at the other.
pub struct Arc {
    /// Which cell.
    pub at: Position,
    /// Its figure; 0 where it has none.
    pub value: i64,
    /// Whether it has no figure, so that it may take any.
    pub is_free: bool,
    /// Where its figure is added.
    pub plus: usize,
    /// Where it is taken away.
    pub minus: usize,
}

/// See above.
pub struct Network {
    /// Every cell that stands in an equation.
    pub arcs: Vec<Arc>,
    /// How many nodes there are.
    pub nodes: usize,
    /// The numbers of the arcs without a figure.
    free: Vec<usize>,
    /// What the figures leave at each node; nothing where its equation holds.
    excess: Vec<i64>,
}

impl Network {
    /// `None` where a figure is no whole number, or the equations are no network.
    pub fn new(table: &Table, equations: &[&Equation]) -> Option<Self> {
        let mut cells = cells_of(equations);
        let places_of = |at: Position| cells.binary_search_by_key(&at, |(at, _)| *at).map(|index| &cells[index].1);
        let follows =
            |equation: &Equation| equation.cells().all(|at| places_of(at).is_ok_and(|places| places.len() > 2));
        let following: Vec<usize> = (0..equations.len()).filter(|&index| follows(equations[index])).collect();
        for (_, places) in &mut cells {
            places.retain(|(node, _)| !following.contains(&(node - GROUND - 1)));
        }
        let nodes = equations.len() + 1;
        let turned = turned(&cells, nodes);
        let mut network =
            Self { arcs: Vec::with_capacity(cells.len()), nodes, free: Vec::new(), excess: vec![0; nodes] };
        for (at, places) in cells {
            let ends: Vec<(usize, i64)> = places.iter().map(|(node, sign)| (*node, sign * turned[*node])).collect();
            let (plus, minus) = match ends[..] {
                [(plus, 1)] => (plus, GROUND),
                [(minus, _)] => (GROUND, minus),
                [(plus, 1), (minus, -1)] | [(minus, -1), (plus, 1)] => (plus, minus),
                _ => return None,
            };
            let (value, is_free) = match table.cell(at).content {
                Content::Number(figure) => (figure.to_whole()?, false),
                Content::Blank | Content::Text | Content::Missing => (0, true),
            };
            if is_free {
                network.free.push(network.arcs.len());
            }
            network.excess[plus] += value;
            network.excess[minus] -= value;
            network.arcs.push(Arc { at, value, is_free, plus, minus });
        }
        Some(network)
    }

    /// Whether a cell has no figure.
    pub fn has_free_arcs(&self) -> bool {
        !self.free.is_empty()
    }

    /// For each node, which nodes the cells without a figure join it to, all under one name; and for each name what its
    /// figures leave, which no value of those cells changes.
    pub fn joined(&self) -> (Vec<u8>, Vec<i64>) {
        let mut names: Vec<u8> = (0..self.nodes).map(|node| u8::try_from(node).unwrap_or(u8::MAX)).collect();
        let mut totals = self.excess.clone();
        for &arc in &self.free {
            join(&mut names, &mut totals, &self.arcs[arc]);
        }
        (names, totals)
    }

    /// Whole numbers, none negative, with which the cells of a support and those without a figure make every equation
    /// hold: the support's, in its order. `None` where there are none.
    pub fn fill(&self, support: &[usize]) -> Option<Vec<i64>> {
        let open: Vec<usize> = support.iter().chain(&self.free).copied().collect();
        let mut values = vec![0; open.len()];
        let mut excess = self.excess.clone();
        for &arc in support {
            let Arc { value, plus, minus, .. } = self.arcs[arc];
            excess[plus] -= value;
            excess[minus] += value;
        }
        // What one node lacks and another has too much flows along the open cells, until nothing is left.
        while let Some(start) = excess.iter().position(|left| *left < 0) {
            let path = self.path(&open, &values, &excess, start)?;
            let end = path.last().map(|&(_, _, end)| end)?;
            let lowered = path.iter().filter(|(_, raised, _)| !raised).map(|&(index, ..)| values[index]);
            let amount = lowered.chain([-excess[start], excess[end]]).min()?;
            for (index, raised, _) in path {
                values[index] += if raised { amount } else { -amount };
            }
            excess[start] += amount;
            excess[end] -= amount;
        }
        values.truncate(support.len());
        Some(values)
    }

    /// The shortest way from a node that lacks something to one that has too much: (index in `open`, whether its value
    /// is raised, where it leads).
    fn path(&self, open: &[usize], values: &[i64], excess: &[i64], start: usize) -> Option<Vec<(usize, bool, usize)>> {
        let mut came: Vec<Option<(usize, bool, usize)>> = vec![None; self.nodes];
        let mut queue = VecDeque::from([start]);
        while let Some(node) = queue.pop_front() {
            if excess[node] > 0 {
                let mut path = Vec::new();
                let mut at = node;
                while at != start {
                    let (index, raised, before) = came[at]?;
                    path.push((index, raised, at));
                    at = before;
                }
                path.reverse();
                return Some(path);
            }
            for (index, &arc) in open.iter().enumerate() {
                let Arc { plus, minus, .. } = self.arcs[arc];
                let (next, raised) = match node {
                    _ if node == plus => (minus, true),
                    _ if node == minus && values[index] > 0 => (plus, false),
                    _ => continue,
                };
                if next != start && came[next].is_none() {
                    came[next] = Some((index, raised, node));
                    queue.push_back(next);
                }
            }
        }
        None
    }
}

/// Gives the nodes at both ends of an open cell one name.
pub fn join(names: &mut [u8], totals: &mut [i64], arc: &Arc) {
    let (kept, given_up) = (names[arc.plus], names[arc.minus]);
    if kept != given_up {
        totals[usize::from(kept)] += totals[usize::from(given_up)];
        totals[usize::from(given_up)] = 0;
        names.iter_mut().filter(|name| **name == given_up).for_each(|name| *name = kept);
    }
}

/// A cell with the nodes at which it is added or taken away, and its signs there.
type CellPlaces = (Position, Vec<(usize, i64)>);

/// Every cell of the equations, ascending.
fn cells_of(equations: &[&Equation]) -> Vec<CellPlaces> {
    let mut places: Vec<(Position, usize, i64)> = Vec::new();
    for (index, equation) in equations.iter().enumerate() {
        let node = GROUND + 1 + index;
        places.extend(equation.left.iter().map(|at| (*at, node, 1)));
        places.extend(equation.right.iter().map(|at| (*at, node, -1)));
    }
    sort_by_key(&mut places, |(at, ..)| *at);
    let mut cells: Vec<CellPlaces> = Vec::new();
    for (at, node, sign) in places {
        match cells.last_mut() {
            Some((last, places)) if *last == at => places.push((node, sign)),
            _ => cells.push((at, vec![(node, sign)])),
        }
    }
    cells
}

/// The sign of each node with which every cell is added at one end and taken away at the other.
fn turned(cells: &[CellPlaces], nodes: usize) -> Vec<i64> {
    let pairs: Vec<[(usize, i64); 2]> =
        cells.iter().filter_map(|(_, places)| <[(usize, i64); 2]>::try_from(places.as_slice()).ok()).collect();
    let mut turned = vec![0; nodes];
    while let Some(start) = turned.iter().position(|sign| *sign == 0) {
        turned[start] = 1;
        let mut found = true;
        while found {
            found = false;
            for &[(a, sign_a), (b, sign_b)] in &pairs {
                for (known, own, other, theirs) in [(a, sign_a, b, sign_b), (b, sign_b, a, sign_a)] {
                    if turned[known] != 0 && turned[other] == 0 {
                        turned[other] = -turned[known] * own * theirs;
                        found = true;
                    }
                }
            }
        }
    }
    turned
}
