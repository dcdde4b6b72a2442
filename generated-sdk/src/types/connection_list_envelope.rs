// Generated from openapi.yaml; edit that instead.

use super::Connection;
use crate::runtime::{self, Nullable, object};

/// A workspace's connections in their envelope.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ConnectionListEnvelope {
    /// Whether the request did what it asked for.
    pub success: bool,
    /// The connections; `null` or left out when there are none.
    pub data: Nullable<Vec<Connection>>,
}

impl ConnectionListEnvelope {
    /// Starts with what is required; the rest is set by the methods below.
    pub fn new(success: bool) -> Self {
        Self {
            success,
            data: Nullable::Absent,
        }
    }

    /// The connections; `null` or left out when there are none.
    #[must_use]
    pub fn data(mut self, data: impl Into<Nullable<Vec<Connection>>>) -> Self {
        self.data = data.into();
        self
    }
}

object! { ConnectionListEnvelope: Serialize + Deserialize {
    success required "success";
    data    maybe    "data";
} }
