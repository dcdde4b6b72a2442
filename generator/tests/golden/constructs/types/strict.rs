// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, mixed_enum};

/// The schema `Strict`.
#[non_exhaustive]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Strict {
    /// `1` on the wire.
    N1,
    /// `all` on the wire.
    All,
}

mixed_enum! { Strict {
    N1  1;
    All "all";
} }
