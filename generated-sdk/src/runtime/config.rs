// Generated from openapi.yaml; edit that instead.
//! The facts of this API.

use super::info::{ApiInfo, CredentialKind, EnvelopeInfo, SchemeInfo, ServerInfo};

/// What this API is.
pub(crate) const API: ApiInfo = ApiInfo {
    client: "Airstore",
    user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
    servers: &[
        ServerInfo {
            url: "https://api.airstore.ai/api/v1",
            variables: &[],
        },
    ],
    base_url_env: Some("AIRSTORE_BASE_URL"),
    schemes: &[
        SchemeInfo {
            name: "api_key",
            credential: CredentialKind::Bearer,
            env: Some("AIRSTORE_API_KEY"),
        },
    ],
    auth: &[&[0]],
    auth_everywhere: true,
    envelope: Some(EnvelopeInfo {
        data: "data",
        success: Some("success"),
    }),
    error_message: &["/error", "/message"],
    error_code: &["/code", "/error/code", "/error_code"],
    request_id: Some("x-request-id"),
};
