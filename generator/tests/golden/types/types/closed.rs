// Generated from openapi.yaml; edit that instead.

use super::{Dog, Moments};
use crate::golden::runtime::{self, union};

/// Text, a dog, or moments. A received value is the first of these, in this order, that it
/// fits.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub enum Closed {
    /// Holds `jiff::Timestamp`.
    Moment(jiff::Timestamp),
    /// Holds `String`.
    Text(String),
    /// Holds [`Dog`].
    Dog(Box<Dog>),
    /// Holds [`Moments`].
    Moments(Moments),
    /// Holds `Vec<jiff::Timestamp>`.
    More(Vec<jiff::Timestamp>),
    /// Holds `serde_json::Value`.
    Anything(serde_json::Value),
}

impl From<jiff::Timestamp> for Closed {
    fn from(value: jiff::Timestamp) -> Self {
        Self::Moment(value)
    }
}

impl From<String> for Closed {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&str> for Closed {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<Dog> for Closed {
    fn from(value: Dog) -> Self {
        Self::Dog(Box::new(value))
    }
}

impl From<Moments> for Closed {
    fn from(value: Moments) -> Self {
        Self::Moments(value)
    }
}

impl From<Vec<jiff::Timestamp>> for Closed {
    fn from(value: Vec<jiff::Timestamp>) -> Self {
        Self::More(value)
    }
}

impl From<serde_json::Value> for Closed {
    fn from(value: serde_json::Value) -> Self {
        Self::Anything(value)
    }
}

union! { Closed: Serialize + Deserialize by shape {
    Moment   string as timestamp;
    Text     string;
    Dog      object "name";
    Moments  array as list(null(timestamp));
    More     array as list(timestamp);
    Anything any;
} }
