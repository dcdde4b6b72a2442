//! Where a description can be edited so that somebody must notice: what its operations send and receive.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// The methods of a path item.
const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// The places of one description, as JSON pointers.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// Operations.
    pub operations: Vec<String>,
    /// Schemas that operations reach and that are no part of a whole (`allOf`): what they say holds as it stands.
    pub schemas: Vec<String>,
}

/// A pointer to what stands under a key.
pub fn join(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

impl Places {
    /// Of a document whose references are all its own.
    pub fn of(document: &Value) -> Self {
        let mut walk = Walk { document, holders_seen: BTreeSet::new(), seen: BTreeSet::new(), parts: BTreeSet::new() };
        let mut operations = Vec::new();
        for (path, item) in document.get("paths").and_then(Value::as_object).into_iter().flatten() {
            let item_place = join("/paths", path);
            for (method, operation) in item.as_object().into_iter().flatten() {
                let place = join(&item_place, method);
                match method.as_str() {
                    "parameters" => walk.holders(operation, &place),
                    method if METHODS.contains(&method) => {
                        walk.holders(operation, &place);
                        operations.push(place);
                    }
                    _ => {}
                }
            }
        }
        let parts = walk.parts;
        Self { operations, schemas: walk.seen.into_iter().filter(|place| !parts.contains(place)).collect() }
    }
}

struct Walk<'d> {
    document: &'d Value,
    holders_seen: BTreeSet<String>,
    seen: BTreeSet<String>,
    parts: BTreeSet<String>,
}

impl Walk<'_> {
    /// What holds schemas under the key `schema`, however deep; callbacks and examples aside.
    fn holders(&mut self, value: &Value, place: &str) {
        match value {
            Value::Object(entries) if is_ignored(entries) => {}
            Value::Object(entries) => {
                if let Some(target) = local(entries)
                    && let Some(found) = self.document.pointer(&target)
                    && self.holders_seen.insert(target.clone())
                {
                    self.holders(found, &target);
                }
                for (key, value) in entries {
                    match key.as_str() {
                        "schema" => self.schema(value, &join(place, key), false),
                        "callbacks" | "example" | "examples" | "links" | "headers" => {}
                        _ => self.holders(value, &join(place, key)),
                    }
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.holders(item, &join(place, &index.to_string()));
                }
            }
            _ => {}
        }
    }

    fn schema(&mut self, value: &Value, place: &str, part: bool) {
        let Some(entries) = value.as_object() else { return };
        if let Some(target) = local(entries) {
            if let Some(found) = self.document.pointer(&target) {
                self.schema(found, &target, part);
            }
            return;
        }
        if part || entries.contains_key("allOf") {
            self.parts.insert(place.to_owned());
        }
        if !self.seen.insert(place.to_owned()) {
            return;
        }
        for (key, value) in entries {
            let place = join(place, key);
            match (key.as_str(), value) {
                ("properties", Value::Object(properties)) => {
                    for (name, value) in properties {
                        self.schema(value, &join(&place, name), false);
                    }
                }
                ("items" | "additionalProperties", value) => self.schema(value, &place, false),
                ("allOf" | "oneOf" | "anyOf", Value::Array(items)) => {
                    for (index, item) in items.iter().enumerate() {
                        // An alternative may be told from the others by what it says: no edit there has one meaning.
                        self.schema(item, &join(&place, &index.to_string()), true);
                    }
                }
                _ => {}
            }
        }
    }
}

/// Header parameters of these names say nothing (OpenAPI 3.0.3, Parameter Object).
fn is_ignored(entries: &Map<String, Value>) -> bool {
    let is = |key: &str, value: &str| {
        entries.get(key).and_then(Value::as_str).is_some_and(|is| is.eq_ignore_ascii_case(value))
    };
    is("in", "header") && ["accept", "content-type", "authorization"].iter().any(|name| is("name", name))
}

fn local(entries: &Map<String, Value>) -> Option<String> {
    entries
        .get("$ref")?
        .as_str()?
        .strip_prefix('#')
        .map(|target| percent_encoding::percent_decode_str(target).decode_utf8_lossy().into_owned())
}
