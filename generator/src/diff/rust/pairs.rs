//! What of the old side is the same thing as what of the new one: by what it is on the wire, never first by its Rust name.
//!
//! Operations by method and path with the names of variables erased, then by operationId. Types by the component's name or
//! their place, then by being used in one place, then by what they hold. Resources by the operations in them. What is left and
//! has the same Rust path on both sides is one item that changed: users of the path meet it as such.

mod types;

use std::collections::BTreeMap;

use crate::{
    diff::finding::OperationKey,
    model::{Api, Operation, OperationId, Resource, ResourceId, TypeId},
};

/// All that is paired.
#[derive(Clone, Debug)]
pub struct Pairs {
    /// By index.
    pub types: Pairing,
    /// By index.
    pub operations: Pairing,
    /// By index.
    pub resources: Pairing,
}

/// Things of two sides, each in one pair at most.
#[derive(Clone, Debug)]
pub struct Pairing {
    new_of: Vec<Option<usize>>,
    old_of: Vec<Option<usize>>,
}

impl Pairing {
    fn new(old: usize, new: usize) -> Self {
        Self { new_of: vec![None; old], old_of: vec![None; new] }
    }

    /// The new one of an old one.
    #[must_use]
    pub fn new_of(&self, old: usize) -> Option<usize> {
        self.new_of.get(old).copied().flatten()
    }

    /// The old one of a new one.
    #[must_use]
    pub fn old_of(&self, new: usize) -> Option<usize> {
        self.old_of.get(new).copied().flatten()
    }

    /// Pairs two that are in no pair yet.
    fn pair(&mut self, old: usize, new: usize) -> bool {
        match (self.new_of.get_mut(old), self.old_of.get_mut(new)) {
            (Some(new_of @ None), Some(old_of @ None)) => {
                (*new_of, *old_of) = (Some(new), Some(old));
                true
            }
            _ => false,
        }
    }

    /// Pairs what is still alone and has the same key; a key that several of a side have says nothing.
    fn pair_by<K: Ord>(
        &mut self,
        old: impl Fn(usize) -> Option<K>,
        new: impl Fn(usize) -> Option<K>,
    ) -> Vec<(usize, usize)> {
        let mut of_new: BTreeMap<K, Option<usize>> = BTreeMap::new();
        for index in (0..self.old_of.len()).filter(|index| self.old_of(*index).is_none()) {
            let Some(key) = new(index) else { continue };
            of_new.entry(key).and_modify(|known| *known = None).or_insert(Some(index));
        }
        let mut of_old: BTreeMap<K, Option<usize>> = BTreeMap::new();
        for index in (0..self.new_of.len()).filter(|index| self.new_of(*index).is_none()) {
            let Some(key) = old(index) else { continue };
            of_old.entry(key).and_modify(|known| *known = None).or_insert(Some(index));
        }
        let found: Vec<_> =
            of_old.into_iter().filter_map(|(key, old)| Some((old?, of_new.get(&key).copied().flatten()?))).collect();
        found.into_iter().filter(|(old, new)| self.pair(*old, *new)).collect()
    }
}

impl Pairs {
    /// Pairs two sides.
    #[must_use]
    pub fn of(old: &Api, new: &Api) -> Self {
        let operations = operations(old, new);
        let types = types::pair(old, new, &operations);
        let resources = resources(old, new, &operations);
        Self { types, operations, resources }
    }
}

/// An operation as it is on the wire.
#[must_use]
pub fn operation_key(operation: &Operation) -> OperationKey {
    let mut path = operation.template();
    for (index, (name, value)) in operation.fixed_query.iter().enumerate() {
        path.push_str(if index == 0 { "?" } else { "&" });
        path.push_str(&format!("{}={value}", name.as_str()));
    }
    OperationKey { method: operation.method.as_str().to_owned(), path }
}

fn operations(old: &Api, new: &Api) -> Pairing {
    let mut pairing = Pairing::new(old.operations.len(), new.operations.len());
    let of = |api: &'_ Api, index: usize| operation_key(api.operation(OperationId(index)));
    pairing.pair_by(|index| Some(of(old, index)), |index| Some(of(new, index)));
    let erased = |key: OperationKey| Some((key.erased(), key.method));
    pairing.pair_by(|index| erased(of(old, index)), |index| erased(of(new, index)));
    let id = |api: &Api, index| api.operation(OperationId(index)).source.name.clone();
    pairing.pair_by(|index| id(old, index), |index| id(new, index));
    let label = |api: &Api, index| Some(api.operation(OperationId(index)).label.clone());
    pairing.pair_by(|index| label(old, index), |index| label(new, index));
    pairing
}

fn resources(old: &Api, new: &Api, operations: &Pairing) -> Pairing {
    let mut pairing = Pairing::new(old.resources.len(), new.resources.len());
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (index, operation) in old.operations.iter().enumerate() {
        if let Some(other) = operations.new_of(index) {
            let pair = (operation.resource.0, new.operation(OperationId(other)).resource.0);
            *shared.entry(pair).or_default() += 1;
        }
    }
    // Where as many moved as stayed, what is called the same is the same.
    let named = |(a, b): &(usize, usize)| {
        let (a, b) = (old.resource(ResourceId(*a)), new.resource(ResourceId(*b)));
        (a.source.name == b.source.name, a.module == b.module)
    };
    let mut shared: Vec<_> = shared.into_iter().map(|(pair, count)| (count, named(&pair), pair)).collect();
    shared.sort_by(|a, b| (b.0, b.1).cmp(&(a.0, a.1)).then(a.2.cmp(&b.2)));
    for (.., (a, b)) in shared {
        pairing.pair(a, b);
    }
    let label = |resource: &Resource| Some(resource.label.clone());
    pairing.pair_by(|index| label(old.resource(ResourceId(index))), |index| label(new.resource(ResourceId(index))));
    pairing
}

/// The name of a type in the description: its component, or where it stands. The sent one of two shapes of a component
/// stands at its own key. A parameter has no place: it is called by its name, whatever stands before it in the list.
fn place(api: &Api, index: usize) -> Option<String> {
    let source = &api.ty(TypeId(index)).source;
    let pointer = &source.origin.pointer;
    match &source.name {
        Some(name) if pointer.last() == Some(SENT) => Some(format!("component {name} sent")),
        Some(name) => Some(format!("component {name}")),
        None => {
            let in_list = pointer.tokens().windows(2).any(|two| match two {
                [list, item] => list == "parameters" && item.parse::<usize>().is_ok(),
                _ => false,
            });
            (!in_list).then(|| pointer.to_string())
        }
    }
}

/// The extension at whose place the sent shape of a component stands.
const SENT: &str = "x-sdk-input-name";
