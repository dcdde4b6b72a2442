// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, object};

/// The schema `Asks`.
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asks {
    /// `a` on the wire.
    pub a: Option<String>,
    /// `b` on the wire.
    pub b: Option<String>,
}

impl Asks {
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

    /// Sets `b`.
    #[must_use]
    pub fn b(mut self, b: impl Into<String>) -> Self {
        self.b = Some(b.into());
        self
    }
}

object! { Asks: Serialize + Deserialize {
    a optional "a";
    b optional "b";
} }
