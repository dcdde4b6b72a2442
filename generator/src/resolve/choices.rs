//! What an operation's extensions choose for it.

use indexmap::IndexMap;
use openapiv3::Operation;
use serde_json::Value;

use super::Context;
use crate::pointer::At;

/// The choices of one operation.
#[derive(Clone, Debug, Default)]
pub(super) struct OperationChoices {
    /// The resource, dots nest.
    pub(super) resource: Option<String>,
    /// The method's name.
    pub(super) method: Option<String>,
    /// Leave it out.
    pub(super) ignore: bool,
    /// Safe to send twice.
    pub(super) idempotent: Option<bool>,
    /// 409 is worth a retry.
    pub(super) retry_conflict: bool,
    /// Whether its answers stand in the envelope.
    pub(super) envelope: bool,
}

impl OperationChoices {
    /// Reads them.
    pub(super) fn read(_cx: &mut Context<'_>, operation: &At<&Operation>) -> Self {
        let extensions = &operation.node.extensions;
        Self {
            resource: text(extensions, "x-sdk-resource"),
            method: text(extensions, "x-sdk-method"),
            ignore: flag(extensions, "x-sdk-ignore").unwrap_or_default(),
            idempotent: flag(extensions, "x-sdk-idempotent"),
            retry_conflict: flag(extensions, "x-sdk-retry-conflict").unwrap_or_default(),
            envelope: flag(extensions, "x-sdk-envelope").unwrap_or(true),
        }
    }
}

/// A text.
pub(super) fn text(extensions: &IndexMap<String, Value>, key: &str) -> Option<String> {
    extensions.get(key)?.as_str().map(str::to_owned)
}

/// A yes or no.
pub(super) fn flag(extensions: &IndexMap<String, Value>, key: &str) -> Option<bool> {
    extensions.get(key)?.as_bool()
}
