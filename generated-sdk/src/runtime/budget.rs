//! What retries may cost: when a service is down, a client must not multiply its load.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// Tokens that retries take and successes give back, shared by all calls of a client.
#[derive(Debug)]
pub(crate) struct Budget(AtomicU32);

impl Budget {
    /// As many as there ever are.
    pub(crate) const FULL: u32 = 100;
    /// What a retry takes.
    pub(crate) const RETRY: u32 = 5;
    /// What a retry after a timeout takes.
    pub(crate) const TIMEOUT_RETRY: u32 = 10;
    /// What a success without a retry gives.
    pub(crate) const SUCCESS: u32 = 1;

    pub(crate) fn new() -> Self {
        Self(AtomicU32::new(Self::FULL))
    }

    /// Takes so many tokens, or none and says no.
    pub(crate) fn take(&self, tokens: u32) -> bool {
        self.0.fetch_update(Relaxed, Relaxed, |left| left.checked_sub(tokens)).is_ok()
    }

    /// Gives so many tokens back, up to the full amount.
    pub(crate) fn give(&self, tokens: u32) {
        let _ = self.0.fetch_update(Relaxed, Relaxed, |left| Some(left.saturating_add(tokens).min(Self::FULL)));
    }

    #[cfg(test)]
    pub(crate) fn left(&self) -> u32 {
        self.0.load(Relaxed)
    }
}
