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

use std::hash::{DefaultHasher, Hash, Hasher};

pub use item::{About, Fact, Input, Item, Need, Reach, Signature};

use super::identity::Identity;
use crate::model::{Api, Constraints, Docs, Parts};

/// All public items, in the order of types, resources with their operations, client, features.
#[must_use]
pub fn surface(api: &Api, identity: &Identity) -> Vec<Item> {
    let face = Face { api, identity, parts: Parts::of(api, None) };
    let mut items = types::items(&face);
    items.extend(calls::items(&face));
    items.extend(client::items(&face));
    items
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
