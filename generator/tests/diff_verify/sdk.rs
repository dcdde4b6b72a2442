//! A small SDK.

pub mod resources;
pub mod types;
mod wire;

pub use std::time::Duration;
pub use wire::{Call, Transport};

use std::fmt;

/// Talks to the service.
#[derive(Clone, Debug)]
pub struct Client {
    token: String,
}

impl Client {
    /// The name of the service.
    pub const SERVICE: &'static str = "pets";

    pub fn new(token: impl Into<String>) -> Self {
        Self { token: token.into() }
    }

    pub fn pets(&self) -> resources::Pets<'_> {
        resources::Pets { token: &self.token }
    }

    pub fn send<T: From<types::Pet>>(&self, path: &str) -> Result<T, Error> {
        Err(Error::Status(path.len() as u16))
    }
}

#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    Status(u16),
    Decode { at: String },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it failed")
    }
}

impl std::error::Error for Error {}

pub fn version() -> &'static str {
    "1.0.0"
}

/// How often a call is repeated.
pub const RETRIES: u32 = 2;

#[macro_export]
macro_rules! pet {
    ($name:expr) => {
        $crate::types::Pet::new(1, $name)
    };
}
