// Generated from openapi.yaml; edit that instead.

use crate::golden::runtime::{self, UnknownInteger, open_integer_enum};

/// A level.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// `-1` on the wire.
    Low,
    /// The highest.
    High,
    /// A value that this version does not list, kept as it came.
    Unknown(UnknownInteger),
}

open_integer_enum! { Level {
    Low  -1;
    High 20;
} }
