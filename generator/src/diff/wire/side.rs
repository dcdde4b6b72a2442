//! One side of the comparison.

use serde_json::{Map, Value};

use crate::{
    dialect::{Lowered, Moves},
    pointer::{Origin, Pointer},
};

/// A lowered document whose nodes are named by pointers.
#[derive(Clone, Copy, Debug)]
pub struct Document<'a> {
    value: &'a Value,
    schemas: Option<&'a Map<String, Value>>,
    moves: &'a Moves,
}

impl<'a> Document<'a> {
    /// What `dialect` made.
    #[must_use]
    pub fn new(lowered: &'a Lowered) -> Self {
        let schemas = lowered.value.get("components").and_then(|components| components.get("schemas"));
        Self { value: &lowered.value, schemas: schemas.and_then(Value::as_object), moves: &lowered.moves }
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

    /// The schema of this name among the components.
    #[must_use]
    pub fn schema(self, name: &str) -> Option<&'a Value> {
        self.schemas?.get(name)
    }

    /// Where a node of the lowered document stands in the files.
    #[must_use]
    pub fn origin(self, pointer: &Pointer) -> Origin {
        self.moves.origin(&Origin::root(pointer.clone()))
    }
}
