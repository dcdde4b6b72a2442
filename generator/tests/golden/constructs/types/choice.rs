// Generated from openapi.yaml; edit that instead.

use super::Node;
use crate::constructs::runtime::{self, union};

/// The schema `Choice`. Which one a received value is, its JSON type says.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// Holds [`Node`].
    Node(Box<Node>),
    /// Holds `String`.
    Text(String),
    /// A value that is none of these, kept as it came.
    Unknown(serde_json::Value),
}

impl From<Node> for Choice {
    fn from(value: Node) -> Self {
        Self::Node(Box::new(value))
    }
}

impl From<String> for Choice {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&str> for Choice {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

union! { Choice: Serialize + Deserialize by shape {
    Node object "value";
    Text string;
    ..Unknown;
} }
