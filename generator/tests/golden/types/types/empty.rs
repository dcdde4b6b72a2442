// Generated from openapi.yaml; edit that instead.

use crate::golden::runtime::{self, object};

/// `Empty` in the API's description.
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Empty {}

impl Empty {
    /// An object without members.
    pub fn new() -> Self {
        Self::default()
    }
}

object! { Empty: Serialize {} }
