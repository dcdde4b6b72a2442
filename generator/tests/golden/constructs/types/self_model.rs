// Generated from openapi.yaml; edit that instead.

use super::OptionModel;
use crate::constructs::runtime::{self, object};

/// The schema `Self`.
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SelfModel {
    /// `a` on the wire.
    pub a: Option<OptionModel>,
}

impl SelfModel {
    /// Starts empty; the methods below set what is wanted.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn a(mut self, a: OptionModel) -> Self {
        self.a = Some(a);
        self
    }
}

object! { SelfModel: Serialize + Deserialize {
    a optional "a";
} }
