//! rust: what changes for the users of the emitted crate, from two `Api`s: predicted, until the crates themselves say.

pub mod canary;
pub mod cargo;
pub mod items;
pub mod merge;
pub mod rustdoc;
pub mod semver_checks;
pub mod verify;

use super::finding::{ItemChange, Operations};
use crate::pointer::Origin;

/// One change of the crate's public face, with the part of the description that it comes from.
#[derive(Clone, Debug)]
pub struct Change {
    /// What changes.
    pub item: ItemChange,
    /// What means something else although code still compiles.
    pub behaviour: Option<String>,
    /// What it comes from in the old side's files.
    pub old: Option<Origin>,
    /// What it comes from in the new side's files.
    pub new: Option<Origin>,
    /// The operations that it reaches.
    pub operations: Operations,
}
