// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, UnknownValue, open_enum};

/// The values in `Bound`.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum BoundEnum {
    /// `auto` on the wire.
    Auto,
    /// `none` on the wire.
    None,
    /// A value that this version does not list, kept as it came.
    Unknown(UnknownValue),
}

open_enum! { BoundEnum {
    Auto "auto";
    None "none";
} }
