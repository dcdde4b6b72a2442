// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, object};

/// The schema `u-s-e-r`.
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UserKebab {
    /// `a` on the wire.
    pub a: Option<String>,
}

impl UserKebab {
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

object! { UserKebab: Serialize + Deserialize {
    a optional "a";
} }
