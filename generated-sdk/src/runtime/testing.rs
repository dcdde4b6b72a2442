//! A transport that answers from a script, for tests of code that uses this crate.

use std::{
    collections::VecDeque,
    future::pending,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll},
    time::Duration,
};

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use serde_core::Serialize;

use super::{
    clock,
    message::{HttpRequest, HttpResponse},
    transport::{BoxFuture, Transport},
    transport_error::TransportError,
};

/// A transport that answers from a script, in order, and keeps the requests that it was sent.
///
/// Clones share the script. A request beyond its end fails, and is not retried.
#[derive(Clone, Debug, Default)]
pub struct Script(Arc<Mutex<Scene>>);

#[derive(Debug, Default)]
struct Scene {
    replies: VecDeque<Reply>,
    requests: Vec<HttpRequest>,
}

impl Script {
    /// Answers nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Appends a reply.
    #[must_use]
    pub fn then(self, reply: Reply) -> Self {
        self.scene().replies.push_back(reply);
        self
    }

    /// Appends an answer with a JSON body.
    #[must_use]
    pub fn json(self, status: u16, body: &(impl Serialize + ?Sized)) -> Self {
        self.then(Reply::json(status, body))
    }

    /// Appends an answer with a body as it is.
    #[must_use]
    pub fn answer(self, status: u16, body: impl Into<Bytes>) -> Self {
        self.then(Reply::new(status, body))
    }

    /// The requests so far, in order.
    #[must_use]
    pub fn requests(&self) -> Vec<HttpRequest> {
        self.scene().requests.clone()
    }

    /// How many replies were not asked for.
    #[must_use]
    pub fn left(&self) -> usize {
        self.scene().replies.len()
    }

    fn scene(&self) -> MutexGuard<'_, Scene> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Transport for Script {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        let mut scene = self.scene();
        scene.requests.push(request);
        let reply = scene.replies.pop_front();
        drop(scene);
        Box::pin(async move {
            match reply {
                Some(reply) => reply.perform().await,
                None => Err(TransportError::setup("the script has no reply left")),
            }
        })
    }
}

/// What a [`Script`] does with one request.
#[derive(Debug)]
pub struct Reply {
    delay: Duration,
    act: Act,
}

#[derive(Debug)]
enum Act {
    Answer { status: u16, headers: HeaderMap, body: Bytes, end: End },
    Fail(TransportError),
    Hang,
}

/// How a body ends.
#[derive(Debug)]
enum End {
    Whole,
    BreaksOff,
    Stalls,
}

impl Reply {
    /// An answer with a body as it is. A status outside 100..=999 becomes 500.
    #[must_use]
    pub fn new(status: u16, body: impl Into<Bytes>) -> Self {
        let answer = Act::Answer { status, headers: HeaderMap::new(), body: body.into(), end: End::Whole };
        Self { delay: Duration::ZERO, act: answer }
    }

    /// An answer with a JSON body. A value that cannot be written fails the request instead.
    #[must_use]
    pub fn json(status: u16, body: &(impl Serialize + ?Sized)) -> Self {
        match serde_json::to_vec(body) {
            Ok(bytes) => {
                Self::new(status, bytes).header(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))
            }
            Err(error) => Self::fail(TransportError::setup(error)),
        }
    }

    /// No answer.
    #[must_use]
    pub fn fail(error: TransportError) -> Self {
        Self { delay: Duration::ZERO, act: Act::Fail(error) }
    }

    /// No answer, ever: the client's time limit ends it.
    #[must_use]
    pub fn hang() -> Self {
        Self { delay: Duration::ZERO, act: Act::Hang }
    }

    /// Sets a header. One that is none is left out.
    #[must_use]
    pub fn header(mut self, name: impl TryInto<HeaderName>, value: impl TryInto<HeaderValue>) -> Self {
        if let (Act::Answer { headers, .. }, Ok(name), Ok(value)) = (&mut self.act, name.try_into(), value.try_into()) {
            headers.append(name, value);
        }
        self
    }

    /// Waits before it.
    #[must_use]
    pub fn after(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Loses the connection after the body's bytes.
    #[must_use]
    pub fn broken_off(self) -> Self {
        self.ending(End::BreaksOff)
    }

    /// Sends nothing more after the body's bytes, and does not end.
    #[must_use]
    pub fn stalled(self) -> Self {
        self.ending(End::Stalls)
    }

    fn ending(mut self, new: End) -> Self {
        if let Act::Answer { end, .. } = &mut self.act {
            *end = new;
        }
        self
    }

    async fn perform(self) -> Result<HttpResponse, TransportError> {
        if !self.delay.is_zero() {
            clock::sleep(self.delay).await;
        }
        match self.act {
            Act::Fail(error) => Err(error),
            Act::Hang => pending().await,
            Act::Answer { status, headers, body, end } => {
                let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
                Ok(match end {
                    End::Whole => HttpResponse::new(status, headers, body),
                    end => HttpResponse::streaming(status, headers, Body { bytes: Some(body), end }),
                })
            }
        }
    }
}

struct Body {
    bytes: Option<Bytes>,
    end: End,
}

impl Stream for Body {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match (self.bytes.take(), &self.end) {
            (Some(bytes), _) => Poll::Ready(Some(Ok(bytes))),
            (None, End::Whole) => Poll::Ready(None),
            (None, End::BreaksOff) => Poll::Ready(Some(Err(TransportError::interrupted("the script broke off here")))),
            (None, End::Stalls) => Poll::Pending,
        }
    }
}
