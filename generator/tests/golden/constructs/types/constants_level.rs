// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, mixed_enum};

/// The values of `level`.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ConstantsLevel {
    /// `low` on the wire.
    Low,
    /// `2` on the wire.
    N2,
    /// A value that this version does not list, kept as it came.
    Unknown(serde_json::Value),
}

mixed_enum! { ConstantsLevel {
    Low "low";
    N2  2;
    ..Unknown;
} }
