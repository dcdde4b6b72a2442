//! What a user of an SDK writes by hand: a type that `generator.toml` puts in place of a generated one.

use serde_core::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// An amount in cents, as text on the wire.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Money(pub i64);

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{}.{:02}", self.0 / 100, self.0 % 100))
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.replace('.', "").parse().map(Self).map_err(D::Error::custom)
    }
}
