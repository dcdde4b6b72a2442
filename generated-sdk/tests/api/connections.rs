// Generated from openapi.yaml; edit that instead.
//! The calls of `connections`.

use airstore_sdk::{ApiError, CallOptions, ErrorKind, jiff, types};
use wiremock::{
    Mock, MockServer, ResponseTemplate,
    matchers::{any, body_json_string, header, method, path},
};

use super::client;

#[tokio::test]
async fn create_succeeds() -> Result<(), Box<dyn std::error::Error>> {
    const BODY: &str = r#"{
  "integration_type": "gmail",
  "access_token": "ya29.a0AfB_byC3",
  "refresh_token": "1//0gLx9",
  "scope": "https://www.googleapis.com/auth/gmail.readonly"
}"#;
    const ANSWER: &str = r#"{
  "success": true,
  "data": {
    "external_id": "conn_5k2m",
    "workspace_id": "ws_8f3a",
    "integration_type": "gmail",
    "scope": "https://www.googleapis.com/auth/gmail.readonly",
    "expires_at": "2026-06-01T12:00:00Z",
    "created_at": "2026-05-01T08:30:00Z",
    "updated_at": "2026-05-01T08:30:00Z"
  }
}"#;
    let server = MockServer::start().await;
    let response = ResponseTemplate::new(200).set_body_raw(ANSWER, "application/json");
    Mock::given(method("POST"))
        .and(path("/workspaces/ws_8f3a/connections"))
        .and(header("authorization", "Bearer credential"))
        .and(body_json_string(BODY))
        .respond_with(response)
        .expect(1)
        .mount(&server)
        .await;
    let client = client(&server)?;
    let body = types::ConnectionCreateParams::new(types::IntegrationType::Gmail)
        .access_token("ya29.a0AfB_byC3")
        .refresh_token("1//0gLx9")
        .scope("https://www.googleapis.com/auth/gmail.readonly");
    let answer = tokio::spawn(client.connections().create("ws_8f3a", &body).send())
        .await??;
    assert_eq!(answer.external_id, "conn_5k2m");
    assert_eq!(answer.workspace_id, "ws_8f3a");
    assert_eq!(answer.integration_type, types::IntegrationType::Gmail);
    assert_eq!(
        answer.scope.as_deref(),
        Some("https://www.googleapis.com/auth/gmail.readonly"),
    );
    assert_eq!(
        answer.expires_at,
        Some("2026-06-01T12:00:00Z".parse::<jiff::Timestamp>()?),
    );
    assert_eq!(answer.created_at, "2026-05-01T08:30:00Z".parse::<jiff::Timestamp>()?);
    assert_eq!(answer.updated_at, "2026-05-01T08:30:00Z".parse::<jiff::Timestamp>()?);
    Ok(())
}

#[tokio::test]
async fn create_errors() -> Result<(), Box<dyn std::error::Error>> {
    for (status, kind) in [
        (400, ErrorKind::BadRequest),
        (401, ErrorKind::Unauthenticated),
        (403, ErrorKind::PermissionDenied),
        (404, ErrorKind::NotFound),
        (409, ErrorKind::Conflict),
        (422, ErrorKind::Unprocessable),
        (429, ErrorKind::RateLimited),
        (500, ErrorKind::Server),
    ] {
        let server = MockServer::start().await;
        let response = ResponseTemplate::new(status)
            .set_body_raw(r#"{"error":"what is wrong"}"#, "application/json");
        Mock::given(any()).respond_with(response).expect(1).mount(&server).await;
        let client = client(&server)?;
        let body = types::ConnectionCreateParams::new(types::IntegrationType::Gmail)
            .access_token("ya29.a0AfB_byC3")
            .refresh_token("1//0gLx9")
            .scope("https://www.googleapis.com/auth/gmail.readonly");
        let call = client
            .connections()
            .create("ws_8f3a", &body)
            .with(CallOptions::new().max_retries(0));
        let error = call.await.unwrap_err();
        assert_eq!(error.kind(), kind);
        let answered = error.status().ok_or("no status")?;
        assert_eq!(answered.as_u16(), status);
        assert_eq!(error.api().map(ApiError::message), Some("what is wrong"));
    }
    Ok(())
}

#[tokio::test]
async fn list_succeeds() -> Result<(), Box<dyn std::error::Error>> {
    const ANSWER: &str = r#"{
  "success": true,
  "data": [
    {
      "external_id": "conn_5k2m",
      "workspace_id": "ws_8f3a",
      "integration_type": "gmail",
      "scope": "https://www.googleapis.com/auth/gmail.readonly",
      "expires_at": "2026-06-01T12:00:00Z",
      "created_at": "2026-05-01T08:30:00Z",
      "updated_at": "2026-05-01T08:30:00Z"
    },
    {
      "external_id": "conn_7h9p",
      "workspace_id": "ws_8f3a",
      "integration_type": "posthog",
      "created_at": "2026-05-02T10:00:00Z",
      "updated_at": "2026-05-02T10:00:00Z"
    }
  ]
}"#;
    let server = MockServer::start().await;
    let response = ResponseTemplate::new(200).set_body_raw(ANSWER, "application/json");
    Mock::given(method("GET"))
        .and(path("/workspaces/ws_8f3a/connections"))
        .and(header("authorization", "Bearer credential"))
        .respond_with(response)
        .expect(1)
        .mount(&server)
        .await;
    let client = client(&server)?;
    let answer = tokio::spawn(client.connections().list("ws_8f3a").send()).await??;
    assert_eq!(answer.len(), 2);
    let answer = &answer[0];
    assert_eq!(answer.external_id, "conn_5k2m");
    assert_eq!(answer.workspace_id, "ws_8f3a");
    assert_eq!(answer.integration_type, types::IntegrationType::Gmail);
    assert_eq!(
        answer.scope.as_deref(),
        Some("https://www.googleapis.com/auth/gmail.readonly"),
    );
    assert_eq!(
        answer.expires_at,
        Some("2026-06-01T12:00:00Z".parse::<jiff::Timestamp>()?),
    );
    assert_eq!(answer.created_at, "2026-05-01T08:30:00Z".parse::<jiff::Timestamp>()?);
    assert_eq!(answer.updated_at, "2026-05-01T08:30:00Z".parse::<jiff::Timestamp>()?);
    Ok(())
}

