//! Request bodies: JSON is typed, anything else makes the operation raw.

use openapiv3::{MediaType, ReferenceOr, RequestBody};
use serde_json::Value;

use super::{
    Context, Hint, bare, docs, example,
    media::{self, Media},
    said,
    schema::split_nullable,
};
use crate::{
    diagnostic::Code,
    model::{Body, BodyKind, TypeRef},
    pointer::At,
};

/// What an operation's `requestBody` comes to.
#[derive(Debug, Default)]
pub(super) struct Sent {
    /// What is sent; none: nothing, or nothing that is typed.
    pub(super) body: Option<Body>,
    /// The spec's own example of it.
    pub(super) example: Option<Value>,
    /// Why the operation cannot be typed.
    pub(super) raw: Option<String>,
}

/// Reads a request body. `hint` names its type when it is written inline.
pub(super) fn resolve_body<'a>(cx: &mut Context<'a>, body: At<&'a ReferenceOr<RequestBody>>, hint: &Hint) -> Sent {
    let origin = body.origin.clone();
    let Some(body) = cx.look_up(body) else {
        return Sent { raw: Some("its request body is not there".to_owned()), ..Sent::default() };
    };
    let hint = named_by_component(&body, hint, "Request");
    let content = body.origin.join("content");
    let Some((media_type, media)) = best(body.node) else {
        let reason = unsupported(body.node);
        let place = if body.node.content.is_empty() { origin } else { content };
        cx.diagnostics.report(Code::OperationRaw, place, reason.clone());
        return Sent { raw: Some(reason), ..Sent::default() };
    };
    let media = At::new(media, content.join(media_type));
    let ty = match &media.node.schema {
        Some(schema) => {
            let at = media.below("schema", schema.into());
            let (ty, _) = split_nullable(cx.type_ref(&at, &hint));
            bare::of_json(cx, ty, &at.origin)
        }
        None => TypeRef::Json,
    };
    Sent {
        example: example::of_media_type(cx, &media),
        body: Some(Body {
            kind: BodyKind::Json { media_type: media::concrete(media_type), ty },
            required: body.node.required,
            docs: docs::canonical(body.node.description.as_deref().unwrap_or_default()),
        }),
        raw: None,
    }
}

/// An inline schema of a shared component is named after the component, that of an operation after the operation.
pub(super) fn named_by_component<T>(at: &At<T>, hint: &Hint, suffix: &str) -> Hint {
    match at.origin.pointer.tokens() {
        [components, _, name] if components == "components" => {
            let own = Hint::new(name);
            if name.to_ascii_lowercase().ends_with(&suffix.to_ascii_lowercase()) { own } else { own.join(suffix) }
        }
        _ => hint.clone(),
    }
}

/// The JSON media type to send.
fn best(body: &RequestBody) -> Option<(&str, &MediaType)> {
    let json = body.content.iter().filter(|(name, _)| media::is_valid(name) && media::classify(name) == Media::Json);
    json.map(|(name, media)| (name.as_str(), media)).min_by_key(|(name, _)| media::preference(name))
}

fn unsupported(body: &RequestBody) -> String {
    let names: Vec<String> = body.content.keys().map(|name| said::code(name)).collect();
    if names.is_empty() {
        return "its request body names no media type".to_owned();
    }
    format!("its request body is sent as {}, which is not typed yet", names.join(" or "))
}
