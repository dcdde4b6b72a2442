//! resolve: the typed document becomes the [`Api`], with every name decided.

pub mod docs;
pub mod extensions;

use crate::{config::Config, diagnostic::Diagnostics, dialect::Lowered, model::Api};

/// Resolves the document.
pub fn resolve(_lowered: &Lowered, _config: &Config, _diagnostics: &mut Diagnostics) -> Option<Api> {
    None
}
