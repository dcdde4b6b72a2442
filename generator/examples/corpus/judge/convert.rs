//! A schema of any version as JSON Schema 2020-12, for a validator that knows nothing of OpenAPI.
//!
//! References become `$defs` of the result. Of 3.0 and 2.0: `nullable` (`x-nullable`) adds `null`, boolean exclusive
//! bounds become numeric ones, siblings of `$ref` go, `type: file` is anything, the formats of integers are bounds, and a
//! type that is missing but evident is taken as said: `properties` make an object, `items` a list, where no other schema
//! has a word in it.
//! Of every version: names under `required` go whose property is only read (in what is sent) or only written (in what
//! is received), as OpenAPI says of them. 3.1 is left as it is otherwise.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::documents::{At, Documents};

/// Where a value goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// To the server.
    Sent,
    /// From it.
    Received,
    /// Not known.
    Either,
}

/// A schema that stands for itself.
#[derive(Debug)]
pub struct Converted {
    /// The schema.
    pub schema: Value,
}

impl Converted {
    /// Whether a schema that holds at the owner of the member at a JSON pointer names it as a property.
    pub fn names(&self, pointer: &str) -> bool {
        !self.properties(pointer).is_empty()
    }

    /// Whether the property at a JSON pointer does not travel in this direction, though an example has it.
    pub fn hides(&self, pointer: &str) -> bool {
        self.together(self.properties(pointer)).iter().any(|schema| schema.get(HIDDEN).is_some())
    }

    fn properties(&self, pointer: &str) -> Vec<&Value> {
        let tokens: Vec<_> =
            pointer.split('/').skip(1).map(|token| token.replace("~1", "/").replace("~0", "~")).collect();
        let Some((last, path)) = tokens.split_last() else { return Vec::new() };
        let mut here = self.together(vec![&self.schema]);
        for token in path {
            here = self.together(here.iter().flat_map(|schema| member(schema, token)).collect());
        }
        here.iter().filter_map(|schema| schema.get("properties")?.get(last)).collect()
    }

    /// These schemas with all that hold beside them or may.
    fn together<'s>(&'s self, from: Vec<&'s Value>) -> Vec<&'s Value> {
        let (mut open, mut found) = (from, Vec::<&Value>::new());
        while let Some(schema) = open.pop() {
            if found.iter().any(|known| std::ptr::eq(*known, schema)) {
                continue;
            }
            found.push(schema);
            let target = schema.get("$ref").and_then(Value::as_str).and_then(|target| target.strip_prefix('#'));
            open.extend(target.and_then(|target| self.schema.pointer(target)));
            let lists = ["allOf", "oneOf", "anyOf"].iter().filter_map(|key| schema.get(*key)?.as_array());
            open.extend(lists.flatten());
            open.extend(["if", "then", "else"].iter().filter_map(|key| schema.get(*key)));
            open.extend(schema.get("dependentSchemas").and_then(Value::as_object).into_iter().flat_map(Map::values));
        }
        found
    }
}

/// The schemas that a schema has for a member or an item.
fn member<'s>(schema: &'s Value, token: &str) -> Vec<&'s Value> {
    if let Some(own) = schema.get("properties").and_then(|map| map.get(token)) {
        return vec![own];
    }
    let places = schema.get("prefixItems").and_then(Value::as_array).into_iter().flatten();
    let patterns = schema.get("patternProperties").and_then(Value::as_object).into_iter().flat_map(Map::values);
    let others = ["additionalProperties", "unevaluatedProperties", "items"];
    let others = others.iter().filter_map(|key| schema.get(*key));
    others.chain(places).chain(patterns).filter(|schema| schema.is_object()).collect()
}

/// Converts what stands at a place.
pub fn convert(documents: &Documents, at: &At, direction: Direction) -> Converted {
    let old = !documents.version().starts_with("3.1") && !documents.version().starts_with("3.2");
    let mut work = Work { documents, old, direction, names: BTreeMap::new(), open: Vec::new() };
    let root = work.reference(at.clone());
    let mut definitions = Map::new();
    while let Some((name, at)) = work.open.pop() {
        let schema = documents.get(&at).map_or(json!(false), |schema| work.schema(&at, &schema));
        definitions.insert(name, schema);
    }
    let schema =
        json!({ "$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": root, "$defs": definitions });
    Converted { schema }
}

