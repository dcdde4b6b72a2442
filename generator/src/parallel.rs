//! The same work for many things, on as many threads as the machine has.

use std::{
    cmp::Reverse,
    num::NonZero,
    panic,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use crate::stack;

/// More threads than this wait for memory, not for processors.
const THREADS: usize = 16;

/// What both make, `other` on a thread of its own with a deep stack, where one can be had.
pub fn both<A: Send, B>(other: impl Fn() -> A + Send + Sync, own: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let thread = stack::spawn(scope, &other);
        let own = own();
        let other = match thread {
            Ok(thread) => thread.join().unwrap_or_else(|panic| panic::resume_unwind(panic)),
            Err(_) => other(),
        };
        (other, own)
    })
}

/// What `work` makes of each item, in the order of the items, whichever thread made it. The first failure in that order
/// is the one that is given.
///
/// # Errors
/// As `work`.
pub fn map<T, R, E>(items: &[T], work: impl Fn(&T) -> Result<R, E> + Sync) -> Result<Vec<R>, E>
where
    T: Sync,
    R: Send,
    E: Send,
{
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(THREADS).min(items.len());
    if threads < 2 {
        return items.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let hand = || {
        let mut made = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            match items.get(index) {
                Some(item) => made.push((index, work(item))),
                None => return made,
            }
        }
    };
    let mut made: Vec<(usize, Result<R, E>)> = thread::scope(|scope| {
        // The caller's own thread is one of the hands: where no other can be had, it does all.
        let others: Vec<_> = (1..threads).filter_map(|_| stack::spawn(scope, hand).ok()).collect();
        let mut made = hand();
        for other in others {
            made.extend(other.join().unwrap_or_else(|panic| panic::resume_unwind(panic)));
        }
        made
    });
    made.sort_unstable_by_key(|(index, _)| *index);
    made.into_iter().map(|(_, result)| result).collect()
}

/// As [`map`], the heaviest items first, so that no thread is left with one of them at the end.
///
/// # Errors
/// As `work`.
pub fn heaviest_first<T, R, E>(
    items: &[T],
    weight: impl Fn(&T) -> usize,
    work: impl Fn(&T) -> Result<R, E> + Sync,
) -> Result<Vec<R>, E>
where
    T: Sync,
    R: Send,
    E: Send,
{
    let mut order: Vec<_> = items.iter().enumerate().collect();
    order.sort_by_key(|(_, item)| Reverse(weight(item)));
    // Failures wait until all is in order again: the first in that order counts.
    let mut made = map(&order, |(index, item)| Ok::<_, E>((*index, work(item))))?;
    made.sort_unstable_by_key(|(index, _)| *index);
    made.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_give_what_they_make() {
        assert_eq!(both(|| 1, || "two"), (1, "two"));
    }

    #[test]
    fn the_order_is_that_of_the_items() {
        let items: Vec<usize> = (0..1000).collect();
        let doubled = map(&items, |item| Ok::<_, ()>(item * 2));
        assert_eq!(doubled, Ok(items.iter().map(|item| item * 2).collect()));
        assert_eq!(map(&[] as &[usize], |item| Ok::<_, ()>(*item)), Ok(Vec::new()));
    }

    #[test]
    fn the_first_failure_counts() {
        let items: Vec<usize> = (0..1000).collect();
        let failed = map(&items, |item| if item % 300 == 299 { Err(*item) } else { Ok(()) });
        assert_eq!(failed, Err(299));
    }

    #[test]
    fn what_is_heavy_changes_no_order() {
        let items: Vec<usize> = (0..1000).collect();
        let doubled = heaviest_first(&items, |item| item % 7, |item| Ok::<_, ()>(item * 2));
        assert_eq!(doubled, Ok(items.iter().map(|item| item * 2).collect()));
        let failed = heaviest_first(&items, |item| *item, |item| if item % 300 == 299 { Err(*item) } else { Ok(()) });
        assert_eq!(failed, Err(299));
    }
}
