// Generated from openapi.yaml; edit that instead.

use crate::runtime::{self, object};

/// What every error answers.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// Always `false`.
    pub success: bool,
    /// What went wrong, for a person to read.
    pub error: Option<String>,
}

impl Failure {
    /// Starts with what is required; the rest is set by the methods below.
    pub fn new(success: bool) -> Self {
        Self { success, error: None }
    }

    /// What went wrong, for a person to read.
    #[must_use]
    pub fn error(mut self, error: impl Into<String>) -> Self {
        self.error = Some(error.into());
        self
    }
}

object! { Failure: Deserialize {
    success required "success";
    error   optional "error";
} }
