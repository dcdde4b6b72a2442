// Generated from openapi.yaml; edit that instead.

use super::BoundEnum;
use crate::constructs::runtime::{self, union};

/// The schema `Bound`. Which one a received value is, its JSON type says.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub enum Bound {
    /// Holds `i64`.
    Integer(i64),
    /// Holds [`BoundEnum`].
    Enum(BoundEnum),
    /// A value that is none of these, kept as it came.
    Unknown(serde_json::Value),
}

impl From<i64> for Bound {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<BoundEnum> for Bound {
    fn from(value: BoundEnum) -> Self {
        Self::Enum(value)
    }
}

union! { Bound: Serialize + Deserialize by shape {
    Integer integer;
    Enum    string;
    ..Unknown;
} }
