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
    if items.is_sorted_by(|a, b| compare(a, b).is_le()) {
        return;
    }
    let mut sources = in_order(items.len(), &|a, b| compare(&items[a], &items[b]));
    for start in 0..items.len() {
        let mut at = start;
        // Once round each cycle of places; a place that has its item points at itself.
        loop {
            let source = std::mem::replace(&mut sources[at], at);
            if source == start {
                break;
            }
            items.swap(at, source);
            at = source;
        }
    }
}

/// The places of so many items in the order of the items.
fn in_order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_unstable_by(|a, b| compare(*a, *b).then(a.cmp(b)));
    places
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
