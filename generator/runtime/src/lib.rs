//! The client runtime of emitted crates, compiled as Rust so that it can be linted and tested as Rust.
//!
//! The files are those under `templates/crate/src/runtime`, which emit copies byte for byte. This list is the reference
//! of what `src/runtime.rs` of an emitted crate declares: file, `cfg`, re-exports. `config.rs` is the hand-written twin
//! of the one that emit writes.
//!
//! Files of one capability each, which an API may do without: `basic`, `by_status` (`outputs!`), `cookie`, `fields`, `file`,
//! `form`, `header`, `multipart`, `payload`, `style`, `idempotency` (needs uuid: `v4`, on wasm32 `js` too), `param_chrono` (needs chrono), `param_jiff` (needs jiff), `param_uuid` (needs uuid), `query`.
//! `blocking` and `testing` hang on their features. The rest is core.
#![forbid(unsafe_code)]

#[allow(dead_code, unused_macros, unused_imports, reason = "an API uses the part of the runtime that it needs")]
mod runtime {
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/answer.rs"]
    pub(crate) mod answer;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/api_error.rs"]
    pub(crate) mod api_error;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/auth.rs"]
    pub(crate) mod auth;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/base64.rs"]
    pub(crate) mod base64;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/base_url.rs"]
    pub(crate) mod base_url;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/basic.rs"]
    pub(crate) mod basic;
    #[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
    #[path = "../../../../templates/crate/src/runtime/blocking.rs"]
    pub(crate) mod blocking;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/body.rs"]
    pub(crate) mod body;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/budget.rs"]
    pub(crate) mod budget;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/builder.rs"]
    pub(crate) mod builder;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/by_status.rs"]
    pub(crate) mod by_status;
    #[path = "../../../../templates/crate/src/runtime/byte.rs"]
    pub(crate) mod byte;
    #[path = "../../../../templates/crate/src/runtime/byte_url.rs"]
    pub(crate) mod byte_url;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/call.rs"]
    pub(crate) mod call;
    #[path = "../../../../templates/crate/src/runtime/chrono_timestamp.rs"]
    pub(crate) mod chrono_timestamp;
    #[path = "../../../../templates/crate/src/runtime/chrono_unix_time.rs"]
    pub(crate) mod chrono_unix_time;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/clock.rs"]
    pub(crate) mod clock;
    #[path = "../../../../templates/crate/src/runtime/closed_enum.rs"]
    pub(crate) mod closed_enum;
    #[path = "../../../../templates/crate/src/runtime/closed_integer_enum.rs"]
    pub(crate) mod closed_integer_enum;
    #[path = "../../../../templates/crate/src/runtime/codec.rs"]
    pub(crate) mod codec;
    #[cfg(feature = "client")]
    mod config;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/cookie.rs"]
    pub(crate) mod cookie;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/core.rs"]
    pub(crate) mod core;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/decode.rs"]
    pub(crate) mod decode;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/decode_error.rs"]
    pub(crate) mod decode_error;
    #[path = "../../../../templates/crate/src/runtime/duration.rs"]
    pub(crate) mod duration;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/engine.rs"]
    pub(crate) mod engine;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/envelope.rs"]
    pub(crate) mod envelope;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/error.rs"]
    pub(crate) mod error;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/error_kind.rs"]
    pub(crate) mod error_kind;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/fields.rs"]
    pub(crate) mod fields;
    #[path = "../../../../templates/crate/src/runtime/file.rs"]
    pub(crate) mod file;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/form.rs"]
    pub(crate) mod form;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/future.rs"]
    pub(crate) mod future;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/header.rs"]
    pub(crate) mod header;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/http_client.rs"]
    pub(crate) mod http_client;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/idempotency.rs"]
    pub(crate) mod idempotency;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/info.rs"]
    pub(crate) mod info;
    #[path = "../../../../templates/crate/src/runtime/integer_enum.rs"]
    pub(crate) mod integer_enum;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/interceptor.rs"]
    pub(crate) mod interceptor;
    #[path = "../../../../templates/crate/src/runtime/invalid_value.rs"]
    pub(crate) mod invalid_value;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/json_path.rs"]
    pub(crate) mod json_path;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/message.rs"]
    pub(crate) mod message;
    #[path = "../../../../templates/crate/src/runtime/mixed_enum.rs"]
    pub(crate) mod mixed_enum;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/multipart.rs"]
    pub(crate) mod multipart;
    #[path = "../../../../templates/crate/src/runtime/nullable.rs"]
    pub(crate) mod nullable;
    #[path = "../../../../templates/crate/src/runtime/number_or_string.rs"]
    pub(crate) mod number_or_string;
    #[path = "../../../../templates/crate/src/runtime/number_text.rs"]
    pub(crate) mod number_text;
    #[path = "../../../../templates/crate/src/runtime/object.rs"]
    pub(crate) mod object;
    #[path = "../../../../templates/crate/src/runtime/open_enum.rs"]
    pub(crate) mod open_enum;
    #[path = "../../../../templates/crate/src/runtime/open_integer_enum.rs"]
    pub(crate) mod open_integer_enum;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/operation.rs"]
    pub(crate) mod operation;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/options.rs"]
    pub(crate) mod options;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/param.rs"]
    pub(crate) mod param;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/param_chrono.rs"]
    pub(crate) mod param_chrono;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/param_jiff.rs"]
    pub(crate) mod param_jiff;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/param_uuid.rs"]
    pub(crate) mod param_uuid;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/path.rs"]
    pub(crate) mod path;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/payload.rs"]
    pub(crate) mod payload;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/plan.rs"]
    pub(crate) mod plan;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/query.rs"]
    pub(crate) mod query;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/raw.rs"]
    pub(crate) mod raw;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/raw_response.rs"]
    pub(crate) mod raw_response;
    #[path = "../../../../templates/crate/src/runtime/redacted.rs"]
    pub(crate) mod redacted;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/request.rs"]
    pub(crate) mod request;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/response.rs"]
    pub(crate) mod response;
    #[path = "../../../../templates/crate/src/runtime/rest.rs"]
    pub(crate) mod rest;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/retry.rs"]
    pub(crate) mod retry;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/retry_after.rs"]
    pub(crate) mod retry_after;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/secret.rs"]
    pub(crate) mod secret;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/server.rs"]
    pub(crate) mod server;
    #[path = "../../../../templates/crate/src/runtime/string_or_number.rs"]
    pub(crate) mod string_or_number;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/style.rs"]
    pub(crate) mod style;
    #[cfg(feature = "testing")]
    #[path = "../../../../templates/crate/src/runtime/testing.rs"]
    pub(crate) mod testing;
    #[path = "../../../../templates/crate/src/runtime/text_enum.rs"]
    pub(crate) mod text_enum;
    #[path = "../../../../templates/crate/src/runtime/timestamp.rs"]
    pub(crate) mod timestamp;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/token.rs"]
    pub(crate) mod token;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/trace.rs"]
    pub(crate) mod trace;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/transport.rs"]
    pub(crate) mod transport;
    #[cfg(feature = "client")]
    #[path = "../../../../templates/crate/src/runtime/transport_error.rs"]
    pub(crate) mod transport_error;
    #[path = "../../../../templates/crate/src/runtime/tuple.rs"]
    pub(crate) mod tuple;
    #[path = "../../../../templates/crate/src/runtime/union.rs"]
    pub(crate) mod union;
    #[path = "../../../../templates/crate/src/runtime/unix_time.rs"]
    pub(crate) mod unix_time;
    #[path = "../../../../templates/crate/src/runtime/unknown.rs"]
    pub(crate) mod unknown;
    #[path = "../../../../templates/crate/src/runtime/unknown_integer.rs"]
    pub(crate) mod unknown_integer;

