//! Which item of the description is being worked on, for the one report that has no place of its own: a panic's.

use std::{cell::RefCell, marker::PhantomData};

use crate::pointer::Pointer;

thread_local! {
    /// What this thread works on, the innermost last.
    static ITEMS: RefCell<Vec<Pointer>> = const { RefCell::new(Vec::new()) };
}

/// While it lives, this thread works on an item.
#[must_use]
pub struct Work {
    /// It ends on the thread that it began on.
    thread: PhantomData<*const ()>,
}

/// Begins to work on the item at this place.
pub fn work_on(place: &Pointer) -> Work {
    ITEMS.with_borrow_mut(|items| items.push(place.clone()));
    Work { thread: PhantomData }
}

impl Drop for Work {
    fn drop(&mut self) {
        ITEMS.with_borrow_mut(Vec::pop);
    }
}

/// What this thread works on: in a panic's hook, what it panicked over.
pub fn item() -> Option<Pointer> {
    ITEMS.with_borrow(|items| items.last().cloned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_innermost_item_counts() {
        let at = |text: &str| Pointer::parse(text).unwrap();
        assert_eq!(item(), None);
        let outer = work_on(&at("/paths"));
        {
            let _inner = work_on(&at("/paths/~1a"));
            assert_eq!(item(), Some(at("/paths/~1a")));
        }
        assert_eq!(item(), Some(at("/paths")));
        drop(outer);
        assert_eq!(item(), None);
    }
}
