//! The origin and path prefix that every call stays under.

use std::borrow::Cow;

use url::Url;

use super::{
    error::Error,
    info::{ApiInfo, OperationInfo},
    server,
};

/// A checked base URL: http or https, a host, no user, no query; without trailing slashes.
#[derive(Clone, Debug)]
pub(crate) struct BaseUrl {
    url: Url,
    /// The path before that of a call.
    prefix: String,
    /// The caller or the environment named it, and means all calls: they go to a mock, a proxy, a test system.
    is_given: bool,
}

impl BaseUrl {
    /// An explicit value beats the environment, that the API's own server. An empty variable is as if unset.
    pub(crate) fn resolve(
        api: &ApiInfo,
        explicit: Option<&str>,
        env: Option<String>,
        variables: &[(&'static str, String)],
    ) -> Result<Self, Error> {
        match (explicit, env.filter(|text| !text.is_empty()), api.servers.first()) {
            (Some(text), _, _) => Ok(Self { is_given: true, ..Self::parse(text)? }),
            (None, Some(text), _) => Ok(Self { is_given: true, ..Self::parse(&text)? }),
            (None, None, Some(server)) => Self::parse(&server::expand(server, variables)?),
            (None, None, None) => Err(Error::config("no base URL: set `base_url`")),
        }
    }

    fn parse(text: &str) -> Result<Self, Error> {
        let fault = |why: &str| Error::config(format!("the base URL {why}"));
        let url = Url::parse(text).map_err(|error| fault("is none").with_source(error))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(fault("is neither http nor https"));
        }
        if url.host_str().is_none_or(str::is_empty) {
            return Err(fault("has no host"));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(fault("has a user name or a password: set the credential instead"));
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err(fault("has a query or a fragment"));
        }
        let prefix = url.path().trim_end_matches('/').to_owned();
        Ok(Self { url, prefix, is_given: false })
    }

    /// Where calls of an operation go: to its own server, when it has one and no other was given.
    pub(crate) fn of_operation(&self, info: &OperationInfo) -> Result<Cow<'_, Self>, Error> {
        match info.server {
            Some(own) if !self.is_given => Self::parse(own).map(Cow::Owned),
            _ => Ok(Cow::Borrowed(self)),
        }
    }

    pub(crate) fn is_https(&self) -> bool {
        self.url.scheme() == "https"
    }

    /// `host` or `host:port`.
    pub(crate) fn authority(&self) -> &str {
        self.url.authority()
    }

    /// The URL of a call. The path and the query are encoded already; what the URL parser makes of the whole must be
    /// what was built, or the call would go elsewhere.
    pub(crate) fn join(&self, path: &str, query: &str) -> Result<Url, Error> {
        let mut whole = String::with_capacity(self.prefix.len() + path.len().max(1));
        whole.push_str(&self.prefix);
        whole.push_str(path);
        if whole.is_empty() {
            whole.push('/');
        }
        // The host is not parsed again: it took most of a call's own time.
        let mut url = self.url.clone();
        url.set_path(&whole);
        url.set_query((!query.is_empty()).then_some(query));
        if url.path() == whole && url.query().unwrap_or_default() == query {
            Ok(url)
        } else {
            Err(Error::invalid("the path does not stay what it is in a URL"))
        }
    }
}
