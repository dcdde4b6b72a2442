//! Calls that wait on the caller's own thread.

use std::{
    future::pending,
    sync::{Mutex, PoisonError, mpsc},
    thread,
};

use tokio::runtime::{Builder, Handle};

use super::{
    answer::Answer,
    engine::{self, Mode},
    error::Error,
    error_kind::ErrorKind,
    future::Decode,
    request::Request,
};

impl Request {
    /// Sends it and waits on this thread.
    pub(crate) fn send_blocking<T>(self, decode: Decode<T>) -> Result<T, Error> {
        send(self, decode).map(|(value, _)| value)
    }
}

/// Sends a call on the background runtime and waits for its answer, which is decoded here.
pub(crate) fn send<T>(request: Request, decode: Decode<T>) -> Result<(T, Answer), Error> {
    if Handle::try_current().is_ok() {
        return Err(Error::config("`send_blocking` would block this async context: await the call instead"));
    }
    let (done, answer) = mpsc::sync_channel(1);
    let call = engine::execute(request.0, Mode::Whole);
    background()?.spawn(async move {
        // Whoever waited is gone: so is the need for the answer.
        let _ = done.send(call.await);
    });
    let ended = |_| Error::new(ErrorKind::Transport, "the background runtime ended");
    let answer = answer.recv().map_err(ended)??;
    decode(&answer).map(|value| (value, answer))
}

/// The one background runtime, on a thread of its own, begun by the first blocking call.
fn background() -> Result<Handle, Error> {
    static RUNTIME: Mutex<Option<Handle>> = Mutex::new(None);
    let mut runtime = RUNTIME.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(handle) = &*runtime {
        return Ok(handle.clone());
    }
    let fault = |error| Error::config("the background runtime cannot begin").with_source(error);
    let new = Builder::new_current_thread().enable_all().build().map_err(fault)?;
    let handle = new.handle().clone();
    thread::Builder::new()
        .name("sdk-blocking".to_owned())
        .spawn(move || new.block_on(pending::<()>()))
        .map_err(fault)?;
    *runtime = Some(handle.clone());
    Ok(handle)
}
