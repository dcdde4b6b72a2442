//! The one error of the crate.

use std::{borrow::Cow, error::Error as StdError, fmt, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::{
    api_error::{ApiError, one_line},
    decode_error::DecodeError,
    error_kind::{Delivery, ErrorKind},
};

/// Any error of another crate.
pub type BoxError = Box<dyn StdError + Send + Sync>;

/// Why a call failed.
///
/// One pointer in size. [`kind`](Self::kind) says what went wrong, [`api`](Self::api) what the server said,
/// [`delivery`](Self::delivery) whether it may have acted.
///
/// `Display` is one line: operation, status, the server's message and code, request id, attempts. It shows no secret,
/// no query value and nothing that [`source`](StdError::source) shows too.
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    message: Cow<'static, str>,
    operation: Option<String>,
    answer: Option<ApiError>,
    request_id: Option<String>,
    decode: Option<DecodeError>,
    source: Option<BoxError>,
    attempts: u32,
    retry_after: Option<Duration>,
    delivery: Delivery,
    timed_out: bool,
    retryable: bool,
}

/// What the engine knows of a call when it gives up.
pub(crate) struct Circumstances {
    pub operation: String,
    pub attempts: u32,
    pub delivery: Delivery,
    pub retryable: bool,
    pub retry_after: Option<Duration>,
    pub request_id: Option<String>,
}

