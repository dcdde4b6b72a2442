// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, UnknownValue, open_enum};

/// The values of `kind`.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PaymentKind {
    /// `card` on the wire.
    Card,
    /// `bank` on the wire.
    Bank,
    /// A value that this version does not list, kept as it came.
    Unknown(UnknownValue),
}

open_enum! { PaymentKind {
    Card "card";
    Bank "bank";
} }
