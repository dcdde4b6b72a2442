// Generated from openapi.yaml; edit that instead.

use std::collections::BTreeMap;

use crate::golden::runtime::{self, Nullable, object};

/// A tree.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    /// The left branch.
    pub left: Option<Box<Tree>>,
    /// `right` on the wire.
    pub right: Option<Box<Tree>>,
    /// `parent` on the wire.
    pub parent: Nullable<Box<Tree>>,
    /// Members beyond the named ones.
    pub stamps: BTreeMap<String, jiff::Timestamp>,
}

impl Tree {
    /// Starts with what is required; the rest is set by the methods below.
    pub fn new(right: Option<Tree>) -> Self {
        Self {
            left: None,
            right: right.map(Box::new),
            parent: Nullable::Absent,
            stamps: BTreeMap::new(),
        }
    }

    /// The left branch.
    #[must_use]
    pub fn left(mut self, left: Tree) -> Self {
        self.left = Some(Box::new(left));
        self
    }

    /// Sets `parent`.
    #[must_use]
    pub fn parent(mut self, parent: impl Into<Nullable<Tree>>) -> Self {
        self.parent = parent.into().map(Box::new);
        self
    }

    /// Members beyond the named ones.
    #[must_use]
    pub fn stamps(mut self, stamps: BTreeMap<String, jiff::Timestamp>) -> Self {
        self.stamps = stamps;
        self
    }
}

object! { Tree: Serialize + Deserialize {
    left   optional "left";
    right  nullable "right";
    parent maybe    "parent";
    ..stamps as timestamp;
} }
