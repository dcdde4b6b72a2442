//! The settings of a client.

use std::{fmt, sync::Arc, time::Duration};

use http::{HeaderMap, HeaderName, HeaderValue};

use super::{
    auth::{Credential, Credentials},
    base_url::BaseUrl,
    budget::Budget,
    core::{Core, Settings},
    error::Error,
    http_client::{Connections, HttpClient},
    info::{ApiInfo, CredentialKind},
    interceptor::Interceptor,
    message::Names,
    retry::RetryPolicy,
    secret::Secret,
    token::TokenSource,
    transport::Transport,
};

/// Sets up a client. What is set here beats the environment, and that beats the API's own defaults. Nothing is checked
/// before `build`, and nothing is sent by it.
#[must_use = "a builder does nothing before `build`"]
pub struct ClientBuilder {
    pub(crate) variables: Vec<(&'static str, String)>,
    pub(crate) transport: Option<Box<dyn Transport>>,
    credentials: Vec<(usize, Secret)>,
    token_source: Option<Box<dyn TokenSource>>,
    base_url: Option<String>,
    ignore_env: bool,
    connections: Connections,
    settings: Settings,
    headers: HeaderMap,
    interceptors: Vec<Box<dyn Interceptor>>,
    fault: Option<&'static str>,
}

impl ClientBuilder {
    pub(crate) fn new() -> Self {
        Self {
            variables: Vec::new(),
            transport: None,
            credentials: Vec::new(),
            token_source: None,
            base_url: None,
            ignore_env: false,
            connections: Connections::default(),
            settings: Settings::default(),
            headers: HeaderMap::new(),
            interceptors: Vec::new(),
            fault: None,
        }
    }

    /// Keeps the credential of the scheme of this index.
    pub(crate) fn credential(mut self, scheme: usize, secret: Secret) -> Self {
        self.credentials.push((scheme, secret));
        self
    }

    /// Where the bearer token comes from when it changes while the client runs. Asked once for each attempt.
    pub fn token_source(mut self, source: impl TokenSource) -> Self {
        self.token_source = Some(Box::new(source));
        self
    }

    /// The base URL: http or https, with or without a path, which is kept; trailing slashes do not matter. All calls go
    /// there, those of operations with a server of their own too.
    pub fn base_url(mut self, url: &str) -> Self {
        self.base_url = Some(url.to_owned());
        self
    }

    /// Reads no environment variable.
    pub fn ignore_env(mut self) -> Self {
        self.ignore_env = true;
        self
    }

    /// How long one attempt may take, its body included; 60 s unless set.
    pub fn attempt_timeout(mut self, limit: Duration) -> Self {
        self.settings.attempt_timeout = limit;
        self
    }

    /// How long a call may take with all its attempts and the waits between them; no limit unless set.
    pub fn total_timeout(mut self, limit: Duration) -> Self {
        self.settings.total_timeout = Some(limit);
        self
    }

    /// How long making a connection may take; 10 s unless set. No effect on wasm32, where the browser decides.
    pub fn connect_timeout(mut self, limit: Duration) -> Self {
        self.connections.timeout = limit;
        self
    }

    /// When a call is sent again.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.settings.retry = policy;
        self
    }

    /// A header of every call, unless the call or its operation sets it. One that is none fails `build`.
    pub fn default_header(mut self, name: impl TryInto<HeaderName>, value: impl TryInto<HeaderValue>) -> Self {
        match (name.try_into(), value.try_into()) {
            (Ok(name), Ok(value)) => {
                self.headers.insert(name, value);
            }
            (Err(_), _) => self.fault = Some("a default header's name is none"),
            (_, Err(_)) => self.fault = Some("a default header's value is none"),
        }
        self
    }

    /// Uses no proxy. Unless called, the proxies of the system and of `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` are
    /// used.
    pub fn no_proxy(mut self) -> Self {
        self.connections.no_proxy = true;
        self
    }

    /// The largest body of a success that is read, in bytes; 64 MiB unless set. Counted after decompression.
    ///
    /// What else bounds an answer: the size of its headers (that of hyper) and the depth of its JSON (128).
    pub fn max_response_body(mut self, bytes: u64) -> Self {
        self.settings.max_response_body = bytes;
        self
    }

    /// How much of an error's body is kept, in bytes; 1 MiB unless set.
    pub fn max_error_body(mut self, bytes: u64) -> Self {
        self.settings.max_error_body = bytes;
        self
    }

    /// Adds what sees every attempt, after those added before.
    pub fn interceptor(mut self, interceptor: impl Interceptor) -> Self {
        self.interceptors.push(Box::new(interceptor));
        self
    }

    /// Sends requests by other means: a mock, a recorder, another HTTP library. The settings of connections
    /// (`connect_timeout`, `no_proxy`) are then without effect.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Box::new(transport));
        self
    }

    /// Checks the settings and makes the client's core.
    pub(crate) fn finish(self, api: &'static ApiInfo) -> Result<Arc<Core>, Error> {
        let env = |name: Option<&str>| if self.ignore_env { None } else { std::env::var(name?).ok() };
        if let Some(fault) = self.fault {
            return Err(Error::config(fault));
        }
        let base = BaseUrl::resolve(api, self.base_url.as_deref(), env(api.base_url_env), &self.variables)?;
        let user_agent = HeaderValue::from_str(api.user_agent).ok();
        let given = api.schemes.iter().enumerate().map(|(scheme, info)| {
            let explicit = self.credentials.iter().rev().find(|(index, _)| *index == scheme);
            let fallback = || env(info.env).filter(|text| !text.is_empty()).map(Secret::from);
            explicit.map(|(_, secret)| secret.clone()).or_else(fallback).map(Credential::Fixed)
        });
        let mut credentials = Credentials { given: given.collect() };
        if let Some(source) = self.token_source {
            let bearer = api.schemes.iter().position(|info| matches!(info.credential, CredentialKind::Bearer));
            let Some(slot) = bearer.and_then(|scheme| credentials.given.get_mut(scheme)) else {
                return Err(Error::config("a token source was set, but the API takes no bearer token"));
            };
            *slot = Some(Credential::Source(source));
        }
        credentials.check(api)?;
        let transport = match self.transport {
            Some(transport) => transport,
            None => Box::new(HttpClient::new(&self.connections, base.is_https())?),
        };
        Ok(Arc::new(Core {
            api,
            base,
            user_agent,
            credentials,
            headers: self.headers,
            settings: self.settings,
            budget: Budget::new(),
            interceptors: self.interceptors,
            transport,
        }))
    }
}

/// Shows no credential and no header's value.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("headers", &Names(&self.headers))
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}
