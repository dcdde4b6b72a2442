//! The crate's public face from an `Api`: one item a line, as users see it. Read from the model alone; what emit prints is the
//! same, which `tests/diff_rust` checks on emitted crates, item by item in both directions.
//!
//! What every item of its kind has (`send` of a call, `Clone` of a resource) comes and goes with it and is no line.

mod calls;
mod client;
mod impls;
mod item;
mod objects;
mod operations;
mod types;

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

pub use item::{About, Fact, Input, Item, Need, Reach, Signature};

use super::identity::Identity;
use crate::model::{Api, Constraints, Docs, Parts};

/// All public items, in the order of types, resources with their operations, client, features.
/// `parts` is what the configuration says of a Cargo feature for each resource.
#[must_use]
pub fn surface(api: &Api, identity: &Identity, parts: Option<bool>) -> Vec<Item> {
    let face = Face { api, identity, parts: Parts::of(api, parts) };
    let mut items = types::items(&face);
    items.extend(calls::items(&face));
    items.extend(client::items(&face));
    tell_apart(&mut items);
    items
}

/// Two variants of one union may be one thing on the wire; then their order tells them apart.
fn tell_apart(items: &mut [Item]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for item in items {
        let count = seen.entry(item.key.clone()).or_default();
        *count += 1;
        if *count > 1 {
            item.key = format!("{} again {count}", item.key);
        }
    }
}

/// What the parts of the surface read.
struct Face<'a> {
    api: &'a Api,
    identity: &'a Identity,
    parts: Parts,
}

/// A hash of documentation, for equality.
fn docs(docs: &Docs, constraints: Option<&Constraints>, more: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (&docs.summary, &docs.details, more).hash(&mut hasher);
    if let Some(constraints) = constraints.filter(|constraints| **constraints != Constraints::default()) {
        format!("{constraints:?}").hash(&mut hasher);
    }
    hasher.finish()
}
