// Generated from openapi.yaml; edit that instead.

use crate::constructs::runtime::{self, object};

/// The schema `Box`.
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BoxModel {
    /// `box` on the wire.
    pub box_: Option<Box<BoxModel>>,
}

impl BoxModel {
    /// Starts empty; the methods below set what is wanted.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `box`.
    #[must_use]
    pub fn box_(mut self, box_: BoxModel) -> Self {
        self.box_ = Some(Box::new(box_));
        self
    }
}

object! { BoxModel: Serialize + Deserialize {
    box_ optional "box";
} }
