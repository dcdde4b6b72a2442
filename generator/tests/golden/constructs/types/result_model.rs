// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, object};

/// The schema `Result`.
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResultModel {
    /// `ok` on the wire.
    pub ok: Option<String>,
    /// `Err` on the wire.
    pub err: Option<String>,
}

impl ResultModel {
    /// Starts empty; the methods below set what is wanted.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `ok`.
    #[must_use]
    pub fn ok(mut self, ok: impl Into<String>) -> Self {
        self.ok = Some(ok.into());
        self
    }

    /// Sets `Err`.
    #[must_use]
    pub fn err(mut self, err: impl Into<String>) -> Self {
        self.err = Some(err.into());
        self
    }
}

object! { ResultModel: Serialize + Deserialize {
    ok  optional "ok";
    err optional "Err";
} }
