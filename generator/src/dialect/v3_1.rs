//! OpenAPI 3.1 becomes 3.0.

use serde_json::Value;

use crate::{diagnostic::Diagnostics, pointer::Places};

/// Puts whole parts of the document where 3.0 has them: path items, webhooks, definitions inside schemas.
pub(super) fn restructure(_: &mut Value, _: &mut Diagnostics) -> Places {
    Places::default()
}

/// Says every schema in the keywords of 3.0.
pub(super) fn rewrite(_: &mut Value, _: &mut Diagnostics) -> Places {
    Places::default()
}

/// Reads the keywords of 3.1 in a document of 3.0, and says that they are not of 3.0.
pub(super) fn tolerate(_: &mut Value, _: &mut Diagnostics) -> Places {
    Places::default()
}
