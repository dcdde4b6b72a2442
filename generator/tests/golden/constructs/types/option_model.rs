// Generated from openapi.yaml; edit that instead.

use super::ResultModel;
use crate::constructs::runtime::{self, object};

/// The schema `Option`.
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OptionModel {
    /// `some` on the wire.
    pub some: Option<ResultModel>,
    /// `type` on the wire.
    pub type_: Option<String>,
    /// `self` on the wire.
    pub self_: Option<String>,
    /// `new` on the wire.
    pub new_: Option<String>,
}

impl OptionModel {
    /// Starts empty; the methods below set what is wanted.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `some`.
    #[must_use]
    pub fn some(mut self, some: ResultModel) -> Self {
        self.some = Some(some);
        self
    }

    /// Sets `type`.
    #[must_use]
    pub fn type_(mut self, type_: impl Into<String>) -> Self {
        self.type_ = Some(type_.into());
        self
    }

    /// Sets `self`.
    #[must_use]
    pub fn self_(mut self, self_: impl Into<String>) -> Self {
        self.self_ = Some(self_.into());
        self
    }

    /// Sets `new`.
    #[must_use]
    pub fn new_(mut self, new_: impl Into<String>) -> Self {
        self.new_ = Some(new_.into());
        self
    }
}

object! { OptionModel: Serialize + Deserialize {
    some  optional "some";
    type_ optional "type";
    self_ optional "self";
    new_  optional "new";
} }
