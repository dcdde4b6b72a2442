//! The seam to HTTP: a request out, an answer back. Everything above it knows no HTTP library.

use std::{error::Error as StdError, fmt, future::poll_fn, pin::Pin};

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, Method, StatusCode};
use url::Url;

use super::error::BoxError;

/// A boxed future. On wasm32, where futures are bound to their thread, it is not `Send`.
#[cfg(not(target_arch = "wasm32"))]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
/// A boxed future.
#[cfg(target_arch = "wasm32")]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

#[cfg(not(target_arch = "wasm32"))]
type Chunks = Pin<Box<dyn Stream<Item = Result<Bytes, TransportError>> + Send>>;
#[cfg(target_arch = "wasm32")]
type Chunks = Pin<Box<dyn Stream<Item = Result<Bytes, TransportError>>>>;

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

/// Why a request got no answer, and whether any of it was sent: that decides if it may be sent again.
#[derive(Debug)]
pub struct TransportError {
    pub(crate) stage: Stage,
    pub(crate) timed_out: bool,
    source: BoxError,
}

/// How far a request got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// It cannot be sent by this client at all.
    Setup,
    /// Not a byte was sent.
    Connect,
    /// It may have arrived.
    Exchange,
}

impl TransportError {
    /// There was no connection; not a byte of the request was sent. Such a request is always safe to send again.
    #[must_use]
    pub fn connect(source: impl Into<BoxError>) -> Self {
        Self { stage: Stage::Connect, timed_out: false, source: source.into() }
    }

    /// The connection was lost when the request may have arrived.
    #[must_use]
    pub fn interrupted(source: impl Into<BoxError>) -> Self {
        Self { stage: Stage::Exchange, timed_out: false, source: source.into() }
    }

    /// The request cannot be sent by this client, and trying again will not help.
    #[must_use]
    pub fn setup(source: impl Into<BoxError>) -> Self {
        Self { stage: Stage::Setup, timed_out: false, source: source.into() }
    }

    /// Says that a time limit passed.
    #[must_use]
    pub fn timed_out(mut self) -> Self {
        self.timed_out = true;
        self
    }

    /// Whether there was no connection, and nothing was sent.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.stage == Stage::Connect
    }

    /// Whether a time limit passed.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.timed_out
    }

    /// The attempt's time limit passed.
    pub(crate) fn elapsed() -> Self {
        Self::interrupted(Limit).timed_out()
    }

    pub(crate) fn into_source(self) -> Option<BoxError> {
        if self.source.is::<Limit>() { None } else { Some(self.source) }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.stage {
            Stage::Setup => "the request cannot be sent",
            Stage::Connect => "no connection",
            Stage::Exchange => "the connection was lost",
        })
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.source)
    }
}

/// The client's own time limit: the error's text says all there is.
#[derive(Debug)]
struct Limit;

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the time limit passed")
    }
}

impl StdError for Limit {}
