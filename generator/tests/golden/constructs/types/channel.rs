// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, UnknownInteger, open_integer_enum};

/// The schema `Channel`.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Channel {
    /// A channel in a guild.
    GuildText,
    /// `1` on the wire.
    DirectMessage,
    /// A value that this version does not list, kept as it came.
    Unknown(UnknownInteger),
}

open_integer_enum! { Channel {
    GuildText     0;
    DirectMessage 1;
} }
