//! The facts of an API that exists for the tests alone.

use super::info::{ApiInfo, CredentialKind, EnvelopeInfo, SchemeInfo, ServerInfo, VariableInfo};

pub(crate) const API: ApiInfo = ApiInfo {
    client: "Demo",
    user_agent: "demo-sdk/0.1.0",
    servers: &[ServerInfo {
        url: "https://{region}.demo.example/api/v1",
        variables: &[VariableInfo { name: "region", default: "eu", allowed: &[] }],
    }],
    base_url_env: Some("DEMO_BASE_URL"),
    schemes: &[
        SchemeInfo { name: "api_key", credential: CredentialKind::Bearer, env: Some("DEMO_API_KEY") },
        SchemeInfo { name: "login", credential: CredentialKind::Basic, env: None },
        SchemeInfo { name: "query_key", credential: CredentialKind::Query("key"), env: None },
        SchemeInfo { name: "header_key", credential: CredentialKind::Header("x-api-key"), env: None },
        SchemeInfo { name: "session", credential: CredentialKind::Cookie("sid"), env: None },
    ],
    auth: &[&[0], &[1]],
    auth_everywhere: true,
    envelope: Some(EnvelopeInfo { data: "data", success: Some("success") }),
    error_message: &["/error", "/message"],
    error_code: &["/code"],
    request_id: Some("x-request-id"),
};
