//! A walk over every object of the document that describes something: data (examples, defaults, extensions) is passed
//! by, and keys that are names are told from keywords.

use serde_json::{Map, Value};

/// Keywords whose value is data and no part of the description.
const DATA: &[&str] = &["default", "enum", "example", "mapping", "scopes", "value"];

/// Keywords whose value has keys that are names.
const NAMED: &[&str] = &[
    "callbacks",
    "content",
    "encoding",
    "examples",
    "headers",
    "links",
    "parameters",
    "paths",
    "properties",
    "requestBodies",
    "responses",
    "schemas",
    "securitySchemes",
    "variables",
];

/// An object on the way.
#[derive(Debug)]
pub(super) struct Object<'v> {
    /// Its members: keywords all of them.
    pub(super) members: &'v Map<String, Value>,
    /// The keys and indexes that lead to it.
    pub(super) path: &'v [String],
    /// Whether it stands in a callback.
    pub(super) in_callback: bool,
}

/// Shows each object that describes something to `visit`, in the document's order.
pub(super) fn walk(document: &Value, visit: &mut dyn FnMut(&Object<'_>)) {
    Walk { path: Vec::new(), callbacks: 0, visit }.described(document);
}

struct Walk<'w> {
    path: Vec<String>,
    callbacks: usize,
    visit: &'w mut dyn FnMut(&Object<'_>),
}

impl Walk<'_> {
    /// A description, or a list of them.
    fn described(&mut self, value: &Value) {
        match value {
            Value::Object(members) => self.object(members),
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.below(&index.to_string(), item, Self::described);
                }
            }
            _ => {}
        }
    }

    fn object(&mut self, members: &Map<String, Value>) {
        (self.visit)(&Object { members, path: &self.path, in_callback: self.callbacks > 0 });
        for (key, value) in members {
            if DATA.contains(&key.as_str()) || key.starts_with("x-") {
                continue;
            }
            let callbacks = usize::from(key == "callbacks");
            self.callbacks += callbacks;
            let named = value.is_object() && NAMED.contains(&key.as_str());
            self.below(key, value, if named { Self::named } else { Self::described });
            self.callbacks -= callbacks;
        }
    }

    /// What stands under a name is a description, whatever the name.
    fn named(&mut self, value: &Value) {
        let Some(members) = value.as_object() else { return };
        // A callback has a name, and below it expressions as names.
        let deeper = self.path.last().is_some_and(|key| key == "callbacks");
        for (name, value) in members {
            let is_reference = value.get("$ref").is_some();
            self.below(name, value, if deeper && !is_reference { Self::named } else { Self::described });
        }
    }

    fn below(&mut self, key: &str, value: &Value, go: fn(&mut Self, &Value)) {
        // Nothing stands in a text or a number.
        if !value.is_object() && !value.is_array() {
            return;
        }
        self.path.push(key.to_owned());
        go(self, value);
        self.path.pop();
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::walk;

    #[test]
    fn names_and_data_are_told_from_descriptions() {
        let document = json!({
            "components": { "schemas": { "default": { "properties": { "example": { "type": "string" }, "x-a": {} },
                "example": { "properties": { "a": {} } }, "x-b": { "c": {} } } } },
            "paths": { "/a": { "post": { "callbacks": { "done": { "{$url}": { "post": {} } } }, "parameters": [{}],
                "responses": { "default": { "examples": { "one": { "value": { "a": {} } } } } } } } },
        });
        let mut seen = Vec::new();
        walk(&document, &mut |object| {
            seen.push(format!("{}{}", object.path.join(" "), if object.in_callback { " (callback)" } else { "" }));
        });
        assert_eq!(
            seen,
            [
                "",
                "components",
                "components schemas default",
                "components schemas default properties example",
                "components schemas default properties x-a",
                "paths /a",
                "paths /a post",
                "paths /a post callbacks done {$url} (callback)",
                "paths /a post callbacks done {$url} post (callback)",
                "paths /a post parameters 0",
                "paths /a post responses default",
                "paths /a post responses default examples one",
            ]
        );
    }
}
