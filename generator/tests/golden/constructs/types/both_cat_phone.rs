// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, object};

/// The schema `Cat`.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct BothCatPhone {
    /// `kind` on the wire. `new` sets it to `"cat"`.
    pub kind: String,
    /// `lives` on the wire.
    pub lives: Option<i64>,
    /// `phone` on the wire.
    pub phone: String,
}

impl BothCatPhone {
    /// Starts with what is required; the rest is set by the methods below.
    pub fn new(phone: impl Into<String>) -> Self {
        Self {
            kind: "cat".to_owned(),
            lives: None,
            phone: phone.into(),
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

object! { BothCatPhone: Serialize + Deserialize {
    kind  required "kind";
    lives optional "lives";
    phone required "phone";
} }
