//! How calls prove who makes them.

use serde::Serialize;

use super::{Docs, EnvVar, MethodName, Source, WireName};

/// Index of a scheme in [`Auth::schemes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct SchemeId(pub usize);

/// All schemes that some operation uses.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Auth {
    /// In the spec's order.
    pub schemes: Vec<Scheme>,
    /// What most operations need; an operation states its own only where it differs.
    /// Alternatives, each a set of schemes needed at once. No alternative, or an empty one: nothing is needed.
    pub default: Vec<Vec<SchemeId>>,
    /// The scheme that `Client::new` takes, when one credential meets every secured operation.
    pub constructor: Option<SchemeId>,
}

/// One way to authenticate.
#[derive(Clone, Debug, Serialize)]
pub struct Scheme {
    /// The builder's setter.
    pub setter: MethodName,
    /// What the spec says of it.
    pub docs: Docs,
    /// What is sent.
    pub credential: Credential,
    /// The environment variable that `from_env` and the builder read.
    pub env: Option<EnvVar>,
    /// Where it comes from.
    pub source: Source,
}

/// What a scheme sends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Credential {
    /// `Authorization: Bearer …` (RFC 6750); also OAuth 2 and OpenID Connect, with an access token.
    Bearer,
    /// `Authorization: Basic …` (RFC 7617): a user name and a password.
    Basic,
    /// A header with the key as its value.
    Header(WireName),
    /// A query parameter with the key as its value.
    Query(WireName),
    /// A cookie with the key as its value.
    Cookie(WireName),
}
