//! The shape of a schema, as a number: schemas of different shape differ; those of one shape are compared in full where
//! they are paired.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};

use indexmap::IndexMap;
use serde_json::Value;

use super::{
    normal::{Face, Normal},
    normals::Normals,
};
use crate::{
    diff::wire::{Document, Pair, Place},
    parallel,
};

/// How many levels of children a shape looks at.
const DEPTH: usize = 3;

/// The same for branches: what they have in common is looked for afterwards, and there may be many.
const BRANCH_DEPTH: usize = 1;

/// How many sets of several schemas are compared: a document can be made so that there are more than anyone can.
const SETS: usize = 100_000;

/// Which of the two documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The old one.
    Old,
    /// The new one.
    New,
}

/// Shapes that were asked for.
#[derive(Debug)]
pub struct Shapes<'a> {
    old: Normals<'a>,
    new: Normals<'a>,
    known: IndexMap<(Side, usize, bool, Vec<usize>), u64>,
    /// How many more sets of several schemas may be compared.
    sets: usize,
}

impl<'a> Shapes<'a> {
    /// None yet.
    #[must_use]
    pub fn new(old: Document<'a>, new: Document<'a>) -> Self {
        Self { old: Normals::new(old), new: Normals::new(new), known: IndexMap::new(), sets: SETS }
    }

    /// Makes what will be asked for when these pairs are compared, a side on each of two threads.
    pub fn prepare(&mut self, pairs: &[Pair<'a>]) {
        let (old, new) = (self.old.document(), self.new.document());
        (self.new, self.old) = parallel::both(
            || Normals::prepared(new, pairs.iter().map(|pair| pair.new.clone()).collect()),
            || Normals::prepared(old, pairs.iter().map(|pair| pair.old.clone()).collect()),
        );
    }

    /// The document of a side.
    #[must_use]
    pub const fn document(&self, side: Side) -> Document<'a> {
        match side {
            Side::Old => self.old.document(),
            Side::New => self.new.document(),
        }
    }

    /// What stands at these places together, in normal form.
    pub fn normal(&mut self, side: Side, places: &[Place<'a>]) -> Arc<Normal<'a>> {
        match side {
            Side::Old => self.old.of(places),
            Side::New => self.new.of(places),
        }
    }

    /// The shape of what stands at these places together.
    pub fn shape(&mut self, side: Side, places: &[Place<'a>]) -> u64 {
        self.of(side, places, DEPTH, false)
    }

    /// What a branch says by itself and which children it has, whatever these are: branches that differ here differ in
    /// shape.
    pub fn outline(&mut self, side: Side, branch: &Place<'a>) -> u64 {
        self.of(side, std::slice::from_ref(branch), 0, true)
    }

    /// The shape of a branch, whether `null` is valid apart: that is said of the whole choice.
    pub fn of_branch(&mut self, side: Side, branch: &Place<'a>) -> u64 {
        self.of(side, std::slice::from_ref(branch), BRANCH_DEPTH, true)
    }

    /// The shape of alternatives, in whatever order.
    pub fn of_branches(&mut self, side: Side, branches: &[Place<'a>]) -> u64 {
        let mut shapes: Vec<_> = branches.iter().map(|one| self.of_branch(side, one)).collect();
        shapes.sort_unstable();
        let mut hasher = DefaultHasher::new();
        shapes.hash(&mut hasher);
        hasher.finish()
    }

    fn of(&mut self, side: Side, places: &[Place<'a>], depth: usize, is_branch: bool) -> u64 {
        let key = (side, depth, is_branch, places.iter().map(Place::address).collect());
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let normal = self.normal(side, places);
        let mut hasher = DefaultHasher::new();
        let nullable = normal.face.nullable.filter(|_| !is_branch);
        Face { nullable, ..normal.face.clone() }.hash(&mut hasher);
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
        let conditions = normal.children.conditions.iter().collect();
        for (several, are_branches) in [(branches.collect::<Vec<_>>(), true), (conditions, false)] {
            let below = |child| self.below(side, std::slice::from_ref(child), depth, are_branches);
            let mut shapes: Vec<_> = several.into_iter().map(below).collect();
            shapes.sort_unstable();
            shapes.hash(&mut hasher);
        }
        let shape = hasher.finish();
        self.known.insert(key, shape);
        shape
    }

    fn deeper(&mut self, side: Side, places: &[Place<'a>], depth: usize, hasher: &mut DefaultHasher) {
        self.below(side, places, depth, false).hash(hasher);
    }

    fn below(&mut self, side: Side, places: &[Place<'a>], depth: usize, is_branch: bool) -> u64 {
        match depth.checked_sub(1) {
            Some(depth) if !places.is_empty() => self.of(side, places, depth, is_branch),
            _ => u64::from(!places.is_empty()),
        }
    }

    /// Counts a set of several schemas; false: there were too many before.
    pub const fn take_set(&mut self) -> bool {
        self.sets = self.sets.saturating_sub(1);
        self.sets > 0
    }
}

/// Whether both are one schema that says the same and holds none: there is nothing to compare.
#[must_use]
pub fn are_one_leaf(old: &[Place<'_>], new: &[Place<'_>]) -> bool {
    let ([old], [new]) = (old, new) else { return false };
    is_leaf(old.value) && is_same(old.value, new.value)
}

/// Whether it says something and holds no schema.
#[must_use]
pub fn is_leaf(value: &Value) -> bool {
    let is_flat = |value: &Value| match value {
        Value::Array(items) => items.iter().all(|item| !item.is_object() && !item.is_array()),
        other => !other.is_object(),
    };
    value.as_object().is_some_and(|entries| entries.iter().all(|(key, value)| key != "$ref" && is_flat(value)))
}

/// Whether two objects are equal. Few members are found sooner by looking at each than by their hashes.
fn is_same(old: &Value, new: &Value) -> bool {
    const FEW: usize = 8;
    match (old, new) {
        (Value::Object(old), Value::Object(new)) if new.len() <= FEW => {
            let has = |key: &String, value: &Value| new.iter().any(|(name, other)| name == key && other == value);
            old.len() == new.len() && old.iter().all(|(key, value)| has(key, value))
        }
        _ => old == new,
    }
}
