//! Uses an SDK that the build script made: no generated file is committed.

/// The SDK. Its root paths are `crate::airstore::…`, as `.module("airstore")` said. A program that keeps the module
/// private says `#[allow(dead_code)]` over it: it will not call everything.
pub mod airstore {
    include!(concat!(env!("OUT_DIR"), "/airstore/mod.rs"));
}

/// How many connections a workspace has.
///
/// # Errors
/// As the call.
pub async fn count(client: &airstore::Airstore, workspace: &str) -> Result<usize, airstore::Error> {
    Ok(client.connections().list(workspace).await?.len())
}
