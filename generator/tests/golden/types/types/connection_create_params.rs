// Generated from openapi.yaml; edit that instead.

use std::collections::BTreeMap;

use super::IntegrationType;
use crate::golden::runtime::{self, object};

/// Parameters for creating a connection.
///
/// Give either OAuth credentials or an API key.
#[non_exhaustive]
#[derive(Clone, PartialEq)]
pub struct ConnectionCreateParams {
    /// The provider to connect.
    pub integration_type: IntegrationType,
    /// OAuth access token. Never shown by `Debug`.
    pub access_token: Option<String>,
    /// Provider-specific fields.
    ///
    /// As the provider's documentation says.
    ///
    /// Never shown by `Debug`.
    pub extra: Option<BTreeMap<String, String>>,
}

impl ConnectionCreateParams {
    /// Starts with what is required; the rest is set by the methods below.
    pub fn new(integration_type: impl Into<IntegrationType>) -> Self {
        Self {
            integration_type: integration_type.into(),
            access_token: None,
            extra: None,
        }
    }

    /// OAuth access token.
    #[must_use]
    pub fn access_token(mut self, access_token: impl Into<String>) -> Self {
        self.access_token = Some(access_token.into());
        self
    }

    /// Provider-specific fields.
    #[must_use]
    pub fn extra(mut self, extra: BTreeMap<String, String>) -> Self {
        self.extra = Some(extra);
        self
    }
}

object! { ConnectionCreateParams: Serialize + Debug {
    integration_type required "integration_type";
    access_token     optional "access_token", secret;
    extra            optional "extra", secret;
} }
