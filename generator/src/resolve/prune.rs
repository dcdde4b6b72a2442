//! Which types the crate has: those that an operation reaches, and the components to which nothing in the document
//! refers (payloads that arrive by another way), with all they hold.
//!
//! What is referred to and still not reached was merged into something else (a base of `allOf`) or unwrapped (an
//! envelope around answers): nobody could ever get a value of it. A reference from inside the component itself, or from
//! components on one circle with it, is no reference; the payload of a callback is wanted although no call carries it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{
    cycles,
    document::{self, Object},
    order, refs,
};
use crate::model::{Api, TypeId, TypeRef, Usage};

/// Drops the types that the crate does not need, and what `travel` says of them.
pub fn prune(api: &mut Api, travel: &mut Vec<Usage>, document: &Value) {
    let wanted = wanted(document);
    let mut keep: Vec<bool> = travel.iter().map(|travels| travels.request || travels.response).collect();
    let is_wanted = |name: &Option<String>| name.as_ref().is_some_and(|name| wanted.contains(name));
    let mut open: Vec<TypeId> = Vec::new();
    for (index, def) in api.types.iter().enumerate() {
        if is_wanted(&def.source.name) {
            open.push(TypeId(index));
        }
    }
    while let Some(id) = open.pop() {
        let (Some(def), Some(keep)) = (api.types.get(id.0), keep.get_mut(id.0)) else { continue };
        if !std::mem::replace(keep, true) {
            open.extend(def.parts().into_iter().flat_map(TypeRef::named));
        }
    }
    let mut kept = keep.iter();
    travel.retain(|_| kept.next().copied().unwrap_or(true));
    order::keep(api, &keep);
}

/// The components that are types even though no operation reaches them.
fn wanted(document: &Value) -> BTreeSet<String> {
    let found = References::of(document);
    let names: Vec<&String> = found.components.keys().collect();
    let place = |name: &String| names.binary_search(&name).ok();
    let edges: Vec<Vec<usize>> =
        found.components.values().map(|targets| targets.iter().filter_map(place).collect()).collect();
    let circles = cycles::components(&edges);
    // A circle is referred to when one of its members is, from outside.
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    taken.extend(found.elsewhere.iter().filter_map(place).filter_map(|place| circles.get(place)));
    for (from, targets) in edges.iter().enumerate() {
        let outside = targets.iter().filter(|to| circles.get(**to) != circles.get(from));
        taken.extend(outside.filter_map(|to| circles.get(*to)));
    }
    let free = names.iter().zip(&circles).filter(|(_, circle)| !taken.contains(circle)).map(|(name, _)| *name);
    free.chain(&found.in_callbacks).cloned().collect()
}

/// The components to which the document refers by name.
#[derive(Default)]
struct References {
    /// Each component, and those that it names.
    components: BTreeMap<String, BTreeSet<String>>,
    elsewhere: BTreeSet<String>,
    in_callbacks: BTreeSet<String>,
}

impl References {
    fn of(document: &Value) -> Self {
        let mut found = Self::default();
        document::walk(document, &mut |object| found.add(object));
        found
    }

    fn add(&mut self, object: &Object<'_>) {
        let owner = match object.path {
            [components, schemas, name, ..] if components == "components" && schemas == "schemas" => Some(name),
            _ => None,
        };
        if let (Some(name), 3) = (owner, object.path.len()) {
            self.components.entry(name.clone()).or_default();
        }
        let reference = object.members.get("$ref").and_then(Value::as_str);
        let Some(target) = reference.and_then(|text| refs::component_name(text, "schemas")) else { return };
        match owner {
            _ if object.in_callback => self.in_callbacks.insert(target),
            Some(name) => self.components.entry(name.clone()).or_default().insert(target),
            None => self.elsewhere.insert(target),
        };
    }
}
