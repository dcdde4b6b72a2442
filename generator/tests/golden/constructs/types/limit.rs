// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, mixed_enum};

/// The schema `Limit`.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Limit {
    /// `auto` on the wire.
    Auto,
    /// `1` on the wire.
    N1,
    /// `0.5` on the wire.
    N0_5,
    /// `false` on the wire.
    False,
    /// `-2` on the wire.
    Minus2,
    /// `3.14` on the wire.
    N3_14,
    /// `3000000000` on the wire.
    N3000000000,
    /// A value that this version does not list, kept as it came.
    Unknown(serde_json::Value),
}

mixed_enum! { Limit {
    Auto        "auto";
    N1          1;
    N0_5        0.5;
    False       false;
    Minus2      -2;
    N3_14       f64::from_bits(4614253070214989087);
    N3000000000 3000000000i64;
    ..Unknown;
} }
