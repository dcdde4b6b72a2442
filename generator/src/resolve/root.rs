//! What the document says of the API as a whole.

use indexmap::IndexMap;
use serde_json::Value;

use super::{Context, choices, docs, names, parameter};
use crate::{
    diagnostic::Code,
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
    let extensions = &document.extensions;
    let pinned = cx.config.client.clone().or_else(|| choices::text(extensions, "x-sdk-client"));
    if pinned.is_some() {
        cx.pins.insert(names::Kind::Client, Origin::root(Pointer::root()));
    }
    let prefixed = cx.config.env_prefix.as_ref().map(|prefix| format!("{prefix}_BASE_URL"));
    let base_url_env = prefixed.or_else(|| choices::text(extensions, "x-sdk-base-url-env"));
    Root {
        client: names::client_name(&[pinned.as_deref().unwrap_or("Client")]),
        title: document.info.title.clone(),
        docs: docs::canonical(document.info.description.as_deref().unwrap_or_default()),
        base_url_env: base_url_env.map(EnvVar),
        envelope: envelope(cx, extensions),
        errors: errors(cx, extensions),
    }
}

/// `x-sdk-envelope: {data: …, success: …}`.
fn envelope(cx: &mut Context<'_>, extensions: &IndexMap<String, Value>) -> Option<Envelope> {
    let value = extensions.get("x-sdk-envelope")?;
    let text = |key: &str| value.get(key).and_then(Value::as_str).map(WireName::from);
    let success_fits = value.get("success").is_none_or(Value::is_string);
    match text("data") {
        Some(data) if success_fits => Some(Envelope { data, success: text("success") }),
        _ => {
            let message = "`x-sdk-envelope` names the property that holds the value as `data`, and may name `success`";
            report_value(cx, "x-sdk-envelope", message);
            None
        }
    }
}

/// `x-sdk-errors: {message: [/error], code: [/code], request-id: x-request-id}`; what it leaves out is as usual.
fn errors(cx: &mut Context<'_>, extensions: &IndexMap<String, Value>) -> ErrorShape {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let mut shape = ErrorShape {
        message: owned(USUAL_MESSAGES),
        code: owned(USUAL_CODES),
        request_id: Some(WireName::from(USUAL_REQUEST_ID)),
    };
    let Some(value) = extensions.get("x-sdk-errors") else { return shape };
    let Some(said) = value.as_object() else {
        report_value(cx, "x-sdk-errors", "`x-sdk-errors` is a mapping with `message`, `code` and `request-id`");
        return shape;
    };
    for (key, value) in said {
        let pointers = pointers(value);
        match (key.as_str(), pointers, value.as_str()) {
            ("message", Some(pointers), _) => shape.message = pointers,
            ("code", Some(pointers), _) => shape.code = pointers,
            ("request-id", _, Some(header)) if parameter::is_token(header) => {
                shape.request_id = Some(WireName::from(header))
            }
            _ => {
                let message = format!(
                    "`x-sdk-errors` cannot say `{key}` so: `message` and `code` are JSON pointers, `request-id` is a header"
                );
                report_value(cx, "x-sdk-errors", &message);
            }
        }
    }
    shape
}

/// One JSON pointer or a list of them.
fn pointers(value: &Value) -> Option<Vec<String>> {
    let one = std::slice::from_ref(value);
    let all = value.as_array().map_or(one, Vec::as_slice);
    let pointer = |value: &Value| value.as_str().filter(|text| Pointer::parse(text).is_some()).map(str::to_owned);
    all.iter().map(pointer).collect()
}

fn report_value(cx: &mut Context<'_>, key: &str, message: &str) {
    let origin = Origin::root(Pointer::root()).join(key);
    cx.diagnostics.report(Code::ExtensionValue, origin, message);
}
