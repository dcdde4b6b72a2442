// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, UnknownValue, open_enum};

/// The schema `USER`.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum UserEnum {
    /// `a` on the wire.
    ALower,
    /// `A` on the wire.
    A,
    /// A value that this version does not list, kept as it came.
    Unknown(UnknownValue),
}

open_enum! { UserEnum {
    ALower "a";
    A      "A";
} }
