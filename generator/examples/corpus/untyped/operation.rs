//! The places of an operation: its parameters, its body, its success results.

use serde_json::Value;

use super::{Judge, Untyped, schema::Schema};
use crate::{
    documents::{At, Documents},
    inspected::{Answer, Argument, Operation},
};

/// Adds those that are untyped.
pub(super) fn places(judge: &Judge<'_>, operation: &Operation, found: &mut Untyped) {
    let documents = judge.documents;
    let at = documents.place(operation.place.file.as_deref(), &operation.place.pointer);
    let declared = parameters(documents, &at);
    for argument in &operation.arguments {
        let schema = declared.iter().find(|one| one.is(argument)).map(|one| one.schema.clone());
        if schema.is_some_and(|schema| judge.text(&argument.value_type, &schema)) {
            found.parameters.push(format!("{}({}): {}", operation.name, argument.name, argument.value_type));
        }
    }
    let bodies = body(documents, &at, &declared);
    let is_untyped = match operation.body.as_ref().filter(|_| operation.typed) {
        Some(body) => {
            let sent = bodies.iter().find(|(media, _)| Some(media) == body.media_type.as_ref()).or(bodies.first());
            sent.is_some_and(|(_, schema)| judge.text(&body.value_type, schema))
        }
        None => bodies.iter().any(|(_, schema)| schema.says()),
    };
    if is_untyped {
        let ty = operation.body.as_ref().map_or("none", |body| &body.value_type);
        found.bodies.push(format!("{}: {ty}", operation.name));
    }
    if let Some(ty) = untyped_result(judge, operation, &at) {
        found.results.push(format!("{}: {ty}", operation.name));
    }
}

/// A parameter that is declared for an operation.
pub struct Declared<'d> {
    name: String,
    location: String,
    schema: Schema<'d>,
    /// Where its schema stands.
    pub schema_at: At,
    /// Where it stands.
    pub at: At,
}

impl Declared<'_> {
    /// Whether it is this argument of the method.
    pub fn is(&self, argument: &Argument) -> bool {
        self.name == argument.name && self.location == argument.location
    }
}

/// Those of the operation, then those of its path item.
pub fn parameters<'d>(documents: &'d Documents, operation: &At) -> Vec<Declared<'d>> {
    let item = operation.pointer.rsplit_once('/').map_or("", |(item, _)| item);
    let item = At { file: operation.file.clone(), pointer: item.to_owned() };
    let mut found = Vec::new();
    for list in [operation.join("parameters"), item.join("parameters")] {
        let Some(Value::Array(items)) = documents.get(&list) else { continue };
        for index in 0..items.len() {
            let Some((at, value)) = documents.below(&list, &index.to_string()) else { continue };
            let text = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
            let content = value.get("content").and_then(Value::as_object).and_then(|map| map.keys().next());
            let schema = match content {
                Some(media) => at.join("content").join(media).join("schema"),
                None if value.get("schema").is_some() => at.join("schema"),
                // Swagger 2.0: a parameter is its schema.
                None => at.clone(),
            };
            let (name, location) = (text("name"), text("in"));
            found.push(Declared { name, location, schema: Schema::at(documents, &schema), schema_at: schema, at });
        }
    }
    found
}

/// The schemas of the request's body by media type.
fn body<'d>(documents: &'d Documents, operation: &At, declared: &[Declared<'d>]) -> Vec<(String, Schema<'d>)> {
    let old = declared.iter().filter(|one| one.location == "body");
    let mut found: Vec<_> = old.map(|one| (String::new(), one.schema.clone())).collect();
    if let Some((at, _)) = documents.below(operation, "requestBody") {
        found.extend(content(documents, &at));
    }
    found
}

/// The schemas under `content`, or the one of a response of Swagger 2.0.
fn content<'d>(documents: &'d Documents, at: &At) -> Vec<(String, Schema<'d>)> {
    let Some((_, Value::Object(node))) = documents.behind(at) else { return Vec::new() };
    if node.contains_key("schema") {
        return vec![(String::new(), Schema::at(documents, &at.join("schema")))];
    }
    let media = node.get("content").and_then(Value::as_object);
    let media = media.into_iter().flatten().filter(|(_, value)| value.get("schema").is_some());
    media
        .map(|(name, _)| (name.clone(), Schema::at(documents, &at.join("content").join(name).join("schema"))))
        .collect()
}

fn untyped_result(judge: &Judge<'_>, operation: &Operation, at: &At) -> Option<String> {
    let documents = judge.documents;
    if at.pointer.ends_with("/head") {
        return None;
    }
    let (responses_at, Value::Object(responses)) = documents.below(at, "responses")? else { return None };
    let mut statuses: Vec<_> = responses.keys().filter(|status| status.starts_with('2')).collect();
    if statuses.is_empty() {
        statuses.extend(responses.keys().filter(|status| *status == "default"));
    }
    for status in statuses {
        let Some((response, _)) = documents.below(&responses_at, status) else { continue };
        let schemas = content(documents, &response);
        let ty = result_type(&operation.results, status);
        let is_typed = |schema: &Schema<'_>| {
            let inner = judge.envelope.filter(|_| operation.enveloped).and_then(|data| schema.property(data));
            operation.typed && !judge.text(ty, inner.as_ref().unwrap_or(schema))
        };
        // A result is one of the media types: the JSON one, where there is one.
        let json: Vec<_> = schemas.iter().filter(|(media, _)| media.contains("json")).collect();
        let all: Vec<_> = if json.is_empty() { schemas.iter().collect() } else { json };
        if all.iter().any(|(_, schema)| schema.says() && !is_typed(schema)) {
            return Some(ty.to_owned());
        }
    }
    None
}

/// The type for a status: its own, else that of its class, else what stands for all.
pub fn result_type<'r>(results: &'r [Answer], status: &str) -> &'r str {
    let class = format!("{}XX", status.get(..1).unwrap_or_default());
    let by = |wanted: &str| results.iter().find(|result| result.status.eq_ignore_ascii_case(wanted));
    let found = by(status).or_else(|| by(&class)).or_else(|| by("default")).or_else(|| by("2XX"));
    found.and_then(|result| result.ty.as_deref()).unwrap_or("()")
}
