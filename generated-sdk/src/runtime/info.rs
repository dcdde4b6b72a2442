//! The facts of an API that the emitted `config.rs` and the tables of operations state.

/// What is true of the whole API.
#[derive(Debug)]
pub(crate) struct ApiInfo {
    /// The client's type, such as `Airstore`.
    pub client: &'static str,
    /// `package/version`.
    pub user_agent: &'static str,
    /// Base URLs; the first is used when nothing else is said.
    pub servers: &'static [ServerInfo],
    /// The environment variable that overrides the base URL.
    pub base_url_env: Option<&'static str>,
    /// Every scheme that some operation uses.
    pub schemes: &'static [SchemeInfo],
    /// What most operations need: alternatives, each a set of indexes into `schemes`.
    /// No alternative, or an empty one: nothing is needed.
    pub auth: &'static [&'static [usize]],
    /// Every operation needs a credential, so that a client without one is of no use.
    pub auth_everywhere: bool,
    /// The object around every answer.
    pub envelope: Option<EnvelopeInfo>,
    /// Where an error body has its message: JSON pointers (RFC 6901), the first string wins.
    pub error_message: &'static [&'static str],
    /// Where an error body has its code.
    pub error_code: &'static [&'static str],
    /// The header that identifies a request.
    pub request_id: Option<&'static str>,
}

impl ApiInfo {
    /// What an API is that says nothing of itself; `config.rs` states the rest.
    pub(crate) const DEFAULT: Self = Self {
        client: "Client",
        user_agent: "",
        servers: &[],
        base_url_env: None,
        schemes: &[],
        auth: &[],
        auth_everywhere: false,
        envelope: None,
        error_message: &["/message", "/error"],
        error_code: &["/code"],
        request_id: None,
    };
}

/// A base URL.
#[derive(Debug)]
pub(crate) struct ServerInfo {
    /// With `{variables}`.
    pub url: &'static str,
    /// The variables that stand in it.
    pub variables: &'static [VariableInfo],
}

/// A variable of a base URL.
#[derive(Debug)]
pub(crate) struct VariableInfo {
    /// Its name in the template.
    pub name: &'static str,
    /// Used when it is not set.
    pub default: &'static str,
    /// The values that are allowed; empty: any that stays inside its place.
    pub allowed: &'static [&'static str],
}

/// A way to authenticate.
#[derive(Debug)]
pub(crate) struct SchemeInfo {
    /// The builder's setter, for messages.
    pub name: &'static str,
    /// What is sent.
    pub credential: CredentialKind,
    /// The environment variable that holds the credential (basic: `user:password`).
    pub env: Option<&'static str>,
}

/// What a scheme sends.
#[derive(Clone, Copy, Debug)]
pub(crate) enum CredentialKind {
    /// `Authorization: Bearer …` (RFC 6750).
    Bearer,
    /// `Authorization: Basic …` (RFC 7617).
    Basic,
    /// A header of this name.
    Header(&'static str),
    /// A query parameter of this name.
    Query(&'static str),
    /// A cookie of this name.
    Cookie(&'static str),
}

/// The names inside an envelope.
#[derive(Clone, Copy, Debug)]
pub(crate) struct EnvelopeInfo {
    /// The property that holds the value.
    pub data: &'static str,
    /// The boolean property that says whether the call succeeded.
    pub success: Option<&'static str>,
}

/// What is true of one operation. The rows of `operations!` make it.
#[derive(Debug)]
pub(crate) struct OperationInfo {
    /// The dotted name of the resource: `connections`.
    pub resource: &'static str,
    /// The name of the method: `create`.
    pub name: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The path below the base URL, with `{variables}`.
    pub path: &'static str,
    /// The `Accept` header.
    pub accept: &'static str,
    /// What it needs, when that differs from [`ApiInfo::auth`].
    pub auth: Option<&'static [&'static [usize]]>,
    /// Safe to send twice; `None`: as the HTTP method says (RFC 9110, section 9.2.2).
    pub idempotent: Option<bool>,
    /// The header that carries an idempotency key, when the spec declares one.
    pub idempotency_header: Option<&'static str>,
    /// 409 is worth a retry.
    pub retry_conflict: bool,
    /// The API's envelope, when it has one, is in force here: `success: false` is then an error.
    pub enveloped: bool,
    /// The base URL of this operation alone. One that the caller gives beats it.
    pub server: Option<&'static str>,
}

impl OperationInfo {
    /// What most operations are.
    pub(crate) const DEFAULT: Self = Self {
        resource: "",
        name: "",
        method: "GET",
        path: "",
        accept: "application/json",
        auth: None,
        idempotent: None,
        idempotency_header: None,
        retry_conflict: false,
        enveloped: true,
        server: None,
    };

    /// What most operations with this decoder are: who reads no body asks for none in particular.
    pub(crate) const fn decoded_by(decoder: &str) -> Self {
        let accept = match decoder.as_bytes() {
            b"empty" => "*/*",
            _ => Self::DEFAULT.accept,
        };
        Self { accept, ..Self::DEFAULT }
    }

    /// `connections.create`.
    pub(crate) fn label(&self) -> String {
        if self.resource.is_empty() { self.name.to_owned() } else { format!("{}.{}", self.resource, self.name) }
    }
}

/// The text of an identifier: `stringify!` keeps the `r#` of one that is a keyword, and the quotes of a text that
/// stands where most have an identifier.
pub(crate) const fn identifier(text: &'static str) -> &'static str {
    match text.as_bytes() {
        [b'r', b'#', rest @ ..] => match core::str::from_utf8(rest) {
            Ok(bare) => bare,
            Err(_) => text,
        },
        [b'"', bare @ .., b'"'] => match core::str::from_utf8(bare) {
            Ok(bare) => bare,
            Err(_) => text,
        },
        _ => text,
    }
}
