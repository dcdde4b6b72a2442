//! The table of the runtime's files: which capability needs one, what `runtime` offers of it, what the crate shows.

use super::Capability::{self, *};

/// A file of `src/runtime/`.
#[derive(Debug)]
pub struct RuntimeFile {
    /// Its module.
    pub module: &'static str,
    /// It is there when one of these is needed.
    pub needed_by: &'static [Capability],
    /// When it is compiled.
    pub cfg: Cfg,
    /// Names that the crate's root shows.
    pub public: &'static [&'static str],
    /// Names that the rest of the crate uses.
    pub inner: &'static [&'static str],
}

/// When something is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cfg {
    /// Always: what types need.
    Always,
    /// With the feature `client`.
    Client,
    /// With the feature `blocking`, not on wasm32.
    Blocking,
    /// With the feature `testing`.
    Testing,
}

impl Cfg {
    /// The condition as it stands in `#[cfg(…)]`.
    #[must_use]
    pub const fn condition(self) -> Option<&'static str> {
        match self {
            Self::Always => None,
            Self::Client => Some("feature = \"client\""),
            Self::Blocking => Some("all(feature = \"blocking\", not(target_arch = \"wasm32\"))"),
            Self::Testing => Some("feature = \"testing\""),
        }
    }
}

const fn client(module: &'static str, needed_by: &'static [Capability]) -> RuntimeFile {
    RuntimeFile { module, needed_by, cfg: Cfg::Client, public: &[], inner: &[] }
}

const fn wire(module: &'static str, needed_by: &'static [Capability]) -> RuntimeFile {
    RuntimeFile { module, needed_by, cfg: Cfg::Always, public: &[], inner: &[] }
}

impl RuntimeFile {
    const fn public(mut self, names: &'static [&'static str]) -> Self {
        self.public = names;
        self
    }

    const fn inner(mut self, names: &'static [&'static str]) -> Self {
        self.inner = names;
        self
    }

    const fn when(mut self, cfg: Cfg) -> Self {
        self.cfg = cfg;
        self
    }
}

/// Names of other crates that the emitted crate shows at its root with its client.
pub const FOREIGN: &[(&str, &[&str])] =
    &[("bytes", &["Bytes"]), ("http", &["HeaderMap", "HeaderName", "HeaderValue", "Method", "StatusCode"])];

/// In name order.
pub const FILES: &[RuntimeFile] = &[
    client("answer", &[Core]),
    client("api_error", &[Core]).public(&["ApiError"]),
    client("auth", &[Core]),
    client("base64", &[Core]),
    client("base_url", &[Core]),
    client("basic", &[Basic]),
    client("blocking", &[Core]).when(Cfg::Blocking),
    client("body", &[Core]),
    client("budget", &[Core]),
    client("builder", &[Core]).public(&["ClientBuilder"]),
    client("by_status", &[ByStatus]).inner(&["outputs"]),
    wire("byte", &[Codec("byte")]),
    wire("byte_url", &[Codec("byte_url")]),
    client("call", &[Operations]).inner(&["operations"]),
    wire("chrono_timestamp", &[Codec("chrono_timestamp")]),
    wire("chrono_unix_time", &[Codec("chrono_unix_time")]),
    client("clock", &[Core]),
    wire("closed_enum", &[ClosedEnum]).inner(&["closed_enum"]),
    wire("closed_integer_enum", &[ClosedIntegerEnum]).inner(&["closed_integer_enum"]),
    wire("codec", &[AnyCodec, Nullable, Rest, Union]).inner(&["codec"]),
    client("cookie", &[Cookie]),
    client("core", &[Core]).inner(&["Core"]),
    client("decode", &[Core]),
    client("decode_error", &[Core]),
    wire("duration", &[Codec("duration")]),
    client("engine", &[Core]),
    client("envelope", &[Core]),
    client("error", &[Core]).public(&["BoxError", "Error"]),
    client("error_kind", &[Core]).public(&["Delivery", "ErrorKind"]),
    client("fields", &[Fields, Form, Multipart]),
    wire("file", &[File, Multipart]).public(&["File"]),
    client("form", &[Form]),
    client("future", &[Core]).public(&["MetaFuture", "RawFuture", "ResponseFuture"]),
    client("header", &[Header]),
    client("http_client", &[Core]),
    client("idempotency", &[Idempotency]),
    client("info", &[Core]).inner(&["OperationInfo", "identifier"]),
    wire("integer_enum", &[OpenIntegerEnum, ClosedIntegerEnum]),
    client("interceptor", &[Core]).public(&["Interceptor"]),
    wire("invalid_value", &[ClosedEnum, ClosedIntegerEnum]).public(&["InvalidValue"]),
    client("json_path", &[Core]),
    client("message", &[Core]).public(&["HttpRequest", "HttpResponse"]),
    wire("mixed_enum", &[MixedEnum]).inner(&["mixed_enum"]),
    client("multipart", &[Multipart]),
    wire("nullable", &[Nullable]).public(&["Nullable"]),
    wire("number_or_string", &[Codec("number_or_string")]),
    wire("number_text", &[Codec("number_text")]),
    wire("object", &[Object, AnyCodec, Nullable, Rest, Union]).inner(&["object"]),
    wire("open_enum", &[OpenEnum]).inner(&["open_enum"]),
    wire("open_integer_enum", &[OpenIntegerEnum]).inner(&["open_integer_enum"]),
    client("operation", &[Core]),
    client("options", &[Core]).public(&["CallOptions"]),
    client("param", &[Core]).public(&["Param"]).inner(&["display_params"]),
    client("param_chrono", &[Dependency("chrono")]),
    client("param_jiff", &[Dependency("jiff")]),
    client("param_uuid", &[Dependency("uuid")]),
    client("path", &[Core]),
    client("payload", &[Payload]),
    client("plan", &[Core]),
    client("query", &[Query]),
    client("raw", &[Core]).public(&["RawCall"]),
    client("raw_response", &[Core]).public(&["RawResponse"]),
    wire("redacted", &[Secret]).inner(&["redacted"]),
    client("request", &[Core]).inner(&["Request"]),
    client("response", &[Core]).public(&["Response"]),
    wire("rest", &[Rest]),
    client("retry", &[Core]).public(&["RetryPolicy"]),
    client("retry_after", &[Core]),
    client("secret", &[Core]).public(&["Secret"]),
    client("server", &[Core]),
    wire("string_or_number", &[Codec("string_or_number")]),
    client("style", &[Style, Fields, Form, Multipart]).inner(&["Style"]),
    client("testing", &[Core]).when(Cfg::Testing).public(&["Reply", "Script"]),
    wire("text_enum", &[OpenEnum, ClosedEnum]),
    wire("timestamp", &[Codec("timestamp")]),
    client("token", &[Core]).public(&["TokenSource"]),
    client("trace", &[Core]),
    client("transport", &[Core]).public(&["BoxFuture", "Transport"]),
    client("transport_error", &[Core]).public(&["TransportError"]),
    wire("tuple", &[Tuple]),
    wire("union", &[Union]).inner(&["union"]),
    wire("unix_time", &[Codec("unix_time")]),
    wire("unknown", &[OpenEnum]).public(&["UnknownValue"]),
    wire("unknown_integer", &[OpenIntegerEnum]).public(&["UnknownInteger"]),
];
