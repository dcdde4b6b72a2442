//! The parts of a large crate: a Cargo feature for each resource right under the client, closed over the types that its
//! operations need, so that a user of one corner of an API compiles that corner.

use std::collections::{BTreeMap, BTreeSet};

use super::{Api, Operation, ResourceId, TypeId};

/// Operations and types together from which a crate has parts unless the configuration says otherwise.
const LARGE: usize = 500;

/// A type that more parts than this need belongs to all: the condition would be longer than the gain.
const SHARED: usize = 8;

/// With more the crate has no parts: crates.io takes a crate with at most 300 features, and some are the runtime's.
const MOST: usize = 250;

/// Names that a part cannot have: the crate's other features, and the crates that those turn on.
const TAKEN: &[&str] = &[
    "base64", "blocking", "bytes", "client", "default", "fastrand", "full", "httpdate", "reqwest", "rustls", "secrecy",
    "testing", "tokio", "tracing", "url", "uuid",
];

/// The part of the types that no operation uses.
const REST: &str = "other_types";

/// What of a crate stands under which feature. Empty for a small one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The features, in the order of the resources' modules.
    names: Vec<String>,
    /// For each resource its part.
    resources: Vec<usize>,
    /// For each type the parts that need it; empty: all.
    types: Vec<BTreeSet<usize>>,
}

impl Parts {
    /// Works them out. `wanted` decides; without it the size does.
    #[must_use]
    pub fn of(api: &Api, wanted: Option<bool>) -> Self {
        let tops: Vec<_> = api.resources.iter().enumerate().filter(|(_, r)| r.parent.is_none()).collect();
        let large = api.operations.len() + api.types.len() >= LARGE && tops.len() <= MOST;
        if !wanted.unwrap_or(large) || tops.len() < 2 {
            return Self::default();
        }
        let (mut names, mut known) = (Vec::new(), BTreeSet::new());
        for (_, resource) in &tops {
            let name = name(resource.module.as_str(), &known);
            known.insert(name.clone());
            names.push(name);
        }
        let part: BTreeMap<_, _> = tops.iter().enumerate().map(|(part, (index, _))| (*index, part)).collect();
        let part = |index| part.get(&top(api, ResourceId(index)).0).copied().unwrap_or_default();
        let resources: Vec<_> = (0..api.resources.len()).map(part).collect();
        let mut types = vec![BTreeSet::new(); api.types.len()];
        for operation in &api.operations {
            let part = resources.get(operation.resource.0).copied().unwrap_or_default();
            spread(api, roots(operation), part, &mut types);
        }
        let unused: Vec<_> =
            (0..types.len()).filter(|index| types.get(*index).is_some_and(BTreeSet::is_empty)).collect();
        if !unused.is_empty() {
            spread(api, unused.into_iter().map(TypeId).collect(), names.len(), &mut types);
            names.push(REST.to_owned());
        }
        for parts in types.iter_mut().filter(|parts| parts.len() > SHARED) {
            parts.clear();
        }
        Self { names, resources, types }
    }

    /// The features of the parts.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The feature that a resource stands under.
    #[must_use]
    pub fn of_resource(&self, id: ResourceId) -> Option<&str> {
        self.names.get(*self.resources.get(id.0)?).map(String::as_str)
    }

    /// The features that a type stands under, one of which must be on; empty: it always stands.
    #[must_use]
    pub fn of_type(&self, id: TypeId) -> Vec<&str> {
        let parts = self.types.get(id.0).into_iter().flatten();
        parts.filter_map(|part| self.names.get(*part)).map(String::as_str).collect()
    }
}

/// The feature of a resource's module. The `_` of a reserved module is no business of a feature's.
fn name(module: &str, others: &BTreeSet<String>) -> String {
    let mut name = module.trim_end_matches('_').to_owned();
    while name.is_empty() || name == REST || TAKEN.contains(&name.as_str()) || others.contains(&name) {
        name.push_str("_api");
    }
    name
}

/// The resource right under the client that one hangs under.
fn top(api: &Api, mut id: ResourceId) -> ResourceId {
    // As often as there are resources: a circle, which resolve does not make, must not hold us.
    for _ in &api.resources {
        match api.resource(id).parent {
            Some(parent) => id = parent,
            None => break,
        }
    }
    id
}

fn roots(operation: &Operation) -> Vec<TypeId> {
    operation.types().flat_map(super::TypeRef::named).collect()
}

/// Notes that `part` needs these types and all that they hold. Once too many parts need a type, they need what it holds
/// as well, and nothing is counted any more.
fn spread(api: &Api, mut open: Vec<TypeId>, part: usize, types: &mut [BTreeSet<usize>]) {
    while let Some(id) = open.pop() {
        let new = types.get_mut(id.0).is_some_and(|parts| parts.len() <= SHARED && parts.insert(part));
        if new {
            open.extend(api.ty(id).parts().into_iter().flat_map(super::TypeRef::named));
        }
    }
}