/// Stands, in the result only, in the schema of what does not travel in its direction.
const HIDDEN: &str = "x-hidden";

/// Keywords that are no schema language, or another's.
const LEFT_OUT: &[&str] = &[
    "example",
    "examples",
    "discriminator",
    "xml",
    "externalDocs",
    "nullable",
    "readOnly",
    "writeOnly",
    "deprecated",
    "$schema",
    "$id",
    "default",
    "title",
    "description",
];

/// Keywords with one schema, with a list, and with a map of them.
const ONE: &[&str] = &[
    "items",
    "additionalProperties",
    "not",
    "if",
    "then",
    "else",
    "contains",
    "propertyNames",
    "unevaluatedProperties",
    "unevaluatedItems",
    "additionalItems",
];
const LIST: &[&str] = &["allOf", "oneOf", "anyOf", "prefixItems"];
const MAP: &[&str] = &["properties", "patternProperties", "dependentSchemas"];

struct Work<'d> {
    documents: &'d Documents,
    old: bool,
    direction: Direction,
    names: BTreeMap<At, String>,
    open: Vec<(String, At)>,
}

impl Work<'_> {
    fn reference(&mut self, at: At) -> String {
        let next = format!("d{}", self.names.len());
        let name = self.names.entry(at.clone()).or_insert_with(|| {
            self.open.push((next.clone(), at));
            next
        });
        format!("#/$defs/{name}")
    }

    fn schema(&mut self, at: &At, schema: &Value) -> Value {
        let Value::Object(from) = schema else { return schema.clone() };
        let mut into = Map::new();
        let target = from.get("$ref").and_then(Value::as_str);
        if let Some(target) = target.and_then(|target| self.documents.target(&at.file, target)) {
            into.insert("$ref".to_owned(), Value::from(self.reference(target)));
            if self.old {
                return Value::Object(into);
            }
        }
        for (key, value) in from.iter().filter(|(key, _)| *key != "$ref") {
            if !LEFT_OUT.contains(&key.as_str()) && !key.starts_with("x-") {
                into.insert(key.clone(), self.keyword(&at.join(key), key, value));
            }
        }
        if from.get(self.hidden()) == Some(&Value::Bool(true)) {
            into.insert(HIDDEN.to_owned(), Value::Bool(true));
        }
        self.required(from, &mut into);
        if self.old { lower(from, into) } else { Value::Object(into) }
    }

    fn keyword(&mut self, at: &At, key: &str, value: &Value) -> Value {
        match value {
            Value::Object(map) if MAP.contains(&key) => {
                map.iter().map(|(name, value)| (name.clone(), self.schema(&at.join(name), value))).collect()
            }
            Value::Array(list) if LIST.contains(&key) => {
                list.iter().enumerate().map(|(index, value)| self.schema(&at.join(&index.to_string()), value)).collect()
            }
            value if ONE.contains(&key) => self.schema(at, value),
            value => value.clone(),
        }
    }

    /// The keyword of what does not travel in this direction.
    const fn hidden(&self) -> &'static str {
        match self.direction {
            Direction::Sent => "readOnly",
            Direction::Received => "writeOnly",
            Direction::Either => "",
        }
    }

    /// `required`, without what does not travel in this direction; a boolean (of draft 3) says nothing.
    fn required(&self, from: &Map<String, Value>, into: &mut Map<String, Value>) {
        let Some(Value::Array(names)) = into.remove("required") else { return };
        let hidden = self.hidden();
        let travels = |name: &Value| {
            let property = from.get("properties").and_then(|map| map.get(name.as_str()?));
            property.and_then(|property| property.get(hidden)) != Some(&Value::Bool(true))
        };
        into.insert("required".to_owned(), names.into_iter().filter(travels).collect());
    }
}

