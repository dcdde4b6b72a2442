// Generated from openapi.yaml; edit that instead.

use super::{VersionsVersion1, VersionsVersion2};
use crate::constructs::runtime::{self, union};

/// The schema `Versions`. A received value is the first of these, in this order, that it fits.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub enum Versions {
    /// Holds [`VersionsVersion1`].
    Version1(Box<VersionsVersion1>),
    /// Holds [`VersionsVersion2`].
    Version2(Box<VersionsVersion2>),
    /// A value that is none of these, kept as it came.
    Unknown(serde_json::Value),
}

impl From<VersionsVersion1> for Versions {
    fn from(value: VersionsVersion1) -> Self {
        Self::Version1(Box::new(value))
    }
}

impl From<VersionsVersion2> for Versions {
    fn from(value: VersionsVersion2) -> Self {
        Self::Version2(Box::new(value))
    }
}

union! { Versions: Serialize + Deserialize by shape {
    Version1 object "version", "version" = "1";
    Version2 object "version", "version" = "2";
    ..Unknown;
} }
