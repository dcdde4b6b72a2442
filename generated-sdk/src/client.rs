// Generated from openapi.yaml; edit that instead.
//! The client.

use std::{fmt, sync::Arc};

use crate::{resources, runtime::{self, ClientBuilder}};

/// A client for Airstore connections.
///
/// Cheap to clone; clones share connections, retry budget and settings. `Debug` shows the host
/// only.
///
/// # Example
/// ```no_run
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// use airstore_sdk::Airstore;
///
/// let client = Airstore::from_env()?;
/// let connections = client.connections().list("ws_8f3a").await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Airstore {
    pub(crate) core: Arc<runtime::Core>,
}

impl Airstore {
    /// A client with this credential.
    ///
    /// The base URL comes from `AIRSTORE_BASE_URL` when that is set; [`builder`](Self::builder)
    /// changes the rest.
    ///
    /// # Errors
    /// [`Config`](crate::ErrorKind::Config) when a setting cannot be used.
    pub fn new(api_key: impl Into<runtime::Secret>) -> Result<Self, runtime::Error> {
        Self::builder().api_key(api_key).build()
    }

    /// A client set up by environment variables: `AIRSTORE_API_KEY`, `AIRSTORE_BASE_URL`.
    ///
    /// # Errors
    /// [`Config`](crate::ErrorKind::Config) when a credential is missing or one cannot be used.
    pub fn from_env() -> Result<Self, runtime::Error> {
        Self::builder().build()
    }

    /// Starts a client with settings of its own.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new()
    }

    /// Links external services (Gmail, GitHub, Google Drive, ...) to a workspace.
    pub fn connections(&self) -> resources::connections::Connections<'_> {
        resources::connections::Connections {
            core: &self.core,
        }
    }

    /// Calls a path that has no method here, with the same credentials, retries and timeouts.
    ///
    /// `path` is relative to the base URL.
    pub fn request(&self, method: runtime::Method, path: &str) -> runtime::RawCall {
        runtime::RawCall::new(&self.core, method, path)
    }
}

impl fmt::Debug for Airstore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.core, f)
    }
}

impl ClientBuilder {
    /// An organisation token (begins with `org_`) or a workspace token (begins with `tok_`).
    ///
    /// The token that is sent as `Authorization: Bearer`.
    ///
    /// Without it: `AIRSTORE_API_KEY` of the environment.
    pub fn api_key(self, api_key: impl Into<runtime::Secret>) -> Self {
        self.credential(0, api_key.into())
    }

    /// The client.
    ///
    /// # Errors
    /// [`Config`](crate::ErrorKind::Config) when a setting cannot be used or a credential is
    /// missing.
    pub fn build(self) -> Result<Airstore, runtime::Error> {
        Ok(Airstore {
            core: self.finish(&runtime::API)?,
        })
    }
}
