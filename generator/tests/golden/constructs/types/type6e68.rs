// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, object};

/// The schema `🦀`.
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Type6e68 {
    /// `🦀` on the wire.
    pub field_6e68: Option<String>,
    /// `日本` on the wire.
    pub field_19ec: Option<String>,
}

impl Type6e68 {
    /// Starts empty; the methods below set what is wanted.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `🦀`.
    #[must_use]
    pub fn field_6e68(mut self, field_6e68: impl Into<String>) -> Self {
        self.field_6e68 = Some(field_6e68.into());
        self
    }

    /// Sets `日本`.
    #[must_use]
    pub fn field_19ec(mut self, field_19ec: impl Into<String>) -> Self {
        self.field_19ec = Some(field_19ec.into());
        self
    }
}

object! { Type6e68: Serialize + Deserialize {
    field_6e68 optional "🦀";
    field_19ec optional "日本";
} }
