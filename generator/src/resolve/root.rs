//! What the document says of the API as a whole.

use super::{
    Context, docs,
    extensions::{ErrorKeys, Reader},
    names, parameter,
};
use crate::{
    model::{Docs, EnvVar, Envelope, ErrorShape, TypeName, WireName},
    pointer::{Origin, Pointer},
};

/// Where errors say what is wrong when the document does not tell: the habits of many APIs, RFC 9457 (`detail`, `title`)
/// and RFC 6749 (`error_description`, `error`).
const USUAL_MESSAGES: &[&str] =
    &["/message", "/error/message", "/error_description", "/detail", "/error", "/msg", "/title"];
const USUAL_CODES: &[&str] = &["/code", "/error/code", "/error_code"];
const USUAL_REQUEST_ID: &str = "x-request-id";

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
    let document = cx.document;
    let origin = Origin::root(Pointer::root());
    let reader = Reader::new(&document.extensions, &origin);
    let own = reader.text("x-sdk-client", cx.diagnostics);
    let pinned = cx.config.client.clone().or(own);
    if pinned.is_some() {
        cx.pins.insert(names::Kind::Client, origin.clone());
    }
    let prefixed = cx.config.env_prefix.as_ref().map(|prefix| format!("{prefix}_BASE_URL"));
    let own = reader.text("x-sdk-base-url-env", cx.diagnostics);
    let envelope = reader.envelope(cx.diagnostics);
    let errors = reader.errors(cx.diagnostics).unwrap_or_default();
    Root {
        client: names::client_name(&[pinned.as_deref().unwrap_or("Client")]),
        title: document.info.title.clone(),
        docs: docs::canonical(document.info.description.as_deref().unwrap_or_default()),
        base_url_env: prefixed.or(own).map(EnvVar),
        envelope: envelope.map(|keys| Envelope { data: WireName(keys.data), success: keys.success.map(WireName) }),
        errors: shape(errors),
    }
}

/// What the document says of errors; what it leaves out is as usual.
fn shape(said: ErrorKeys) -> ErrorShape {
    let or_usual = |said: Vec<String>, usual: &[&str]| {
        if said.is_empty() { usual.iter().map(|text| (*text).to_owned()).collect() } else { said }
    };
    let request_id = said.request_id.filter(|header| parameter::is_token(header));
    ErrorShape {
        message: or_usual(said.message, USUAL_MESSAGES),
        code: or_usual(said.code, USUAL_CODES),
        request_id: Some(request_id.map_or_else(|| WireName::from(USUAL_REQUEST_ID), WireName)),
    }
}
