// Generated from openapi.yaml; edit that instead.

use std::collections::BTreeMap;

use crate::golden::runtime::{self, object};

/// `Dog` in the API's description.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct Dog {
    /// `name` on the wire.
    pub name: String,
    /// Members beyond the named ones.
    pub extra: BTreeMap<String, serde_json::Value>,
}

impl Dog {
    /// Starts with what is required; the rest is set by the methods below.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            extra: BTreeMap::new(),
        }
    }

    /// Members beyond the named ones.
    #[must_use]
    pub fn extra(mut self, extra: BTreeMap<String, serde_json::Value>) -> Self {
        self.extra = extra;
        self
    }
}

object! { Dog: Serialize + Deserialize {
    name required "name";
    ..extra;
} }
