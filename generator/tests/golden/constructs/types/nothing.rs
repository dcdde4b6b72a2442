// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, object};

/// The schema `Nothing`.
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Nothing {}

impl Nothing {
    /// An object without members.
    pub fn new() -> Self {
        Self::default()
    }
}

object! { Nothing: Serialize + Deserialize {} }
