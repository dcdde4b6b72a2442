//! A text that is never shown.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};

/// A key, a token or a password: never shown by `Debug`, wiped from memory when dropped.
///
/// Made by `From<&str>` and `From<String>`, so that setters take either.
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// The text. Whoever calls this takes care that it is not shown.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}
