// Generated from openapi.yaml; edit that instead.

use crate::golden::runtime::{self, object};

#[doc = " Hostile: */ \u{202e} \" \\ `x`. Deprecated."]
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The name. At most 100 characters. Matches ``^`[a-z]+$``.
    pub name: String,
    /// Formerly. Deprecated.
    pub old_name: Option<String>,
    /// `data` on the wire.
    pub data: bytes::Bytes,
    /// Below it.
    pub children: Option<Vec<Node>>,
}

impl Node {
    /// Starts with what is required; the rest is set by the methods below.
    pub fn new(data: impl Into<bytes::Bytes>, name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            old_name: None,
            data: data.into(),
            children: None,
        }
    }

    /// Formerly.
    #[deprecated]
    #[must_use]
    pub fn old_name(mut self, old_name: impl Into<String>) -> Self {
        self.old_name = Some(old_name.into());
        self
    }

    /// Below it.
    #[must_use]
    pub fn children(mut self, children: Vec<Node>) -> Self {
        self.children = Some(children);
        self
    }
}

object! { Node: Serialize + Deserialize {
    name     required "name";
    old_name optional "old-name";
    data     required "data" as byte;
    children optional "children";
} }
