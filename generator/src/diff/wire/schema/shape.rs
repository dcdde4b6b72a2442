//! The shape of a schema, as a number: schemas of different shape differ; those of one shape are compared in full where
//! they are paired.

use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hash, Hasher},
};

use serde_json::Value;

use super::normal::Normal;
use crate::{diff::wire::Document, pointer::Pointer};

/// How many levels of children a shape looks at.
const DEPTH: usize = 3;

/// Which of the two documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The old one.
    Old,
    /// The new one.
    New,
}

/// Shapes that were asked for.
#[derive(Debug)]
pub struct Shapes<'a> {
    old: Document<'a>,
    new: Document<'a>,
    known: BTreeMap<(Side, usize, Vec<Pointer>), u64>,
}

impl<'a> Shapes<'a> {
    /// None yet.
    #[must_use]
    pub const fn new(old: Document<'a>, new: Document<'a>) -> Self {
        Self { old, new, known: BTreeMap::new() }
    }

    /// The document of a side.
    #[must_use]
    pub const fn document(&self, side: Side) -> Document<'a> {
        match side {
            Side::Old => self.old,
            Side::New => self.new,
        }
    }

    /// The shape of what stands at these places together.
    pub fn shape(&mut self, side: Side, pointers: &[Pointer]) -> u64 {
        self.of(side, pointers, DEPTH)
    }

    fn of(&mut self, side: Side, pointers: &[Pointer], depth: usize) -> u64 {
        if let Some(known) = self.known.get(&(side, depth, pointers.to_vec())) {
            return *known;
        }
        let normal = Normal::new(self.document(side), pointers);
        let mut hasher = DefaultHasher::new();
        normal.face.hash(&mut hasher);
        normal.children.required.hash(&mut hasher);
        for (name, child) in &normal.children.properties {
            name.hash(&mut hasher);
            self.deeper(side, child, depth, &mut hasher);
        }
        for children in [&normal.children.additional, &normal.children.items, &normal.children.not] {
            self.deeper(side, children, depth, &mut hasher);
        }
        for child in &normal.children.places {
            self.deeper(side, std::slice::from_ref(child), depth, &mut hasher);
        }
        let branches = normal.children.groups.iter().flat_map(|group| &group.branches);
        for several in [branches.collect::<Vec<_>>(), normal.children.conditions.iter().collect()] {
            let mut shapes: Vec<_> =
                several.into_iter().map(|child| self.below(side, &[child.clone()], depth)).collect();
            shapes.sort_unstable();
            shapes.hash(&mut hasher);
        }
        let shape = hasher.finish();
        self.known.insert((side, depth, pointers.to_vec()), shape);
        shape
    }

    fn deeper(&mut self, side: Side, pointers: &[Pointer], depth: usize, hasher: &mut DefaultHasher) {
        self.below(side, pointers, depth).hash(hasher);
    }

    fn below(&mut self, side: Side, pointers: &[Pointer], depth: usize) -> u64 {
        match depth.checked_sub(1) {
            Some(depth) if !pointers.is_empty() => self.of(side, pointers, depth),
            _ => u64::from(!pointers.is_empty()),
        }
    }

    /// Whether both are one schema that says the same and holds none: there is nothing to compare.
    #[must_use]
    pub fn are_one_leaf(&self, old: &[Pointer], new: &[Pointer]) -> bool {
        let ([old], [new]) = (old, new) else { return false };
        let (Some(old), Some(new)) = (self.old.node(old), self.new.node(new)) else { return false };
        is_leaf(old) && old == new
    }
}

fn is_leaf(value: &Value) -> bool {
    let is_flat = |value: &Value| match value {
        Value::Array(items) => items.iter().all(|item| !item.is_object() && !item.is_array()),
        other => !other.is_object(),
    };
    value.as_object().is_some_and(|entries| !entries.contains_key("$ref") && entries.values().all(is_flat))
}
