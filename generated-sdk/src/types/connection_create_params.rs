// Generated from openapi.yaml; edit that instead.

use std::collections::BTreeMap;

use super::IntegrationType;
use crate::runtime::{self, object};

/// Parameters for creating a connection.
///
/// Give either OAuth credentials or an API key, as the provider asks.
#[non_exhaustive]
#[derive(Clone, PartialEq)]
pub struct ConnectionCreateParams {
    /// The provider to connect.
    pub integration_type: IntegrationType,
    /// OAuth access token. Never shown by `Debug`.
    pub access_token: Option<String>,
    /// OAuth refresh token. Never shown by `Debug`.
    pub refresh_token: Option<String>,
    /// API key, for key-based integrations such as PostHog. Never shown by `Debug`.
    pub api_key: Option<String>,
    /// OAuth scopes, separated by spaces.
    pub scope: Option<String>,
    /// Provider-specific fields. Never shown by `Debug`.
    pub extra: Option<BTreeMap<String, String>>,
    /// The member whose personal connection this becomes; without it the whole workspace shares the
    /// connection.
    pub member_id: Option<String>,
}

impl ConnectionCreateParams {
    /// Starts with what is required; the rest is set by the methods below.
    pub fn new(integration_type: impl Into<IntegrationType>) -> Self {
        Self {
            integration_type: integration_type.into(),
            access_token: None,
            refresh_token: None,
            api_key: None,
            scope: None,
            extra: None,
            member_id: None,
        }
    }

    /// OAuth access token.
    #[must_use]
    pub fn access_token(mut self, access_token: impl Into<String>) -> Self {
        self.access_token = Some(access_token.into());
        self
    }

    /// OAuth refresh token.
    #[must_use]
    pub fn refresh_token(mut self, refresh_token: impl Into<String>) -> Self {
        self.refresh_token = Some(refresh_token.into());
        self
    }

    /// API key, for key-based integrations such as PostHog.
    #[must_use]
    pub fn api_key(mut self, api_key: impl Into<String>) -> Self {
        self.api_key = Some(api_key.into());
        self
    }

    /// OAuth scopes, separated by spaces.
    #[must_use]
    pub fn scope(mut self, scope: impl Into<String>) -> Self {
        self.scope = Some(scope.into());
        self
    }

    /// Provider-specific fields.
    #[must_use]
    pub fn extra(mut self, extra: BTreeMap<String, String>) -> Self {
        self.extra = Some(extra);
        self
    }

    /// The member whose personal connection this becomes; without it the whole workspace shares the
    /// connection.
    #[must_use]
    pub fn member_id(mut self, member_id: impl Into<String>) -> Self {
        self.member_id = Some(member_id.into());
        self
    }
}

object! { ConnectionCreateParams: Serialize + Debug {
    integration_type required "integration_type";
    access_token     optional "access_token", secret;
    refresh_token    optional "refresh_token", secret;
    api_key          optional "api_key", secret;
    scope            optional "scope";
    extra            optional "extra", secret;
    member_id        optional "member_id";
} }
