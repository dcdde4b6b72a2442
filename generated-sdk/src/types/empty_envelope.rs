// Generated from openapi.yaml; edit that instead.

use crate::runtime::{self, object};

/// An answer that carries no data.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EmptyEnvelope {
    /// Whether the request did what it asked for.
    pub success: bool,
}

impl EmptyEnvelope {
    /// Takes all of it: every field is required.
    pub fn new(success: bool) -> Self {
        Self { success }
    }
}

object! { EmptyEnvelope: Serialize + Deserialize {
    success required "success";
} }
