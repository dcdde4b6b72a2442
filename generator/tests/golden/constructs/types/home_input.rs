// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, object};

/// The schema `Home`, as it is sent.
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HomeInput {
    /// `street` on the wire.
    pub street: Option<String>,
}

impl HomeInput {
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
}

object! { HomeInput: Serialize {
    street optional "street";
} }
