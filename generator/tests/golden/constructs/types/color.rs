// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, UnknownValue, open_enum};

/// The schema `Color`.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Color {
    /// Like blood.
    Red,
    /// `blue` on the wire.
    Blue,
    /// `green` on the wire.
    Green,
    /// `old` on the wire. Deprecated.
    Old,
    /// A value that this version does not list, kept as it came.
    Unknown(UnknownValue),
}

open_enum! { Color {
    Red   "red";
    Blue  "blue";
    Green "green";
    Old   "old";
} }
