//! What all calls of a client share.

use std::{fmt, time::Duration};

use http::{HeaderMap, HeaderValue};

use super::{
    auth::Credentials, base_url::BaseUrl, budget::Budget, info::ApiInfo, interceptor::Interceptor, retry::RetryPolicy,
    transport::Transport,
};

/// A client, behind an `Arc`.
pub(crate) struct Core {
    pub(crate) api: &'static ApiInfo,
    pub(crate) base: BaseUrl,
    pub(crate) user_agent: Option<HeaderValue>,
    pub(crate) credentials: Credentials,
    pub(crate) headers: HeaderMap,
    pub(crate) settings: Settings,
    pub(crate) budget: Budget,
    pub(crate) interceptors: Vec<Box<dyn Interceptor>>,
    pub(crate) transport: Box<dyn Transport>,
}

/// Limits, and when to try again.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) attempt_timeout: Duration,
    pub(crate) total_timeout: Option<Duration>,
    pub(crate) retry: RetryPolicy,
    pub(crate) max_response_body: u64,
    pub(crate) max_error_body: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            attempt_timeout: Duration::from_secs(60),
            total_timeout: None,
            retry: RetryPolicy::new(),
            max_response_body: 64 * 1024 * 1024,
            max_error_body: 1024 * 1024,
        }
    }
}

/// Shows where the client calls, and nothing else.
impl fmt::Debug for Core {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct(self.api.client).field("host", &self.base.authority()).finish_non_exhaustive()
    }
}
