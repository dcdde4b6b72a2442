//! The seam to each attempt: what others add to requests and read from answers.

use super::{
    error::Error,
    message::{HttpRequest, HttpResponse},
    transport_error::TransportError,
};

/// Sees every attempt, retries included, in the order in which interceptors were added to the builder.
#[cfg(not(target_arch = "wasm32"))]
pub trait Interceptor: Send + Sync + 'static {
    /// Before an attempt is sent: may change its headers.
    ///
    /// # Errors
    /// An error ends the call; nothing more is sent.
    fn before_attempt(&self, request: &mut HttpRequest) -> Result<(), Error> {
        let _ = request;
        Ok(())
    }

    /// After its answer's headers came, or it failed.
    fn after_attempt(&self, request: &HttpRequest, result: &Result<HttpResponse, TransportError>) {
        let _ = (request, result);
    }
}

/// Sees every attempt, retries included, in the order in which interceptors were added to the builder.
#[cfg(target_arch = "wasm32")]
pub trait Interceptor: 'static {
    /// Before an attempt is sent: may change its headers.
    ///
    /// # Errors
    /// An error ends the call; nothing more is sent.
    fn before_attempt(&self, request: &mut HttpRequest) -> Result<(), Error> {
        let _ = request;
        Ok(())
    }

    /// After its answer's headers came, or it failed.
    fn after_attempt(&self, request: &HttpRequest, result: &Result<HttpResponse, TransportError>) {
        let _ = (request, result);
    }
}
