// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, object};

/// The schema `Dog`.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct Dog {
    /// `kind` on the wire. `new` sets it to `"dog"`.
    pub kind: String,
    /// `bark` on the wire.
    pub bark: Option<String>,
}

impl Dog {
    /// Starts with the defaults; the methods below change them.
    pub fn new() -> Self {
        Self {
            kind: "dog".to_owned(),
            bark: None,
        }
    }

    /// Sets `kind`.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = kind.into();
        self
    }

    /// Sets `bark`.
    #[must_use]
    pub fn bark(mut self, bark: impl Into<String>) -> Self {
        self.bark = Some(bark.into());
        self
    }
}

impl Default for Dog {
    fn default() -> Self {
        Self::new()
    }
}

object! { Dog: Serialize + Deserialize {
    kind required "kind";
    bark optional "bark";
} }
