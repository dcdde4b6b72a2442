// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, object};

/// The schema `Serialize`.
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SerializeModel {
    /// `a` on the wire.
    pub a: Option<String>,
}

impl SerializeModel {
    /// Starts empty; the methods below set what is wanted.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn a(mut self, a: impl Into<String>) -> Self {
        self.a = Some(a.into());
        self
    }
}

object! { SerializeModel: Serialize + Deserialize {
    a optional "a";
} }
