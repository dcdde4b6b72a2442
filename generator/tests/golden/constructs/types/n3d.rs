// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, object};

/// The schema `3D`.
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct N3d {
    /// `3d` on the wire.
    pub n3d: Option<String>,
    /// `  ` on the wire.
    pub empty: Option<String>,
    /// `@` on the wire.
    pub at: Option<String>,
}

impl N3d {
    /// Starts empty; the methods below set what is wanted.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `3d`.
    #[must_use]
    pub fn n3d(mut self, n3d: impl Into<String>) -> Self {
        self.n3d = Some(n3d.into());
        self
    }

    /// Sets `  `.
    #[must_use]
    pub fn empty(mut self, empty: impl Into<String>) -> Self {
        self.empty = Some(empty.into());
        self
    }

    /// Sets `@`.
    #[must_use]
    pub fn at(mut self, at: impl Into<String>) -> Self {
        self.at = Some(at.into());
        self
    }
}

object! { N3d: Serialize + Deserialize {
    n3d   optional "3d";
    empty optional "";
    at    optional "@";
} }
