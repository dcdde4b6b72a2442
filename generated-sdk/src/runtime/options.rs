//! What concerns one call alone.

use std::{fmt, time::Duration};

use http::{HeaderMap, HeaderName, HeaderValue};

use super::message::Names;

/// What concerns one call alone; the client's settings hold for what is not set. One value, reusable for many calls.
///
/// A header, a name or a value that is none makes the call fail with `InvalidRequest`, before anything is sent.
#[derive(Clone, Default)]
pub struct CallOptions {
    pub(crate) attempt_timeout: Option<Duration>,
    pub(crate) total_timeout: Option<Duration>,
    pub(crate) max_retries: Option<u32>,
    pub(crate) idempotent: Option<bool>,
    pub(crate) idempotency_key: Option<HeaderValue>,
    pub(crate) headers: HeaderMap,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) fault: Option<&'static str>,
}

impl CallOptions {
    /// Nothing set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How long one attempt may take, its body included; the client's is 60 s unless set.
    #[must_use]
    pub fn attempt_timeout(mut self, limit: Duration) -> Self {
        self.attempt_timeout = Some(limit);
        self
    }

    /// How long the call may take with all its attempts and the waits between them; no limit unless set.
    #[must_use]
    pub fn total_timeout(mut self, limit: Duration) -> Self {
        self.total_timeout = Some(limit);
        self
    }

    /// How many times the call is sent again, at most; the client's retry policy says when.
    #[must_use]
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.max_retries = Some(retries);
        self
    }

    /// Whether sending the call twice does no harm: it is then tried again after a lost connection, a timeout, or a
    /// 5xx. Unless set, the HTTP method or the API's description decides.
    #[must_use]
    pub fn idempotent(mut self, yes: bool) -> Self {
        self.idempotent = Some(yes);
        self
    }

    /// A key by which the server knows the call when it sees it twice: the same on each attempt. Sent in the header
    /// that the API declares, else in `Idempotency-Key`.
    #[must_use]
    pub fn idempotency_key(mut self, key: &str) -> Self {
        match HeaderValue::from_str(key) {
            Ok(value) if !key.is_empty() => self.idempotency_key = Some(value),
            _ => self.fault = Some("the idempotency key is no header value"),
        }
        self
    }

    /// A header, in place of one of that name that the client or the operation would send.
    #[must_use]
    pub fn header(mut self, name: impl TryInto<HeaderName>, value: impl TryInto<HeaderValue>) -> Self {
        match (name.try_into(), value.try_into()) {
            (Ok(name), Ok(value)) => {
                self.headers.insert(name, value);
            }
            (Err(_), _) => self.fault = Some("a header's name is none"),
            (_, Err(_)) => self.fault = Some("a header's value is none"),
        }
        self
    }

    /// A query parameter beside those of the operation.
    #[must_use]
    pub fn query(mut self, name: &str, value: &str) -> Self {
        self.query.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Takes over what `later` sets.
    pub(crate) fn merge(&mut self, later: Self) {
        self.attempt_timeout = later.attempt_timeout.or(self.attempt_timeout);
        self.total_timeout = later.total_timeout.or(self.total_timeout);
        self.max_retries = later.max_retries.or(self.max_retries);
        self.idempotent = later.idempotent.or(self.idempotent);
        self.idempotency_key = later.idempotency_key.or(self.idempotency_key.take());
        self.headers.extend(later.headers);
        self.query.extend(later.query);
        self.fault = self.fault.or(later.fault);
    }
}

/// Shows no header's value, no query value and no key.
impl fmt::Debug for CallOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallOptions")
            .field("attempt_timeout", &self.attempt_timeout)
            .field("total_timeout", &self.total_timeout)
            .field("max_retries", &self.max_retries)
            .field("idempotent", &self.idempotent)
            .field("headers", &Names(&self.headers))
            .finish_non_exhaustive()
    }
}
