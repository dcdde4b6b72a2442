//! Where a text is expected and a number or a boolean stands, its source text is taken: `1.10`, not 1.1.

use serde_json::Value;

use super::{
    moves::Moves,
    path::Path,
    shape::{Form, Kind},
};
use crate::{
    pointer::{Origin, Pointer},
    source::{Loaded, scalar_texts},
};

/// Puts source texts where texts are expected; `moves` says where they stood.
pub(super) fn restore(loaded: &Loaded, value: &mut Value, moves: &Moves) {
    let mut pointers = Vec::new();
    object(Kind::Document, value, Path::Root, &mut pointers);
    if pointers.is_empty() {
        return;
    }
    let before: Vec<_> = pointers.iter().map(|now| moves.unwritten(&Origin::root(now.clone()))).collect();
    for (pointer, text) in pointers.iter().zip(scalar_texts(loaded, &before)) {
        if let (Some(text), Some(place)) = (text, value.pointer_mut(&pointer.to_string())) {
            *place = Value::String(text);
        }
    }
}

fn object(kind: Kind, value: &Value, path: Path<'_>, out: &mut Vec<Pointer>) {
    let Value::Object(entries) = value else { return };
    let text_values = kind == Kind::Schema && !entries.contains_key("$ref") && is_text(entries.get("type"));
    for (key, value) in entries {
        let path = path.key(key);
        if let Some(newer) = newer(kind, key) {
            form(newer, value, path, out);
        } else if let Some(field) = kind.field(key) {
            form(field.form, value, path, out);
        } else if let Some(kind) = kind.patterned(key) {
            object(kind, value, path, out);
        }
        if text_values {
            match (key.as_str(), value) {
                ("default" | "example" | "const", value) => scalar(value, path, out),
                ("enum" | "examples", Value::Array(values)) => each(values, path, scalar, out),
                _ => {}
            }
        }
    }
}

/// Whether `type` is that of texts, `null` aside.
fn is_text(ty: Option<&Value>) -> bool {
    match ty {
        Some(Value::String(name)) => name == "string",
        Some(Value::Array(names)) => {
            names.contains(&"string".into()) && names.iter().all(|name| name == "string" || name == "null")
        }
        _ => false,
    }
}

/// The form of a field that 3.0 does not have and later versions do.
fn newer(kind: Kind, key: &str) -> Option<Form> {
    Some(match (kind, key) {
        (Kind::Document, "webhooks") | (Kind::Components, "pathItems") => Form::Map(Kind::PathItem),
        (Kind::Document, "$self" | "jsonSchemaDialect") => Form::Text,
        (Kind::Components, "mediaTypes") => Form::Map(Kind::MediaType),
        (Kind::Info | Kind::Tag | Kind::Response, "summary") | (Kind::Tag, "parent" | "kind") => Form::Text,
        (Kind::PathItem, "query") => Form::One(Kind::Operation),
        (Kind::PathItem, "additionalOperations") => Form::Map(Kind::Operation),
        (Kind::MediaType, "itemSchema") => Form::One(Kind::Schema),
        (Kind::Schema, "$defs" | "definitions" | "patternProperties" | "dependentSchemas") => Form::Map(Kind::Schema),
        (Kind::Schema, "prefixItems") => Form::List(Kind::Schema),
        (
            Kind::Schema,
            "if"
            | "then"
            | "else"
            | "unevaluatedProperties"
            | "unevaluatedItems"
            | "contains"
            | "propertyNames"
            | "contentSchema",
        ) => Form::SchemaOrFlag,
        (Kind::Schema, "$id" | "$anchor" | "$dynamicAnchor" | "contentEncoding" | "contentMediaType") => Form::Text,
        _ => return None,
    })
}

fn form(form: Form, value: &Value, path: Path<'_>, out: &mut Vec<Pointer>) {
    match (form, value) {
        (Form::Text | Form::Choice(_), value) => scalar(value, path, out),
        (Form::Texts, Value::Array(values)) => each(values, path, scalar, out),
        (Form::TextMap, Value::Object(entries)) => {
            for (key, value) in entries {
                scalar(value, path.key(key), out);
            }
        }
        (Form::One(kind), value) => object(kind, value, path, out),
        (Form::SchemaOrFlag, value) => object(Kind::Schema, value, path, out),
        (Form::List(kind), Value::Array(values)) => {
            each(values, path, |value, path, out| object(kind, value, path, out), out);
        }
        (Form::Map(kind), Value::Object(entries)) => {
            for (key, value) in entries {
                object(kind, value, path.key(key), out);
            }
        }
        _ => {}
    }
}

fn each(values: &[Value], path: Path<'_>, visit: impl Fn(&Value, Path<'_>, &mut Vec<Pointer>), out: &mut Vec<Pointer>) {
    for (index, value) in values.iter().enumerate() {
        visit(value, path.index(index), out);
    }
}

fn scalar(value: &Value, path: Path<'_>, out: &mut Vec<Pointer>) {
    if matches!(value, Value::Number(_) | Value::Bool(_)) {
        out.push(path.pointer());
    }
}
