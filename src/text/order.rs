//! Sorting by a number. The standard library's sort is compiled anew for every type, four kilobytes each time; here one
//! instance serves all types, since the page carries the core and every kilobyte is read before the first answer.

/// Sorts by a key; items of equal keys keep their order.
pub fn sort_by_key<T>(items: &mut [T], key: impl Fn(&T) -> u64) {
    let mut sources: Vec<(u64, usize)> = items.iter().map(key).zip(0..).collect();
    if sources.is_sorted() {
        return;
    }
    sources.sort_unstable();
    for start in 0..items.len() {
        let mut at = start;
        // Once round each cycle of places; a place that has its item points at itself.
        loop {
            let source = std::mem::replace(&mut sources[at].1, at);
            if source == start {
                break;
            }
            items.swap(at, source);
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
