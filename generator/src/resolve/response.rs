//! Answers: the responses object becomes what the caller gets, and the documented errors.

use openapiv3::{MediaType, Operation, ReferenceOr, Response};
use serde_json::Value;

use super::{
    Context, Hint, bare, body::named_by_component, docs, example, media, output, schema::split_nullable, status,
};
use crate::{
    diagnostic::Code,
    model::{Answer, ErrorAnswer, HttpMethod, Skipped, Statuses, TypeName, TypeRef},
    pointer::{At, Origin},
};

/// What an operation's `responses` come to.
#[derive(Debug)]
pub(super) struct Received {
    /// The successes.
    pub(super) answer: Answer,
    /// The rest, by status.
    pub(super) errors: Vec<ErrorAnswer>,
    /// The spec's own example of the first success' body.
    pub(super) example: Option<Value>,
}

/// One documented answer.
#[derive(Debug)]
pub(super) struct Documented<'a> {
    /// When.
    pub(super) statuses: Statuses,
    /// What it is.
    pub(super) response: At<&'a Response>,
    /// Its place among all, as the document orders them.
    pub(super) place: usize,
}

/// The success that the document states first: the one that its author thinks of.
pub(super) fn first<'s, 'a>(successes: &'s [Documented<'a>]) -> Option<&'s Documented<'a>> {
    successes.iter().min_by_key(|success| success.place)
}

/// What names the types of an operation's answers, and what it is asked by.
#[derive(Clone, Debug)]
pub(super) struct Asked<'h> {
    /// Words that name inline schemas.
    pub(super) hint: &'h Hint,
    /// The HTTP method: an answer to HEAD has no body (RFC 9110, section 9.3.2).
    pub(super) method: &'h HttpMethod,
    /// Whether answers stand in the envelope where they have its form.
    pub(super) envelope: bool,
    /// The call's struct; an output enum is named after it.
    pub(super) call: &'h TypeName,
}

/// Reads the responses of an operation.
pub(super) fn resolve_answers<'a>(cx: &mut Context<'a>, operation: &At<&'a Operation>, asked: &Asked<'_>) -> Received {
    let mut all = gather(cx, operation);
    for documented in &all {
        report_links(cx, documented);
    }
    all.sort_by_key(|documented| documented.statuses);
    let any_success = all.iter().any(|documented| status::class(documented.statuses) == Some(2));
    let any_class = |class| all.iter().any(|documented| status::class(documented.statuses) == Some(class));
    let default_succeeds = !any_success && !any_class(3);
    let (successes, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|documented| {
        matches!((status::class(documented.statuses), default_succeeds), (Some(2), _) | (None, true))
    });
    let mut errors = Vec::new();
    for other in &others {
        errors.extend(resolve_error(cx, other, asked.hint));
    }
    let answer = output::resolve_output(cx, &successes, asked);
    Received { answer, errors, example: first_example(cx, &successes) }
}

/// All answers whose status HTTP knows and whose reference leads somewhere.
fn gather<'a>(cx: &mut Context<'a>, operation: &At<&'a Operation>) -> Vec<Documented<'a>> {
    let responses = operation.below("responses", &operation.node.responses);
    let codes = responses.node.responses.iter().map(|(code, response)| (status::of(code), code.to_string(), response));
    let default = responses.node.default.iter().map(|r| (Some(Statuses::Default), "default".to_owned(), r));
    let mut all = Vec::new();
    for (statuses, key, response) in codes.chain(default) {
        let at: At<&'a ReferenceOr<Response>> = responses.below(&key, response);
        let final_answer = statuses.filter(|s| !matches!(status::class(*s), Some(class) if !(2..=5).contains(&class)));
        let Some(statuses) = final_answer else {
            let message = format!("an answer with the status {key} never ends a call");
            skip(cx, &at.origin, "response", message);
            continue;
        };
        if let Some(response) = cx.look_up(at) {
            all.push(Documented { statuses, response, place: all.len() });
        }
    }
    all
}

/// Notes a construct that has no counterpart in the crate.
pub(super) fn skip(cx: &mut Context<'_>, origin: &Origin, what: &str, message: String) {
    cx.diagnostics.report(Code::ConstructSkipped, origin.clone(), message);
    let skipped = Skipped { origin: origin.clone(), what: what.to_owned() };
    if !cx.skipped.iter().any(|known| known.origin == skipped.origin) {
        cx.skipped.push(skipped);
    }
}

fn report_links(cx: &mut Context<'_>, documented: &Documented<'_>) {
    let origin = documented.response.origin.join("links");
    for name in documented.response.node.links.keys() {
        let message = format!("the link `{name}` has no counterpart in the crate; follow it by calling its operation");
        skip(cx, &origin.join(name), "link", message);
    }
}

fn resolve_error<'a>(cx: &mut Context<'a>, error: &Documented<'a>, hint: &Hint) -> Option<ErrorAnswer> {
    let own = status::error_words(error.statuses).map_or_else(|| hint.clone(), |words| hint.join(words)).join("Error");
    let hint = named_by_component(&error.response, &own, "Error");
    let ty = json(&error.response).and_then(|media| {
        let schema = media.node.schema.as_ref()?;
        let at = media.below("schema", schema.into());
        let (ty, _) = split_nullable(cx.type_ref(&at, &hint));
        let ty = bare::of_json(cx, ty, &at.origin);
        (ty != TypeRef::Json).then_some(ty)
    });
    let docs = docs::canonical(&error.response.node.description);
    Some(ErrorAnswer { statuses: error.statuses, ty, docs })
}

/// The JSON form of an answer, when it has one.
fn json<'a>(response: &At<&'a Response>) -> Option<At<&'a MediaType>> {
    let (name, media) = media::json(&response.node.content)?;
    Some(At::new(media, response.origin.join("content").join(name)))
}

fn first_example<'a>(cx: &mut Context<'a>, successes: &[Documented<'a>]) -> Option<Value> {
    let mut ordered: Vec<&Documented<'a>> = successes.iter().collect();
    ordered.sort_by_key(|success| success.place);
    ordered.into_iter().find_map(|success| example::of_media_type(cx, &json(&success.response)?))
}
