//! All ways to part a run of digits into figures that add up.

/// More ways than this are not looked at: the digits stay unread.
const MAX_READINGS: usize = 256;
/// More steps than this are not taken to part one figure.
const MAX_STEPS: usize = 100_000;
/// A figure has at most this many digits.
const MAX_LENGTH: usize = 15;

/// All ways to part digits into `count` figures without leading zeros, in which every `group` of them ends with the
/// sum of those before it: the ends of the figures. Empty where there are too many.
pub fn splits(digits: &str, count: usize, group: usize) -> Vec<Vec<usize>> {
    let mut search = Search { digits, count, group, ends: Vec::new(), found: Vec::new(), steps: 0 };
    if digits.len() >= count {
        search.go(0);
    }
    if search.steps > MAX_STEPS || search.found.len() > MAX_READINGS { Vec::new() } else { search.found }
}

struct Search<'a> {
    digits: &'a str,
    count: usize,
    group: usize,
    ends: Vec<usize>,
    found: Vec<Vec<usize>>,
    steps: usize,
}

impl Search<'_> {
    /// Parts a group: its total first, which bounds all its parts.
    fn go(&mut self, from: usize) {
        let placed = self.ends.len();
        if placed == self.count {
            if from == self.digits.len() {
                self.found.push(self.ends.clone());
            }
            return;
        }
        let groups_behind = (self.count - placed) / self.group - 1;
        let last_end = self.digits.len().saturating_sub(groups_behind * self.group);
        let ends = if groups_behind == 0 { last_end..=last_end } else { from + self.group..=last_end };
        for end in ends {
            for start in (from + self.group - 1..end).rev().take(MAX_LENGTH) {
                if let Some(total) = figure(&self.digits[start..end]) {
                    self.parts(from, start, total, self.group - 1, end);
                }
            }
        }
    }

    /// Parts `digits[from..until]` into so many figures that add up to `total`, which itself ends at `end`.
    fn parts(&mut self, from: usize, until: usize, total: u64, left: usize, end: usize) {
        self.steps += 1;
        if self.steps > MAX_STEPS || self.found.len() > MAX_READINGS {
            return;
        }
        if left == 0 {
            if from == until && total == 0 {
                self.ends.push(end);
                self.go(end);
                self.ends.pop();
            }
            return;
        }
        let Some(longest) = until.checked_sub(from + left - 1) else { return };
        let shortest = if left == 1 { longest } else { 1 };
        for length in shortest..=longest.min(MAX_LENGTH) {
            let Some(value) = figure(&self.digits[from..from + length]).filter(|value| *value <= total) else { break };
            self.ends.push(from + length);
            self.parts(from + length, until, total - value, left - 1, end);
            self.ends.pop();
        }
    }
}

/// A figure without leading zeros.
fn figure(digits: &str) -> Option<u64> {
    if digits.len() > 1 && digits.starts_with('0') { None } else { digits.parse().ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(digits: &str, count: usize, group: usize) -> Vec<Vec<String>> {
        splits(digits, count, group)
            .into_iter()
            .map(|ends| {
                let mut from = 0;
                ends.into_iter()
                    .map(|end| {
                        let figure = digits[from..end].to_owned();
                        from = end;
                        figure
                    })
                    .collect()
            })
            .collect()
    }

    #[test]
    fn one_reading_is_taken() {
        assert_eq!(parted("120000012", 7, 7), [["12", "0", "0", "0", "0", "0", "12"]]);
        assert_eq!(
            parted("10203120001200000", 15, 5),
            [["1", "0", "2", "0", "3", "12", "0", "0", "0", "12", "0", "0", "0", "0", "0"]]
        );
    }

    #[test]
    fn several_readings_are_told() {
        // 1 + 11, 11 + 1 and 1 + 1 + 10 are all 12.
        assert_eq!(parted("1110000", 7, 7).len(), 0);
        assert_eq!(parted("111000012", 7, 7).len(), 3);
    }

    #[test]
    fn no_step_too_many() {
        assert!(splits(&"1".repeat(60), 7, 7).len() <= MAX_READINGS);
    }
}
