//! When to send again, and after how long. Pure: no clock, no I/O.

use std::time::Duration;

use http::{HeaderMap, StatusCode};

/// How often and how patiently a call is tried again.
///
/// Always tried again: a connection that could not be made, 429, 503 with `Retry-After`, `x-should-retry: true`.
/// Only where the call is idempotent (GET, HEAD, OPTIONS, PUT, DELETE, with an idempotency key, or said to be by
/// `CallOptions::idempotent`): 408, 500, 502, 503, 504, a lost connection, a timed-out attempt. Never: any other status,
/// an answer that cannot be decoded, `x-should-retry: false`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetryPolicy {
    max_retries: u32,
    initial_delay: Duration,
    max_delay: Duration,
    retry_conflict: bool,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::new()
    }
}

impl RetryPolicy {
    /// Two retries, 0.5 s before the first, twice as long before the next, at most 8 s; each wait is cut by a random
    /// part of up to a half. A wait that the server asks for is used instead, up to 60 s.
    #[must_use]
    pub fn new() -> Self {
        Self {
            max_retries: 2,
            initial_delay: Duration::from_millis(500),
            max_delay: Duration::from_secs(8),
            retry_conflict: false,
        }
    }

    /// No retries.
    #[must_use]
    pub fn none() -> Self {
        Self::new().max_retries(0)
    }

    /// How many times a call is sent again, at most; 2 unless set.
    #[must_use]
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.max_retries = retries;
        self
    }

    /// The wait before the first retry; 0.5 s unless set.
    #[must_use]
    pub fn initial_delay(mut self, delay: Duration) -> Self {
        self.initial_delay = delay;
        self
    }

    /// The longest wait of our own; 8 s unless set.
    #[must_use]
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = delay;
        self
    }

    /// Whether 409 is tried again as well; it is not unless set, or unless the API says so of an operation.
    #[must_use]
    pub fn retry_conflict(mut self, yes: bool) -> Self {
        self.retry_conflict = yes;
        self
    }

    /// Whether there is a retry left after so many attempts.
    pub(crate) fn allows(&self, attempts: u32) -> bool {
        attempts <= self.max_retries
    }

    /// Whether this is worth sending the call again at all.
    pub(crate) fn is_worth(&self, trouble: Trouble, call: Nature) -> bool {
        match trouble {
            Trouble::Final => false,
            Trouble::NotSent { .. } => true,
            Trouble::Interrupted | Trouble::TimedOut => call.idempotent,
            Trouble::Status { status, .. } if !(400..=599).contains(&status) => false,
            Trouble::Status { hint: Some(hint), .. } => hint,
            Trouble::Status { status, asks_to_wait, .. } => match status {
                429 => true,
                503 => asks_to_wait || call.idempotent,
                408 | 500 | 502 | 504 => call.idempotent,
                409 => self.retry_conflict || call.retry_conflict,
                _ => false,
            },
        }
    }

    /// How long to wait before the `n`th retry, from 1. `random` is in 0..1. `None`: longer than is worth waiting.
    pub(crate) fn wait(&self, n: u32, server: Option<Duration>, random: f64) -> Option<Duration> {
        match server {
            Some(asked) if asked > LONGEST_ASKED => None,
            Some(asked) => Some(asked + asked.mul_f64(random * 0.1)),
            None => Some(self.backoff(n).mul_f64(0.5 + random * 0.5)),
        }
    }

    fn backoff(&self, n: u32) -> Duration {
        let factor = 1_u32.checked_shl(n.saturating_sub(1)).unwrap_or(u32::MAX);
        self.initial_delay.saturating_mul(factor).min(self.max_delay).min(LONGEST_OWN)
    }
}

/// A longer wait that the server asks for is the caller's to decide.
const LONGEST_ASKED: Duration = Duration::from_secs(60);

/// Keeps the arithmetic on any setting within what a `Duration` holds.
const LONGEST_OWN: Duration = Duration::from_secs(u32::MAX as u64);

/// What of a call decides whether it may be sent twice.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Nature {
    pub idempotent: bool,
    pub retry_conflict: bool,
}

/// What went wrong, as far as retries care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// Sending it again cannot help.
    Final,
    /// Not a byte was sent.
    NotSent { timed_out: bool },
    /// The connection was lost, or the body ended early.
    Interrupted,
    /// The attempt took too long.
    TimedOut,
    /// The server said no.
    Status { status: u16, hint: Option<bool>, asks_to_wait: bool },
}

impl Trouble {
    /// The trouble that an answer states.
    pub(crate) fn of(status: StatusCode, headers: &HeaderMap, asks_to_wait: bool) -> Self {
        let hint = headers.get("x-should-retry").and_then(|value| match value.as_bytes() {
            b"true" => Some(true),
            b"false" => Some(false),
            _ => None,
        });
        Self::Status { status: status.as_u16(), hint, asks_to_wait }
    }

    pub(crate) fn is_timeout(self) -> bool {
        matches!(self, Self::TimedOut | Self::NotSent { timed_out: true })
    }
}
