//! Where the parts of the typed document stood in the input: rewritings moved some, and the items of lists moved up
//! after others before them were left out.

use std::collections::{BTreeMap, BTreeSet};

use crate::pointer::{FileId, Origin, Places, Pointer};

/// What leads from a place of the typed document back to the input.
#[derive(Clone, Debug, Default)]
pub struct Moves {
    /// The items that were left out of lists, by the list's place in the rewritten document.
    left_out: BTreeMap<Pointer, BTreeSet<usize>>,
    /// What each rewriting moved, the first one first.
    rewritings: Vec<Places>,
}

impl Moves {
    /// Whether everything stands where it stood.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.left_out.is_empty() && self.rewritings.is_empty()
    }

    /// Adds what the next rewriting moved. Only before anything is left out.
    pub(super) fn rewrite(&mut self, places: Places) {
        if !places.is_empty() {
            self.rewritings.push(places);
        }
    }

    /// Where this stood before all rewritings.
    pub(super) fn unwritten(&self, now: &Origin) -> Origin {
        let before = |origin: Origin, places: &Places| {
            // What stands in another file was led to it by the joining of the files, which came first.
            if origin.file == FileId(0) { places.origin(&origin.pointer) } else { origin }
        };
        self.rewritings.iter().rev().fold(now.clone(), before)
    }

    /// Notes that an item of a list is left out.
    pub(super) fn leave_out(&mut self, list: Pointer, index: usize) {
        self.left_out.entry(list).or_default().insert(index);
    }

    /// Adds what was left out after that; its places are those that `self` led to.
    pub(super) fn then(&mut self, later: Self) {
        let mut found = Vec::new();
        for (list, indexes) in later.left_out {
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
        self.unwritten(&Origin { file: now.file, pointer: self.pointer(&now.pointer) })
    }

    fn pointer(&self, now: &Pointer) -> Pointer {
        if self.left_out.is_empty() {
            return now.clone();
        }
        let mut before = Pointer::root();
        for token in now.tokens() {
            before = match token.parse() {
                Ok(index) if self.left_out.contains_key(&before) => before.join(self.index(&before, index)),
                _ => before.join(token),
            };
        }
        before
    }

    fn index(&self, list: &Pointer, now: usize) -> usize {
        let left_out = self.left_out.get(list).into_iter().flatten();
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
