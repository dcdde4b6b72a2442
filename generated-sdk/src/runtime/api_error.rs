//! What a server said when it refused or failed.

use std::{borrow::Cow, fmt};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde_core::de::DeserializeOwned;
use serde_json::Value;

use super::{decode_error::DecodeError, error::Error, error_kind::ErrorKind, info::ApiInfo};

/// What the server said: status, headers, body, and the message and code found in it.
pub struct ApiError {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    message: Option<String>,
    code: Option<String>,
    sentence: String,
}

impl ApiError {
    /// Keeps an answer and looks for its message and code where the API says they stand.
    pub(crate) fn new(api: &ApiInfo, status: StatusCode, headers: HeaderMap, body: Bytes) -> Self {
        let document = serde_json::from_slice::<Value>(&body).unwrap_or(Value::Null);
        let message = first_text(&document, api.error_message);
        let code = first_text(&document, api.error_code);
        Self { message, code, ..Self::opaque(status, headers, body) }
    }

    /// Keeps an answer whose body is no statement of an error.
    pub(crate) fn opaque(status: StatusCode, headers: HeaderMap, body: Bytes) -> Self {
        let sentence = format!("Request failed with status {}", status.as_u16());
        Self { status, headers, body, message: None, code: None, sentence }
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The message in the body; `Request failed with status N` when it has none.
    #[must_use]
    pub fn message(&self) -> &str {
        self.message.as_deref().unwrap_or(&self.sentence)
    }

    /// The machine-readable code in the body.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// The headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body, up to the limit for error bodies (1 MiB unless set).
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// The body as a type, such as one that the operation documents for this status.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`] when the body is none.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Error> {
        serde_json::from_slice(&self.body).map_err(|error| {
            Error::new(ErrorKind::Decode, "")
                .with_answer(Self::opaque(self.status, self.headers.clone(), self.body.clone()))
                .with_decode(DecodeError::new::<T>(error))
        })
    }

    /// The server's own message, when there is one.
    pub(crate) fn stated_message(&self) -> Option<Cow<'_, str>> {
        self.message.as_deref().map(one_line)
    }
}

/// Shows neither headers nor the body: servers echo what they were sent.
impl fmt::Debug for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("status", &self.status)
            .field("message", &self.message())
            .field("code", &self.code)
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

/// The first text at one of the pointers. An object stands for its `message`: real servers nest there.
fn first_text(document: &Value, pointers: &[&str]) -> Option<String> {
    pointers.iter().find_map(|pointer| match document.pointer(pointer)? {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(inner) => inner.get("message")?.as_str().filter(|text| !text.is_empty()).map(str::to_owned),
        _ => None,
    })
}

/// Control characters, line ends among them, escaped: a server's text must not forge lines in a log.
pub(crate) fn one_line(text: &str) -> Cow<'_, str> {
    if !text.chars().any(char::is_control) {
        return Cow::Borrowed(text);
    }
    text.chars()
        .fold(String::with_capacity(text.len()), |mut line, c| {
            if c.is_control() {
                line.extend(c.escape_default())
            } else {
                line.push(c)
            }
            line
        })
        .into()
}
