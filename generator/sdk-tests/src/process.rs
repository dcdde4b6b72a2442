//! Programs of others that a check starts and ends.

use std::{
    net::{SocketAddr, TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use crate::Failure;

/// A program that ends with this value.
#[derive(Debug)]
pub struct Running(Child);

impl Running {
    /// Starts it.
    ///
    /// # Errors
    /// It cannot be started; the sentence names it.
    pub fn start(command: &mut Command) -> Result<Self, Failure> {
        let child = command.stdin(Stdio::null()).spawn();
        child.map(Self).map_err(|error| format!("cannot start {command:?}: {error}").into())
    }

    /// Its standard output, once; the command must have asked for a pipe.
    pub fn stdout(&mut self) -> Option<std::process::ChildStdout> {
        self.0.stdout.take()
    }

    /// Waits until something listens on `address`.
    ///
    /// # Errors
    /// The program ended, or `limit` is over.
    pub fn listening(&mut self, address: SocketAddr, limit: Duration) -> Result<(), Failure> {
        let started = Instant::now();
        while TcpStream::connect(address).is_err() {
            if let Some(status) = self.0.try_wait()? {
                return Err(format!("it ended with {status} before it listened on {address}").into());
            }
            if started.elapsed() > limit {
                return Err(format!("nothing listens on {address} after {} s", limit.as_secs()).into());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Ok(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself: then there is nothing left to do.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A loopback address that nobody listens on.
///
/// # Errors
/// No port is free.
pub fn free_address() -> Result<SocketAddr, Failure> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?)
}
