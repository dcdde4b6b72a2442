//! Calls that the description does not type.

use std::{fmt, future::IntoFuture, sync::Arc};

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Method};
use serde_core::Serialize;

use super::{
    core::Core,
    engine::{self, Mode},
    future::RawFuture,
    options::CallOptions,
    request::Request,
};

/// A call that the description does not type: same credentials, retries and time limits, a body of your own making.
///
/// Awaiting it gives the answer when its status is a success, and an [`Error`](super::error::Error) otherwise.
#[must_use = "a call does nothing before it is awaited or sent"]
pub struct RawCall(Request);

impl RawCall {
    pub(crate) fn new(core: &Arc<Core>, method: Method, path: &str) -> Self {
        Self(Request::written(core, method, path))
    }

    /// A call of an operation that is not typed.
    pub(crate) fn operation(request: Request) -> Self {
        Self(request)
    }

    /// A JSON body.
    pub fn json(self, body: &(impl Serialize + ?Sized)) -> Self {
        Self(self.0.json(body))
    }

    /// A body of any media type.
    pub fn body(mut self, content_type: &str, body: impl Into<Bytes>) -> Self {
        self.0.set_body(HeaderValue::from_str(content_type).ok(), body.into());
        self
    }

    /// The media type to ask for.
    pub fn accept(mut self, media_type: &str) -> Self {
        self.0.set_accept(HeaderValue::from_str(media_type).ok());
        self
    }

    /// Appends a query parameter.
    pub fn query(mut self, name: &str, value: &str) -> Self {
        self.0.push_query(name, value);
        self
    }

    /// Sets a header.
    pub fn header(self, name: impl TryInto<HeaderName>, value: impl TryInto<HeaderValue>) -> Self {
        self.with(CallOptions::new().header(name, value))
    }

    /// Sets what concerns this call alone: timeouts, retries, idempotency, headers, query.
    pub fn with(self, options: CallOptions) -> Self {
        Self(self.0.with(options))
    }

    /// Sends it; awaiting the call does the same. Dropping the future cancels the call.
    pub fn send(self) -> RawFuture {
        RawFuture::new(engine::execute(self.0.0, Mode::Unread))
    }

    /// Sends it and gives the answer as it is: any status is `Ok`, the body is unread.
    pub fn send_raw(self) -> RawFuture {
        self.0.send_raw()
    }

    /// Sends it, waits on this thread, and reads the body.
    ///
    /// # Errors
    /// As `send`; [`Config`](super::error_kind::ErrorKind::Config) inside an async context, where waiting would block it.
    #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
    pub fn send_blocking(self) -> Result<super::response::Response<Bytes>, super::error::Error> {
        super::blocking::send(self.0, super::decode::bytes)
            .map(|(value, answer)| super::response::Response::new(value, answer))
    }
}

impl IntoFuture for RawCall {
    type Output = <RawFuture as Future>::Output;
    type IntoFuture = RawFuture;

    fn into_future(self) -> RawFuture {
        self.send()
    }
}

impl fmt::Debug for RawCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}
