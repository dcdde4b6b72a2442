//! One side of the comparison.

use serde_json::Value;

use crate::{
    dialect::{Lowered, Moves},
    pointer::{Origin, Pointer},
};

/// A lowered document whose nodes are named by pointers.
#[derive(Clone, Copy, Debug)]
pub struct Document<'a> {
    value: &'a Value,
    moves: &'a Moves,
}

impl<'a> Document<'a> {
    /// What `dialect` made.
    #[must_use]
    pub const fn new(lowered: &'a Lowered) -> Self {
        Self { value: &lowered.value, moves: &lowered.moves }
    }

    /// The whole of it.
    #[must_use]
    pub const fn root(self) -> &'a Value {
        self.value
    }

    /// The node at a pointer.
    #[must_use]
    pub fn node(self, pointer: &Pointer) -> Option<&'a Value> {
        pointer.tokens().iter().try_fold(self.value, |node, token| match node {
            Value::Array(items) => items.get(token.parse::<usize>().ok()?),
            other => other.get(token.as_str()),
        })
    }

    /// Where a node of the lowered document stands in the files.
    #[must_use]
    pub fn origin(self, pointer: &Pointer) -> Origin {
        self.moves.origin(&Origin::root(pointer.clone()))
    }
}
