//! Which cells, left open, let every equation hold.
//!
//! Nodes that open cells join must have nothing left over together. So where something is left over, one of the cells
//! that lead out of there is open: trying each of them, cell after cell, finds every least set.

use super::Change;
use super::network::{Arc, Network, join};
use crate::text::order::sort;

/// The sets of one size.
pub struct Search<'a> {
    network: &'a Network,
    /// The cells opened so far, as arcs.
    open: Vec<usize>,
    /// Arcs that are not to be opened: sets with them were already looked for.
    barred: Vec<bool>,
    /// The sets found, each in the order of the form.
    pub found: Vec<Vec<Change>>,
    /// Whether a set was found whose values the equations do not fix.
    pub is_undecided: bool,
    /// How many steps may still be taken; below 0 the search broke off.
    pub steps: i64,
}

impl<'a> Search<'a> {
    /// A search that takes at most so many steps.
    pub fn new(network: &'a Network, steps: i64) -> Self {
        let barred = network.arcs.iter().map(|arc| arc.is_free).collect();
        Self { network, open: Vec::new(), barred, found: Vec::new(), is_undecided: false, steps }
    }

    /// Looks for the sets of this size.
    pub fn run(&mut self, size: usize) {
        let (names, totals) = self.network.joined();
        self.go(size, &names, &totals, true);
        sort(&mut self.found);
    }

    /// `is_forest`: whether no two of the open cells could exchange amounts, which would leave their values undecided.
    fn go(&mut self, left: usize, names: &[u8], totals: &[i64], is_forest: bool) {
        self.steps -= 1;
        if self.steps < 0 {
            return;
        }
        // A cell mends at most the two nodes that it joins.
        if totals.iter().filter(|total| **total != 0).count() > 2 * left {
            return;
        }
        let candidates = match self.narrowest(names, totals) {
            Some(name) => self.leading_out_of(name, names, totals, left == 1),
            None if self.record(is_forest) || left == 0 => return,
            // The sums agree, but a figure would be negative: another way round between the same nodes may make up for it.
            None => self.closing_a_circle(names, left == 1),
        };
        for &arc in &candidates {
            let Arc { plus, minus, .. } = self.network.arcs[arc];
            let (mut names, mut totals) = (names.to_vec(), totals.to_vec());
            let is_forest = is_forest && names[plus] != names[minus];
            join(&mut names, &mut totals, &self.network.arcs[arc]);
            self.barred[arc] = true;
            self.open.push(arc);
            self.go(left - 1, &names, &totals, is_forest);
            self.open.pop();
        }
        for arc in candidates {
            self.barred[arc] = false;
        }
    }

    /// Of those that have something left over, the one with the fewest cells leading out.
    fn narrowest(&self, names: &[u8], totals: &[i64]) -> Option<u8> {
        let mut counts = [0_u16; 256];
        for (arc, _) in self.network.arcs.iter().zip(&self.barred).filter(|(_, barred)| !**barred) {
            let (plus, minus) = (names[arc.plus], names[arc.minus]);
            if plus != minus {
                counts[usize::from(plus)] += 1;
                counts[usize::from(minus)] += 1;
            }
        }
        let failing = (0..=u8::MAX).zip(totals).filter(|(_, total)| **total != 0);
        failing.map(|(name, _)| name).min_by_key(|name| counts[usize::from(*name)])
    }

    /// The cells that lead out of there, those first that leave nothing over. The last cell must be such a one.
    fn leading_out_of(&self, name: u8, names: &[u8], totals: &[i64], is_last: bool) -> Vec<usize> {
        let (mut leading, mut others) = (Vec::new(), Vec::new());
        for (arc, ends) in self.network.arcs.iter().enumerate() {
            let (plus, minus) = (names[ends.plus], names[ends.minus]);
            if self.barred[arc] || (plus == name) == (minus == name) {
                continue;
            }
            if totals[usize::from(plus)] + totals[usize::from(minus)] == 0 {
                leading.push(arc);
            } else if !is_last {
                others.push(arc);
            }
        }
        leading.append(&mut others);
        leading
    }

    /// The cells that may be part of a way round; the last cell must close it.
    fn closing_a_circle(&self, names: &[u8], is_last: bool) -> Vec<usize> {
        let closes = |arc: &Arc| names[arc.plus] == names[arc.minus];
        let may = |arc: &usize| !self.barred[*arc] && (!is_last || closes(&self.network.arcs[*arc]));
        (0..self.network.arcs.len()).filter(may).collect()
    }

    /// Takes down the open cells if they can make every equation hold.
    fn record(&mut self, is_forest: bool) -> bool {
        let Some(values) = self.network.fill(&self.open) else { return false };
        let change = |(&arc, to): (&usize, i64)| {
            let Arc { at, value, .. } = self.network.arcs[arc];
            Change { at, from: value, to }
        };
        let mut set: Vec<Change> = self.open.iter().zip(values).map(change).collect();
        sort(&mut set);
        self.is_undecided |= !is_forest;
        self.found.push(set);
        true
    }
}
