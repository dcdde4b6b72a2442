//! Mounts the emitted types beside it; the only Rust file here that is written by hand.

pub(crate) use crate::runtime;

#[rustfmt::skip]
pub mod types;
