// Generated from openapi.yaml; edit that instead.

use super::IntegrationType;
use crate::golden::runtime::{self, Nullable, object};

/// Changes some of it.
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Update {
    /// The title; `null` clears it.
    pub title: Nullable<String>,
    /// `due` on the wire.
    pub due: Nullable<jiff::Timestamp>,
    /// `owner` on the wire.
    pub owner: Nullable<IntegrationType>,
    /// `any` on the wire.
    pub any: Option<serde_json::Value>,
    /// Whether it is the default.
    pub default: Option<bool>,
}

impl Update {
    /// Starts empty; the methods below set what is wanted.
    pub fn new() -> Self {
        Default::default()
    }

    /// The title; `null` clears it.
    #[must_use]
    pub fn title(mut self, title: impl Into<Nullable<String>>) -> Self {
        self.title = title.into();
        self
    }

    /// Sets `due`.
    #[must_use]
    pub fn due(mut self, due: impl Into<Nullable<jiff::Timestamp>>) -> Self {
        self.due = due.into();
        self
    }

    /// Sets `owner`.
    #[must_use]
    pub fn owner(mut self, owner: impl Into<Nullable<IntegrationType>>) -> Self {
        self.owner = owner.into();
        self
    }

    /// Sets `any`.
    #[must_use]
    pub fn any(mut self, any: serde_json::Value) -> Self {
        self.any = Some(any);
        self
    }

    /// Whether it is the default.
    #[must_use]
    pub fn default(mut self, default: bool) -> Self {
        self.default = Some(default);
        self
    }
}

object! { Update: Serialize {
    title   maybe    "title";
    due     maybe    "due" as timestamp;
    owner   maybe    "owner";
    any     optional "any";
    default optional "default";
} }
