// Generated from openapi.yaml; edit that instead.

use std::collections::BTreeMap;

use super::LabelsValue;
use crate::constructs::runtime::{self, object};

/// The schema `Labels`.
#[non_exhaustive]
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Labels {
    /// `id` on the wire.
    pub id: Option<String>,
    /// Members beyond the named ones. Their keys match `^x-` or `^y"\d`.
    pub additional_properties: BTreeMap<String, LabelsValue>,
}

impl Labels {
    /// Starts empty; the methods below set what is wanted.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `id`.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Members beyond the named ones. Their keys match `^x-` or `^y"\d`.
    #[must_use]
    pub fn additional_properties(
        mut self,
        additional_properties: BTreeMap<String, LabelsValue>,
    ) -> Self {
        self.additional_properties = additional_properties;
        self
    }
}

object! { Labels: Serialize + Deserialize {
    id optional "id";
    ..additional_properties;
} }
