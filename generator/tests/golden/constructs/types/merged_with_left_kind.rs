// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, UnknownValue, open_enum};

/// The values of `kind`.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum MergedWithLeftKind {
    /// `merged` on the wire.
    Merged,
    /// `joined` on the wire.
    Joined,
    /// A value that this version does not list, kept as it came.
    Unknown(UnknownValue),
}

open_enum! { MergedWithLeftKind {
    Merged "merged";
    Joined "joined";
} }
