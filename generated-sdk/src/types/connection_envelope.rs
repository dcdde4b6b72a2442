// Generated from openapi.yaml; edit that instead.

use super::Connection;
use crate::runtime::{self, object};

/// A connection in its envelope.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ConnectionEnvelope {
    /// Whether the request did what it asked for.
    pub success: bool,
    /// `data` on the wire.
    pub data: Connection,
}

impl ConnectionEnvelope {
    /// Takes all of it: every field is required.
    pub fn new(data: Connection, success: bool) -> Self {
        Self { success, data }
    }
}

object! { ConnectionEnvelope: Serialize + Deserialize {
    success required "success";
    data    required "data";
} }