#[tokio::test]
async fn list_errors() -> Result<(), Box<dyn std::error::Error>> {
    for (status, kind) in [
        (401, ErrorKind::Unauthenticated),
        (403, ErrorKind::PermissionDenied),
        (404, ErrorKind::NotFound),
        (429, ErrorKind::RateLimited),
        (500, ErrorKind::Server),
    ] {
        let server = MockServer::start().await;
        let response = ResponseTemplate::new(status)
            .set_body_raw(r#"{"error":"what is wrong"}"#, "application/json");
        Mock::given(any()).respond_with(response).expect(1).mount(&server).await;
        let client = client(&server)?;
        let call = client
            .connections()
            .list("ws_8f3a")
            .with(CallOptions::new().max_retries(0));
        let error = call.await.unwrap_err();
        assert_eq!(error.kind(), kind);
        let answered = error.status().ok_or("no status")?;
        assert_eq!(answered.as_u16(), status);
        assert_eq!(error.api().map(ApiError::message), Some("what is wrong"));
    }
    Ok(())
}

#[tokio::test]
async fn del_succeeds() -> Result<(), Box<dyn std::error::Error>> {
    const ANSWER: &str = r#"{"success":true}"#;
    let server = MockServer::start().await;
    let response = ResponseTemplate::new(200).set_body_raw(ANSWER, "application/json");
    Mock::given(method("DELETE"))
        .and(path("/workspaces/ws_8f3a/connections/conn_5k2m"))
        .and(header("authorization", "Bearer credential"))
        .respond_with(response)
        .expect(1)
        .mount(&server)
        .await;
    let client = client(&server)?;
    tokio::spawn(client.connections().del("ws_8f3a", "conn_5k2m").send()).await??;
    Ok(())
}

#[tokio::test]
async fn del_errors() -> Result<(), Box<dyn std::error::Error>> {
    for (status, kind) in [
        (401, ErrorKind::Unauthenticated),
        (403, ErrorKind::PermissionDenied),
        (404, ErrorKind::NotFound),
        (409, ErrorKind::Conflict),
        (429, ErrorKind::RateLimited),
        (500, ErrorKind::Server),
    ] {
        let server = MockServer::start().await;
        let response = ResponseTemplate::new(status)
            .set_body_raw(r#"{"error":"what is wrong"}"#, "application/json");
        Mock::given(any()).respond_with(response).expect(1).mount(&server).await;
        let client = client(&server)?;
        let call = client
            .connections()
            .del("ws_8f3a", "conn_5k2m")
            .with(CallOptions::new().max_retries(0));
        let error = call.await.unwrap_err();
        assert_eq!(error.kind(), kind);
        let answered = error.status().ok_or("no status")?;
        assert_eq!(answered.as_u16(), status);
        assert_eq!(error.api().map(ApiError::message), Some("what is wrong"));
    }
    Ok(())
}
