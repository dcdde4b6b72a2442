//! User name and password (RFC 7617).

use super::{builder::ClientBuilder, secret::Secret};

impl ClientBuilder {
    /// Keeps a user name and a password for the scheme of this index.
    pub(crate) fn basic(self, scheme: usize, user: &str, password: Secret) -> Self {
        let pair = Secret::from(format!("{user}:{}", password.expose()));
        self.credential(scheme, pair)
    }
}
