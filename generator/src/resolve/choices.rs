//! What extensions choose, for the places where calls are described.

use indexmap::IndexMap;
use openapiv3::Operation;
use serde_json::Value;

use super::{Context, extensions::Reader};
use crate::pointer::{At, Origin};

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
    pub(super) fn read(cx: &mut Context<'_>, operation: &At<&Operation>) -> Self {
        let reader = Reader::new(&operation.node.extensions, &operation.origin).saying_once(&cx.said);
        Self {
            resource: reader.text("x-sdk-resource", cx.diagnostics),
            method: reader.text("x-sdk-method", cx.diagnostics),
            ignore: reader.flag("x-sdk-ignore", cx.diagnostics).unwrap_or_default(),
            idempotent: reader.flag("x-sdk-idempotent", cx.diagnostics),
            retry_conflict: reader.flag("x-sdk-retry-conflict", cx.diagnostics).unwrap_or_default(),
            envelope: !reader.without_envelope(cx.diagnostics),
        }
    }
}

/// A text that the object at `origin` states.
pub(super) fn text(
    cx: &mut Context<'_>,
    extensions: &IndexMap<String, Value>,
    origin: &Origin,
    key: &'static str,
) -> Option<String> {
    Reader::new(extensions, origin).saying_once(&cx.said).text(key, cx.diagnostics)
}

/// A yes or no that the object at `origin` states.
pub(super) fn flag(
    cx: &mut Context<'_>,
    extensions: &IndexMap<String, Value>,
    origin: &Origin,
    key: &'static str,
) -> Option<bool> {
    Reader::new(extensions, origin).saying_once(&cx.said).flag(key, cx.diagnostics)
}
