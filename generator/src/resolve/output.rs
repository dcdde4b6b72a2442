//! Outputs: the successes of an operation become one Rust type (sdk.md, "Answers").

use openapiv3::{MediaType, ReferenceOr, Schema};

use super::{
    Context, Hint, bare,
    body::named_by_component,
    docs,
    media::{self, Media},
    names,
    response::{Asked, Documented, first},
    said,
    schema::split_nullable,
    shape, status,
};
use crate::{
    diagnostic::Code,
    dialect::carry::{self, Carried},
    model::{Answer, Content, HttpMethod, JsonType, Output, OutputVariant, TypeId, TypeKind, TypeName, TypeRef},
    pointer::At,
};

/// What one success gives.
#[derive(Clone, Debug, PartialEq)]
enum Given {
    Nothing,
    Json(TypeRef),
    /// An array in the envelope: the type of its items.
    List(TypeRef),
    Text,
    Bytes,
}

/// What the caller gets from all successes together.
pub(super) fn resolve_output<'a>(cx: &mut Context<'a>, successes: &[Documented<'a>], asked: &Asked<'_>) -> Answer {
    let mut reader = Reader { asked, seen: Vec::new(), outside: false, item: None };
    let given: Vec<Given> = successes.iter().map(|success| reader.read(cx, success)).collect();
    let in_force = asked.envelope && cx.envelope.is_some();
    let output = combine(successes, &given, asked.call);
    let docs = first(successes).map(|first| docs::canonical(&first.response.node.description)).unwrap_or_default();
    let enveloped = in_force && !reader.outside;
    Answer { output, enveloped, item: reader.item, accept: accept(successes), docs }
}

/// Reads successes one after the other; equal inline schemas are one type.
struct Reader<'a, 'h> {
    asked: &'h Asked<'h>,
    seen: Vec<(&'a ReferenceOr<Schema>, Given)>,
    /// Some answer does not have the envelope's form.
    outside: bool,
    /// What each item of a stream is.
    item: Option<TypeRef>,
}

impl<'a> Reader<'a, '_> {
    fn read(&mut self, cx: &mut Context<'a>, success: &Documented<'a>) -> Given {
        let response = &success.response;
        if *self.asked.method == HttpMethod::Head || status::is_empty(success.statuses) {
            return Given::Nothing;
        }
        let best = response.node.content.iter().min_by_key(|(name, _)| rank(name));
        let Some((name, media)) = best else { return Given::Nothing };
        let media = At::new(media, response.origin.join("content").join(name));
        let sequence = Carried(&media.node.extensions).flag(carry::SEQUENCE);
        match media::classify(name) {
            Media::Json if !sequence => self.json(cx, success, &media),
            Media::Stream | Media::Json => self.stream(cx, success, &media),
            kind => {
                self.outside = true;
                self.report_unread(cx, &media, name);
                if matches!(kind, Media::Text | Media::Form) { Given::Text } else { Given::Bytes }
            }
        }
    }

    /// A stream comes whole, as text; what its items are is kept.
    fn stream(&mut self, cx: &mut Context<'a>, success: &Documented<'a>, media: &At<&'a MediaType>) -> Given {
        self.outside = true;
        if let Some(schema) = media.node.schema.as_ref().filter(|_| self.item.is_none()) {
            let hint = named_by_component(&success.response, &self.asked.hint.join("Event"), "Event");
            let at = media.below("schema", schema.into());
            let (ty, _) = split_nullable(cx.type_ref(&at, &hint));
            self.item = (!ty.named().is_empty()).then_some(ty);
        }
        Given::Text
    }

    fn json(&mut self, cx: &mut Context<'a>, success: &Documented<'a>, media: &At<&'a MediaType>) -> Given {
        let Some(schema) = &media.node.schema else { return Given::Json(TypeRef::Json) };
        if let Some((_, given)) = self.seen.iter().find(|(known, _)| *known == schema) {
            return given.clone();
        }
        let hint = match self.seen.is_empty() {
            true => self.asked.hint.join("Response"),
            false => self.asked.hint.join(status::variant(success.statuses)).join("Response"),
        };
        let hint = named_by_component(&success.response, &hint, "Response");
        let at = media.below("schema", schema);
        let given = match self.value(cx, &at, &hint) {
            Given::Json(ty) => Given::Json(bare::of_json(cx, ty, &at.origin)),
            Given::List(item) => Given::List(bare::of_json(cx, item, &at.origin)),
            given => given,
        };
        self.seen.push((schema, given.clone()));
        given
    }