/// What 3.0 and 2.0 say in another way.
fn lower(from: &Map<String, Value>, mut into: Map<String, Value>) -> Value {
    for (flag, bound) in [("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")] {
        if let Some(Value::Bool(exclusive)) = into.remove(flag)
            && exclusive
            && let Some(value) = into.remove(bound)
        {
            into.insert(flag.to_owned(), value);
        }
    }
    if let Some(ty) = evident(&into) {
        into.insert("type".to_owned(), json!(ty));
    }
    let ty = into.get("type").and_then(Value::as_str).unwrap_or_default().to_owned();
    let bounds = match (ty.as_str(), from.get("format").and_then(Value::as_str)) {
        ("integer", Some("int32")) => Some((json!(i32::MIN), json!(i32::MAX))),
        ("integer", Some("int64")) => Some((json!(i64::MIN), json!(i64::MAX))),
        _ => None,
    };
    if let Some((least, most)) = bounds {
        into.entry("minimum").or_insert(least);
        into.entry("maximum").or_insert(most);
    }
    if ty == "file" {
        return Value::Bool(true);
    }
    let nullable = ["nullable", "x-nullable"].iter().any(|key| from.get(*key) == Some(&Value::Bool(true)));
    if nullable { json!({ "anyOf": [{ "type": "null" }, into] }) } else { Value::Object(into) }
}

/// The type that is not said but meant.
fn evident(schema: &Map<String, Value>) -> Option<&'static str> {
    let others = ["type", "enum", "allOf", "oneOf", "anyOf", "not"];
    if others.iter().any(|key| schema.contains_key(*key)) {
        return None;
    }
    let rows = [("properties", "object"), ("items", "array")];
    rows.iter().find(|(key, _)| schema.contains_key(*key)).map(|(_, ty)| *ty)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Direction, convert};
    use crate::documents::tests::documents;

    fn valid(schema: &str, direction: Direction, value: &serde_json::Value) -> bool {
        let text = format!("openapi: 3.0.3\ncomponents: {{schemas: {{S: {schema}, T: {{type: integer}}}}}}\n");
        let (_folder, documents) = documents(&text);
        let at = documents.root().join("components").join("schemas").join("S");
        jsonschema::validator_for(&convert(&documents, &at, direction).schema).unwrap().is_valid(value)
    }

    #[test]
    fn what_3_0_says_in_another_way() {
        let either = Direction::Either;
        assert!(valid("{type: string, nullable: true, enum: [a]}", either, &json!(null)));
        assert!(!valid("{type: string}", either, &json!(null)));
        assert!(!valid("{type: integer, minimum: 1, exclusiveMinimum: true}", either, &json!(1)));
        assert!(valid("{type: integer, minimum: 1, exclusiveMinimum: false}", either, &json!(1)));
        assert!(!valid("{type: integer, format: int32}", either, &json!(4_000_000_000_u32)));
        let reference =
            "{properties: {t: {$ref: '#/components/schemas/T', nullable: true}, s: {$ref: '#/components/schemas/S'}}}";
        assert!(valid(reference, either, &json!({ "s": { "t": 1 } })));
        assert!(!valid(reference, either, &json!("{ \"t\": 1 }")));
        assert!(valid("{allOf: [{type: string}]}", either, &json!("a")));
        assert!(!valid(reference, either, &json!({ "s": { "t": null } })));
    }

    #[test]
    fn names_by_their_place() {
        let schema = "{properties: {a: {allOf: [{properties: {b: {items: {properties: {'c/d': {}}}}}}]}, e: {}}}";
        let text = format!("openapi: 3.0.3\ncomponents: {{schemas: {{S: {schema}}}}}\n");
        let (_folder, documents) = documents(&text);
        let at = documents.root().join("components").join("schemas").join("S");
        let converted = convert(&documents, &at, Direction::Either);
        for (pointer, named) in [("/a", true), ("/a/b", true), ("/a/e", false), ("/a/b/0/c~1d", true), ("/b", false)] {
            assert_eq!(converted.names(pointer), named, "{pointer}");
        }
    }

    #[test]
    fn what_does_not_travel() {
        let text = "openapi: 3.0.3\ncomponents: {schemas: {S: {properties: {t: {$ref: '#/components/schemas/T'}}}, \
                    T: {readOnly: true}}}\n";
        let (_folder, documents) = documents(text);
        let at = documents.root().join("components").join("schemas").join("S");
        assert!(convert(&documents, &at, Direction::Sent).hides("/t"));
        assert!(!convert(&documents, &at, Direction::Received).hides("/t"));
    }

    #[test]
    fn required_in_one_direction() {
        let schema = "{type: object, required: [a, b], properties: {a: {readOnly: true}, b: {}}}";
        assert!(valid(schema, Direction::Sent, &json!({ "b": 1 })));
        assert!(!valid(schema, Direction::Received, &json!({ "b": 1 })));
        assert!(!valid(schema, Direction::Sent, &json!({ "a": 1 })));
    }
}
