//! Which types the crate has: those that an operation reaches, and the components to which nothing in the document
//! refers (payloads that arrive by another way), with all they hold.
//!
//! What is referred to and still not reached was merged into something else (a base of `allOf`) or unwrapped (an
//! envelope around answers): nobody could ever get a value of it. A reference from inside the component itself, or from
//! components on one circle with it, is no reference; the payload of a callback is wanted although no call carries it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{cycles, order, refs, usage};
use crate::model::{Api, TypeId, Usage};

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
            usage::for_each_part(def, &mut |ty, _| open.extend(usage::named(ty)));
        }
    }
    let mut kept = keep.iter();
    travel.retain(|_| kept.next().copied().unwrap_or(true));
    order::keep(api, &keep);
}

/// The components that are types even though no operation reaches them.
fn wanted(document: &Value) -> BTreeSet<String> {
    let mut found = References::default();
    found.object(document, None, Within::Document);
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

/// Where a walk is.
#[derive(Clone, Copy)]
enum Within<'v> {
    Document,
    Component(&'v str),
    Callback,
}

/// The components to which the document refers by name.
#[derive(Default)]
struct References {
    /// Each component, and those that it names.
    components: BTreeMap<String, BTreeSet<String>>,
    elsewhere: BTreeSet<String>,
    in_callbacks: BTreeSet<String>,
}

/// Keywords whose value is data and no part of the description.
const DATA: &[&str] = &["default", "enum", "example", "examples", "value"];

/// Keywords whose value has keys that are names.
const NAMED: &[&str] = &["callbacks", "content", "headers", "parameters", "properties", "responses", "schemas"];

impl References {
    /// `key`: the key that holds the object.
    fn object(&mut self, value: &Value, key: Option<&str>, within: Within<'_>) {
        let entries = match value {
            Value::Object(entries) => entries,
            Value::Array(values) => return values.iter().for_each(|value| self.object(value, None, within)),
            _ => return,
        };
        if let (Some("components"), Some(Value::Object(schemas))) = (key, entries.get("schemas")) {
            self.schemas(schemas);
        }
        let names = key.is_some_and(|key| NAMED.contains(&key));
        for (key, value) in entries {
            match (key.as_str(), value) {
                ("$ref", Value::String(reference)) if !names => self.add(reference, within),
                (key, _) if !names && (DATA.contains(&key) || key.starts_with("x-")) => {}
                ("schemas", _) if matches!(within, Within::Document) => {}
                ("callbacks", _) if !names => self.object(value, Some(key), Within::Callback),
                // What stands under a name is a description again, whatever the name.
                _ if names => self.object(value, None, within),
                _ => self.object(value, Some(key), within),
            }
        }
    }

    fn schemas(&mut self, schemas: &Map<String, Value>) {
        for (name, schema) in schemas {
            self.components.entry(name.clone()).or_default();
            self.object(schema, None, Within::Component(name));
        }
    }

    fn add(&mut self, reference: &str, within: Within<'_>) {
        let Some(target) = refs::component_name(reference, "schemas") else { return };
        match within {
            Within::Document => self.elsewhere.insert(target),
            Within::Callback => self.in_callbacks.insert(target),
            Within::Component(name) => self.components.entry(name.to_owned()).or_default().insert(target),
        };
    }
}
