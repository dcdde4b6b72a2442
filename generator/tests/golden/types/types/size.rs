// Generated from openapi.yaml; edit that instead.

use crate::golden::runtime::{self, closed_enum};

/// A size.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Size {
    /// Small.
    Small,
    /// `"l"\n` on the wire.
    Large,
}

closed_enum! { Size {
    Small "s";
    Large "\"l\"\n";
} }
