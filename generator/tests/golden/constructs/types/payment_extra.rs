// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, union};

/// What `extra` holds. Which one a received value is, its JSON type says.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub enum PaymentExtra {
    /// Holds `i64`.
    Integer(i64),
    /// Holds `String`.
    Text(String),
    /// A value that is none of these, kept as it came.
    Unknown(serde_json::Value),
}

impl From<i64> for PaymentExtra {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<String> for PaymentExtra {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&str> for PaymentExtra {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

union! { PaymentExtra: Serialize + Deserialize by shape {
    Integer integer;
    Text    string;
    ..Unknown;
} }
