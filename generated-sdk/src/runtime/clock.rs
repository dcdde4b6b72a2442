//! Time: the one place that knows how the platform sleeps.

use std::{
    future::{Future, poll_fn},
    pin::Pin,
    task::Poll,
    time::Duration,
};

#[cfg(not(target_arch = "wasm32"))]
use native as platform;
#[cfg(target_arch = "wasm32")]
use web as platform;

pub(crate) use platform::{Instant, since_epoch};

use super::error::Error;

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::time::{Duration, SystemTime, UNIX_EPOCH};

    // tokio's, so that under paused time the engine's clock stands still too.
    pub(crate) use tokio::time::Instant;
    pub(crate) use tokio::time::{Sleep as Timer, sleep as timer};

    /// Outside of a tokio runtime sleeping would panic.
    pub(super) fn can_sleep() -> bool {
        tokio::runtime::Handle::try_current().is_ok()
    }

    /// Since 1970.
    pub(crate) fn since_epoch() -> Duration {
        SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
    }
}

#[cfg(target_arch = "wasm32")]
mod web {
    use std::time::Duration;

    pub(crate) use gloo_timers::future::TimeoutFuture as Timer;
    pub(crate) use web_time::Instant;
    use web_time::{SystemTime, UNIX_EPOCH};

    pub(crate) fn timer(wait: Duration) -> Timer {
        // Browsers take a signed 32-bit number of milliseconds.
        const LONGEST: u32 = i32::MAX.unsigned_abs();
        Timer::new(u32::try_from(wait.as_millis()).unwrap_or(LONGEST).min(LONGEST))
    }

    pub(super) const fn can_sleep() -> bool {
        true
    }

    pub(crate) fn since_epoch() -> Duration {
        SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
    }
}

/// Refuses to begin where sleeping cannot work.
pub(crate) fn ready() -> Result<(), Error> {
    if platform::can_sleep() {
        Ok(())
    } else {
        Err(Error::config("no tokio runtime here: call from within one, or use `send_blocking`"))
    }
}

/// Waits.
pub(crate) async fn sleep(wait: Duration) {
    platform::timer(wait).await;
}

/// A moment after which waiting ends; it may be never.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Deadline(Option<Instant>);

impl Deadline {
    /// So long from now. What is too far to be a moment is never.
    pub(crate) fn after(limit: Option<Duration>) -> Self {
        Self(limit.and_then(|limit| Instant::now().checked_add(limit)))
    }

    /// Whichever comes first.
    pub(crate) fn sooner(self, other: Self) -> Self {
        match (self.0, other.0) {
            (Some(a), Some(b)) => Self(Some(a.min(b))),
            (a, b) => Self(a.or(b)),
        }
    }

    /// Whether waiting so long would reach it.
    pub(crate) fn comes_within(self, wait: Duration) -> bool {
        self.0.is_some_and(|at| at.saturating_duration_since(Instant::now()) <= wait)
    }

    /// A timer that ends at this moment. One serves a whole attempt: its request and its body.
    pub(crate) fn alarm(self) -> Alarm {
        let left = self.0.map(|at| at.saturating_duration_since(Instant::now()));
        Alarm(left.map(|left| Box::pin(platform::timer(left))))
    }
}

/// A timer under which futures run.
pub(crate) struct Alarm(Option<Pin<Box<platform::Timer>>>);

/// The alarm went off first.
#[derive(Debug)]
pub(crate) struct Elapsed;

impl Alarm {
    /// Drives a future until it is done or the alarm goes off. It is pinned by the caller: moved in here, it would stand
    /// in memory twice.
    pub(crate) async fn guard<F: Future>(&mut self, mut future: Pin<&mut F>) -> Result<F::Output, Elapsed> {
        poll_fn(|context| match (future.as_mut().poll(context), &mut self.0) {
            (Poll::Ready(value), _) => Poll::Ready(Ok(value)),
            (Poll::Pending, Some(timer)) => timer.as_mut().poll(context).map(|()| Err(Elapsed)),
            (Poll::Pending, None) => Poll::Pending,
        })
        .await
    }
}
