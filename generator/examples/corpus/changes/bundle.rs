//! The same description in two files: the schemas in one of their own.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

/// The file with the schemas.
pub const SCHEMAS: &str = "schemas.json";
/// The file to begin with.
pub const ROOT: &str = "root.json";

/// The two files; `None`: there are no schemas to take out. What nothing refers to stays: nobody would find it elsewhere.
pub fn split(mut document: Value) -> Option<(Value, Value)> {
    let (holder, key) = match document.get("definitions") {
        Some(_) => ("", "definitions"),
        None => ("/components", "schemas"),
    };
    let place = format!("#{holder}/{key}/");
    let all = document.pointer_mut(holder)?.as_object_mut()?.shift_remove(key)?;
    let used = used(&document, &all, &place);
    let (mut there, mut here) = (Map::new(), Map::new());
    for (name, schema) in all.as_object()? {
        if used.contains(name) { &mut there } else { &mut here }.insert(name.clone(), schema.clone());
    }
    let is_there = |text: &str| text.strip_prefix(&place).is_some_and(|rest| used.contains(&name_of(rest)));
    document.pointer_mut(holder)?.as_object_mut()?.insert(key.to_owned(), Value::Object(here));
    lead(&mut document, &|text| is_there(text).then(|| format!("{SCHEMAS}{text}")));
    let mut schemas = match key {
        "schemas" => json!({ "components": { "schemas": there } }),
        _ => json!({ "definitions": there }),
    };
    lead(&mut schemas, &|text| (text.starts_with('#') && !is_there(text)).then(|| format!("{ROOT}{text}")));
    Some((document, schemas))
}

/// The schemas that the rest of the document leads to.
fn used(document: &Value, schemas: &Value, place: &str) -> BTreeSet<String> {
    let (mut used, mut open) = (BTreeSet::new(), vec![document]);
    while let Some(value) = open.pop() {
        match value {
            Value::Object(entries) => {
                for (key, value) in entries.iter().filter(|(key, _)| !key.starts_with("x-")) {
                    let name =
                        value.as_str().filter(|_| key == "$ref").and_then(|text| text.strip_prefix(place)).map(name_of);
                    if let Some(name) = name.filter(|name| !used.contains(name)) {
                        open.extend(schemas.get(&name));
                        used.insert(name);
                    }
                    open.push(value);
                }
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    used
}

/// The schema that the rest of a reference names.
fn name_of(rest: &str) -> String {
    let name = rest.split('/').next().unwrap_or_default().replace("~1", "/").replace("~0", "~");
    percent_encoding::percent_decode_str(&name).decode_utf8_lossy().into_owned()
}

/// Rewrites references and the targets of mappings.
fn lead(value: &mut Value, to: &dyn Fn(&str) -> Option<String>) {
    match value {
        Value::Object(entries) => entries.iter_mut().for_each(|(key, value)| match (key.as_str(), value) {
            ("$ref", Value::String(text)) => text_to(text, to),
            ("mapping", Value::Object(mapping)) => targets(mapping, to),
            // An extension is nobody's reference.
            (key, _) if key.starts_with("x-") => {}
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
                "discriminator": {"mapping": {"b": "#/components/schemas/B"}}}, "B": {}, "C": {"items": {"$ref": "#/components/schemas/B"}}}}
        });
        let (root, schemas) = split(document).unwrap();
        assert_eq!(root["paths"]["/a"]["get"]["schema"]["$ref"], "schemas.json#/components/schemas/A");
        let rest = json!({"C": {"items": {"$ref": "schemas.json#/components/schemas/B"}}});
        assert_eq!(root["components"]["schemas"], rest);
        let parts = &schemas["components"]["schemas"]["A"];
        assert_eq!(parts["allOf"], json!([{"$ref": "#/components/schemas/B"}, {"$ref": "root.json#/components/x/Y"}]));
        assert_eq!(parts["discriminator"]["mapping"]["b"], "#/components/schemas/B");
    }
}