    #[cfg(feature = "testing")]
    pub use self::testing::{Reply, Script};
    /// What an emitted crate re-exports at its root.
    #[cfg(feature = "client")]
    pub use self::{
        api_error::ApiError,
        builder::ClientBuilder,
        error::{BoxError, Error},
        error_kind::{Delivery, ErrorKind},
        future::{MetaFuture, RawFuture, ResponseFuture},
        interceptor::Interceptor,
        message::{HttpRequest, HttpResponse},
        options::CallOptions,
        param::Param,
        raw::RawCall,
        raw_response::RawResponse,
        response::Response,
        retry::RetryPolicy,
        secret::Secret,
        token::TokenSource,
        transport::{BoxFuture, Transport},
        transport_error::TransportError,
    };
    pub use self::{
        file::File, invalid_value::InvalidValue, nullable::Nullable, unknown::UnknownValue,
        unknown_integer::UnknownInteger,
    };
    #[cfg(feature = "client")]
    pub use bytes::Bytes;
    #[cfg(feature = "client")]
    pub use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};

    /// What emitted files and the tables name beside that.
    #[cfg(feature = "client")]
    pub(crate) use self::{
        by_status::outputs,
        call::operations,
        config::API,
        core::Core,
        info::{OperationInfo, identifier},
        request::Request,
        style::Style,
    };
    pub(crate) use self::{
        closed_enum::closed_enum, closed_integer_enum::closed_integer_enum, codec::codec, mixed_enum::mixed_enum,
        object::object, open_enum::open_enum, open_integer_enum::open_integer_enum, redacted::redacted, union::union,
    };
}

/// What an emitted crate has at its root.
#[cfg(feature = "client")]
pub use runtime::{
    ApiError, BoxError, BoxFuture, Bytes, CallOptions, ClientBuilder, Delivery, Error, ErrorKind, HeaderMap,
    HeaderName, HeaderValue, HttpRequest, HttpResponse, Interceptor, MetaFuture, Method, Param, RawCall, RawFuture,
    RawResponse, Response, ResponseFuture, RetryPolicy, Secret, StatusCode, TokenSource, Transport, TransportError,
};
pub use runtime::{File, InvalidValue, Nullable, UnknownInteger, UnknownValue};
#[cfg(feature = "testing")]
pub use runtime::{Reply, Script};

#[cfg(all(test, feature = "client"))]
#[path = "../tests/mod.rs"]
mod tests;

#[cfg(test)]
#[path = "../tests/wire.rs"]
mod wire;

#[cfg(test)]
#[path = "../tests/ext.rs"]
mod ext;

/// Emitted types, mounted as a module.
#[cfg(test)]
#[path = "../../tests/golden/types/mod.rs"]
pub mod golden;

/// Emitted types of every construct, mounted as a module.
#[cfg(test)]
#[path = "../../tests/golden/constructs/mod.rs"]
pub mod constructs;
