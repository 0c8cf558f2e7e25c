//! Sorting. The standard library's sort is compiled anew for every type and every comparison, four kilobytes each time;
//! here one instance, which sorts places, serves all, since the page carries the core and every kilobyte is read before
//! the first answer.

use std::cmp::Ordering;

/// Sorts ascending.
pub fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Sorts by a key; items of equal keys keep their order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by a comparison; items that it calls equal keep their order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let sources = in_order(items.len(), &|a, b| compare(&items[a], &items[b]).is_gt());
    arrange(sources, &mut |a, b| items.swap(a, b));
}

/// The places of so many items in the order of the items, by merging ever longer runs; none where they stand in order.
fn in_order(count: usize, is_behind: &dyn Fn(usize, usize) -> bool) -> Vec<usize> {
    if !(1..count).any(|at| is_behind(at - 1, at)) {
        return Vec::new();
    }
    let mut places: Vec<usize> = (0..count).collect();
    let mut merged = Vec::with_capacity(count);
    let mut length = 1;
    while length < count {
        for runs in places.chunks(2 * length) {
            let (mut first, mut second) = runs.split_at(length.min(runs.len()));
            while let ([a, ..], [b, ..]) = (first, second) {
                let next = if is_behind(*a, *b) { &mut second } else { &mut first };
                merged.push(next[0]);
                *next = &next[1..];
            }
            merged.extend_from_slice(first);
            merged.extend_from_slice(second);
        }
        std::mem::swap(&mut places, &mut merged);
        merged.clear();
        length *= 2;
    }
    places
}

/// Gives each place the item of its source.
fn arrange(mut sources: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..sources.len() {
        let mut at = start;
        // Once round each cycle of places; a place that has its item points at itself.
        loop {
            let source = std::mem::replace(&mut sources[at], at);
            if source == start {
                break;
            }
            swap(at, source);
            at = source;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sort_by_key;

    #[test]
    fn sorts_every_order_of_few_items_as_the_standard_library_does() {
        for digits in 0..5_u32.pow(5) {
            let mut items: Vec<(u64, usize)> =
                (0..5).map(|at| (u64::from(digits / 5_u32.pow(at) % 5), at as usize)).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            sort_by_key(&mut items, |item| item.0);
            assert_eq!(items, expected);
        }
    }
}
