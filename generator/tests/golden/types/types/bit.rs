// Generated from openapi.yaml; edit that instead.

use crate::golden::runtime::{self, closed_integer_enum};

/// `Bit` in the API's description.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bit {
    /// `0` on the wire.
    Zero,
    /// `1` on the wire.
    One,
}

closed_integer_enum! { Bit {
    Zero 0;
    One  1;
} }
