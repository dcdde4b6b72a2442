// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, object};

/// The schema `user`.
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UserObject {
    /// `created_at` on the wire.
    pub created_at: Option<String>,
    /// `createdAt` on the wire.
    pub created_at_camel: Option<String>,
    /// `created-at` on the wire.
    pub created_at_kebab: Option<String>,
}

impl UserObject {
    /// Starts empty; the methods below set what is wanted.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `created_at`.
    #[must_use]
    pub fn created_at(mut self, created_at: impl Into<String>) -> Self {
        self.created_at = Some(created_at.into());
        self
    }

    /// Sets `createdAt`.
    #[must_use]
    pub fn created_at_camel(mut self, created_at_camel: impl Into<String>) -> Self {
        self.created_at_camel = Some(created_at_camel.into());
        self
    }

    /// Sets `created-at`.
    #[must_use]
    pub fn created_at_kebab(mut self, created_at_kebab: impl Into<String>) -> Self {
        self.created_at_kebab = Some(created_at_kebab.into());
        self
    }
}

object! { UserObject: Serialize + Deserialize {
    created_at       optional "created_at";
    created_at_camel optional "createdAt";
    created_at_kebab optional "created-at";
} }
