// Generated from openapi.yaml; edit that instead.

use super::IntegrationType;
use crate::runtime::{self, object};

/// An external service linked to a workspace.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct Connection {
    /// Unique identifier of the connection.
    pub external_id: String,
    /// The workspace it belongs to.
    pub workspace_id: String,
    /// The provider that is connected.
    pub integration_type: IntegrationType,
    /// The OAuth scopes that were granted.
    pub scope: Option<String>,
    /// When the credentials expire.
    pub expires_at: Option<jiff::Timestamp>,
    /// When the connection was created.
    pub created_at: jiff::Timestamp,
    /// When the connection last changed.
    pub updated_at: jiff::Timestamp,
}

impl Connection {
    /// Starts with what is required; the rest is set by the methods below.
    pub fn new(required: ConnectionRequired) -> Self {
        Self {
            external_id: required.external_id,
            workspace_id: required.workspace_id,
            integration_type: required.integration_type,
            scope: None,
            expires_at: None,
            created_at: required.created_at,
            updated_at: required.updated_at,
        }
    }

    /// The OAuth scopes that were granted.
    #[must_use]
    pub fn scope(mut self, scope: impl Into<String>) -> Self {
        self.scope = Some(scope.into());
        self
    }

    /// When the credentials expire.
    #[must_use]
    pub fn expires_at(mut self, expires_at: jiff::Timestamp) -> Self {
        self.expires_at = Some(expires_at);
        self
    }
}

object! { Connection: Deserialize {
    external_id      required "external_id";
    workspace_id     required "workspace_id" as string_or_number;
    integration_type required "integration_type";
    scope            optional "scope";
    expires_at       optional "expires_at" as timestamp;
    created_at       required "created_at" as timestamp;
    updated_at       required "updated_at" as timestamp;
} }

/// What [`Connection::new`] needs.
pub struct ConnectionRequired {
    /// Unique identifier of the connection.
    pub external_id: String,
    /// The workspace it belongs to.
    pub workspace_id: String,
    /// The provider that is connected.
    pub integration_type: IntegrationType,
    /// When the connection was created.
    pub created_at: jiff::Timestamp,
    /// When the connection last changed.
    pub updated_at: jiff::Timestamp,
}
