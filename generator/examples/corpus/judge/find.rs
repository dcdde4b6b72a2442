//! The examples of a description, each with its schema and the Rust type that should hold it.

use std::collections::BTreeSet;

use serde_json::Value;

use super::convert::Direction;
use crate::{
    documents::{At, Documents},
    inspected::{Inspected, Operation, Type},
    untyped::operation::{parameters, result_type},
};

/// An example.
#[derive(Clone, Debug)]
pub struct Example {
    /// Where it stands.
    pub at: At,
    /// Its value.
    pub value: Value,
    /// Where its schema stands.
    pub schema: At,
    /// Whether it is sent or received.
    pub direction: Direction,
    /// What holds it.
    pub holder: Holder,
}

/// What holds an example.
#[derive(Clone, Debug)]
pub enum Holder {
    /// A value of this Rust type.
    Whole(String),
    /// A field of a struct, which is read with its struct: by the index of the type, and of the field in it.
    Field(usize, usize),
}

/// Finds those that have a Rust type.
pub fn placed(documents: &Documents, inspected: &Inspected) -> Vec<Example> {
    let mut finder = Finder { documents, seen: BTreeSet::new(), found: Vec::new() };
    for operation in &inspected.operations {
        finder.operation(operation);
    }
    for (index, ty) in inspected.types.iter().enumerate() {
        finder.named(index, ty);
    }
    finder.found
}

/// The places of all examples of the files that were read: keys `example` and `examples` that are no names of
/// properties and stand in no value.
pub fn all(documents: &Documents) -> BTreeSet<At> {
    let mut found = BTreeSet::new();
    for file in documents.files() {
        if let Some(value) = documents.file(&file) {
            collect(&At { file, pointer: String::new() }, &value, false, &mut found);
        }
    }
    found
}

/// Keys whose members are names of the description's own.
const NAMES: [&str; 9] = [
    "properties",
    "patternProperties",
    "definitions",
    "$defs",
    "schemas",
    "paths",
    "parameters",
    "responses",
    "headers",
];

/// Keys whose value is data.
const DATA: [&str; 4] = ["default", "enum", "const", "value"];

fn collect(at: &At, value: &Value, names: bool, found: &mut BTreeSet<At>) {
    match value {
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, item)| collect(&at.join(&index.to_string()), item, false, found));
        }
        Value::Object(members) => {
            for (key, member) in members {
                let here = at.join(key);
                match key.as_str() {
                    "example" if !names => drop(found.insert(here)),
                    "examples" if !names => found.extend(several(&here, member).into_iter().map(|(at, _)| at)),
                    key if !names && (DATA.contains(&key) || key.starts_with("x-")) => {}
                    key => collect(&here, member, !names && NAMES.contains(&key), found),
                }
            }
        }
        _ => {}
    }
}

/// The values under `examples`: a list of a schema, a map of `{value}`, or one of media types as in Swagger 2.0.
fn several(at: &At, value: &Value) -> Vec<(At, Value)> {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().map(|(index, item)| (at.join(&index.to_string()), item.clone())).collect()
        }
        Value::Object(map) => map.iter().map(|(key, item)| (at.join(key), item.clone())).collect(),
        _ => Vec::new(),
    }
}

struct Finder<'d> {
    documents: &'d Documents,
    seen: BTreeSet<(At, String)>,
    found: Vec<Example>,
}

impl Finder<'_> {
    fn operation(&mut self, operation: &Operation) {
        let documents = self.documents;
        let at = documents.place(operation.place.file.as_deref(), &operation.place.pointer);
        for declared in parameters(documents, &at) {
            let argument = operation.arguments.iter().find(|argument| declared.is(argument));
            if let Some(argument) = argument {
                let schema = declared.schema_at.clone();
                self.node(&declared.at, &schema, Direction::Sent, &argument.value_type);
            }
        }
        if let (Some(body), Some((at, _))) = (&operation.body, documents.below(&at, "requestBody")) {
            let media = body.media_type.as_deref().unwrap_or("application/json");
            let at = at.join("content").join(media);
            self.node(&at, &at.join("schema"), Direction::Sent, &body.value_type);
        }
        let Some((responses, Value::Object(map))) = documents.below(&at, "responses") else { return };
        for status in map.keys() {
            let Some((response, node)) = documents.below(&responses, status) else { continue };
            let answers = if status.starts_with('2') { &operation.results } else { &operation.errors };
            let ty = result_type(answers, status);
            // An envelope's value is only a part of the example.
            if ty == "()" || (operation.enveloped && status.starts_with('2')) {
                continue;
            }
            if node.get("schema").is_some() {
                self.node(&response, &response.join("schema"), Direction::Received, ty);
            }
            let content = node.get("content").and_then(Value::as_object);
            for media in content.into_iter().flat_map(|content| content.keys()).filter(|media| media.contains("json")) {
                let at = response.join("content").join(media);
                self.node(&at, &at.join("schema"), Direction::Received, ty);
            }
        }
    }

    /// The examples of a media type, a parameter or a response of Swagger 2.0.
    fn node(&mut self, at: &At, schema: &At, direction: Direction, ty: &str) {
        let Some(Value::Object(node)) = self.documents.get(at) else { return };
        if self.documents.get(schema).is_none() {
            return;
        }
        let holder = || Holder::Whole(ty.to_owned());
        if let Some(value) = node.get("example") {
            self.push(at.join("example"), value.clone(), schema, direction, holder());
        }
        let Some(examples) = node.get("examples") else { return };
        for (place, item) in several(&at.join("examples"), examples) {
            let item = self.documents.behind(&place).map_or(item, |(_, item)| item);
            let is_media = place.pointer.rsplit('/').next().is_some_and(|key| key.contains("~1"));
            match item.get("value") {
                Some(value) => self.push(place, value.clone(), schema, direction, holder()),
                // Swagger 2.0: the example itself, by media type.
                None if is_media && place.pointer.contains("json") => {
                    self.push(place, item, schema, direction, holder())
                }
                None => {}
            }
        }
    }

    fn named(&mut self, index: usize, ty: &Type) {
        let at = self.documents.place(ty.place.file.as_deref(), &ty.place.pointer);
        // Whether `null` fits is said where an inline type is used.
        self.schema(&at, &Holder::Whole(format!("Option<{}>", ty.name())));
        for (field, of) in ty.fields.iter().enumerate() {
            let at = self.documents.place(of.place.file.as_deref(), &of.place.pointer);
            self.schema(&at, &Holder::Field(index, field));
        }
    }

    /// The examples of a schema.
    fn schema(&mut self, at: &At, holder: &Holder) {
        let Some(Value::Object(node)) = self.documents.get(at) else { return };
        if let Some(value) = node.get("example") {
            self.push(at.join("example"), value.clone(), at, Direction::Either, holder.clone());
        }
        if let Some(list @ Value::Array(_)) = node.get("examples") {
            for (place, value) in several(&at.join("examples"), list) {
                self.push(place, value, at, Direction::Either, holder.clone());
            }
        }
    }

    fn push(&mut self, at: At, value: Value, schema: &At, direction: Direction, holder: Holder) {
        if self.seen.insert((at.clone(), format!("{holder:?}"))) {
            self.found.push(Example { at, value, schema: schema.clone(), direction, holder });
        }
    }
}
