//! The seam to HTTP: a request out, an answer back. Everything above it knows no HTTP library.

use std::pin::Pin;

use super::{
    message::{HttpRequest, HttpResponse},
    transport_error::TransportError,
};

/// A boxed future. On wasm32, where futures are bound to their thread, it is not `Send`.
#[cfg(not(target_arch = "wasm32"))]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
/// A boxed future.
#[cfg(target_arch = "wasm32")]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// Sends one request, once: no retries, no redirects. Give your own to `ClientBuilder::transport`: a mock, a recorder,
/// another HTTP library.
///
/// Dropping the future must abort the request. Time limits are the client's business.
#[cfg(not(target_arch = "wasm32"))]
pub trait Transport: Send + Sync + 'static {
    /// Sends the request and gives the answer as soon as its headers are there.
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>>;
}

/// Sends one request, once: no retries, no redirects. Give your own to `ClientBuilder::transport`.
///
/// Dropping the future must abort the request. Time limits are the client's business.
#[cfg(target_arch = "wasm32")]
pub trait Transport: 'static {
    /// Sends the request and gives the answer as soon as its headers are there.
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>>;
}
