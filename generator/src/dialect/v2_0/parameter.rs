//! Parameters and headers of 2.0 say their type themselves; in 3.0 a schema below them does.

use serde_json::{Map, Value, json};

use super::{Entries, Pointer, Rewrite, schema};
use crate::{diagnostic::Code, dialect::carry};

/// What stays on the parameter; all else is of its schema.
const OWN: &[&str] = &[
    "name",
    "in",
    "description",
    "required",
    "deprecated",
    "allowEmptyValue",
    "style",
    "explode",
    "allowReserved",
    "schema",
    "content",
    "example",
    "examples",
    "$ref",
];

/// The extensions that say something of the type and not of the argument.
const OF_TYPE: &[&str] = &[
    "x-nullable",
    "x-sdk-nullable",
    "x-sdk-open",
    "x-sdk-lenient",
    "x-sdk-enum",
    "x-speakeasy-enums",
    "x-fern-enum",
    "x-ms-enum",
    "x-enum-varnames",
    "x-enum-descriptions",
];

/// A list's form as 3.0 states it.
pub(super) struct Style {
    /// `None`: 3.0 has no such style at this place.
    pub(super) style: Option<&'static str>,
    /// The style's name.
    pub(super) name: &'static str,
    pub(super) explode: bool,
}

impl Rewrite<'_> {
    /// A parameter that is neither the body nor a part of it.
    pub(super) fn parameter(&mut self, mut value: Value, before: &Pointer, now: &Pointer) -> Value {
        let Value::Object(entries) = &mut value else { return value };
        if entries.contains_key("$ref") {
            return value;
        }
        examples(entries);
        let location = entries.get("in").and_then(Value::as_str).unwrap_or_default().to_owned();
        if let Some(style) = self.style(entries, &location, before) {
            match style.style {
                Some(name) => {
                    entries.entry("style").or_insert(Value::from(name));
                    entries.entry("explode").or_insert(Value::Bool(style.explode));
                }
                None => {
                    entries.insert(carry::STYLE.to_owned(), Value::from(style.name));
                }
            }
        }
        self.type_below(entries, before, now);
        value
    }

    /// A header of a response: always a list with commas, as 3.0 has it too.
    pub(super) fn header(&mut self, value: &mut Value, before: &Pointer, now: &Pointer) {
        let Value::Object(entries) = value else { return };
        if entries.contains_key("$ref") {
            return;
        }
        examples(entries);
        let format = entries.get("collectionFormat").and_then(Value::as_str).unwrap_or("csv").to_owned();
        if is_list(entries) && format != "csv" {
            let message = format!("a header that is a list by `{}` is given as one text", format.escape_debug());
            self.say(Code::ParameterStyle, &before.join("collectionFormat"), message);
            entries.retain(|key, _| key == "description" || key.starts_with("x-"));
            entries.insert("type".to_owned(), Value::from("string"));
        }
        entries.shift_remove("collectionFormat");
        self.type_below(entries, before, now);
    }

    /// Moves what is said of the type below `schema`.
    fn type_below(&mut self, entries: &mut Entries, before: &Pointer, now: &Pointer) {
        let stated = entries.contains_key("schema") || entries.contains_key("content");
        let schema = self.schema_of(entries, before);
        if stated && schema.as_object().is_some_and(Map::is_empty) {
            return;
        }
        if entries.contains_key("schema") {
            let message = "it has a `schema` and a type of its own; the schema counts".to_owned();
            self.say(Code::DialectKeyword, before, message);
            return;
        }
        self.moved.part(now.join("schema"), before);
        entries.insert("schema".to_owned(), schema);
    }

    /// Takes what a parameter, a header or a field of a form says of its type.
    pub(super) fn schema_of(&mut self, entries: &mut Entries, before: &Pointer) -> Value {
        let mut own = Map::new();
        let is_own = |key: &str| OWN.contains(&key) || (key.starts_with("x-") && !OF_TYPE.contains(&key));
        for (key, value) in std::mem::take(entries) {
            if is_own(&key) {
                entries.insert(key, value);
            } else {
                own.insert(key, value);
            }
        }
        self.inner_lists(own.get("items"), &before.join("items"));
        if let Some(items) = own.get_mut("items") {
            without_formats(items);
        }
        schema::rewrite(&mut own);
        Value::Object(own)
    }

    /// Takes the form of a list; `None` when it is none.
    pub(super) fn style(&mut self, entries: &mut Entries, location: &str, before: &Pointer) -> Option<Style> {
        let stated = entries.shift_remove("collectionFormat");
        let place = before.join("collectionFormat");
        if !is_list(entries) {
            if stated.is_some() {
                let message = "`collectionFormat` means nothing beside a type that is no list".to_owned();
                self.say(Code::DialectKeyword, &place, message);
            }
            return None;
        }
        let name = stated.as_ref().map_or(Some("csv"), Value::as_str).unwrap_or_default();
        let query = matches!(location, "query" | "formData");
        let plain = if query { "form" } else { "simple" };
        let of_query = |name| query.then_some(name);
        let style = match name {
            "csv" => Style { style: Some(plain), name: plain, explode: false },
            "ssv" => Style { style: of_query("spaceDelimited"), name: "spaceDelimited", explode: false },
            "pipes" => Style { style: of_query("pipeDelimited"), name: "pipeDelimited", explode: false },
            "tsv" => Style { style: None, name: "tabDelimited", explode: false },
            "multi" if query => Style { style: Some("form"), name: "form", explode: true },
            _ => {
                let stated = stated.as_ref().map(ToString::to_string).unwrap_or_default();
                let message = format!("`collectionFormat` is {stated} at a place `{location}`; commas are taken");
                self.say(Code::DialectShape, &place, message);
                Style { style: Some(plain), name: plain, explode: false }
            }
        };
        Some(style)
    }

    /// A list within a list has separators of its own, which 3.0 cannot say.
    fn inner_lists(&mut self, items: Option<&Value>, place: &Pointer) {
        let Some(Value::Object(entries)) = items else { return };
        if is_list(entries) {
            let message = "a list within a list has separators of its own, which are not written".to_owned();
            self.say(Code::ParameterStyle, place, message);
        }
        self.inner_lists(entries.get("items"), &place.join("items"));
    }
}

fn is_list(entries: &Entries) -> bool {
    entries.get("type").is_some_and(|name| name == "array")
}

/// Removes `collectionFormat` from the items of a list.
fn without_formats(items: &mut Value) {
    if let Value::Object(entries) = items {
        entries.shift_remove("collectionFormat");
        if let Some(items) = entries.get_mut("items") {
            without_formats(items);
        }
    }
}

/// `x-example` and `x-examples` are what `example` and `examples` are in 3.0.
fn examples(entries: &mut Entries) {
    if let Some(example) = entries.shift_remove("x-example") {
        entries.entry("example").or_insert(example);
    }
    if let Some(Value::Object(named)) = entries.get("x-examples") {
        let examples: Map<_, _> = named.iter().map(|(name, value)| (name.clone(), json!({"value": value}))).collect();
        entries.shift_remove("x-examples");
        if !entries.contains_key("example") {
            entries.entry("examples").or_insert(Value::Object(examples));
        }
    }
}
