//! A schema of 2.0 where it differs from one of 3.0.

use serde_json::{Map, Value, json};

use super::Entries;

/// Rewrites one schema; those within it are done already.
pub(super) fn rewrite(entries: &mut Entries) {
    if let Some(name) = entries.get_mut("discriminator").filter(|name| name.is_string()) {
        *name = json!({"propertyName": name.take()});
    }
    if let Some(nullable) = entries.shift_remove("x-nullable") {
        entries.entry("nullable").or_insert(nullable);
    }
    types(entries);
    file(entries);
    example(entries);
}

/// `type: [string, "null"]`, which the JSON Schema of 2.0 allows, is a nullable text.
fn types(entries: &mut Entries) {
    let Some(Value::Array(types)) = entries.get_mut("type") else { return };
    let before = types.len();
    types.retain(|name| name != "null");
    let nullable = types.len() < before;
    let only = if types.len() == 1 { types.pop() } else { None };
    if let Some(only) = only {
        entries.insert("type".to_owned(), only);
    }
    if nullable {
        entries.entry("nullable").or_insert(Value::Bool(true));
    }
}

/// A file is bytes.
fn file(entries: &mut Entries) {
    if is_file(entries) {
        entries.insert("type".to_owned(), Value::from("string"));
        entries.insert("format".to_owned(), Value::from("binary"));
    }
}

/// Whether a schema or a parameter is `type: file`.
pub(super) fn is_file(entries: &Entries) -> bool {
    entries.get("type").is_some_and(|name| name == "file")
}

/// `x-example` is what `example` is in 3.0, and so is the first of `x-examples`.
fn example(entries: &mut Entries) {
    let one = entries.shift_remove("x-example");
    let listed = match entries.get("x-examples") {
        Some(Value::Array(items)) => items.first().cloned(),
        Some(Value::Object(named)) => named.values().next().cloned(),
        _ => None,
    };
    if listed.is_some() {
        entries.shift_remove("x-examples");
    }
    if let Some(value) = one.or(listed) {
        entries.entry("example").or_insert(value);
    }
}

/// An empty schema.
pub(super) fn anything() -> Value {
    Value::Object(Map::new())
}
