// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, union};

/// The schema `Contact`. A received value is the first of these, in this order, that it fits.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub enum Contact {
    /// Holds `jiff::civil::Date`.
    Date(jiff::civil::Date),
    /// Holds `String`.
    Text(String),
    /// A value that is none of these, kept as it came.
    Unknown(serde_json::Value),
}

impl From<jiff::civil::Date> for Contact {
    fn from(value: jiff::civil::Date) -> Self {
        Self::Date(value)
    }
}

impl From<String> for Contact {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&str> for Contact {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

union! { Contact: Serialize + Deserialize by shape {
    Date string;
    Text string;
    ..Unknown;
} }
