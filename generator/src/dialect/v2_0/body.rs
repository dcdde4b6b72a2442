//! The body of a request: `in: body` has a schema, `in: formData` gives its fields one by one.

use serde_json::{Map, Value, json};

use super::{
    Entries, Pointer, Rewrite,
    media::{self, MULTIPART, Media, URLENCODED},
    operation::Given,
    schema,
};
use crate::{diagnostic::Code, dialect::carry};

impl Rewrite<'_> {
    /// A parameter `in: body` as a request body.
    pub(super) fn request_body(&mut self, given: Given, media: &Media, now: &Pointer) -> Value {
        let Given { value, before, .. } = given;
        let Value::Object(mut entries) = value else { return value };
        self.moved.part(now.clone(), &before);
        let names = self.stated("consumes", media.consumes.as_ref());
        let schema = entries.shift_remove("schema").unwrap_or_else(schema::anything);
        let examples = entries.shift_remove("x-examples");
        let example = entries.shift_remove("x-example").or_else(|| entries.shift_remove("example"));
        let mut content = Map::new();
        for name in names {
            let place = now.join("content").join(&name);
            let mut media = Map::from_iter([("schema".to_owned(), schema.clone())]);
            self.moved.part(place.clone(), &before);
            let own = examples.as_ref().and_then(|examples| examples.get(&name)).cloned();
            if let Some(example) = own.or_else(|| example.clone()) {
                self.moved.part(place.join("example"), &before);
                media.insert("example".to_owned(), example);
            }
            content.insert(name, Value::Object(media));
        }
        // What it says of a type of its own is not its matter.
        entries.retain(|key, _| matches!(key.as_str(), "description" | "required") || key.starts_with("x-"));
        entries.insert("content".to_owned(), Value::Object(content));
        Value::Object(entries)
    }

    /// All parameters `in: formData` of an operation as one request body.
    pub(super) fn form(&mut self, fields: Vec<Given>, media: &Media, now: &Pointer) -> Value {
        let first = fields.first().map(|field| field.before.clone()).unwrap_or_default();
        self.moved.part(now.clone(), &first);
        let names = form_types(&fields, media.consumes.as_ref());
        let (mut properties, mut encoding, mut required) = (Entries::new(), Entries::new(), Vec::new());
        let mut places = Vec::new();
        for Given { value, before, .. } in fields {
            let Value::Object(mut entries) = value else { continue };
            let Some(Value::String(name)) = entries.get("name").cloned() else {
                self.say(Code::DialectShape, &before, "a field of a form needs a `name`".to_owned());
                continue;
            };
            let (property, style, needed) = self.field(&mut entries, &before);
            if let Some(style) = style {
                encoding.insert(name.clone(), style);
            }
            if needed {
                required.push(Value::from(name.clone()));
            }
            places.push((name.clone(), before));
            properties.insert(name, property);
        }
        let needed = !required.is_empty();
        let mut schema = Map::from_iter([
            ("type".to_owned(), Value::from("object")),
            ("properties".to_owned(), Value::Object(properties)),
        ]);
        if needed {
            schema.insert("required".to_owned(), Value::Array(required));
        }
        let mut content = Map::new();
        for media_type in names {
            let place = now.join("content").join(&media_type);
            for (name, before) in &places {
                self.moved.part(place.join("schema").join("properties").join(name), before);
                self.moved.part(place.join("encoding").join(name), before);
            }
            let mut media = Map::from_iter([("schema".to_owned(), Value::Object(schema.clone()))]);
            if !encoding.is_empty() {
                media.insert("encoding".to_owned(), Value::Object(encoding.clone()));
            }
            content.insert(media_type, Value::Object(media));
        }
        json!({"content": content, "required": needed})
    }

    /// One field: its schema, its encoding and whether it must be there.
    fn field(&mut self, entries: &mut Entries, before: &Pointer) -> (Value, Option<Value>, bool) {
        let style = self.style(entries, "formData", before).map(|style| match style.style {
            Some(name) => json!({"style": name, "explode": style.explode}),
            None => Value::Object(Map::from_iter([(carry::STYLE.to_owned(), Value::from(style.name))])),
        });
        let own = self.schema_of(entries, before);
        let mut property = entries.shift_remove("schema").unwrap_or(own);
        if let Value::Object(property) = &mut property {
            for (key, value) in std::mem::take(entries) {
                match key.as_str() {
                    "required" if value == true => entries.insert(key, value),
                    "description" | "deprecated" | "example" => property.insert(key, value),
                    "x-example" => Some(property.entry("example").or_insert(value).take()),
                    key if key.starts_with("x-") => property.insert(key.to_owned(), value),
                    _ => None,
                };
            }
        }
        (property, style, entries.contains_key("required"))
    }
}

/// The media types of a form: those that an operation takes and that are forms; a file needs parts.
fn form_types(fields: &[Given], consumes: Option<&Vec<String>>) -> Vec<String> {
    let file = fields.iter().any(|field| {
        let items = field.value.get("items").and_then(Value::as_object);
        field.value.as_object().is_some_and(is_bytes) || items.is_some_and(is_bytes)
    });
    let fits = |name: &&String| match media::essence(name).as_str() {
        MULTIPART => true,
        URLENCODED => !file,
        _ => false,
    };
    let stated: Vec<String> = consumes.into_iter().flatten().filter(fits).cloned().collect();
    if stated.is_empty() { vec![if file { MULTIPART } else { URLENCODED }.to_owned()] } else { stated }
}

/// The items of a list have been rewritten already, a field itself has not.
fn is_bytes(entries: &Entries) -> bool {
    schema::is_file(entries) || entries.get("format").is_some_and(|format| format == "binary")
}
