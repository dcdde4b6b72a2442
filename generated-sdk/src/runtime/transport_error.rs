//! Why a transport gave no answer.

use std::{error::Error as StdError, fmt};

use super::error::BoxError;

/// Why a request got no answer, and whether any of it was sent: that decides if it may be sent again.
#[derive(Debug)]
pub struct TransportError {
    pub(crate) stage: Stage,
    pub(crate) timed_out: bool,
    source: BoxError,
}

/// How far a request got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// It cannot be sent by this client at all.
    Setup,
    /// Not a byte was sent.
    Connect,
    /// It may have arrived.
    Exchange,
}

impl TransportError {
    /// There was no connection; not a byte of the request was sent. Such a request is always safe to send again.
    #[must_use]
    pub fn connect(source: impl Into<BoxError>) -> Self {
        Self { stage: Stage::Connect, timed_out: false, source: source.into() }
    }

    /// The connection was lost when the request may have arrived.
    #[must_use]
    pub fn interrupted(source: impl Into<BoxError>) -> Self {
        Self { stage: Stage::Exchange, timed_out: false, source: source.into() }
    }

    /// The request cannot be sent by this client, and trying again will not help.
    #[must_use]
    pub fn setup(source: impl Into<BoxError>) -> Self {
        Self { stage: Stage::Setup, timed_out: false, source: source.into() }
    }

    /// Says that a time limit passed.
    #[must_use]
    pub fn timed_out(mut self) -> Self {
        self.timed_out = true;
        self
    }

    /// Whether there was no connection, and nothing was sent.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.stage == Stage::Connect
    }

    /// Whether a time limit passed.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.timed_out
    }

    /// The attempt's time limit passed.
    pub(crate) fn elapsed() -> Self {
        Self::interrupted(Limit).timed_out()
    }

    pub(crate) fn into_source(self) -> Option<BoxError> {
        if self.source.is::<Limit>() { None } else { Some(self.source) }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.stage {
            Stage::Setup => "the request cannot be sent",
            Stage::Connect => "no connection",
            Stage::Exchange => "the connection was lost",
        })
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.source)
    }
}

/// The client's own time limit: the error's text says all there is.
#[derive(Debug)]
struct Limit;

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the time limit passed")
    }
}

impl StdError for Limit {}
