//! Room for recursion over documents that are nested up to the budget, whatever stack the caller's thread has.

use std::{
    io, panic,
    thread::{self, Scope, ScopedJoinHandle},
};

/// Bytes; 127 levels need under 4 MB in a debug build, with the parsers' own frames.
const SIZE: usize = 32 * 1024 * 1024;

/// Runs `work` on a thread with a deep stack and waits for it. Where no thread can be had it runs on the caller's.
pub fn deep<T: Send>(work: impl Fn() -> T + Send + Sync) -> T {
    thread::scope(|scope| match spawn(scope, &work) {
        Ok(thread) => thread.join().unwrap_or_else(|panic| panic::resume_unwind(panic)),
        Err(_) => work(),
    })
}

/// Runs `work` on a thread with a deep stack.
///
/// # Errors
/// When no thread can be had.
pub fn spawn<'scope, T: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    work: impl FnOnce() -> T + Send + 'scope,
) -> io::Result<ScopedJoinHandle<'scope, T>> {
    thread::Builder::new().stack_size(SIZE).spawn_scoped(scope, work)
}
