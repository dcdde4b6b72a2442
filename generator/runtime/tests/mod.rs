//! Tests of the runtime, with access to what an emitted crate keeps to itself.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs, dead_code)]

mod demo;

#[cfg(feature = "testing")]
mod auth;
#[cfg(all(feature = "blocking", feature = "testing"))]
mod blocking;
mod budget;
mod builder;
#[cfg(feature = "testing")]
mod calls;
mod decode;
#[cfg(feature = "testing")]
mod display;
#[cfg(feature = "testing")]
mod envelope;
#[cfg(feature = "testing")]
mod forms;
#[cfg(feature = "testing")]
mod headers;
#[cfg(feature = "testing")]
mod origin;
mod path;
#[cfg(feature = "testing")]
mod retries;
mod retry_after;
mod retry_policy;
#[cfg(feature = "testing")]
mod secrets;
// Without a TLS provider there is no HTTP client at all.
#[cfg(any(feature = "rustls", not(feature = "rustls-no-provider")))]
mod socket;
#[cfg(feature = "testing")]
mod timeouts;
#[cfg(any(feature = "rustls", feature = "native-tls"))]
mod tls;
#[cfg(all(feature = "tracing", feature = "testing"))]
mod tracing;