impl Error {
    /// An error that begins here, for [`Interceptor`](super::interceptor::Interceptor) and
    /// [`TokenSource`](super::token::TokenSource) implementations.
    #[must_use]
    pub fn new(kind: ErrorKind, message: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Inner {
            kind,
            message: message.into(),
            operation: None,
            answer: None,
            request_id: None,
            decode: None,
            source: None,
            attempts: 0,
            retry_after: None,
            delivery: Delivery::NotSent,
            timed_out: kind == ErrorKind::Timeout,
            retryable: false,
        }))
    }

    /// Says what caused it.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<BoxError>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The operation, such as `connections.create`.
    #[must_use]
    pub fn operation(&self) -> Option<&str> {
        self.0.operation.as_deref()
    }

    /// The status, when the server answered.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.answer.as_ref().map(ApiError::status)
    }

    /// The server's own identifier of the request, worth giving to its support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// What the server said, when it said that the call failed.
    #[must_use]
    pub fn api(&self) -> Option<&ApiError> {
        self.0.answer.as_ref().filter(|_| self.states_failure())
    }

    /// The answer's headers, when the server answered.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.answer.as_ref().map(ApiError::headers)
    }

    /// The answer's body as far as it was read: of a success that could not be decoded, too.
    #[must_use]
    pub fn body(&self) -> Option<&Bytes> {
        self.0.answer.as_ref().map(ApiError::body)
    }

    /// How long the server asked to wait, longer than 60 s included.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// How many times the request was sent; 0: never.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Whether a time limit passed, that of connecting included.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.0.timed_out
    }

    /// Whether the same call may well succeed later, and is safe to make again. The client has given up on it: its
    /// retries, its budget or the total time limit were used up, or the server asked for a long wait.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        self.0.retryable
    }

    /// How far the call got: whether the server may have acted on it.
    #[must_use]
    pub fn delivery(&self) -> Delivery {
        self.0.delivery
    }

    /// Of a [`Decode`](ErrorKind::Decode) error: the JSON path of the place, such as `$.data.items[3].name`.
    #[must_use]
    pub fn json_path(&self) -> Option<String> {
        self.0.decode.as_ref()?.path(self.body()?)
    }

    /// Of a [`Decode`](ErrorKind::Decode) error: the body around the place, at most 80 bytes. May show what the server
    /// sent, secrets included.
    #[must_use]
    pub fn snippet(&self) -> Option<String> {
        self.0.decode.as_ref()?.snippet(self.body()?)
    }

    /// The answer states that the call failed, as opposed to being no answer of this API.
    fn states_failure(&self) -> bool {
        !matches!(self.0.kind, ErrorKind::Decode | ErrorKind::Transport | ErrorKind::Timeout)
    }

    pub(crate) fn invalid(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::InvalidRequest, message)
    }

    pub(crate) fn config(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Config, message)
    }

    /// The error of an answer: of its status, or `Api` where the status is a success.
    pub(crate) fn of_answer(answer: ApiError) -> Self {
        let status = answer.status();
        let kind = if status.is_success() { ErrorKind::Api } else { ErrorKind::of(status) };
        Self::new(kind, "").with_answer(answer)
    }

    pub(crate) fn with_answer(mut self, answer: ApiError) -> Self {
        self.0.answer = Some(answer);
        self.0.delivery = Delivery::Answered;
        self
    }

    pub(crate) fn with_decode(mut self, decode: DecodeError) -> Self {
        self.0.decode = Some(decode);
        self
    }

    pub(crate) fn with_delivery(mut self, delivery: Delivery, timed_out: bool) -> Self {
        self.0.delivery = delivery;
        self.0.timed_out = timed_out;
        self
    }

    /// Names the operation when the error does not yet.
    pub(crate) fn in_operation(mut self, label: impl FnOnce() -> String) -> Self {
        self.0.operation.get_or_insert_with(label);
        self
    }

    pub(crate) fn under(mut self, circumstances: Circumstances) -> Self {
        let inner = &mut *self.0;
        inner.operation = Some(circumstances.operation);
        inner.attempts = circumstances.attempts;
        inner.delivery = circumstances.delivery;
        inner.retryable = circumstances.retryable;
        inner.retry_after = circumstances.retry_after;
        inner.request_id = circumstances.request_id;
        self
    }

    fn write_cause(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { kind, message, answer, decode, .. } = &*self.0;
        if let Some(answer) = answer {
            write!(f, "{}", answer.status())?;
            match (kind, answer.stated_message()) {
                (ErrorKind::Api, Some(said)) => write!(f, ", but the call failed: {said}")?,
                (ErrorKind::Api, None) => f.write_str(", but the call failed")?,
                (_, Some(said)) => write!(f, ": {said}")?,
                (_, None) => {}
            }
        }
        if let Some(decode) = decode {
            write!(f, ", but the body is no {}", decode.type_name())?;
            if let Some(path) = self.json_path() {
                write!(f, " at {path}")?;
            }
            if let Some(remedy) = self.body().and_then(|body| decode.remedy(body)) {
                write!(f, "; override = [{remedy}] in generator.toml lets it through")?;
            }
        }
        if !message.is_empty() {
            f.write_str(if answer.is_some() { ", but " } else { "" })?;
            f.write_str(&one_line(message))?;
        }
        Ok(())
    }

    fn write_details(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut before = " (";
        let mut after = "";
        let mut detail = |f: &mut fmt::Formatter<'_>, name: &str, value: &dyn fmt::Display| {
            after = ")";
            write!(f, "{}{name}{value}", std::mem::replace(&mut before, ", "))
        };
        if let Some(code) = self.api().and_then(ApiError::code) {
            detail(f, "code ", &one_line(code))?;
        }
        if let Some(id) = self.request_id() {
            detail(f, "request id ", &one_line(id))?;
        }
        match self.0.attempts {
            0 => {}
            1 => detail(f, "", &"1 attempt")?,
            n => detail(f, "", &format_args!("{n} attempts"))?,
        }
        f.write_str(after)
    }

    fn write_fields(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.0;
        f.debug_struct("Error")
            .field("kind", &inner.kind)
            .field("operation", &inner.operation)
            .field("message", &inner.message)
            .field("answer", &inner.answer)
            .field("decode", &inner.decode)
            .field("request_id", &inner.request_id)
            .field("attempts", &inner.attempts)
            .field("retry_after", &inner.retry_after)
            .field("delivery", &inner.delivery)
            .field("source", &inner.source)
            .finish_non_exhaustive()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(operation) = self.operation() {
            write!(f, "{operation}: ")?;
        }
        self.write_cause(f)?;
        self.write_details(f)
    }
}

/// For a program that ends with the error: `Display`, the kind, and each source behind it, on one line. It shows neither
/// headers nor bodies: servers echo what they were sent. `{:#?}` shows all that is known but those.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            return self.write_fields(f);
        }
        write!(f, "{:?}: {self}", self.0.kind)?;
        let mut source = StdError::source(self);
        while let Some(error) = source {
            write!(f, ": {}", one_line(&error.to_string()))?;
            source = error.source();
        }
        Ok(())
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        let decode = self.0.decode.as_ref().and_then(DecodeError::error);
        match &self.0.source {
            Some(source) => Some(&**source),
            None => decode.map(|error| error as _),
        }
    }
}
