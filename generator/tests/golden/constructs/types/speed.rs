// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, mixed_enum};

/// The schema `Speed`.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Speed {
    /// `0.5` on the wire.
    N0_5,
    /// `1` on the wire.
    N1,
    /// `1.5` on the wire.
    N1_5,
    /// A value that this version does not list, kept as it came.
    Unknown(serde_json::Value),
}

mixed_enum! { Speed {
    N0_5 0.5;
    N1   1;
    N1_5 1.5;
    ..Unknown;
} }
