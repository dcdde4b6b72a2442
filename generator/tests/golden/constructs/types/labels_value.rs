// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, union};

/// `LabelsValue` in the API's description. Which one a received value is, its JSON type says.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub enum LabelsValue {
    /// Holds `i64`.
    Integer(i64),
    /// Holds `String`.
    Text(String),
    /// A value that is none of these, kept as it came.
    Unknown(serde_json::Value),
}

impl From<i64> for LabelsValue {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<String> for LabelsValue {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&str> for LabelsValue {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

union! { LabelsValue: Serialize + Deserialize by shape {
    Integer integer;
    Text    string;
    ..Unknown;
} }
