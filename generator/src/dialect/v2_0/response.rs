//! Responses: what they hold becomes `content`, one entry for each media type.

use serde_json::{Map, Value, json};

use super::{
    Entries, Pointer, Rewrite,
    media::{self, BYTES, Media},
};

impl Rewrite<'_> {
    /// Rewrites one response.
    pub(super) fn response(&mut self, value: &mut Value, media: &Media, before: &Pointer, now: &Pointer) {
        let Value::Object(entries) = value else { return };
        if entries.contains_key("$ref") {
            return;
        }
        if let Some(Value::Object(headers)) = entries.get_mut("headers") {
            for (name, header) in headers {
                let (before, now) = (before.join("headers").join(name), now.join("headers").join(name));
                self.header(header, &before, &now);
            }
        }
        let schema = entries.shift_remove("schema");
        let examples = match entries.shift_remove("examples") {
            Some(Value::Object(examples)) => examples,
            _ => Entries::new(),
        };
        // Stated the way of 3.0, which was said.
        if entries.contains_key("content") || (schema.is_none() && examples.is_empty()) {
            return;
        }
        let names = match &schema {
            // What an answer looks like is shown, although it has no schema.
            None => examples.keys().filter(|name| !name.starts_with("x-")).cloned().collect(),
            Some(schema) if is_file(schema) && media.produces.as_ref().is_none_or(Vec::is_empty) => {
                vec![BYTES.to_owned()]
            }
            Some(_) => self.stated("produces", media.produces.as_ref()),
        };
        let mut content = self.content(names, schema.as_ref(), before, now);
        for (name, example) in examples {
            self.example(&mut content, &name, example, before, now);
        }
        entries.insert("content".to_owned(), Value::Object(content));
    }

    fn content(&mut self, names: Vec<String>, schema: Option<&Value>, before: &Pointer, now: &Pointer) -> Entries {
        let mut content = Map::new();
        for name in names {
            let place = now.join("content").join(&name);
            let mut media = Map::new();
            if let Some(schema) = schema {
                self.moved.whole(place.join("schema"), &before.join("schema"));
                media.insert("schema".to_owned(), schema.clone());
            }
            self.moved.part(place, before);
            content.insert(name, Value::Object(media));
        }
        content
    }

    /// Puts an example under its media type; one of a type that is not given stands beside the first, by name.
    fn example(&mut self, content: &mut Entries, name: &str, example: Value, before: &Pointer, now: &Pointer) {
        let same = content.keys().find(|key| media::essence(key) == media::essence(name)).cloned();
        let before = before.join("examples").join(name);
        if let Some(Value::Object(media)) = same.as_ref().and_then(|key| content.get_mut(key)) {
            self.moved.part(now.join("content").join(same.unwrap_or_default()).join("example"), &before);
            media.insert("example".to_owned(), example);
        } else if let Some((key, Value::Object(media))) = content.iter_mut().next() {
            let place = now.join("content").join(key).join("examples").join(name);
            self.moved.part(place.join("value"), &before);
            self.moved.part(place, &before);
            let named = media.entry("examples").or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(named) = named {
                named.insert(name.to_owned(), json!({"value": example}));
            }
        }
    }
}

/// A schema `type: file`, which has become a text in binary form.
fn is_file(schema: &Value) -> bool {
    schema.get("type").is_some_and(|name| name == "string") && schema.get("format").is_some_and(|form| form == "binary")
}
