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

    /// Where this stood: as noted for it or for the nearest place above it, else at the same place of the root document.
    #[must_use]
    pub fn origin(&self, now: &Pointer) -> Origin {
        if self.is_empty() {
            return Origin::root(now.clone());
        }
        let tokens = now.tokens();
        let above = (0..=tokens.len()).rev().find_map(|length| {
            let (above, below) = tokens.split_at_checked(length)?;
            let before = self.0.get(&above.iter().cloned().collect::<Pointer>())?;
            Some((before, below))
        });
        match above {
            Some((before, below)) => below.iter().fold(before.clone(), |origin, token| origin.join(token)),
            None => Origin::root(now.clone()),
        }
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
}
