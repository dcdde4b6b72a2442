//! What the document says of the API as a whole.

use super::{Context, docs, names};
use crate::model::{Docs, EnvVar, Envelope, ErrorShape, TypeName};

/// The document's root.
#[derive(Debug)]
pub struct Root {
    /// See [`Api::client`](crate::model::Api::client).
    pub client: TypeName,
    /// See [`Api::title`](crate::model::Api::title).
    pub title: String,
    /// See [`Api::docs`](crate::model::Api::docs).
    pub docs: Docs,
    /// See [`Api::base_url_env`](crate::model::Api::base_url_env).
    pub base_url_env: Option<EnvVar>,
    /// See [`Api::envelope`](crate::model::Api::envelope).
    pub envelope: Option<Envelope>,
    /// See [`Api::errors`](crate::model::Api::errors).
    pub errors: ErrorShape,
}

/// Reads the root; flags and `generator.toml` win over its extensions.
pub fn resolve_root(cx: &mut Context<'_>) -> Root {
    let info = &cx.document.info;
    Root {
        client: names::type_name(&["Client"]),
        title: info.title.clone(),
        docs: docs::canonical(info.description.as_deref().unwrap_or_default()),
        base_url_env: None,
        envelope: None,
        errors: ErrorShape::default(),
    }
}
