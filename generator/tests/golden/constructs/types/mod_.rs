// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, object};

/// The schema `mod`.
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mod {
    /// `lib` on the wire.
    pub lib: Option<String>,
}

impl Mod {
    /// Starts empty; the methods below set what is wanted.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `lib`.
    #[must_use]
    pub fn lib(mut self, lib: impl Into<String>) -> Self {
        self.lib = Some(lib.into());
        self
    }
}

object! { Mod: Serialize + Deserialize {
    lib optional "lib";
} }
