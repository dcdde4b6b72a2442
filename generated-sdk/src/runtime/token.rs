//! Tokens that are fetched or renewed while the client runs.

use super::{error::Error, secret::Secret, transport::BoxFuture};

/// Gives the bearer token, asked once for each attempt: a renewed token is used by the next retry already. Keep the
/// token in a cache of your own when fetching it is not cheap.
#[cfg(not(target_arch = "wasm32"))]
pub trait TokenSource: Send + Sync + 'static {
    /// The token to send now. The attempt's time limit covers this too.
    fn token(&self) -> BoxFuture<'_, Result<Secret, Error>>;
}

/// Gives the bearer token, asked once for each attempt: a renewed token is used by the next retry already. Keep the
/// token in a cache of your own when fetching it is not cheap.
#[cfg(target_arch = "wasm32")]
pub trait TokenSource: 'static {
    /// The token to send now. The attempt's time limit covers this too.
    fn token(&self) -> BoxFuture<'_, Result<Secret, Error>>;
}
