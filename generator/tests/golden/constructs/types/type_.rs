// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, UnknownValue, open_enum};

/// The schema `Type`.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// `Self` on the wire.
    SelfValue,
    /// `Unknown` on the wire.
    UnknownValue,
    /// `type` on the wire.
    Type,
    /// `  ` on the wire.
    Empty,
    /// `   ` on the wire.
    Variantf718,
    /// `1` on the wire.
    N1,
    /// `a b` on the wire.
    AB,
    /// `a_b` on the wire.
    AbSnake,
    /// A value that this version does not list, kept as it came.
    Unknown(UnknownValue),
}

open_enum! { Type {
    SelfValue    "Self";
    UnknownValue "Unknown";
    Type         "type";
    Empty        "";
    Variantf718  " ";
    N1           "1";
    AB           "a b";
    AbSnake      "a_b";
} }
