//! The methods of HTTP.

use serde::Serialize;

/// The methods of RFC 9110 section 9 and RFC 5789 that OpenAPI names, and any other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs, reason = "the names are HTTP's own")]
pub enum HttpMethod {
    Get,
    Put,
    Post,
    Delete,
    Options,
    Head,
    Patch,
    Trace,
    /// Of OpenAPI 3.2.
    Query,
    /// A token (RFC 9110, section 5.6.2) that is none of these.
    #[serde(untagged)]
    Other(String),
}

impl HttpMethod {
    /// The method of this name; none where HTTP could not have it.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let known = [
            Self::Get,
            Self::Put,
            Self::Post,
            Self::Delete,
            Self::Options,
            Self::Head,
            Self::Patch,
            Self::Trace,
            Self::Query,
        ];
        let is_sign = |byte: u8| b"!#$%&'*+-.^_`|~".contains(&byte);
        let is_token = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || is_sign(byte));
        let known = known.into_iter().find(|known| known.as_str() == name);
        known.or_else(|| is_token.then(|| Self::Other(name.to_owned())))
    }

    /// As it stands on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
            Self::Query => "QUERY",
            Self::Other(name) => name,
        }
    }
}
