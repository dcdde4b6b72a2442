//! What went wrong, in one word, and how far a request got.

use http::StatusCode;

/// What went wrong.
///
/// New kinds may come: a `match` needs a `_` arm.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ErrorKind {
    /// The client was not set up rightly: a missing credential, a bad base URL, no TLS provider, no async runtime.
    Config,
    /// The call could not be made into a request: an empty path argument, a header that is none.
    InvalidRequest,
    /// The operation needs a credential that the client does not have.
    Auth,
    /// No connection: name resolution, TCP, TLS. Nothing was sent. (On wasm this cannot be told from `Transport`.)
    Connect,
    /// A time limit passed.
    Timeout,
    /// The connection was lost before the answer was complete.
    Transport,
    /// The server succeeded, but its answer is not what the description says. The body is kept: [`Error::body`](super::error::Error::body).
    Decode,
    /// 400.
    BadRequest,
    /// 401.
    Unauthenticated,
    /// 403.
    PermissionDenied,
    /// 404.
    NotFound,
    /// 409.
    Conflict,
    /// 422.
    Unprocessable,
    /// 429.
    RateLimited,
    /// 500 to 599.
    Server,
    /// Any other status that is no success, redirects included: they are not followed.
    Status,
    /// A success status whose body says that the call failed.
    Api,
}

impl ErrorKind {
    /// The kind of a status that is no success.
    pub(crate) fn of(status: StatusCode) -> Self {
        match status.as_u16() {
            400 => Self::BadRequest,
            401 => Self::Unauthenticated,
            403 => Self::PermissionDenied,
            404 => Self::NotFound,
            409 => Self::Conflict,
            422 => Self::Unprocessable,
            429 => Self::RateLimited,
            500..=599 => Self::Server,
            _ => Self::Status,
        }
    }
}

/// How far a call got before it failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Delivery {
    /// The server has not seen the request: it is safe to call again.
    NotSent,
    /// The server may have seen the request and acted on it.
    Unknown,
    /// The server has answered.
    Answered,
}
