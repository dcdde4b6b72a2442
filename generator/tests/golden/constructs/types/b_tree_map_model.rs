// Generated from openapi.yaml; edit that instead.

use std::collections::BTreeMap;

use crate::constructs::runtime::{self, object};

/// The schema `BTreeMap`.
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BTreeMapModel {
    /// `a` on the wire.
    pub a: Option<BTreeMap<String, String>>,
}

impl BTreeMapModel {
    /// Starts empty; the methods below set what is wanted.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn a(mut self, a: BTreeMap<String, String>) -> Self {
        self.a = Some(a);
        self
    }
}

object! { BTreeMapModel: Serialize + Deserialize {
    a optional "a";
} }
