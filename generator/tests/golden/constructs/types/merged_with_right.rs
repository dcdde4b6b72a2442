// Generated from openapi.yaml; edit that instead.

use super::MergedWithRightKind;
use crate::constructs::runtime::{self, object};

/// `MergedWithRight` in the API's description.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq)]
pub struct MergedWithRight {
    /// `id` on the wire.
    pub id: String,
    /// `kind` on the wire.
    pub kind: MergedWithRightKind,
    /// `size` on the wire. At least 1.
    pub size: Option<i64>,
    /// `right` on the wire.
    pub right: String,
}

impl MergedWithRight {
    /// Starts with what is required; the rest is set by the methods below.
    pub fn new(
        id: impl Into<String>,
        kind: impl Into<MergedWithRightKind>,
        right: impl Into<String>,
    ) -> Self {
        Self {
            id: id.into(),
            kind: kind.into(),
            size: None,
            right: right.into(),
        }
    }

    /// Sets `size`.
    #[must_use]
    pub fn size(mut self, size: i64) -> Self {
        self.size = Some(size);
        self
    }
}

object! { MergedWithRight: Serialize + Deserialize {
    id    required "id";
    kind  required "kind";
    size  optional "size";
    right required "right";
} }
