//! Names that are taken, scope by scope.

/// What the prelude and the crate's root mean by a type's name, so that emitted code can say them plainly.
const TYPES: &[&str] = &[
    "ApiError",
    "Arc",
    "AsMut",
    "AsRef",
    "BTreeMap",
    "BlockingCall",
    "Body",
    "Box",
    "Bytes",
    "CallOptions",
    "Client",
    "ClientBuilder",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Delivery",
    "Deserialize",
    "Deserializer",
    "Display",
    "Drop",
    "Duration",
    "Eq",
    "Err",
    "Error",
    "ErrorKind",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromStr",
    "Future",
    "Hash",
    "HeaderMap",
    "HeaderName",
    "HeaderValue",
    "Interceptor",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "MetaFuture",
    "Method",
    "None",
    "Nullable",
    "Ok",
    "Option",
    "Ord",
    "Param",
    "PartialEq",
    "PartialOrd",
    "RawCall",
    "RawFuture",
    "RawResponse",
    "Request",
    "Response",
    "ResponseFuture",
    "Result",
    "RetryPolicy",
    "Secret",
    "Self",
    "Send",
    "Serialize",
    "Serializer",
    "Sized",
    "Some",
    "StatusCode",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TokenSource",
    "Transport",
    "TransportError",
    "TryFrom",
    "TryInto",
    "UnknownValue",
    "Unpin",
    "Vec",
];

/// Files to which Cargo, Windows or the crate's layout give a meaning.
const MODULES: &[&str] = &[
    "aux",
    "bin",
    "build",
    "client",
    "con",
    "core",
    "ext",
    "lib",
    "lpt",
    "main",
    "mod",
    "nul",
    "op",
    "prn",
    "resources",
    "runtime",
    "std",
    "types",
];

/// Setters that clippy takes for operators (`should_implement_trait`).
const OPERATORS: &[&str] = &["add", "bitand", "bitor", "bitxor", "div", "mul", "rem", "shl", "shr", "sub"];

/// Methods by reference that clippy takes for those of a standard trait.
const TRAITS: &[&str] = &["as_mut", "as_ref", "borrow", "clone", "cmp", "deref", "eq", "fmt", "hash", "index"];

/// Methods of the client.
const CLIENT: &[&str] = &["builder", "from_env", "new", "request"];

/// Methods of the client's builder.
const BUILDER: &[&str] = &[
    "attempt_timeout",
    "base_url",
    "basic",
    "build",
    "connect_timeout",
    "credential",
    "default_header",
    "finish",
    "http_client",
    "ignore_env",
    "interceptor",
    "max_error_body",
    "max_response_body",
    "new",
    "no_proxy",
    "retry",
    "server_variable",
    "token_source",
    "total_timeout",
    "transport",
];

pub fn is_type(name: &str) -> bool {
    TYPES.contains(&name)
}

pub fn is_module(name: &str) -> bool {
    let device = ["com", "lpt"]
        .iter()
        .any(|port| name.strip_prefix(port).is_some_and(|n| n.len() == 1 && n.parse::<u8>().is_ok()));
    device || MODULES.contains(&name)
}

pub fn is_field(name: &str) -> bool {
    name == "new" || OPERATORS.contains(&name)
}

pub fn is_variant(name: &str) -> bool {
    name == "Unknown"
}

/// The client stands at the root, where `Client` is the name that all others make way for.
pub fn is_client(name: &str) -> bool {
    name != "Client" && is_type(name)
}

pub fn is_client_method(name: &str) -> bool {
    CLIENT.contains(&name) || TRAITS.contains(&name)
}

pub fn is_method(name: &str) -> bool {
    name == "new" || TRAITS.contains(&name)
}

/// Options live in one value (`CallOptions`), so nothing that the runtime gains later collides with a setter.
pub fn is_call_method(name: &str) -> bool {
    ["with", "new", "items", "pages", "stream"].contains(&name) || name.starts_with("send") || OPERATORS.contains(&name)
}

pub fn is_builder_method(name: &str) -> bool {
    BUILDER.contains(&name) || OPERATORS.contains(&name)
}

pub fn is_nothing(_name: &str) -> bool {
    false
}
