//! What is found while two documents are compared, and which operations it reaches.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use indexmap::IndexMap;

use super::{Area, Change, Document, Place, Rule};
use crate::{
    diff::finding::{Direction, OperationKey, Operations},
    pointer::Pointer,
};

/// Two schemas that stand in the same place of the two sides, for one use: nodes of the lowered documents, behind a
/// reference.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pair<'a> {
    /// The old one; several: all of them hold (`allOf`).
    pub old: Vec<Place<'a>>,
    /// The new one.
    pub new: Vec<Place<'a>>,
    /// What it is used for.
    pub area: Area,
}

impl<'a> Pair<'a> {
    /// What stands at one place of both documents.
    #[must_use]
    pub fn at(old: Document<'a>, new: Document<'a>, pointer: &Pointer, area: Area) -> Option<Self> {
        Some(Self { old: vec![Place::at(old, pointer)?], new: vec![Place::at(new, pointer)?], area })
    }
}

/// Index of a [`Pair`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PairId(usize);

/// By the index of a pair: what holds it, and what it is called there.
type Paths<'c> = Vec<Option<(PairId, &'c str)>>;

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
    /// What each pair holds, by how it is called there.
    pairs: IndexMap<Pair<'a>, Vec<(PairId, Box<str>)>>,
    roots: BTreeMap<OperationKey, BTreeSet<PairId>>,
    /// How the pairs that operations reach themselves are called.
    subjects: BTreeMap<PairId, Vec<String>>,
    waiting: Vec<PairId>,
}

impl<'a> Comparison<'a> {
    /// Of nothing yet.
    #[must_use]
    pub fn new(old: Document<'a>, new: Document<'a>) -> Self {
        let (found, pairs, roots, subjects, waiting) = Default::default();
        Self { old, new, found, pairs, roots, subjects, waiting }
    }

    /// Notes a difference.
    pub fn say(&mut self, scope: Scope, draft: Draft) {
        self.found.push((scope, draft));
    }

    /// An operation sends or receives these two.
    pub fn reach(&mut self, operation: &OperationKey, pair: Pair<'a>) -> PairId {
        let id = self.pair(pair);
        self.roots.entry(operation.clone()).or_default().insert(id);
        id
    }

    /// How a pair that an operation reaches is called: `response 200 application/json`. The first name stays.
    pub fn name(&mut self, id: PairId, subject: Vec<String>) {
        self.subjects.entry(id).or_insert(subject);
    }

    /// A pair holds another one, called `label` there: a property's name, `items`.
    pub fn hold(&mut self, parent: PairId, label: &str, pair: Pair<'a>) -> PairId {
        let id = self.pair(pair);
        if let Some((_, children)) = self.pairs.get_index_mut(parent.0) {
            children.push((id, label.into()));
        }
        id
    }

