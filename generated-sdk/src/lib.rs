// Generated from openapi.yaml; edit that instead.
//! Airstore connections
//!
//! Airstore gives AI agents a virtual filesystem over a person's services.
//!
//! A *connection* links one external service (Gmail, GitHub, Google Drive, ...) to a
//! *workspace*; once it is connected, its data shows up in that filesystem.
//!
//! Every answer is an envelope, `{"success": bool, "data": ..., "error": string}`; `data` and
//! `error` are left out when they are empty. The header `x-request-id` identifies a request.
//!
//! Operations: 3 of 3 are typed.

#![cfg_attr(feature = "client", doc = "")]
#![cfg_attr(feature = "client", doc = " Start at [`Airstore`].")]
#![forbid(unsafe_code)]
#![warn(missing_docs)]
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

#[cfg(feature = "client")]
mod client;
#[cfg(feature = "client")]
pub mod resources;
#[allow(
    dead_code,
    unused_macros,
    unused_imports,
    reason = "an API uses the part of the runtime that it needs"
)]
mod runtime;
pub mod types;

#[cfg(feature = "client")]
pub use crate::client::Airstore;
pub use crate::runtime::UnknownValue;
#[cfg(feature = "client")]
pub use crate::runtime::{
    ApiError, BoxError, BoxFuture, Bytes, CallOptions, ClientBuilder, Delivery, Error,
    ErrorKind, HeaderMap, HeaderName, HeaderValue, HttpRequest, HttpResponse,
    Interceptor, MetaFuture, Method, Param, RawCall, RawFuture, RawResponse, Response,
    ResponseFuture, RetryPolicy, Secret, StatusCode, TokenSource, Transport,
    TransportError,
};
#[cfg(feature = "testing")]
pub use crate::runtime::{Reply, Script};
pub use jiff;
pub use serde_json;
