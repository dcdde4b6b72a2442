// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, object};

/// `VersionsVersion2` in the API's description.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct VersionsVersion2 {
    /// `version` on the wire. `new` sets it to `2`.
    pub version: i64,
    /// `a` on the wire.
    pub a: Option<String>,
}

impl VersionsVersion2 {
    /// Starts with the defaults; the methods below change them.
    pub fn new() -> Self {
        Self { version: 2, a: None }
    }

    /// Sets `version`.
    #[must_use]
    pub fn version(mut self, version: i64) -> Self {
        self.version = version;
        self
    }

    /// Sets `a`.
    #[must_use]
    pub fn a(mut self, a: impl Into<String>) -> Self {
        self.a = Some(a.into());
        self
    }
}

impl Default for VersionsVersion2 {
    fn default() -> Self {
        Self::new()
    }
}

object! { VersionsVersion2: Serialize + Deserialize {
    version required "version";
    a       optional "a";
} }
