//! Where words stand in a list that is sorted by what they begin with, so that most characters of a text are passed over
//! at the cost of one look.

use std::ops::Range;

/// The places of a list's items by their bucket.
#[derive(Debug)]
pub struct Buckets {
    /// Where the items of each bucket start, and behind the last their number.
    starts: Vec<u16>,
}

impl Buckets {
    /// Of so many buckets, from the buckets of all items, in ascending order.
    pub fn new(count: usize, of_items: impl Iterator<Item = usize>) -> Self {
        let mut starts = vec![0; count + 1];
        for bucket in of_items {
            starts[bucket + 1] += 1;
        }
        for bucket in 0..count {
            starts[bucket + 1] += starts[bucket];
        }
        Self { starts }
    }

    /// The places of a bucket's items.
    pub fn places(&self, bucket: usize) -> Range<usize> {
        usize::from(self.starts[bucket])..usize::from(self.starts[bucket + 1])
    }
}
