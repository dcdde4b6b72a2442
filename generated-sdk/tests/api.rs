// Generated from openapi.yaml; edit that instead.
//! Each operation against a server that answers as the description says.

#![cfg(any(feature = "rustls", not(feature = "rustls-no-provider")))]

use airstore_sdk::{Airstore, Error};
use wiremock::MockServer;

#[path = "api/connections.rs"]
mod connections;

/// A client of the server, with credentials that the tests look for.
fn client(server: &MockServer) -> Result<Airstore, Error> {
    Airstore::builder()
        .ignore_env()
        .base_url(&server.uri())
        .api_key("credential")
        .build()
}

#[tokio::test]
async fn a_client_hides_its_credential() -> Result<(), Box<dyn std::error::Error>> {
    let server = MockServer::start().await;
    let shown = format!("{:?}", client(&server)?);
    assert!(shown.contains(&server.address().to_string()), "{shown}");
    assert!(!shown.contains("credential") && !shown.contains("password"), "{shown}");
    Ok(())
}
