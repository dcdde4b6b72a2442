//! rust: what changes for the users of the emitted crate, from two `Api`s: predicted, until the crates themselves say.
//!
//! `pairs` says what of the old side is what of the new one, by what it is on the wire; `surface` lists the public items of
//! a side under keys that follow from it; `predict` compares the two lists, and `level` says what a change asks of the
//! version by Cargo's rules; `behaviour` says what means something else although code still compiles.
//!
//! `verify` asks the two emitted crates: `rustdoc` reads the public face of one, `items` compares two, `canary` compiles a
//! program of the old one against the new one, `swaps` says what that one does not meet, `semver_checks` is a second opinion;
//! `merge` joins it to the report.

mod behaviour;
pub mod canary;
pub mod cargo;
mod identity;
pub mod items;
mod level;
mod meaning;
pub mod merge;
mod pairs;
mod predict;
mod reach;
pub mod rustdoc;
pub mod semver_checks;
pub mod surface;
pub mod swaps;
pub mod verify;

pub use predict::{predict, predict_with};

use super::finding::{ItemChange, Operations};
use crate::{model::Api, pointer::Origin};

/// One change of the crate's public face, with the part of the description that it comes from.
#[derive(Clone, Debug)]
pub struct Change {
    /// What changes.
    pub item: ItemChange,
    /// Where it is now, when that is another path.
    pub new_path: Option<String>,
    /// What means something else although code still compiles.
    pub behaviour: Option<String>,
    /// Whether nothing but documentation changes.
    pub docs_only: bool,
    /// The key of the type that it is or belongs to.
    pub ty: Option<String>,
    /// The keys of the types that it was and is made of.
    pub holds: Vec<String>,
    /// What it comes from in the old side's files.
    pub old: Option<Origin>,
    /// What it comes from in the new side's files.
    pub new: Option<Origin>,
    /// The operations that it reaches.
    pub operations: Operations,
}

/// The public items of the crate that an `Api` becomes, by itself.
#[must_use]
pub fn surface_of(api: &Api) -> Vec<surface::Item> {
    surface::surface(api, &identity::Identity::alone(api), None)
}
