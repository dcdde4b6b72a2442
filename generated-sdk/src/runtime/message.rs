//! What goes out and what comes back over a transport.

use std::{fmt, future::poll_fn, pin::Pin};

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, Method, StatusCode};
use url::Url;

use super::transport_error::TransportError;

#[cfg(not(target_arch = "wasm32"))]
type Chunks = Pin<Box<dyn Stream<Item = Result<Bytes, TransportError>> + Send>>;
#[cfg(target_arch = "wasm32")]
type Chunks = Pin<Box<dyn Stream<Item = Result<Bytes, TransportError>>>>;

/// What is sent in one attempt.
#[derive(Clone)]
pub struct HttpRequest {
    pub(crate) method: Method,
    pub(crate) url: Url,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Option<Bytes>,
}

impl HttpRequest {
    /// The method.
    #[must_use]
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The URL, query included: it may hold a key.
    #[must_use]
    pub fn url(&self) -> &str {
        self.url.as_str()
    }

    /// The path of the URL, percent-encoded.
    #[must_use]
    pub fn path(&self) -> &str {
        self.url.path()
    }

    /// The query of the URL, without `?`.
    #[must_use]
    pub fn query(&self) -> Option<&str> {
        self.url.query()
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The headers, to change.
    pub fn headers_mut(&mut self) -> &mut HeaderMap {
        &mut self.headers
    }

    /// The body; `None`: no body at all.
    #[must_use]
    pub fn body(&self) -> Option<&Bytes> {
        self.body.as_ref()
    }
}

/// Shows no header's value, no query and no body.
impl fmt::Debug for HttpRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpRequest")
            .field("method", &self.method)
            .field("host", &self.url.host_str())
            .field("path", &self.url.path())
            .field("headers", &Names(&self.headers))
            .field("body_bytes", &self.body.as_ref().map(Bytes::len))
            .finish_non_exhaustive()
    }
}

/// The headers' names alone.
pub(crate) struct Names<'h>(pub(crate) &'h HeaderMap);

impl fmt::Debug for Names<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.keys().map(http::HeaderName::as_str)).finish()
    }
}

/// An answer: its status and headers, and a body that is still to be read.
pub struct HttpResponse {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    body: Payload,
}

enum Payload {
    Whole(Option<Bytes>),
    #[cfg(not(target_arch = "wasm32"))]
    Reqwest(reqwest::Response),
    Chunks(Chunks),
}

impl HttpResponse {
    /// An answer whose body is at hand.
    #[must_use]
    pub fn new(status: StatusCode, headers: HeaderMap, body: impl Into<Bytes>) -> Self {
        Self { status, headers, body: Payload::Whole(Some(body.into())) }
    }

    /// An answer whose body comes in pieces.
    #[must_use]
    #[cfg(not(target_arch = "wasm32"))]
    pub fn streaming(
        status: StatusCode,
        headers: HeaderMap,
        body: impl Stream<Item = Result<Bytes, TransportError>> + Send + 'static,
    ) -> Self {
        Self { status, headers, body: Payload::Chunks(Box::pin(body)) }
    }

    /// An answer whose body comes in pieces.
    #[must_use]
    #[cfg(target_arch = "wasm32")]
    pub fn streaming(
        status: StatusCode,
        headers: HeaderMap,
        body: impl Stream<Item = Result<Bytes, TransportError>> + 'static,
    ) -> Self {
        Self { status, headers, body: Payload::Chunks(Box::pin(body)) }
    }

    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn of_reqwest(mut response: reqwest::Response) -> Self {
        let headers = std::mem::take(response.headers_mut());
        Self { status: response.status(), headers, body: Payload::Reqwest(response) }
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The next piece of the body; `None` at its end.
    pub(crate) async fn chunk(&mut self) -> Result<Option<Bytes>, TransportError> {
        match &mut self.body {
            Payload::Whole(body) => Ok(body.take()),
            #[cfg(not(target_arch = "wasm32"))]
            Payload::Reqwest(response) => response.chunk().await.map_err(super::http_client::failure),
            Payload::Chunks(chunks) => poll_fn(|context| chunks.as_mut().poll_next(context)).await.transpose(),
        }
    }
}

impl fmt::Debug for HttpResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpResponse")
            .field("status", &self.status)
            .field("headers", &Names(&self.headers))
            .finish_non_exhaustive()
    }
}
