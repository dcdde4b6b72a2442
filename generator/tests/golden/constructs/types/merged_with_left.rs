// Generated from openapi.yaml; edit that instead.

use super::MergedWithLeftKind;
use crate::constructs::runtime::{self, object};

/// `MergedWithLeft` in the API's description.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct MergedWithLeft {
    /// `id` on the wire.
    pub id: String,
    /// `kind` on the wire.
    pub kind: MergedWithLeftKind,
    /// `size` on the wire. At least 1.
    pub size: Option<i64>,
    /// `left` on the wire.
    pub left: String,
}

impl MergedWithLeft {
    /// Starts with what is required; the rest is set by the methods below.
    pub fn new(
        id: impl Into<String>,
        kind: impl Into<MergedWithLeftKind>,
        left: impl Into<String>,
    ) -> Self {
        Self {
            id: id.into(),
            kind: kind.into(),
            size: None,
            left: left.into(),
        }
    }

    /// Sets `size`.
    #[must_use]
    pub fn size(mut self, size: i64) -> Self {
        self.size = Some(size);
        self
    }
}

object! { MergedWithLeft: Serialize + Deserialize {
    id   required "id";
    kind required "kind";
    size optional "size";
    left required "left";
} }
