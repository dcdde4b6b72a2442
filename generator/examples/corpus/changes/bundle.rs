//! The same description in two files: the schemas in one of their own.

use serde_json::{Map, Value, json};

/// The file with the schemas.
pub const SCHEMAS: &str = "schemas.json";
/// The file to begin with.
pub const ROOT: &str = "root.json";

/// The two files; `None`: there are no schemas to take out.
pub fn split(mut document: Value) -> Option<(Value, Value)> {
    let (holder, key, place) = match document.get("definitions") {
        Some(_) => (document.as_object_mut()?, "definitions", "#/definitions/"),
        None => (document.get_mut("components")?.as_object_mut()?, "schemas", "#/components/schemas/"),
    };
    let schemas = holder.shift_remove(key)?;
    let mut schemas = match key {
        "schemas" => json!({ "components": { "schemas": schemas } }),
        _ => json!({ "definitions": schemas }),
    };
    lead(&mut document, &|text| text.starts_with(place).then(|| format!("{SCHEMAS}{text}")));
    lead(&mut schemas, &|text| (text.starts_with('#') && !text.starts_with(place)).then(|| format!("{ROOT}{text}")));
    Some((document, schemas))
}

/// Rewrites references and the targets of mappings.
fn lead(value: &mut Value, to: &dyn Fn(&str) -> Option<String>) {
    match value {
        Value::Object(entries) => entries.iter_mut().for_each(|(key, value)| match (key.as_str(), value) {
            ("$ref", Value::String(text)) => text_to(text, to),
            ("mapping", Value::Object(mapping)) => targets(mapping, to),
            (_, value) => lead(value, to),
        }),
        Value::Array(items) => items.iter_mut().for_each(|item| lead(item, to)),
        _ => {}
    }
}

fn targets(mapping: &mut Map<String, Value>, to: &dyn Fn(&str) -> Option<String>) {
    for target in mapping.values_mut() {
        match target {
            Value::String(text) => text_to(text, to),
            other => lead(other, to),
        }
    }
}

fn text_to(text: &mut String, to: &dyn Fn(&str) -> Option<String>) {
    if let Some(new) = to(text) {
        *text = new;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_lead_from_one_file_to_the_other() {
        let document = json!({
            "paths": {"/a": {"get": {"schema": {"$ref": "#/components/schemas/A"}}}},
            "components": {"schemas": {"A": {"allOf": [{"$ref": "#/components/schemas/B"}, {"$ref": "#/components/x/Y"}],
                "discriminator": {"mapping": {"b": "#/components/schemas/B"}}}, "B": {}}}
        });
        let (root, schemas) = split(document).unwrap();
        assert_eq!(root["paths"]["/a"]["get"]["schema"]["$ref"], "schemas.json#/components/schemas/A");
        assert!(root["components"].get("schemas").is_none());
        let parts = &schemas["components"]["schemas"]["A"];
        assert_eq!(parts["allOf"], json!([{"$ref": "#/components/schemas/B"}, {"$ref": "root.json#/components/x/Y"}]));
        assert_eq!(parts["discriminator"]["mapping"]["b"], "#/components/schemas/B");
    }
}
