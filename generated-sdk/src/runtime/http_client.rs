//! HTTP by reqwest, the one file that knows it.

use std::time::Duration;

use super::{
    error::Error,
    message::{HttpRequest, HttpResponse},
    transport::{BoxFuture, Transport},
    transport_error::TransportError,
};

/// How connections are made.
#[derive(Clone, Debug)]
pub(crate) struct Connections {
    pub(crate) timeout: Duration,
    pub(crate) no_proxy: bool,
}

impl Default for Connections {
    fn default() -> Self {
        Self { timeout: Duration::from_secs(10), no_proxy: false }
    }
}

/// A pool of connections.
pub(crate) struct HttpClient(reqwest::Client);

#[cfg(feature = "reqwest-client")]
impl super::builder::ClientBuilder {
    /// Sends requests by a reqwest client of your own: with a proxy, a certificate authority, a client certificate.
    ///
    /// Its limits are then yours: the timeout of connecting, redirects (turn them off: reqwest sends other headers than
    /// `Authorization` along to another host), proxies, decompression. Attempts, time limits and sizes of bodies stay
    /// those of this builder.
    pub fn http_client(mut self, client: reqwest::Client) -> Self {
        self.transport = Some(Box::new(HttpClient(client)));
        self
    }
}

impl HttpClient {
    /// A pool without redirects, which would carry credentials elsewhere, and of TLS 1.2 or newer (RFC 8996).
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn new(connections: &Connections, https: bool) -> Result<Self, Error> {
        check_tls(https)?;
        let mut builder = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .connect_timeout(connections.timeout);
        if connections.no_proxy {
            builder = builder.no_proxy();
        }
        #[cfg(any(feature = "rustls", feature = "rustls-no-provider"))]
        {
            builder = builder.tls_backend_rustls().tls_version_min(reqwest::tls::Version::TLS_1_2);
        }
        #[cfg(all(feature = "native-tls", not(any(feature = "rustls", feature = "rustls-no-provider"))))]
        {
            builder = builder.tls_backend_native().tls_version_min(reqwest::tls::Version::TLS_1_2);
        }
        let client = builder.build();
        client.map(Self).map_err(|error| Error::config("TLS cannot be set up").with_source(error.without_url()))
    }

    /// The browser's own fetch.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn new(_: &Connections, _: bool) -> Result<Self, Error> {
        let client = reqwest::Client::builder().build();
        client.map(Self).map_err(|error| Error::config("fetch cannot be set up").with_source(error.without_url()))
    }
}

/// Refuses what reqwest would panic on, or fail at each call.
#[cfg(not(target_arch = "wasm32"))]
fn check_tls(https: bool) -> Result<(), Error> {
    #[cfg(all(feature = "rustls-no-provider", not(feature = "rustls")))]
    if rustls::crypto::CryptoProvider::get_default().is_none() {
        return Err(Error::config("no TLS provider: install one first (rustls' `CryptoProvider::install_default`)"));
    }
    let has_tls = cfg!(any(feature = "rustls", feature = "native-tls", feature = "rustls-no-provider"));
    if https && !has_tls {
        return Err(Error::config("the base URL is https, but no TLS feature of this crate is on (such as `rustls`)"));
    }
    Ok(())
}

impl Transport for HttpClient {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        let HttpRequest { method, url, headers, body } = request;
        let mut request = reqwest::Request::new(method, url);
        *request.headers_mut() = headers;
        *request.body_mut() = body.map(Into::into);
        Box::pin(async move {
            let response = self.0.execute(request).await.map_err(failure)?;
            answer(response).await
        })
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn answer(response: reqwest::Response) -> std::future::Ready<Result<HttpResponse, TransportError>> {
    std::future::ready(Ok(HttpResponse::of_reqwest(response)))
}

/// Without reqwest's `stream` feature the browser hands over whole bodies only.
#[cfg(target_arch = "wasm32")]
async fn answer(mut response: reqwest::Response) -> Result<HttpResponse, TransportError> {
    let (status, headers) = (response.status(), std::mem::take(response.headers_mut()));
    let body = response.bytes().await.map_err(failure)?;
    Ok(HttpResponse::new(status, headers, body))
}

/// What reqwest's error says, without the URL: its query may hold a key.
pub(crate) fn failure(error: reqwest::Error) -> TransportError {
    let error = error.without_url();
    let timed_out = error.is_timeout();
    #[cfg(not(target_arch = "wasm32"))]
    let unsent = error.is_connect();
    #[cfg(target_arch = "wasm32")]
    let unsent = false;
    let failure = if error.is_builder() {
        TransportError::setup(error)
    } else if unsent {
        TransportError::connect(error)
    } else {
        TransportError::interrupted(error)
    };
    if timed_out { failure.timed_out() } else { failure }
}
