//! What a schema says, in any version, behind references and `allOf`.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::documents::{At, Documents};

/// A schema: the objects that hold at once, since `$ref`, `allOf` and a lone alternative beside `null` are followed.
#[derive(Clone, Debug)]
pub struct Schema<'d> {
    documents: &'d Documents,
    parts: Vec<(At, Map<String, Value>)>,
}

/// Keywords that say something whatever stands in them.
const SAYING: &[&str] = &[
    "enum",
    "const",
    "format",
    "pattern",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "uniqueItems",
    "contentEncoding",
    "contentMediaType",
    "if",
    "dependentSchemas",
];

/// Keywords that say something when their value is not empty.
const SAYING_WHEN_FULL: &[&str] = &["properties", "required", "patternProperties", "prefixItems"];

/// JSON's types, integers among the numbers, `null` left out.
const TYPES: [&str; 5] = ["array", "boolean", "number", "object", "string"];

impl<'d> Schema<'d> {
    /// The schema that stands at a place; one that says nothing when none does.
    pub fn at(documents: &'d Documents, at: &At) -> Self {
        let mut schema = Self { documents, parts: Vec::new() };
        schema.collect(at, &mut BTreeSet::new());
        schema
    }

    fn collect(&mut self, at: &At, seen: &mut BTreeSet<At>) {
        if !seen.insert(at.clone()) {
            return;
        }
        let Some(Value::Object(object)) = self.documents.get(at) else { return };
        let target = object.get("$ref").and_then(Value::as_str);
        if let Some(target) = target.and_then(|target| self.documents.target(&at.file, target)) {
            self.collect(&target, seen);
        }
        for index in 0..object.get("allOf").and_then(Value::as_array).map_or(0, Vec::len) {
            self.collect(&at.join("allOf").join(&index.to_string()), seen);
        }
        for key in ["oneOf", "anyOf"] {
            if let [lone] = self.alternatives(at, &object, key).as_slice() {
                self.collect(lone, seen);
            }
        }
        self.parts.push((at.clone(), object));
    }

    /// The places of alternatives that are not `null`.
    fn alternatives(&self, at: &At, object: &Map<String, Value>, key: &str) -> Vec<At> {
        let list = object.get(key).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let places = (0..list.len()).map(|index| at.join(key).join(&index.to_string()));
        let is_null = |value: &Value| {
            value.get("type") == Some(&Value::from("null"))
                || value.get("enum") == Some(&Value::from(vec![Value::Null]))
        };
        places.zip(list).filter(|(_, value)| !is_null(value)).map(|(place, _)| place).collect()
    }

    /// Lists of two or more alternatives.
    fn choices(&self) -> Vec<Vec<Self>> {
        let mut choices = Vec::new();
        for (at, object) in &self.parts {
            for key in ["oneOf", "anyOf"] {
                let places = self.alternatives(at, object, key);
                if places.len() > 1 {
                    choices.push(places.iter().map(|place| Self::at(self.documents, place)).collect());
                }
            }
        }
        choices
    }

    fn values_of(&self, key: &str) -> impl Iterator<Item = &Value> {
        self.parts.iter().filter_map(move |(_, object)| object.get(key))
    }

    /// The types that it names, without `null`.
    fn types(&self) -> BTreeSet<&str> {
        let texts = self.values_of("type").flat_map(|ty| match ty {
            Value::Array(types) => types.iter().filter_map(Value::as_str).collect(),
            other => other.as_str().into_iter().collect::<Vec<_>>(),
        });
        texts.map(|ty| if ty == "integer" { "number" } else { ty }).filter(|ty| *ty != "null").collect()
    }

    /// Whether nothing stands in it but at most its type.
    fn is_bare(&self) -> bool {
        let full = |value: &Value| {
            value.as_array().is_some_and(|list| !list.is_empty())
                || value.as_object().is_some_and(|map| !map.is_empty())
        };
        SAYING.iter().all(|key| self.values_of(key).next().is_none())
            && !SAYING_WHEN_FULL.iter().any(|key| self.values_of(key).any(full))
            && !self.items().iter().chain(&self.values()).any(Self::says)
    }

    /// Whether a value of any JSON type fits.
    fn is_anything(&self) -> bool {
        let types = self.types();
        let any_type = types.is_empty() || TYPES.iter().all(|ty| types.contains(ty));
        let free = |choice: &Vec<Self>| {
            let bare: Vec<_> = choice.iter().filter(|schema| schema.is_bare() && schema.choices().is_empty()).collect();
            let types: BTreeSet<_> = bare.iter().flat_map(|schema| schema.types()).collect();
            bare.iter().any(|schema| schema.types().is_empty()) || TYPES.iter().all(|ty| types.contains(ty))
        };
        any_type && self.is_bare() && self.choices().iter().all(free)
    }

    /// Whether it says more than that there is some JSON.
    pub fn says(&self) -> bool {
        !self.is_anything()
    }

    /// Whether it is a text that stands for bytes, or a file.
    pub fn is_binary(&self) -> bool {
        let bytes = |format: &&str| matches!(*format, "binary" | "byte" | "base64" | "base64url");
        let types = self.types();
        types.contains("file")
            || types.iter().all(|ty| *ty == "string")
                && (self.formats().iter().any(bytes)
                    || self.values_of("contentEncoding").next().is_some()
                    || self.values_of("contentMediaType").next().is_some())
    }

    /// Whether it is not just any text: another type, a choice of values, or alternatives of which one is.
    pub fn is_other_than_text(&self) -> bool {
        self.types().iter().any(|ty| *ty != "string")
            || self.values_of("enum").any(|list| list.as_array().is_some_and(|list| list.len() > 1))
            || self.names_properties()
            || !self.items().is_empty()
            || self.choices().iter().flatten().any(Self::is_other_than_text)
    }

    /// The formats that it names.
    pub fn formats(&self) -> Vec<&str> {
        self.values_of("format").filter_map(Value::as_str).collect()
    }

    /// Whether it names properties.
    pub fn names_properties(&self) -> bool {
        self.values_of("properties").any(|map| map.as_object().is_some_and(|map| !map.is_empty()))
    }

    /// The schemas of items.
    pub fn items(&self) -> Vec<Self> {
        self.below("items")
    }

    /// The schemas of further properties.
    pub fn values(&self) -> Vec<Self> {
        let mut found = self.below("additionalProperties");
        for (at, object) in &self.parts {
            let patterns = object.get("patternProperties").and_then(Value::as_object);
            let at = at.join("patternProperties");
            found.extend(patterns.into_iter().flat_map(Map::keys).map(|key| Self::at(self.documents, &at.join(key))));
        }
        found
    }

    fn below(&self, key: &str) -> Vec<Self> {
        let has = self.parts.iter().filter(|(_, object)| object.get(key).is_some_and(Value::is_object));
        has.map(|(at, _)| Self::at(self.documents, &at.join(key))).collect()
    }

    /// The schema of a property, where it is named.
    pub fn property(&self, name: &str) -> Option<Self> {
        let has = |object: &Map<String, Value>| object.get("properties").is_some_and(|map| map.get(name).is_some());
        let (at, _) = self.parts.iter().find(|(_, object)| has(object))?;
        Some(Self::at(self.documents, &at.join("properties").join(name)))
    }
}
