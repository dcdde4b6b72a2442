//! A call as it will be sent: checked, with its URL, its limits and what decides about retries.

use http::{HeaderMap, HeaderValue, Method, header};
use url::Url;

use super::{
    auth::{self, Credential},
    clock::{Deadline, Instant},
    error::Error,
    error_kind::ErrorKind,
    info::CredentialKind,
    message::HttpRequest,
    request::{Draft, Target, push_cookie, push_query},
    retry::{Nature, RetryPolicy},
};

/// A call as it will be sent.
pub(crate) struct Plan {
    pub(crate) draft: Box<Draft>,
    pub(crate) nature: Nature,
    pub(crate) policy: RetryPolicy,
    pub(crate) total: Deadline,
    pub(crate) started: Instant,
    url: Url,
    schemes: &'static [usize],
}

impl Plan {
    /// Checks all that can be checked before anything is sent.
    pub(crate) fn new(mut draft: Box<Draft>) -> Result<Self, Error> {
        if let Some(fault) = draft.fault.take() {
            return Err(fault);
        }
        if let Some(fault) = draft.options.fault {
            return Err(Error::invalid(fault));
        }
        let core = &draft.core;
        let info = draft.operation.info();
        let schemes = core.credentials.of_operation(core.api, info)?;
        let safe = matches!(draft.method, Method::GET | Method::HEAD | Method::OPTIONS | Method::PUT | Method::DELETE);
        let keyed = draft.key.is_some() || draft.options.idempotency_key.is_some();
        let idempotent = draft.options.idempotent.unwrap_or(keyed || info.idempotent.unwrap_or(safe));
        let mut policy = core.settings.retry.clone();
        if let Some(retries) = draft.options.max_retries {
            policy = policy.max_retries(retries);
        }
        let total = Deadline::after(draft.options.total_timeout.or(core.settings.total_timeout));
        let nature = Nature { idempotent, retry_conflict: info.retry_conflict };
        let url = url(&mut draft, schemes)?;
        Ok(Self { draft, nature, policy, total, started: Instant::now(), url, schemes })
    }

    /// Where it goes.
    pub(crate) fn url(&self) -> &Url {
        &self.url
    }

    /// Until when an attempt that begins now may take.
    pub(crate) fn attempt_deadline(&self) -> Deadline {
        let limit = self.draft.options.attempt_timeout.unwrap_or(self.draft.core.settings.attempt_timeout);
        Deadline::after(Some(limit)).sooner(self.total)
    }

    /// The request of one attempt, its credentials fetched anew. Later headers take the place of earlier ones: the
    /// client's own, the credential, the default headers, the operation's, the caller's.
    pub(crate) async fn request(&self) -> Result<HttpRequest, Error> {
        let Draft { core, method, headers: own, body, options, .. } = &*self.draft;
        let mut headers = HeaderMap::with_capacity(6);
        let mut set = |name, value: &Option<HeaderValue>| value.clone().map(|value| headers.insert(name, value));
        set(header::USER_AGENT, &core.user_agent);
        set(header::ACCEPT, &self.draft.accept);
        self.authorize(&mut headers).await?;
        replace(&mut headers, &core.headers);
        if !self.draft.cookies.is_empty() {
            let all = match headers.get(header::COOKIE).and_then(|value| value.to_str().ok()) {
                Some(before) => format!("{before}; {}", self.draft.cookies),
                None => self.draft.cookies.clone(),
            };
            let value = HeaderValue::from_str(&all).map_err(|_| Error::invalid("a cookie is no header value"))?;
            headers.insert(header::COOKIE, value);
        }
        replace(&mut headers, own);
        if let Some(key) = options.idempotency_key.as_ref().or(self.draft.key.as_ref()) {
            let name = self.draft.operation.info().idempotency_header.unwrap_or("idempotency-key");
            let name = http::HeaderName::from_bytes(name.as_bytes());
            headers.insert(name.map_err(|_| Error::invalid("the idempotency header's name is none"))?, key.clone());
        }
        replace(&mut headers, &options.headers);
        let mut request = HttpRequest { method: method.clone(), url: self.url.clone(), headers, body: body.clone() };
        for interceptor in &core.interceptors {
            interceptor.before_attempt(&mut request)?;
        }
        Ok(request)
    }

    async fn authorize(&self, headers: &mut HeaderMap) -> Result<(), Error> {
        let core = &self.draft.core;
        let mut cookies = String::new();
        for &scheme in self.schemes {
            let Some(kind) = core.api.schemes.get(scheme).map(|info| info.credential) else { continue };
            let fetched;
            let secret = match core.credentials.get(scheme) {
                Some(Credential::Fixed(secret)) => secret,
                Some(Credential::Source(source)) => {
                    fetched = source.token().await?;
                    &fetched
                }
                None => continue,
            };
            if let Some((name, value)) = auth::header(kind, secret)? {
                headers.insert(name, value);
            } else if let CredentialKind::Cookie(name) = kind {
                push_cookie(&mut cookies, name, secret.expose());
            }
        }
        if !cookies.is_empty() {
            let value = HeaderValue::try_from(cookies);
            let mut value = value.map_err(|_| Error::new(ErrorKind::Auth, "the credential is no header value"))?;
            value.set_sensitive(true);
            headers.insert(header::COOKIE, value);
        }
        Ok(())
    }
}

/// The whole URL: base, path, then the queries of the operation, the credential and the caller.
fn url(draft: &mut Draft, schemes: &[usize]) -> Result<Url, Error> {
    let core = &draft.core;
    let path = match std::mem::replace(&mut draft.path, Target::Whole(String::new())) {
        Target::Template(builder) => builder.finish()?,
        Target::Whole(path) => path,
    };
    for &scheme in schemes {
        let kind = core.api.schemes.get(scheme).map(|info| info.credential);
        if let (Some(CredentialKind::Query(name)), Some(Credential::Fixed(secret))) =
            (kind, core.credentials.get(scheme))
        {
            push_query(&mut draft.query, name, secret.expose());
        }
    }
    for (name, value) in &draft.options.query {
        push_query(&mut draft.query, name, value);
    }
    core.base.of_operation(draft.operation.info())?.join(&path, &draft.query)
}

/// Puts each of `from` in the place of what has its name.
fn replace(headers: &mut HeaderMap, from: &HeaderMap) {
    for (name, value) in from {
        headers.insert(name.clone(), value.clone());
    }
}
