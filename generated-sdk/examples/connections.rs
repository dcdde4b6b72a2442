// Generated from openapi.yaml; edit that instead.
//! Calls `connections.list` and prints what it gives.

use airstore_sdk::Airstore;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let client = Airstore::from_env()?;
    let connections = client.connections().list("ws_8f3a").await?;
    println!("{connections:#?}");
    Ok(())
}
