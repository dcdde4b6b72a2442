//! The futures that calls give: named types, so that they can stand in a struct.

use std::{
    fmt,
    future::Future,
    pin::Pin,
    task::{Context, Poll},
};

use super::{answer::Answer, error::Error, raw_response::RawResponse, response::Response, transport::BoxFuture};

/// Makes the value of an answer.
pub(crate) type Decode<T> = fn(&Answer) -> Result<T, Error>;

type Pending = BoxFuture<'static, Result<Answer, Error>>;

/// A call under way, giving its value. Dropping it cancels the call: nothing more is sent, but the server may have acted
/// on what was.
#[must_use = "futures do nothing unless awaited"]
pub struct ResponseFuture<T> {
    pending: Pending,
    decode: Decode<T>,
}

impl<T> ResponseFuture<T> {
    pub(crate) fn new(pending: Pending, decode: Decode<T>) -> Self {
        Self { pending, decode }
    }
}

impl<T> Future for ResponseFuture<T> {
    type Output = Result<T, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let decode = self.decode;
        self.pending.as_mut().poll(context).map(|result| result.and_then(|answer| decode(&answer)))
    }
}

/// A call under way, giving its value with status, headers and body. Dropping it cancels the call.
#[must_use = "futures do nothing unless awaited"]
pub struct MetaFuture<T> {
    pending: Pending,
    decode: Decode<T>,
}

impl<T> MetaFuture<T> {
    pub(crate) fn new(pending: Pending, decode: Decode<T>) -> Self {
        Self { pending, decode }
    }
}

impl<T> Future for MetaFuture<T> {
    type Output = Result<Response<T>, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let decode = self.decode;
        self.pending
            .as_mut()
            .poll(context)
            .map(|result| result.and_then(|answer| Ok(Response::new(decode(&answer)?, answer))))
    }
}

/// A call under way, giving the answer as it is. Dropping it cancels the call.
#[must_use = "futures do nothing unless awaited"]
pub struct RawFuture {
    pending: Pending,
}

impl RawFuture {
    pub(crate) fn new(pending: Pending) -> Self {
        Self { pending }
    }
}

impl Future for RawFuture {
    type Output = Result<RawResponse, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.pending.as_mut().poll(context).map(|result| result.map(RawResponse::new))
    }
}

impl<T> fmt::Debug for ResponseFuture<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ResponseFuture(..)")
    }
}

impl<T> fmt::Debug for MetaFuture<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MetaFuture(..)")
    }
}

impl fmt::Debug for RawFuture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RawFuture(..)")
    }
}
