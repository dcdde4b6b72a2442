// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, object};

/// The schema `Vec`.
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VecModel {
    /// `a` on the wire.
    pub a: Option<Vec<VecModel>>,
}

impl VecModel {
    /// Starts empty; the methods below set what is wanted.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `a`.
    #[must_use]
    pub fn a(mut self, a: Vec<VecModel>) -> Self {
        self.a = Some(a);
        self
    }
}

object! { VecModel: Serialize + Deserialize {
    a optional "a";
} }
