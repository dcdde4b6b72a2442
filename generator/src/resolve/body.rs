//! Request bodies: JSON and forms by their schema, texts and bytes as they are.

use std::rc::Rc;

use openapiv3::{MediaType, ReferenceOr, RequestBody};
use serde_json::Value;

use super::{
    Context, Hint, bare, docs, encoding, example,
    media::{self, Media},
    said,
    schema::{View, split_nullable},
    shape,
};
use crate::{
    diagnostic::Code,
    model::{Body, BodyKind, JsonType, TypeRef},
    pointer::At,
};

/// What an operation's `requestBody` comes to.
#[derive(Debug, Default)]
pub(super) struct Sent {
    /// What is sent; none: nothing.
    pub(super) body: Option<Body>,
    /// The spec's own example of it.
    pub(super) example: Option<Value>,
}

/// Reads a request body. `hint` names its type when it is written inline.
pub(super) fn resolve_body<'a>(cx: &mut Context<'a>, body: At<&'a ReferenceOr<RequestBody>>, hint: &Hint) -> Sent {
    let origin = body.origin.clone();
    let Some(body) = cx.look_up(body) else {
        // Said where the reference was followed; what the body is, nobody knows.
        let body = Body { kind: anything(), others: Vec::new(), required: false, docs: docs::canonical("") };
        return Sent { body: Some(body), example: None };
    };
    let hint = named_by_component(&body, hint, "Request");
    let content = body.origin.join("content");
    let mut all: Vec<(Rank, &'a str, At<&'a MediaType>)> = Vec::new();
    for (name, media) in body.node.content.iter().filter(|(name, _)| media::is_valid(name)) {
        let media = At::new(media, content.join(name));
        all.push((rank(cx, name, &media, &hint), name, media));
    }
    // The order of the document means nothing: what serves equally well goes by its name.
    all.sort_by_key(|(rank, name, _)| (*rank, *name));
    let (kind, example) = match all.first() {
        Some((rank, name, media)) => kind(cx, *rank, name, media, &hint, &all),
        None => {
            let message = "the request body names no media type; the caller gives bytes and says what they are";
            cx.diagnostics.report(Code::BodyPlain, origin, message);
            (anything(), None)
        }
    };
    let sent = kind.media_types();
    let others = all.iter().map(|(_, name, _)| name.trim().to_owned());
    let others = others.filter(|name| !sent.contains(&name.as_str()) && !name.contains('*')).collect();
    let required = body.node.required;
    let docs = docs::canonical(body.node.description.as_deref().unwrap_or_default());
    Sent { body: Some(Body { kind, others, required, docs }), example }
}

fn anything() -> BodyKind {
    BodyKind::Bytes { media_types: Vec::new() }
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

/// How a body is given; the first is preferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// A form that has files, which no other form can carry.
    Files,
    Json(u8),
    Multipart,
    Form,
    Text,
    Bytes,
}

fn rank<'a>(cx: &mut Context<'a>, name: &str, media: &At<&'a MediaType>, hint: &Hint) -> Rank {
    let view = view(cx, media, hint);
    let single = view.as_ref().is_some_and(|view| view.choices.is_empty() && is_single(view.json_type()));
    match media::preference(name) {
        (Media::Json, _) if view.as_ref().is_some_and(|view| shape::is_binary(view)) => Rank::Bytes,
        // A range says nothing, and without a schema nothing else does either.
        (Media::Json, 3) if view.is_none() => Rank::Bytes,
        (Media::Json, rank) => Rank::Json(rank),
        (Media::Multipart, _) if media::essence(name) != "multipart/form-data" || single => Rank::Bytes,
        (Media::Multipart, _) if view.as_ref().is_some_and(|view| has_files(cx, view)) => Rank::Files,
        (Media::Multipart, _) => Rank::Multipart,
        (Media::Form, _) if single => Rank::Text,
        (Media::Form, _) => Rank::Form,
        (Media::Text, _) if view.as_ref().is_some_and(|view| shape::is_binary(view)) => Rank::Bytes,
        (Media::Text | Media::Stream, _) => Rank::Text,
        (Media::Binary, _) => Rank::Bytes,
    }
}

fn view<'a>(cx: &mut Context<'a>, media: &At<&'a MediaType>, hint: &Hint) -> Option<Rc<View<'a>>> {
    let schema = media.node.schema.as_ref()?;
    cx.view(&media.below("schema", schema.into()), hint)
}

fn is_single(ty: Option<JsonType>) -> bool {
    matches!(ty, Some(JsonType::String | JsonType::Number | JsonType::Integer | JsonType::Boolean))
}

/// Whether some member of a form is a file.
fn has_files<'a>(cx: &mut Context<'a>, view: &View<'a>) -> bool {
    let parts: Vec<_> = view.properties.values().flatten().cloned().collect();
    parts.iter().any(|part| {
        let Some(member) = cx.view(&part.schema, &part.hint) else { return false };
        let item = member.items.first().and_then(|item| cx.view(&item.schema, &item.hint));
        shape::is_binary(&member) || item.is_some_and(|item| shape::is_binary(&item))
    })
}

fn kind<'a>(
    cx: &mut Context<'a>,
    rank: Rank,
    name: &str,
    media: &At<&'a MediaType>,
    hint: &Hint,
    all: &[(Rank, &'a str, At<&'a MediaType>)],
) -> (BodyKind, Option<Value>) {
    let kind = match rank {
        Rank::Json(_) => {
            let ty = ty(cx, media, hint);
            let ty = bare::of_json(cx, ty, &media.origin.join("schema"));
            BodyKind::Json { media_type: media::concrete(name), ty }
        }
        Rank::Multipart | Rank::Files => {
            encoding::check_headers(cx, media);
            let ty = ty(cx, media, hint);
            BodyKind::Multipart { media_types: encoding::media_types(media), ty }
        }
        Rank::Form => {
            let ty = ty(cx, media, hint);
            BodyKind::Form { styles: encoding::styles(cx, media), ty }
        }
        Rank::Text => {
            report_plain(cx, name, media, hint, "text");
            return (BodyKind::Text { media_type: name.trim().to_owned() }, None);
        }
        Rank::Bytes => {
            report_plain(cx, name, media, hint, "bytes");
            let bytes = all.iter().filter(|(rank, ..)| *rank == Rank::Bytes);
            let media_types = bytes.map(|(_, name, _)| name.trim().to_owned()).collect();
            return (BodyKind::Bytes { media_types }, None);
        }
    };
    (kind, example::of_media_type(cx, media))
}

fn ty<'a>(cx: &mut Context<'a>, media: &At<&'a MediaType>, hint: &Hint) -> TypeRef {
    match &media.node.schema {
        Some(schema) => split_nullable(cx.type_ref(&media.below("schema", schema.into()), hint)).0,
        None => TypeRef::Json,
    }
}

/// Says that a schema which says more than "text" or "bytes" is not what the caller gives.
fn report_plain<'a>(cx: &mut Context<'a>, name: &str, media: &At<&'a MediaType>, hint: &Hint, given: &str) {
    let Some(view) = view(cx, media, hint) else { return };
    if matches!(view.json_type(), Some(JsonType::Object | JsonType::Array)) || !view.choices.is_empty() {
        let message =
            format!("a body of {} is not written by its schema; the caller gives it as {given}", said::code(name));
        cx.diagnostics.report(Code::BodyPlain, media.origin.join("schema"), message);
    }
}
