// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, object};

/// The schema `Home`.
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Home {
    /// `street` on the wire.
    pub street: Option<String>,
    /// `seen` on the wire.
    pub seen: Option<jiff::Timestamp>,
}

impl Home {
    /// Starts empty; the methods below set what is wanted.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `street`.
    #[must_use]
    pub fn street(mut self, street: impl Into<String>) -> Self {
        self.street = Some(street.into());
        self
    }

    /// Sets `seen`.
    #[must_use]
    pub fn seen(mut self, seen: jiff::Timestamp) -> Self {
        self.seen = Some(seen);
        self
    }
}

object! { Home: Serialize + Deserialize {
    street optional "street";
    seen   optional "seen" as timestamp;
} }
