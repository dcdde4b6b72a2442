//! An answer, read or still to be read, with what its decoding needs to know.

use std::{sync::Arc, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::{
    api_error::ApiError,
    clock::Deadline,
    core::Core,
    decode_error::DecodeError,
    envelope,
    error::{Circumstances, Error},
    error_kind::{Delivery, ErrorKind},
    info::EnvelopeInfo,
    message::HttpResponse,
    operation::Operation,
};

/// What came back.
pub(crate) struct Answer {
    pub(crate) core: Arc<Core>,
    pub(crate) operation: Operation,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    /// What of the body was read.
    pub(crate) body: Bytes,
    /// The rest of the body, and until when it may come.
    pub(crate) unread: Option<(HttpResponse, Deadline)>,
    pub(crate) attempts: u32,
    pub(crate) elapsed: Duration,
}

impl Answer {
    /// The envelope that is in force here.
    pub(crate) fn envelope(&self) -> Option<EnvelopeInfo> {
        self.core.api.envelope.filter(|_| self.operation.info().enveloped)
    }

    /// Whether the status is `200`, of the class `2xx`, or anything at all (`"default"`).
    pub(crate) fn has_status(&self, statuses: &str) -> bool {
        let statuses = statuses.trim_matches('"');
        let status = self.status.as_str();
        let class = || statuses.get(1..).is_some_and(|rest| rest.eq_ignore_ascii_case("xx"));
        statuses == status || statuses == "default" || class() && statuses.get(..1) == status.get(..1)
    }

    /// The server's identifier of the request.
    pub(crate) fn request_id(&self) -> Option<&str> {
        request_id(&self.core, &self.headers)
    }

    /// A body without content: none, or white space alone.
    pub(crate) fn is_empty(&self) -> bool {
        self.body.iter().all(u8::is_ascii_whitespace)
    }

    /// The answer states that the call failed, whatever its status.
    pub(crate) fn states_failure(&self) -> bool {
        self.envelope().is_some_and(|names| envelope::states_failure(names, &self.body))
    }

    /// The error that the answer states.
    pub(crate) fn stated_error(&self) -> Error {
        let api = ApiError::new(self.core.api, self.status, self.headers.clone(), self.body.clone());
        self.place(Error::of_answer(api))
    }

    /// The error of a success status that the operation does not know.
    pub(crate) fn unexpected_status(&self) -> Error {
        self.place(Error::new(ErrorKind::Status, "the operation has no such answer").with_answer(self.opaque()))
    }

    /// The error of a body that is no `T`. A body that says that the call failed is that error instead.
    pub(crate) fn is_no<T>(&self, error: Option<serde_json::Error>) -> Error {
        if self.states_failure() {
            return self.stated_error();
        }
        let decode = error.map_or_else(DecodeError::other::<T>, DecodeError::new::<T>);
        self.place(Error::new(ErrorKind::Decode, "").with_answer(self.opaque()).with_decode(decode))
    }

    /// Keeps status, headers and body in an error.
    pub(crate) fn opaque(&self) -> ApiError {
        ApiError::opaque(self.status, self.headers.clone(), self.body.clone())
    }

    /// Says where an error stands.
    pub(crate) fn place(&self, error: Error) -> Error {
        error.under(Circumstances {
            operation: self.operation.label().into_owned(),
            attempts: self.attempts,
            delivery: Delivery::Answered,
            retryable: false,
            retry_after: None,
            request_id: self.request_id().map(str::to_owned),
        })
    }
}

/// The server's identifier of a request.
pub(crate) fn request_id<'h>(core: &Core, headers: &'h HeaderMap) -> Option<&'h str> {
    headers.get(core.api.request_id?)?.to_str().ok()
}
