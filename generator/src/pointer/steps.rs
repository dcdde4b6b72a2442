//! A list of tokens that grows at its end and shares its beginning: each step knows the one before it.

use std::{
    cmp::Ordering,
    hash::{Hash, Hasher},
    iter,
    sync::{Arc, OnceLock},
};

/// The tokens of a pointer; none: the root.
#[derive(Clone, Default)]
pub(super) struct Steps(Option<Arc<Step>>);

struct Step {
    before: Steps,
    token: String,
    /// How many steps there are, this one included.
    len: usize,
    /// All tokens in a row, once somebody asks for them.
    flat: OnceLock<Vec<String>>,
}

impl Steps {
    /// With one more token.
    pub(super) fn then(&self, token: String) -> Self {
        Self(Some(Arc::new(Step { before: self.clone(), token, len: self.len() + 1, flat: OnceLock::new() })))
    }

    pub(super) fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |step| step.len)
    }

    pub(super) fn last(&self) -> Option<&str> {
        self.0.as_ref().map(|step| step.token.as_str())
    }

    /// Without the last `count` tokens.
    pub(super) fn up(&self, count: usize) -> Self {
        iter::successors(Some(self), |steps| Some(&steps.0.as_ref()?.before)).nth(count).cloned().unwrap_or_default()
    }

    /// The tokens, first to last.
    pub(super) fn tokens(&self) -> Vec<&str> {
        let mut tokens: Vec<_> = self.backwards().map(|step| step.token.as_str()).collect();
        tokens.reverse();
        tokens
    }

    /// The same, kept for the next who asks.
    pub(super) fn flat(&self) -> &[String] {
        self.0
            .as_ref()
            .map_or(&[], |step| step.flat.get_or_init(|| self.tokens().into_iter().map(str::to_owned).collect()))
    }

    fn backwards(&self) -> impl Iterator<Item = &Arc<Step>> {
        iter::successors(self.0.as_ref(), |step| step.before.0.as_ref())
    }

    /// The order of two lists of one length. What they share is not looked at.
    fn cmp_evenly(&self, other: &Self) -> Ordering {
        let pairs = self.backwards().zip(other.backwards()).take_while(|(a, b)| !Arc::ptr_eq(a, b));
        // Backwards, so the last difference found is the first in the lists.
        pairs.fold(Ordering::Equal, |order, (a, b)| a.token.cmp(&b.token).then(order))
    }
}

impl PartialEq for Steps {
    fn eq(&self, other: &Self) -> bool {
        let mut pairs = self.backwards().zip(other.backwards()).take_while(|(a, b)| !Arc::ptr_eq(a, b));
        self.len() == other.len() && pairs.all(|(a, b)| a.token == b.token)
    }
}

impl Eq for Steps {}

impl Ord for Steps {
    fn cmp(&self, other: &Self) -> Ordering {
        let (one, two) = (self.len(), other.len());
        match one.cmp(&two) {
            Ordering::Equal => self.cmp_evenly(other),
            // The beginning of a list comes before the list.
            Ordering::Less => self.cmp_evenly(&other.up(two - one)).then(Ordering::Less),
            Ordering::Greater => self.up(one - two).cmp_evenly(other).then(Ordering::Greater),
        }
    }
}

impl PartialOrd for Steps {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Steps {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.len().hash(state);
        self.backwards().for_each(|step| step.token.hash(state));
    }
}

impl Drop for Step {
    /// One by one: a pointer may be longer than the stack is deep.
    fn drop(&mut self) {
        let mut next = self.before.0.take();
        while let Some(mut step) = next.and_then(Arc::into_inner) {
            next = step.before.0.take();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::hash::{BuildHasher, RandomState};

    use super::Steps;

    fn steps(tokens: &[&str]) -> Steps {
        tokens.iter().fold(Steps::default(), |steps, token| steps.then((*token).to_owned()))
    }

    #[test]
    fn lists_are_ordered_and_hashed_as_vectors_are() {
        let lists: [&[&str]; 8] =
            [&[], &["a"], &["b"], &["a", "b"], &["a", "c"], &["ab"], &["b", "a"], &["a", "b", "c"]];
        let (state, shared) = (RandomState::new(), steps(&["a"]));
        for one in lists {
            // One that shares its beginning with others, where it can.
            let other = match one {
                ["a", rest @ ..] => rest.iter().fold(shared.clone(), |steps, token| steps.then((*token).to_owned())),
                _ => steps(one),
            };
            for two in lists {
                assert_eq!(other.cmp(&steps(two)), one.cmp(two), "{one:?} {two:?}");
                assert_eq!(other == steps(two), one == two, "{one:?} {two:?}");
            }
            assert_eq!(state.hash_one(&other), state.hash_one(steps(one)));
            assert_eq!(other.flat(), one);
            assert_eq!(other.up(1).tokens(), one.split_last().map_or(&[][..], |(_, before)| before));
        }
    }

    #[test]
    fn a_list_longer_than_the_stack_is_deep_can_be_compared_and_dropped() {
        let long = || (0..1_000_000).fold(Steps::default(), |steps, _| steps.then(String::new()));
        let (one, two) = (long(), long());
        assert!(one == two && one.cmp(&two).is_eq());
        drop(one.clone());
        drop((one, two));
    }
}