    /// The pairs that are still to be compared.
    #[must_use]
    pub fn waiting(&self) -> Vec<Pair<'a>> {
        let pair = |id: &PairId| self.pairs.get_index(id.0).map(|(pair, _)| pair.clone());
        self.waiting.iter().filter_map(pair).collect()
    }

    /// A pair that is still to be compared; each is given once.
    pub fn take(&mut self) -> Option<(PairId, Pair<'a>)> {
        let id = self.waiting.pop()?;
        self.pairs.get_index(id.0).map(|(pair, _)| (id, pair.clone()))
    }

    fn pair(&mut self, pair: Pair<'a>) -> PairId {
        let entry = self.pairs.entry(pair);
        let id = PairId(entry.index());
        if let indexmap::map::Entry::Vacant(entry) = entry {
            entry.insert(Vec::new());
            self.waiting.push(id);
        }
        id
    }

    /// All that was found, with the operations and with places in the files, in the order it was found in. What was
    /// found several times, because a schema is used in several places, is one change.
    #[must_use]
    pub fn finish(self) -> Vec<Change> {
        let reached = self.reached();
        let paths = self.paths();
        let mut changes: IndexMap<_, Change> = IndexMap::new();
        for (scope, draft) in &self.found {
            let change = self.change(scope, draft, &reached, &paths);
            // Two keys of one object may change alike; two uses of one schema say the same of it in other words.
            let words = if matches!(scope, Scope::Pair(_)) { None } else { Some(draft.message.clone()) };
            let values = (draft.before.clone(), draft.after.clone());
            match changes.entry((draft.rule.id, draft.old.clone(), draft.new.clone(), values, words)) {
                indexmap::map::Entry::Occupied(mut known) => known.get_mut().join(change),
                indexmap::map::Entry::Vacant(entry) => drop(entry.insert(change)),
            }
        }
        changes.into_values().collect()
    }

    fn change(
        &self,
        scope: &Scope,
        draft: &Draft,
        reached: &BTreeMap<PairId, Operations>,
        paths: &Paths<'_>,
    ) -> Change {
        let (operations, mut subject) = match scope {
            Scope::Document => (Operations::new(), Vec::new()),
            Scope::Operations(operations) => (operations.clone(), Vec::new()),
            Scope::Pair(id) => (reached.get(id).cloned().unwrap_or_default(), self.subject(*id, paths)),
        };
        subject.extend(draft.subject.iter().cloned());
        Change {
            rule: draft.rule,
            direction: draft.direction,
            old: draft.old.as_ref().map(|pointer| self.old.origin(pointer)),
            new: draft.new.as_ref().map(|pointer| self.new.origin(pointer)),
            before: draft.before.clone(),
            after: draft.after.clone(),
            subject,
            message: draft.message.clone(),
            operations,
        }
    }

    /// How a pair is reached from an operation, by the labels on the way.
    fn subject(&self, id: PairId, paths: &Paths<'_>) -> Vec<String> {
        let mut labels = Vec::new();
        let mut at = id;
        while let Some((parent, label)) = paths.get(at.0).copied().flatten() {
            labels.push(label.to_owned());
            at = parent;
        }
        labels.extend(self.subjects.get(&at).into_iter().flat_map(|subject| subject.iter().rev().cloned()));
        labels.reverse();
        labels
    }

    /// The pair that holds each pair, on a shortest way from an operation, and what it calls it.
    fn paths(&self) -> Paths<'_> {
        let roots: BTreeSet<_> = self.roots.values().flatten().copied().collect();
        let mut paths = Paths::new();
        if self.found.iter().all(|(scope, _)| !matches!(scope, Scope::Pair(_))) {
            return paths;
        }
        paths.resize(self.pairs.len(), None);
        let mut open: VecDeque<_> = roots.iter().copied().collect();
        while let Some(id) = open.pop_front() {
            let children = self.pairs.get_index(id.0).into_iter().flat_map(|(_, children)| children);
            let mut children: Vec<_> = children.collect();
            // What is held under several names is called by the first.
            children.sort_by_key(|(child, _)| *child);
            for (child, label) in children {
                if let Some(path @ None) = paths.get_mut(child.0)
                    && !roots.contains(child)
                {
                    *path = Some((id, label));
                    open.push_back(*child);
                }
            }
        }
        paths
    }

    /// The operations that reach a pair, for the pairs at which something was found: whichever are fewer, the operations
    /// or the pairs, are walked from.
    fn reached(&self) -> BTreeMap<PairId, Operations> {
        let told = |(scope, _): &(Scope, Draft)| match scope {
            Scope::Pair(id) => Some(*id),
            _ => None,
        };
        let mut reached: BTreeMap<_, Operations> =
            self.found.iter().filter_map(told).map(|id| (id, Operations::new())).collect();
        if reached.len() < self.roots.len() {
            let holders = if reached.is_empty() { Vec::new() } else { self.holders() };
            let mut starts: BTreeMap<_, Vec<&OperationKey>> = BTreeMap::new();
            for (operation, roots) in &self.roots {
                roots.iter().for_each(|id| starts.entry(*id).or_default().push(operation));
            }
            for (id, operations) in &mut reached {
                let up = |id: PairId| holders.get(id.0).into_iter().flatten().copied();
                let from = |id| starts.get(&id).into_iter().flatten().copied().cloned();
                operations.extend(self.all(&BTreeSet::from([*id]), up).into_iter().flat_map(from));
            }
            return reached;
        }
        for (operation, roots) in &self.roots {
            let down = |id: PairId| {
                self.pairs.get_index(id.0).into_iter().flat_map(|(_, held)| held.iter().map(|(id, _)| *id))
            };
            for id in self.all(roots, down) {
                if let Some(operations) = reached.get_mut(&id) {
                    operations.insert(operation.clone());
                }
            }
        }
        reached
    }

    /// The pairs that hold each pair.
    fn holders(&self) -> Vec<Vec<PairId>> {
        let mut holders = vec![Vec::new(); self.pairs.len()];
        for (index, held) in self.pairs.values().enumerate() {
            for (id, _) in held {
                if let Some(holders) = holders.get_mut(id.0) {
                    holders.push(PairId(index));
                }
            }
        }
        holders
    }

    /// All pairs on a way from these.
    fn all<I: Iterator<Item = PairId>>(&self, from: &BTreeSet<PairId>, step: impl Fn(PairId) -> I) -> Vec<PairId> {
        let mut seen = vec![false; self.pairs.len()];
        let mut open: Vec<_> = from.iter().copied().collect();
        let mut found = Vec::new();
        while let Some(id) = open.pop() {
            let Some(known) = seen.get_mut(id.0) else { continue };
            if !std::mem::replace(known, true) {
                found.push(id);
                open.extend(step(id));
            }
        }
        found
    }
}
