//! A value for a schema, to fill the struct around a field whose example is looked at.

use generator::model::{JsonType, Scalar, Time};
use serde_json::{Map, Value, json};

use crate::documents::{At, Documents};

const DEPTH: usize = 24;

/// A value that the schema at a place describes; its own example where it has one.
pub fn sample(documents: &Documents, at: &At) -> Value {
    of(documents, at, DEPTH)
}

fn of(documents: &Documents, at: &At, depth: usize) -> Value {
    let (Some(depth), Some((at, Value::Object(schema)))) = (depth.checked_sub(1), documents.behind(at)) else {
        return Value::Null;
    };
    let first = |key: &str| schema.get(key).and_then(Value::as_array).and_then(|list| list.first()).cloned();
    if let Some(value) = first("enum").or_else(|| schema.get("const").cloned()) {
        return value;
    }
    for key in ["oneOf", "anyOf"] {
        if first(key).is_some() {
            return of(documents, &at.join(key).join("0"), depth);
        }
    }
    let parts = schema.get("allOf").and_then(Value::as_array).map_or(0, Vec::len);
    if parts > 0 {
        let samples = (0..parts).map(|index| of(documents, &at.join("allOf").join(&index.to_string()), depth));
        let own = object(documents, &at, &schema, depth);
        let merged = samples.chain(own).reduce(|a, b| match (a, b) {
            (Value::Object(mut a), Value::Object(b)) => {
                a.extend(b);
                Value::Object(a)
            }
            (a, Value::Null) => a,
            (_, b) => b,
        });
        return merged.unwrap_or_default();
    }
    let ty = match schema.get("type") {
        Some(Value::Array(types)) => types.iter().filter_map(Value::as_str).find(|ty| *ty != "null"),
        other => other.and_then(Value::as_str),
    };
    match ty {
        Some("string") => text(schema.get("format").and_then(Value::as_str).unwrap_or_default()),
        Some("integer" | "number") => schema.get("minimum").cloned().unwrap_or(json!(1)),
        Some("boolean") => json!(true),
        Some("array") => json!([]),
        Some("null") => Value::Null,
        _ => object(documents, &at, &schema, depth).unwrap_or_default(),
    }
}

fn object(documents: &Documents, at: &At, schema: &Map<String, Value>, depth: usize) -> Option<Value> {
    let is_object = schema.get("type") == Some(&json!("object")) || schema.contains_key("properties");
    let required = schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let entry = |name: &str| (name.to_owned(), of(documents, &at.join("properties").join(name), depth));
    is_object.then(|| required.map(entry).collect())
}

/// What the format table gives as an example; for the formats that only the judge knows, one of ours.
fn text(format: &str) -> Value {
    let of_judge = match format {
        "email" => Some("a@example.com"),
        "hostname" => Some("example.com"),
        _ => None,
    };
    let scalar = Scalar::select(JsonType::String, format, Time::default());
    let of_table = || serde_json::from_str(scalar.row().wire).ok();
    of_judge.map(Value::from).or_else(of_table).unwrap_or_else(|| json!("a"))
}
