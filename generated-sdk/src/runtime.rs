// Generated from openapi.yaml; edit that instead.
//! What all calls and types share. Copied as it is, but for `config`.

#[cfg(feature = "client")]
pub(crate) mod answer;
#[cfg(feature = "client")]
pub(crate) mod api_error;
#[cfg(feature = "client")]
pub(crate) mod auth;
#[cfg(feature = "client")]
pub(crate) mod base64;
#[cfg(feature = "client")]
pub(crate) mod base_url;
#[cfg(all(feature = "blocking", not(target_arch = "wasm32")))]
pub(crate) mod blocking;
#[cfg(feature = "client")]
pub(crate) mod body;
#[cfg(feature = "client")]
pub(crate) mod budget;
#[cfg(feature = "client")]
pub(crate) mod builder;
#[cfg(feature = "client")]
pub(crate) mod call;
#[cfg(feature = "client")]
pub(crate) mod clock;
pub(crate) mod codec;
#[cfg(feature = "client")]
pub(crate) mod config;
#[cfg(feature = "client")]
pub(crate) mod core;
#[cfg(feature = "client")]
pub(crate) mod decode;
#[cfg(feature = "client")]
pub(crate) mod decode_error;
#[cfg(feature = "client")]
pub(crate) mod engine;
#[cfg(feature = "client")]
pub(crate) mod envelope;
#[cfg(feature = "client")]
pub(crate) mod error;
#[cfg(feature = "client")]
pub(crate) mod error_kind;
#[cfg(feature = "client")]
pub(crate) mod future;
#[cfg(feature = "client")]
pub(crate) mod http_client;
#[cfg(feature = "client")]
pub(crate) mod info;
#[cfg(feature = "client")]
pub(crate) mod interceptor;
#[cfg(feature = "client")]
pub(crate) mod json_path;
#[cfg(feature = "client")]
pub(crate) mod message;
pub(crate) mod object;
pub(crate) mod open_enum;
#[cfg(feature = "client")]
pub(crate) mod operation;
#[cfg(feature = "client")]
pub(crate) mod options;
#[cfg(feature = "client")]
pub(crate) mod param;
#[cfg(feature = "client")]
pub(crate) mod param_jiff;
#[cfg(feature = "client")]
pub(crate) mod path;
#[cfg(feature = "client")]
pub(crate) mod plan;
#[cfg(feature = "client")]
pub(crate) mod raw;
#[cfg(feature = "client")]
pub(crate) mod raw_response;
pub(crate) mod redacted;
#[cfg(feature = "client")]
pub(crate) mod request;
#[cfg(feature = "client")]
pub(crate) mod response;
#[cfg(feature = "client")]
pub(crate) mod retry;
#[cfg(feature = "client")]
pub(crate) mod retry_after;
#[cfg(feature = "client")]
pub(crate) mod secret;
#[cfg(feature = "client")]
pub(crate) mod server;
pub(crate) mod string_or_number;
#[cfg(feature = "testing")]
pub(crate) mod testing;
pub(crate) mod text_enum;
pub(crate) mod timestamp;
#[cfg(feature = "client")]
pub(crate) mod token;
#[cfg(feature = "client")]
pub(crate) mod trace;
#[cfg(feature = "client")]
pub(crate) mod transport;
#[cfg(feature = "client")]
pub(crate) mod transport_error;
pub(crate) mod unknown;

pub use self::unknown::UnknownValue;
#[cfg(feature = "client")]
pub use self::{
    api_error::ApiError, builder::ClientBuilder, error::{BoxError, Error},
    error_kind::{Delivery, ErrorKind},
    future::{MetaFuture, RawFuture, ResponseFuture},
    interceptor::Interceptor, message::{HttpRequest, HttpResponse},
    options::CallOptions, param::Param, raw::RawCall, raw_response::RawResponse,
    response::Response, retry::RetryPolicy, secret::Secret, token::TokenSource,
    transport::{BoxFuture, Transport},
    transport_error::TransportError,
};
#[cfg(feature = "testing")]
pub use self::testing::{Reply, Script};
#[cfg(feature = "client")]
pub use bytes::Bytes;
#[cfg(feature = "client")]
pub use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};

pub(crate) use self::{
    codec::codec, object::object, open_enum::open_enum, redacted::redacted,
};
#[cfg(feature = "client")]
pub(crate) use self::{
    call::operations, core::Core, info::{OperationInfo, identifier},
    param::display_params, request::Request,
};
#[cfg(feature = "client")]
pub(crate) use self::config::API;
