//! What is found while two documents are compared, and which operations it reaches.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::{Area, Change, Document, Rule};
use crate::{
    diff::finding::{Direction, OperationKey, Operations},
    pointer::Pointer,
};

/// Two schemas that stand in the same place of the two sides, for one use. Pointers are those of the lowered documents,
/// behind all references.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair {
    /// The old one; several: all of them hold (`allOf`).
    pub old: Vec<Pointer>,
    /// The new one.
    pub new: Vec<Pointer>,
    /// What it is used for.
    pub area: Area,
}

/// Index of a [`Pair`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PairId(usize);

/// Where a difference was found: what must be reached for it to matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Nowhere in particular: `info`, a tag, a component that nothing uses.
    Document,
    /// These operations themselves.
    Operations(Operations),
    /// A pair of schemas: whatever operations reach it.
    Pair(PairId),
}

/// A difference before its operations are known.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What kind of difference.
    pub rule: &'static Rule,
    /// Which way it travels.
    pub direction: Option<Direction>,
    /// Where it stood in the old lowered document.
    pub old: Option<Pointer>,
    /// Where it stands in the new lowered document.
    pub new: Option<Pointer>,
    /// What stood there.
    pub before: Option<String>,
    /// What stands there.
    pub after: Option<String>,
    /// See [`Change::subject`].
    pub subject: Vec<String>,
    /// One sentence.
    pub message: String,
}

/// The two sides, and what was found so far.
#[derive(Debug)]
pub struct Comparison<'a> {
    /// The old side.
    pub old: Document<'a>,
    /// The new side.
    pub new: Document<'a>,
    found: Vec<(Scope, Draft)>,
    pairs: IndexMap<Pair, BTreeSet<PairId>>,
    roots: BTreeMap<OperationKey, BTreeSet<PairId>>,
    waiting: Vec<PairId>,
}

impl<'a> Comparison<'a> {
    /// Of nothing yet.
    #[must_use]
    pub fn new(old: Document<'a>, new: Document<'a>) -> Self {
        let (found, pairs, roots, waiting) = Default::default();
        Self { old, new, found, pairs, roots, waiting }
    }

    /// Notes a difference.
    pub fn say(&mut self, scope: Scope, draft: Draft) {
        self.found.push((scope, draft));
    }

    /// An operation sends or receives these two.
    pub fn reach(&mut self, operation: &OperationKey, pair: Pair) -> PairId {
        let id = self.pair(pair);
        self.roots.entry(operation.clone()).or_default().insert(id);
        id
    }

    /// A pair holds another one.
    pub fn hold(&mut self, parent: PairId, pair: Pair) -> PairId {
        let id = self.pair(pair);
        if let Some((_, children)) = self.pairs.get_index_mut(parent.0) {
            children.insert(id);
        }
        id
    }

    /// A pair that is still to be compared; each is given once.
    pub fn next(&mut self) -> Option<(PairId, Pair)> {
        let id = self.waiting.pop()?;
        self.pairs.get_index(id.0).map(|(pair, _)| (id, pair.clone()))
    }

    fn pair(&mut self, pair: Pair) -> PairId {
        let (index, old) = self.pairs.insert_full(pair, BTreeSet::new());
        match old {
            // `insert_full` replaced what the pair held.
            Some(children) => {
                if let Some((_, now)) = self.pairs.get_index_mut(index) {
                    *now = children;
                }
            }
            None => self.waiting.push(PairId(index)),
        }
        PairId(index)
    }

    /// All that was found, with the operations and with places in the files, in the order it was found in.
    #[must_use]
    pub fn finish(self) -> Vec<Change> {
        let reached = self.reached();
        let none = Operations::new();
        let operations = |scope: &Scope| match scope {
            Scope::Document => none.clone(),
            Scope::Operations(operations) => operations.clone(),
            Scope::Pair(id) => reached.get(id).cloned().unwrap_or_default(),
        };
        let change = |(scope, draft): &(Scope, Draft)| Change {
            rule: draft.rule,
            direction: draft.direction,
            old: draft.old.as_ref().map(|pointer| self.old.origin(pointer)),
            new: draft.new.as_ref().map(|pointer| self.new.origin(pointer)),
            before: draft.before.clone(),
            after: draft.after.clone(),
            subject: draft.subject.clone(),
            message: draft.message.clone(),
            operations: operations(scope),
        };
        self.found.iter().map(change).collect()
    }

    /// The operations that reach a pair, for the pairs at which something was found.
    fn reached(&self) -> BTreeMap<PairId, Operations> {
        let told: BTreeSet<_> = self
            .found
            .iter()
            .filter_map(|(scope, _)| match scope {
                Scope::Pair(id) => Some(*id),
                _ => None,
            })
            .collect();
        let mut reached: BTreeMap<_, Operations> = told.iter().map(|id| (*id, Operations::new())).collect();
        if reached.is_empty() {
            return reached;
        }
        for (operation, roots) in &self.roots {
            let mut seen: BTreeSet<_> = roots.clone();
            let mut open: Vec<_> = roots.iter().copied().collect();
            while let Some(id) = open.pop() {
                if let Some(operations) = reached.get_mut(&id) {
                    operations.insert(operation.clone());
                }
                let children = self.pairs.get_index(id.0).into_iter().flat_map(|(_, children)| children);
                open.extend(children.copied().filter(|child| seen.insert(*child)));
            }
        }
        reached
    }
}
