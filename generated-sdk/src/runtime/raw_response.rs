//! An answer as it is.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde_core::de::DeserializeOwned;

use super::{
    answer::Answer,
    body::{self, Cut},
    clock::Elapsed,
    error::Error,
    error_kind::ErrorKind,
};

/// An answer whose body is still to be read. The attempt's time limit holds for the body too.
pub struct RawResponse(Answer);

impl RawResponse {
    pub(crate) fn new(answer: Answer) -> Self {
        Self(answer)
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// The server's own identifier of the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id()
    }

    /// How many times the request was sent.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// The next piece of the body; `None` at its end. No limit holds for the size of the whole.
    ///
    /// # Errors
    /// [`ErrorKind::Transport`] when the connection is lost, [`ErrorKind::Timeout`] when the time limit passes.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        let Some((response, deadline)) = &mut self.0.unread else { return Ok(None) };
        let cut = match deadline.alarm().guard(std::pin::pin!(response.chunk())).await {
            Ok(Ok(chunk)) => return Ok(chunk),
            Ok(Err(error)) => Cut::Lost(error),
            Err(Elapsed) => Cut::Elapsed,
        };
        Err(self.broken(cut))
    }

    /// The rest of the body.
    ///
    /// # Errors
    /// As [`chunk`](Self::chunk); [`ErrorKind::Decode`] when it is larger than the client's limit (64 MiB unless set).
    pub async fn bytes(mut self) -> Result<Bytes, Error> {
        self.read().await?;
        Ok(self.0.body)
    }

    /// The rest of the body as text.
    ///
    /// # Errors
    /// As [`bytes`](Self::bytes); [`ErrorKind::Decode`] when it is no UTF-8.
    pub async fn text(mut self) -> Result<String, Error> {
        self.read().await?;
        String::from_utf8(self.0.body.to_vec()).map_err(|_| self.0.is_no::<String>(None))
    }

    /// The rest of the body as a type.
    ///
    /// # Errors
    /// As [`bytes`](Self::bytes); [`ErrorKind::Decode`] when it is no `T`.
    pub async fn json<T: DeserializeOwned>(mut self) -> Result<T, Error> {
        self.read().await?;
        serde_json::from_slice(&self.0.body).map_err(|error| self.0.is_no::<T>(Some(error)))
    }

    /// Reads the rest of the body.
    pub(crate) async fn read(&mut self) -> Result<(), Error> {
        let Some((mut response, deadline)) = self.0.unread.take() else { return Ok(()) };
        let limit = self.0.core.settings.max_response_body;
        let (body, result) = body::read(&mut response, limit, &mut deadline.alarm()).await;
        self.0.body = body;
        result.map_err(|cut| self.broken(cut))
    }

    fn broken(&self, cut: Cut) -> Error {
        let error = match cut {
            Cut::TooLarge(limit) => Error::new(ErrorKind::Decode, format!("its body is larger than {limit} bytes")),
            Cut::Elapsed => Error::new(ErrorKind::Timeout, "its body did not come within the time limit"),
            Cut::Lost(error) => Error::new(ErrorKind::Transport, "its body broke off").with_source(error),
        };
        self.0.place(error.with_answer(self.0.opaque()))
    }
}

/// Shows neither headers nor the body.
impl fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawResponse")
            .field("status", &self.0.status)
            .field("attempts", &self.0.attempts)
            .finish_non_exhaustive()
    }
}
