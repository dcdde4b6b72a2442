//! Names that are taken, scope by scope. `tests/reserved.rs` holds the tables against the runtime's own sources.

use crate::model::capabilities::FILES;

/// What the prelude, imports of emitted files and foreign names of the crate's root mean by a type's name, so that
/// emitted code can say them plainly. What the runtime shows is taken too.
const TYPES: &[&str] = &[
    "Arc",
    "AsMut",
    "AsRef",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "BTreeMap",
    "BlockingCall",
    "Body",
    "Box",
    "Bytes",
    "Client",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Deserialize",
    "Deserializer",
    "Display",
    "DoubleEndedIterator",
    "Drop",
    "Duration",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "FromStr",
    "Future",
    "Hash",
    "HeaderMap",
    "HeaderName",
    "HeaderValue",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "Method",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Request",
    "Result",
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
    "TryFrom",
    "TryInto",
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

/// Setters that clippy takes for operators (`should_implement_trait`; of methods with one more argument only these).
const OPERATORS: &[&str] = &["add", "bitand", "bitor", "bitxor", "div", "mul", "rem", "shl", "shr", "sub"];

/// Setters that would hide what a type has of a trait: `value.clone()`, `Type::default()`.
const HIDING: &[&str] = &["clone", "default"];

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
    TYPES.contains(&name) || FILES.iter().any(|file| file.public.contains(&name))
}

pub fn is_module(name: &str) -> bool {
    let device = ["com", "lpt"]
        .iter()
        .any(|port| name.strip_prefix(port).is_some_and(|n| n.len() == 1 && n.parse::<u8>().is_ok()));
    device || MODULES.contains(&name)
}

pub fn is_field(name: &str) -> bool {
    name == "new" || is_no_setter(name)
}

fn is_no_setter(name: &str) -> bool {
    OPERATORS.contains(&name) || HIDING.contains(&name)
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
    ["with", "new", "items", "pages", "stream"].contains(&name) || name.starts_with("send") || is_no_setter(name)
}

pub fn is_builder_method(name: &str) -> bool {
    BUILDER.contains(&name) || is_no_setter(name)
}

pub fn is_nothing(_name: &str) -> bool {
    false
}
