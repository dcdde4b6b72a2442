// Generated from openapi.yaml; edit that instead.

use crate::golden::runtime::{self, UnknownValue, open_enum};

/// A provider.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum IntegrationType {
    /// Google Mail.
    Gmail,
    /// `github` on the wire.
    Github,
    /// Old. Deprecated.
    Notion,
    /// A value that this version does not list, kept as it came.
    Unknown(UnknownValue),
}

open_enum! { IntegrationType {
    Gmail  "gmail";
    Github "github";
    Notion "notion";
} }
