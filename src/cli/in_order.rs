//! Work on all cores, its results in the order of the items, with only a few items under way at a time.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// Does `work` for each item and hands each result to `take`, in the order of the items; stops where `take` does.
///
/// What is under way, or waits for its turn, is a few items for each core: memory does not grow with their number.
pub fn in_order<T: Send, R: Send, E>(
    items: impl ExactSizeIterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let cores = thread::available_parallelism().map_or(1, usize::from).min(items.len());
    if cores <= 1 {
        return items.map(work).try_for_each(take);
    }
    let ahead = 4 * cores;
    let (jobs, waiting) = sync_channel::<(T, SyncSender<R>)>(ahead);
    let waiting = Mutex::new(waiting);
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                while let Some((item, answer)) = next(&waiting) {
                    // Nobody waits for it where the taking stopped.
                    let _ = answer.send(work(item));
                }
            });
        }
        let mut under_way = VecDeque::with_capacity(ahead);
        let mut take_first = |under_way: &mut VecDeque<Receiver<R>>| match under_way.pop_front() {
            Some(result) => take(result.recv().expect("a worker answers every item")),
            None => Ok(()),
        };
        // Owned by this closure, so that the workers see its end also where the taking stops.
        let jobs = jobs;
        for item in items {
            if under_way.len() == ahead {
                take_first(&mut under_way)?;
            }
            let (answer, result) = sync_channel(1);
            jobs.send((item, answer)).expect("the workers wait for items");
            under_way.push_back(result);
        }
        while !under_way.is_empty() {
            take_first(&mut under_way)?;
        }
        Ok(())
    })
}

fn next<J>(waiting: &Mutex<Receiver<J>>) -> Option<J> {
    waiting.lock().expect("no worker breaks down while it waits").recv().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    #[test]
    fn results_come_in_order_and_few_are_under_way() {
        let (begun, taken) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let most = AtomicUsize::new(0);
        let work = |item: u64| {
            let ahead = begun.fetch_add(1, Ordering::SeqCst) + 1 - taken.load(Ordering::SeqCst);
            most.fetch_max(ahead, Ordering::SeqCst);
            // The first of each ten is the slowest.
            thread::sleep(Duration::from_micros(if item.is_multiple_of(10) { 2000 } else { 10 }));
            item
        };
        let mut results = Vec::new();
        let done: Result<(), ()> = in_order((0..500).collect::<Vec<_>>().into_iter(), work, |result| {
            taken.fetch_add(1, Ordering::SeqCst);
            results.push(result);
            Ok(())
        });
        assert_eq!((done, results), (Ok(()), (0..500).collect()));
        let cores = thread::available_parallelism().map_or(1, usize::from);
        assert!(most.into_inner() <= 4 * cores + 1);
    }

    #[test]
    fn it_stops_where_the_taking_stops() {
        let begun = AtomicUsize::new(0);
        let work = |item: usize| {
            begun.fetch_add(1, Ordering::SeqCst);
            item
        };
        let stop = |result| if result == 7 { Err("enough") } else { Ok(()) };
        assert_eq!(in_order((0..100_000).collect::<Vec<_>>().into_iter(), work, stop), Err("enough"));
        assert!(begun.into_inner() < 100_000);
    }
}
