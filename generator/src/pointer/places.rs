//! Where the parts of a rewritten document stood before.

use std::collections::BTreeMap;

use super::{FileId, Origin, Pointer};

/// What a rewriting moved: the nearest noted place above a node leads back to where the node stood.
#[derive(Clone, Debug, Default)]
pub struct Places(BTreeMap<Pointer, Origin>);

impl Places {
    /// Whether nothing was moved.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Notes that what stands at `now`, with all below it, stood at `before`.
    pub fn note(&mut self, now: Pointer, before: Origin) {
        self.0.insert(now, before);
    }

    /// Where what stood at `before` in a file may stand now: below the nearest noted places, the longest first.
    #[must_use]
    pub fn now(&self, file: FileId, before: &Pointer) -> Vec<Pointer> {
        let noted = self.0.iter().filter(|(_, old)| old.file == file && before.is_at_or_below(&old.pointer));
        let mut noted: Vec<_> = noted.collect();
        noted.sort_by_key(|(_, old)| std::cmp::Reverse(old.pointer.tokens().len()));
        let below = |(now, old): (&Pointer, &Origin)| {
            let rest = before.tokens().iter().skip(old.pointer.tokens().len());
            now.tokens().iter().chain(rest).cloned().collect()
        };
        noted.into_iter().map(below).collect()
    }

    /// Forgets what was noted for places below this one, and for itself.
    pub fn forget(&mut self, now: &Pointer) {
        for below in self.below(now) {
            self.0.remove(&below);
        }
    }

    /// An item is taken out of a list of this length: those after it move up.
    pub fn take_out(&mut self, list: &Pointer, index: usize, length: usize) {
        let before: Vec<_> = (0..length).map(|item| self.origin(&list.join(item))).collect();
        self.forget(&list.join(index));
        let depth = list.tokens().len();
        for place in self.below(list) {
            let later = place.tokens().get(depth).and_then(|token| token.parse::<usize>().ok());
            if let Some(later) = later.filter(|later| *later > index)
                && let Some(origin) = self.0.remove(&place)
            {
                let rest = place.tokens().iter().skip(depth + 1);
                self.0.insert(rest.fold(list.join(later - 1), |now, token| now.join(token)), origin);
            }
        }
        for (item, origin) in before.into_iter().enumerate().skip(index + 1) {
            self.0.entry(list.join(item - 1)).or_insert(origin);
        }
    }

    /// The noted places at this one and below it.
    fn below(&self, now: &Pointer) -> Vec<Pointer> {
        let inside = |place: &&Pointer| place.is_at_or_below(now);
        self.0.range(now.clone()..).map(|(place, _)| place).take_while(inside).cloned().collect()
    }

    /// Where this stood: as noted for it or for the nearest place above it, else at the same place of the root document.
    #[must_use]
    pub fn origin(&self, now: &Pointer) -> Origin {
        if self.is_empty() {
            return Origin::root(now.clone());
        }
        let mut above = Some(now.clone());
        while let Some(place) = above {
            if let Some(before) = self.0.get(&place) {
                let below = now.tokens().iter().skip(place.tokens().len());
                return below.fold(before.clone(), |origin, token| origin.join(token));
            }
            above = place.parent();
        }
        Origin::root(now.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::Places;
    use crate::pointer::{FileId, Origin, Pointer};

    #[test]
    fn the_longest_noted_place_wins() {
        let pointer = |text: &str| Pointer::parse(text).unwrap();
        let mut places = Places::default();
        places.note(pointer("/a"), Origin::root(pointer("/old")));
        places.note(pointer("/a/b"), Origin { file: FileId(1), pointer: pointer("/else") });
        assert_eq!(places.origin(&pointer("/a/x")), Origin::root(pointer("/old/x")));
        assert_eq!(places.origin(&pointer("/a/b/y/0")), Origin { file: FileId(1), pointer: pointer("/else/y/0") });
        assert_eq!(places.origin(&pointer("/c")), Origin::root(pointer("/c")));
    }

    #[test]
    fn items_move_up_with_all_below_them() {
        let pointer = |text: &str| Pointer::parse(text).unwrap();
        let other = |text: &str| Origin { file: FileId(1), pointer: pointer(text) };
        let mut places = Places::default();
        places.note(pointer("/l/2/x"), other("/x"));
        places.note(pointer("/l/0"), other("/gone"));
        places.take_out(&pointer("/l"), 0, 3);
        assert_eq!(places.origin(&pointer("/l/0/a")), Origin::root(pointer("/l/1/a")));
        assert_eq!(places.origin(&pointer("/l/1/x/y")), other("/x/y"));
        assert_eq!(places.origin(&pointer("/l/1/z")), Origin::root(pointer("/l/2/z")));
    }
}
