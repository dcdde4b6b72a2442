// Generated from openapi.yaml; edit that instead.

use crate::golden::runtime::{self, object};

/// `Cat` in the API's description.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct Cat {
    /// `kind` on the wire.
    pub kind: String,
    /// `lives` on the wire.
    pub lives: Option<i64>,
}

impl Cat {
    /// Starts with what is required; the rest is set by the methods below.
    pub fn new(kind: impl Into<String>) -> Self {
        Self {
            kind: kind.into(),
            lives: None,
        }
    }

    /// Sets `lives`.
    #[must_use]
    pub fn lives(mut self, lives: i64) -> Self {
        self.lives = Some(lives);
        self
    }
}

object! { Cat: Serialize + Deserialize {
    kind  required "kind";
    lives optional "lives";
} }
