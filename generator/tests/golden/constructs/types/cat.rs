// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, object};

/// The schema `Cat`.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct Cat {
    /// `kind` on the wire. `new` sets it to `"cat"`.
    pub kind: String,
    /// `lives` on the wire.
    pub lives: Option<i64>,
}

impl Cat {
    /// Starts with the defaults; the methods below change them.
    pub fn new() -> Self {
        Self {
            kind: "cat".to_owned(),
            lives: None,
        }
    }

    /// Sets `kind`.
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = kind.into();
        self
    }

    /// Sets `lives`.
    #[must_use]
    pub fn lives(mut self, lives: i64) -> Self {
        self.lives = Some(lives);
        self
    }
}

impl Default for Cat {
    fn default() -> Self {
        Self::new()
    }
}

object! { Cat: Serialize + Deserialize {
    kind  required "kind";
    lives optional "lives";
} }
