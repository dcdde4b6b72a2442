//! A sign of life on a terminal, for what takes longer than half a second.

use std::{
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    thread,
    time::Duration,
};

use indicatif::ProgressBar;

use super::console::Console;

/// How long nothing is shown.
const PATIENCE: Duration = Duration::from_millis(500);

/// Shown until it is dropped.
#[derive(Debug)]
pub(super) struct Progress {
    thread: Option<(Sender<()>, thread::JoinHandle<()>)>,
}

impl Progress {
    /// Begins to wait.
    pub(super) fn start(console: Console, message: String) -> Self {
        let start = || {
            let (stop, stopped) = channel();
            (stop, thread::spawn(move || show(&stopped, message)))
        };
        Self { thread: console.shows_progress().then(start) }
    }
}

fn show(stopped: &Receiver<()>, message: String) {
    if stopped.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
        return;
    }
    let bar = ProgressBar::new_spinner().with_message(message);
    bar.enable_steady_tick(Duration::from_millis(100));
    // Nothing is ever sent: this waits until the sender is dropped.
    let _ = stopped.recv();
    bar.finish_and_clear();
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((stop, thread)) = self.thread.take() {
            drop(stop);
            let _ = thread.join();
        }
    }
}
