// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, object};

/// The schema `日本`.
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Type19ec {
    /// `値` on the wire.
    pub field_c6c0: Option<String>,
}

impl Type19ec {
    /// Starts empty; the methods below set what is wanted.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `値`.
    #[must_use]
    pub fn field_c6c0(mut self, field_c6c0: impl Into<String>) -> Self {
        self.field_c6c0 = Some(field_c6c0.into());
        self
    }
}

object! { Type19ec: Serialize + Deserialize {
    field_c6c0 optional "値";
} }
