//! OpenAPI 3.2 becomes 3.1.

use serde_json::Value;

use crate::{diagnostic::Diagnostics, pointer::Places};

/// Puts whole parts of the document where 3.1 has them.
pub(super) fn restructure(_: &mut Value, _: &mut Diagnostics) -> Places {
    Places::default()
}

/// Says the rest in the keywords of 3.1.
pub(super) fn rewrite(_: &mut Value, _: &mut Diagnostics) -> Places {
    Places::default()
}
