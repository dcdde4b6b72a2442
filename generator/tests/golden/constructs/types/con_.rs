// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, object};

/// The schema `con`.
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Con {
    /// `nul` on the wire.
    pub nul: Option<String>,
}

impl Con {
    /// Starts empty; the methods below set what is wanted.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `nul`.
    #[must_use]
    pub fn nul(mut self, nul: impl Into<String>) -> Self {
        self.nul = Some(nul.into());
        self
    }
}

object! { Con: Serialize + Deserialize {
    nul optional "nul";
} }
