//! What an operation's test expects on the wire, and what its server answers.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::{Map, Value};

use crate::{
    emit::{
        call::{self, Call},
        plan::Plan,
        raw_text,
        sample::Samples,
    },
    model::{Credential, Location, Operation, Output, ParameterStyle, PathSegment, Statuses, TypeRef},
};

/// The server's answer.
pub(super) struct Answer {
    pub(super) status: Literal,
    /// What follows `ResponseTemplate::new(status)`.
    pub(super) response: TokenStream,
    /// The text that `response` calls `ANSWER`.
    pub(super) body: Option<Literal>,
    /// The value inside, as JSON; none where there is none.
    pub(super) value: Option<Value>,
}

/// The first documented success; `None` when its type has no finite value.
pub(super) fn answer(plan: &Plan<'_>, operation: &Operation) -> Option<Answer> {
    let (status, ty) = match &operation.answer.output {
        Output::Json(ty) | Output::Optional(ty) => (200, Some(ty.clone())),
        Output::List(item) => (200, Some(TypeRef::List(Box::new(item.clone())))),
        Output::Nothing | Output::Text | Output::Bytes => (200, None),
        Output::ByStatus { variants, .. } => {
            let first = variants.first()?;
            let status = match first.statuses {
                Statuses::Code(code) => code,
                Statuses::Class(class) => u16::from(class) * 100,
                Statuses::Default => 200,
            };
            (status, first.content.ty().cloned())
        }
    };
    let status = Literal::u16_unsuffixed(status);
    let json = quote! { .set_body_raw(ANSWER, "application/json") };
    let Some(ty) = ty else {
        let (response, body) = match operation.answer.output {
            Output::Text => (quote! { .set_body_string("text") }, None),
            Output::Bytes => (quote! { .set_body_bytes(b"bytes".as_slice()) }, None),
            _ if operation.answer.enveloped => (json, Some(raw_text::json(&envelope(plan, None)))),
            _ => (TokenStream::new(), None),
        };
        return Some(Answer { status, response, body, value: None });
    };
    let value = Samples::new(plan.rust()).json(&ty, inner_example(plan, operation))?;
    let document = if operation.answer.enveloped { envelope(plan, Some(&value)) } else { value.clone() };
    Some(Answer { status, response: json, body: Some(raw_text::json(&document)), value: Some(value) })
}

/// The spec's example of the answer, taken out of the envelope.
fn inner_example<'a>(plan: &Plan<'_>, operation: &'a Operation) -> Option<&'a Value> {
    let example = operation.answer_example.as_ref()?;
    match &plan.api.envelope {
        Some(envelope) if operation.answer.enveloped => example.get(envelope.data.as_str()),
        _ => Some(example),
    }
}

fn envelope(plan: &Plan<'_>, value: Option<&Value>) -> Value {
    let mut document = Map::new();
    if let Some(envelope) = &plan.api.envelope {
        document.extend(envelope.success.iter().map(|name| (name.0.clone(), Value::Bool(true))));
        document.extend(value.map(|value| (envelope.data.0.clone(), value.clone())));
    }
    Value::Object(document)
}

/// An error body with `message` where the API's errors have it.
pub(super) fn error_body(plan: &Plan<'_>, message: &str) -> Value {
    let pointer = plan.api.errors.message.first().map_or("/message", String::as_str);
    let keys = pointer.trim_start_matches('/').split('/').map(|key| key.replace("~1", "/").replace("~0", "~"));
    keys.rev().fold(Value::String(message.to_owned()), |inner, key| Value::Object(Map::from_iter([(key, inner)])))
}

/// `(method("GET")).and(path("/pets"))`, and so on.
pub(super) fn matchers(plan: &Plan<'_>, operation: &Operation, call: &Call) -> TokenStream {
    let (method, path) = (operation.method.as_str(), path(operation, call));
    let mut all = vec![quote! { path(#path) }];
    all.extend(credentials(plan, operation));
    for (argument, value) in &call.arguments {
        let wire = &argument.wire;
        let texts = call::texts(value);
        let joined = call::joined(&texts);
        match (argument.location, argument.style) {
            (Location::Query, ParameterStyle::FormExplode) => all.extend(texts.iter().map(|(key, text)| {
                let key = key.as_deref().unwrap_or(wire.as_str());
                quote! { query_param(#key, #text) }
            })),
            (Location::Query, _) if !texts.is_empty() => all.push(quote! { query_param(#wire, #joined) }),
            (Location::Header, _) if texts.len() == 1 && !joined.contains(',') => {
                all.push(quote! { header(#wire, #joined) });
            }
            _ => {}
        }
    }
    all.extend(call.body.as_ref().map(|_| quote! { body_json_string(BODY) }));
    quote! { (method(#method)) #(.and(#all))* }
}

/// The path with the sample's values, encoded as the runtime does.
fn path(operation: &Operation, call: &Call) -> String {
    use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
    const VALUE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    let segments = operation.path.iter().map(|segment| match segment {
        PathSegment::Literal(text) => text.clone(),
        PathSegment::Argument(index) => {
            let given = operation.path_arguments.get(*index).map(|argument| &argument.wire);
            let value = call.arguments.iter().find(|(a, _)| a.location == Location::Path && Some(&a.wire) == given);
            let texts = value.map(|(_, value)| call::texts(value)).unwrap_or_default();
            let parts = texts.iter().flat_map(|(key, text)| key.iter().chain([text]));
            parts.map(|part| utf8_percent_encode(part, VALUE).to_string()).collect::<Vec<_>>().join(",")
        }
    });
    segments.collect()
}

/// The credentials of the first alternative.
fn credentials(plan: &Plan<'_>, operation: &Operation) -> Vec<TokenStream> {
    let auth = &plan.api.auth;
    let alternatives = operation.security.as_ref().unwrap_or(&auth.default);
    let needed = alternatives.first().into_iter().flatten().filter_map(|id| auth.schemes.get(id.0));
    let sent = needed.filter_map(|scheme| match &scheme.credential {
        Credential::Bearer => Some(quote! { header("authorization", "Bearer credential") }),
        Credential::Basic => Some(quote! { header("authorization", "Basic dXNlcjpwYXNzd29yZA==") }),
        Credential::Header(name) => Some(quote! { header(#name, "credential") }),
        Credential::Query(name) => Some(quote! { query_param(#name, "credential") }),
        Credential::Cookie(_) => None,
    });
    sent.collect()
}
