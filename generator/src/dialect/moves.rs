//! Where the items of lists stood in the input, after others before them were left out.

use std::collections::{BTreeMap, BTreeSet};

use crate::pointer::{Origin, Pointer};

/// The items that were left out of lists, by the list's place in the input.
#[derive(Clone, Debug, Default)]
pub struct Moves(BTreeMap<Pointer, BTreeSet<usize>>);

impl Moves {
    /// Whether everything stands where it stood.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Notes that an item of a list is left out.
    pub(super) fn leave_out(&mut self, list: Pointer, index: usize) {
        self.0.entry(list).or_default().insert(index);
    }

    /// Adds what was left out after that; its places are those that `self` led to.
    pub(super) fn then(&mut self, later: Self) {
        let mut found = Vec::new();
        for (list, indexes) in later.0 {
            let before = self.pointer(&list);
            found.extend(indexes.into_iter().map(|index| (before.clone(), self.index(&before, index))));
        }
        for (list, index) in found {
            self.leave_out(list, index);
        }
    }

    /// Where this stood in the input.
    #[must_use]
    pub fn origin(&self, now: &Origin) -> Origin {
        Origin { file: now.file, pointer: self.pointer(&now.pointer) }
    }

    fn pointer(&self, now: &Pointer) -> Pointer {
        if self.is_empty() {
            return now.clone();
        }
        let mut before = Pointer::root();
        for token in now.tokens() {
            before = match token.parse() {
                Ok(index) if self.0.contains_key(&before) => before.join(self.index(&before, index)),
                _ => before.join(token),
            };
        }
        before
    }

    fn index(&self, list: &Pointer, now: usize) -> usize {
        let left_out = self.0.get(list).into_iter().flatten();
        left_out.fold(now, |index, gone| if *gone <= index { index + 1 } else { index })
    }
}

#[cfg(test)]
mod tests {
    use super::Moves;
    use crate::pointer::Pointer;

    #[test]
    fn places_lead_back_through_all_that_was_left_out() {
        let pointer = |text: &str| Pointer::parse(text).unwrap();
        let mut moves = Moves::default();
        moves.leave_out(pointer("/a"), 0);
        moves.leave_out(pointer("/a"), 2);
        moves.leave_out(pointer("/a/3/b"), 0);
        assert_eq!(moves.pointer(&pointer("/a/0/x")), pointer("/a/1/x"));
        assert_eq!(moves.pointer(&pointer("/a/1/b/0")), pointer("/a/3/b/1"));
        assert_eq!(moves.pointer(&pointer("/b/0")), pointer("/b/0"));
        let mut later = Moves::default();
        later.leave_out(pointer("/a"), 0);
        later.leave_out(pointer("/a"), 1);
        moves.then(later);
        assert_eq!(moves.pointer(&pointer("/a/0")), pointer("/a/4"));
    }
}
