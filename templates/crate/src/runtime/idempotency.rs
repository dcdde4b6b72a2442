//! Keys by which a server knows a call when it sees it twice.

use http::HeaderValue;

use super::request::Request;

impl Request {
    /// Makes a key for this call, the same on all its attempts. A key of the caller's own takes its place.
    pub(crate) fn idempotency_key(mut self) -> Self {
        if let Ok(key) = HeaderValue::from_str(&uuid::Uuid::new_v4().to_string()) {
            self.set_key(key);
        }
        self
    }
}
