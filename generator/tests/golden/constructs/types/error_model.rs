// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, object};

/// The schema `Error`.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorModel {
    /// `message` on the wire.
    pub message: String,
}

impl ErrorModel {
    /// Takes all of it: every field is required.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }
}

object! { ErrorModel: Serialize + Deserialize {
    message required "message";
} }
