// Generated from openapi.yaml; edit that instead.

use std::collections::BTreeMap;

use super::{Choice, Node};
use crate::constructs::runtime::{self, object};

/// The schema `Heir`.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct Heir {
    /// `value` on the wire.
    pub value: String,
    /// `next` on the wire.
    pub next: Option<Node>,
    /// `list` on the wire.
    pub list: Option<Vec<Node>>,
    /// `map` on the wire.
    pub map: Option<BTreeMap<String, Node>>,
    /// `union` on the wire.
    pub union: Option<Choice>,
    /// `pair` on the wire.
    pub pair: Option<(String, Node)>,
    /// `heir` on the wire.
    pub heir: Option<Box<Heir>>,
}

impl Heir {
    /// Starts with what is required; the rest is set by the methods below.
    pub fn new(value: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            next: None,
            list: None,
            map: None,
            union: None,
            pair: None,
            heir: None,
        }
    }

    /// Sets `next`.
    #[must_use]
    pub fn next(mut self, next: Node) -> Self {
        self.next = Some(next);
        self
    }

    /// Sets `list`.
    #[must_use]
    pub fn list(mut self, list: Vec<Node>) -> Self {
        self.list = Some(list);
        self
    }

    /// Sets `map`.
    #[must_use]
    pub fn map(mut self, map: BTreeMap<String, Node>) -> Self {
        self.map = Some(map);
        self
    }

    /// Sets `union`.
    #[must_use]
    pub fn union(mut self, union: impl Into<Choice>) -> Self {
        self.union = Some(union.into());
        self
    }

    /// Sets `pair`.
    #[must_use]
    pub fn pair(mut self, pair: (String, Node)) -> Self {
        self.pair = Some(pair);
        self
    }

    /// Sets `heir`.
    #[must_use]
    pub fn heir(mut self, heir: Heir) -> Self {
        self.heir = Some(Box::new(heir));
        self
    }
}

object! { Heir: Serialize + Deserialize {
    value required "value";
    next  optional "next";
    list  optional "list";
    map   optional "map";
    union optional "union";
    pair  optional "pair";
    heir  optional "heir";
} }