    /// What a JSON answer of this schema gives: the document, or what stands in its envelope.
    fn value(&mut self, cx: &mut Context<'a>, schema: &At<&'a ReferenceOr<Schema>>, hint: &Hint) -> Given {
        let at = At::new(schema.node.into(), schema.origin.clone());
        let Some(view) = cx.view(&at, hint) else { return Given::Json(TypeRef::Json) };
        if shape::is_binary(&view) {
            self.outside = true;
            return Given::Bytes;
        }
        let envelope = cx.envelope.clone().filter(|_| self.asked.envelope && shape::is_object(&view));
        let Some(envelope) = envelope else {
            self.outside = true;
            return Given::Json(cx.type_ref(&at, hint));
        };
        let Some(data) = cx.property_type(&view, envelope.data.as_str()) else { return Given::Nothing };
        match split_nullable(data) {
            (TypeRef::List(item), _) => Given::List(*item),
            (TypeRef::Named(id), _) if list_item(cx, id).is_some() => {
                list_item(cx, id).map_or(Given::Nothing, Given::List)
            }
            (ty, true) => Given::Json(TypeRef::Nullable(Box::new(ty))),
            (ty, false) => Given::Json(ty),
        }
    }

    /// Notes that a schema which says more than "text" or "bytes" is not what the caller gets.
    fn report_unread(&self, cx: &mut Context<'a>, media: &At<&'a MediaType>, name: &str) {
        let Some(schema) = &media.node.schema else { return };
        let schema = media.below("schema", schema.into());
        let Some(view) = cx.view(&schema, self.asked.hint) else { return };
        if matches!(view.json_type(), Some(JsonType::Object | JsonType::Array)) || !view.choices.is_empty() {
            let message =
                format!("an answer of {} is not read by its schema; the caller gets it as it comes", said::code(name));
            cx.diagnostics.report(Code::AnswerUntyped, schema.origin, message);
        }
    }
}

/// The items of a named list.
fn list_item(cx: &Context<'_>, id: TypeId) -> Option<TypeRef> {
    match &cx.types.get(id).kind {
        TypeKind::Alias(TypeRef::List(item)) => Some((**item).clone()),
        TypeKind::Alias(TypeRef::Named(inner)) => list_item(cx, *inner),
        _ => None,
    }
}

/// JSON before all, streams after all; of what serves equally well the first by name.
fn rank(media_type: &str) -> (u8, u8, &str) {
    match media::preference(media_type) {
        (Media::Json, rank) => (0, rank, media_type),
        (Media::Stream, _) => (2, 0, media_type),
        _ => (1, 0, media_type),
    }
}

/// One output for what all successes give.
fn combine(successes: &[Documented<'_>], given: &[Given], call: &TypeName) -> Output {
    let mut different: Vec<&Given> = Vec::new();
    for one in given.iter().filter(|given| **given != Given::Nothing) {
        if !different.contains(&one) {
            different.push(one);
        }
    }
    let with_nothing = given.contains(&Given::Nothing);
    match different.as_slice() {
        [] => Output::Nothing,
        [Given::Json(ty)] if with_nothing => Output::Optional(split_nullable(ty.clone()).0),
        [Given::Json(ty)] => Output::Json(ty.clone()),
        [Given::List(item)] => Output::List(item.clone()),
        [Given::Text] => Output::Text,
        [Given::Bytes] => Output::Bytes,
        _ => by_status(successes, given, call),
    }
}

fn by_status(successes: &[Documented<'_>], given: &[Given], call: &TypeName) -> Output {
    let mut variants = Vec::new();
    for (success, given) in successes.iter().zip(given) {
        let content = match given {
            Given::Nothing => Content::Nothing,
            Given::Json(ty) => Content::Json(ty.clone()),
            Given::List(item) => Content::Json(TypeRef::List(Box::new(item.clone()))),
            Given::Text => Content::Text,
            Given::Bytes => Content::Bytes,
        };
        variants.push(OutputVariant {
            name: names::variant_name(&[&status::variant(success.statuses)]),
            statuses: success.statuses,
            content,
            docs: docs::canonical(&success.response.node.description),
        });
    }
    Output::ByStatus { name: names::type_name(&[call.as_str(), "Output"]), variants }
}

/// The declared media types of the successes, JSON first; a stream only when there is nothing else.
fn accept(successes: &[Documented<'_>]) -> Vec<String> {
    let mut all: Vec<&str> = Vec::new();
    for name in successes.iter().flat_map(|success| success.response.node.content.keys()) {
        let name = name.trim();
        if media::is_valid(name) && !all.contains(&name) {
            all.push(name);
        }
    }
    all.sort_by_key(|name| rank(name));
    let whole = all.iter().any(|name| media::classify(name) != Media::Stream);
    all.retain(|name| !whole || media::classify(name) != Media::Stream);
    all.into_iter().map(str::to_owned).collect()
}
