//! A value with what came along with it.

use std::{fmt, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::answer::Answer;

/// A value with the status, the headers and the body that it came in.
pub struct Response<T> {
    value: T,
    answer: Answer,
}

impl<T> Response<T> {
    pub(crate) fn new(value: T, answer: Answer) -> Self {
        Self { value, answer }
    }

    /// The value.
    #[must_use]
    pub fn value(&self) -> &T {
        &self.value
    }

    /// The value alone.
    #[must_use]
    pub fn into_value(self) -> T {
        self.value
    }

    /// The value, the status, the headers and the body.
    #[must_use]
    pub fn into_parts(self) -> (T, StatusCode, HeaderMap, Bytes) {
        (self.value, self.answer.status, self.answer.headers, self.answer.body)
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.answer.status
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.answer.headers
    }

    /// The server's own identifier of the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.answer.request_id()
    }

    /// How many times the request was sent.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.answer.attempts
    }

    /// How long the call took, with all its attempts and the waits between them.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.answer.elapsed
    }

    /// The body, as it came.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.answer.body
    }
}

/// Shows neither headers nor the body.
impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("value", &self.value)
            .field("status", &self.answer.status)
            .field("attempts", &self.answer.attempts)
            .finish_non_exhaustive()
    }
}
