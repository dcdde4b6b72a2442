// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, object};

/// The schema `User`.
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct User {
    /// `ID` on the wire.
    pub id_upper: Option<String>,
    /// `id` on the wire.
    pub id: Option<String>,
}

impl User {
    /// Starts empty; the methods below set what is wanted.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `ID`.
    #[must_use]
    pub fn id_upper(mut self, id_upper: impl Into<String>) -> Self {
        self.id_upper = Some(id_upper.into());
        self
    }

    /// Sets `id`.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }
}

object! { User: Serialize + Deserialize {
    id_upper optional "ID";
    id       optional "id";
} }
