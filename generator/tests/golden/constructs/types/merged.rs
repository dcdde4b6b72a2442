// Generated from openapi.yaml; edit that instead.

use super::{MergedWithLeft, MergedWithRight};
use crate::constructs::runtime::{self, union};

/// With siblings. A received value is the first of these, in this order, that it fits.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub enum Merged {
    /// Holds [`MergedWithLeft`].
    WithLeft(Box<MergedWithLeft>),
    /// Holds [`MergedWithRight`].
    WithRight(Box<MergedWithRight>),
    /// A value that is none of these, kept as it came.
    Unknown(serde_json::Value),
}

impl From<MergedWithLeft> for Merged {
    fn from(value: MergedWithLeft) -> Self {
        Self::WithLeft(Box::new(value))
    }
}

impl From<MergedWithRight> for Merged {
    fn from(value: MergedWithRight) -> Self {
        Self::WithRight(Box::new(value))
    }
}

union! { Merged: Serialize + Deserialize by shape {
    WithLeft  object "id", "kind", "left";
    WithRight object "id", "kind", "right";
    ..Unknown;
} }
