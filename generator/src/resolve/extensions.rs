//! What a spec says to us: `x-sdk-*`, and the keys of other vendors that mean the same.

use std::{cell::RefCell, collections::BTreeSet};

use indexmap::IndexMap;
use serde_json::Value;

use super::document;
use crate::{
    diagnostic::{Code, Diagnostics},
    pointer::Origin,
};

/// What every key of ours begins with.
pub const PREFIX: &str = "x-sdk-";

/// All keys of ours, with the form of their values as a report states it.
pub const KEYS: &[(&str, &str)] = &[
    ("x-sdk-client", "a text"),
    ("x-sdk-base-url-env", "the name of an environment variable"),
    ("x-sdk-envelope", "`{data: KEY, success: KEY}` at the root, `false` at an operation"),
    ("x-sdk-errors", "`{message: [POINTER], code: [POINTER], request-id: HEADER}`"),
    ("x-sdk-env", "the name of an environment variable"),
    ("x-sdk-name", "a text"),
    ("x-sdk-input-name", "a text"),
    ("x-sdk-resource", "a text"),
    ("x-sdk-method", "a text"),
    ("x-sdk-ignore", "`true` or `false`"),
    ("x-sdk-idempotent", "`true` or `false`"),
    ("x-sdk-retry-conflict", "`true` or `false`"),
    ("x-sdk-secret", "`true` or `false`"),
    ("x-sdk-lenient", "`true` or `false`"),
    ("x-sdk-open", "`true` or `false`"),
    ("x-sdk-optional", "`true` or `false`"),
    ("x-sdk-nullable", "`true` or `false`"),
    ("x-sdk-enum", "a list of `{value, name, description}`"),
    ("x-sdk-idempotency-key", "`true` or `false`"),
];

/// The synonyms that are read, by the key of ours that they stand for.
pub const SYNONYMS: &[(&str, &[&str])] = &[
    ("x-sdk-resource", &["x-speakeasy-group", "x-fern-sdk-group-name"]),
    ("x-sdk-method", &["x-speakeasy-name-override", "x-fern-sdk-method-name"]),
    ("x-sdk-ignore", &["x-speakeasy-ignore", "x-fern-ignore"]),
    ("x-sdk-enum", &["x-speakeasy-enums", "x-fern-enum", "x-ms-enum", "x-enum-varnames", "x-enum-descriptions"]),
];

/// What the root says of the envelope around answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnvelopeKeys {
    /// The property that holds the value.
    pub data: String,
    /// The boolean property that says whether the call succeeded.
    pub success: Option<String>,
}

/// What the root says of error bodies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ErrorKeys {
    /// JSON pointers to the message.
    pub message: Vec<String>,
    /// JSON pointers to the machine-readable code.
    pub code: Vec<String>,
    /// The header that identifies a request.
    pub request_id: Option<String>,
}

/// What is said of one value of an enum.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EnumValue {
    /// The value on the wire.
    pub value: Value,
    /// Its Rust name.
    pub name: Option<String>,
    /// What it means.
    pub description: Option<String>,
}

/// The synonyms that were reported; one of these serves a whole run, so that each is said once.
#[derive(Debug, Default)]
pub struct Said(RefCell<BTreeSet<&'static str>>);

/// Reads the extensions of one object. A getter gives `None` when the key is absent or cannot be read; the latter is
/// reported.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    entries: &'a IndexMap<String, Value>,
    origin: &'a Origin,
    said: Option<&'a Said>,
}

impl<'a> Reader<'a> {
    /// A reader of the extensions of the object at `origin`.
    #[must_use]
    pub const fn new(entries: &'a IndexMap<String, Value>, origin: &'a Origin) -> Self {
        Self { entries, origin, said: None }
    }

    /// The same reader, which says each synonym once for all readers that share `said`.
    #[must_use]
    pub const fn saying_once(self, said: &'a Said) -> Self {
        Self { said: Some(said), ..self }
    }

    /// A text that is not empty: names, resources, environment variables. Synonyms are read.
    pub fn text(self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<String> {
        let (found, value) = self.find(key, diagnostics)?;
        // A group may be a list of nested names with one vendor.
        let text = match value {
            Value::String(text) => Some(text.clone()),
            Value::Array(parts) if found == "x-fern-sdk-group-name" => {
                let parts: Option<Vec<&str>> = parts.iter().map(Value::as_str).collect();
                parts.map(|parts| parts.join("."))
            }
            _ => None,
        };
        let text = text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        if text.is_none() {
            self.refuse(key, found, diagnostics);
        }
        text
    }

    /// `true` or `false`. Synonyms are read.
    pub fn flag(self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<bool> {
        let (found, value) = self.find(key, diagnostics)?;
        if value.is_boolean() {
            return value.as_bool();
        }
        self.refuse(key, found, diagnostics);
        None
    }

    /// `x-sdk-envelope` at the root.
    pub fn envelope(self, diagnostics: &mut Diagnostics) -> Option<EnvelopeKeys> {
        let key = "x-sdk-envelope";
        let value = self.entries.get(key)?;
        let known = |name: &str| matches!(name, "data" | "success");
        let read = value.as_object().filter(|entries| entries.keys().all(|name| known(name))).and_then(|entries| {
            let success = match entries.get("success") {
                None => None,
                Some(value) => Some(value.as_str()?.to_owned()),
            };
            Some(EnvelopeKeys { data: entries.get("data")?.as_str()?.to_owned(), success })
        });
        if read.is_none() {
            self.refuse(key, key, diagnostics);
        }
        read
    }

    /// `x-sdk-envelope: false` at an operation: its answers have none.
    pub fn without_envelope(self, diagnostics: &mut Diagnostics) -> bool {
        self.flag("x-sdk-envelope", diagnostics) == Some(false)
    }

    /// `x-sdk-errors` at the root.
    pub fn errors(self, diagnostics: &mut Diagnostics) -> Option<ErrorKeys> {
        let key = "x-sdk-errors";
        let read = self.entries.get(key)?.as_object().and_then(|entries| {
            let mut keys = ErrorKeys::default();
            for (name, value) in entries {
                match name.as_str() {
                    "message" => keys.message = pointers(value)?,
                    "code" => keys.code = pointers(value)?,
                    "request-id" => keys.request_id = Some(value.as_str()?.to_owned()),
                    _ => return None,
                }
            }
            Some(keys)
        });
        if read.is_none() {
            self.refuse(key, key, diagnostics);
        }
        read
    }

    /// Names and descriptions of an enum's values, ours or a synonym's. `values` are the values of the schema, which
    /// synonyms refer to by their place.
    pub fn enum_values(self, values: &[Value], diagnostics: &mut Diagnostics) -> Option<Vec<EnumValue>> {
        let key = "x-sdk-enum";
        let (found, value) = self.find(key, diagnostics)?;
        let read = match found {
            "x-speakeasy-enums" => named(value, values),
            "x-fern-enum" => by_value(value, values),
            "x-ms-enum" => value.get("values").map_or(Some(Vec::new()), listed),
            "x-enum-varnames" | "x-enum-descriptions" => self.varnames(values),
            _ => listed(value),
        };
        if read.is_none() {
            self.refuse(key, found, diagnostics);
        }
        // `x-ms-enum` without values only names the type.
        read.filter(|read| !read.is_empty())
    }

    /// `x-enum-varnames` and `x-enum-descriptions` stand side by side, each by the place of the value.
    fn varnames(self, values: &[Value]) -> Option<Vec<EnumValue>> {
        let texts = |key: &str| match self.entries.get(key) {
            None => Some(Vec::new()),
            Some(value) => {
                let texts = value.as_array()?.iter().map(|text| text.as_str().map(str::to_owned));
                texts.collect::<Option<Vec<String>>>()
            }
        };
        let (names, descriptions) = (texts("x-enum-varnames")?, texts("x-enum-descriptions")?);
        let of = |texts: &[String], index: usize| texts.get(index).filter(|text| !text.is_empty()).cloned();
        let fits = |texts: &[String]| texts.is_empty() || texts.len() == values.len();
        (fits(&names) && fits(&descriptions)).then(|| {
            let value = |(index, value): (usize, &Value)| EnumValue {
                value: value.clone(),
                name: of(&names, index),
                description: of(&descriptions, index),
            };
            values.iter().enumerate().map(value).collect()
        })
    }

    /// Our key, or the first synonym that stands here.
    fn find(self, key: &'static str, diagnostics: &mut Diagnostics) -> Option<(&'static str, &'a Value)> {
        if let Some(value) = self.entries.get(key) {
            return Some((key, value));
        }
        let (_, synonyms) = SYNONYMS.iter().find(|(ours, _)| *ours == key)?;
        let (synonym, value) = synonyms.iter().find_map(|synonym| Some((*synonym, self.entries.get(*synonym)?)))?;
        if self.said.is_none_or(|said| said.0.borrow_mut().insert(synonym)) {
            let message = format!("`{synonym}` is read as `{key}`");
            let said = diagnostics.report(Code::ExtensionSynonym, self.origin.join(synonym), message);
            said.help = format!("nothing; `{key}` would win over it");
        }
        Some((synonym, value))
    }

    fn refuse(self, key: &'static str, found: &'static str, diagnostics: &mut Diagnostics) {
        let form = KEYS.iter().find(|(known, _)| *known == key).map_or("another value", |(_, form)| *form);
        let message = if found == key {
            format!("`{key}` must be {form}")
        } else {
            format!("`{found}` cannot be read as `{key}`")
        };
        diagnostics.report(Code::ExtensionValue, self.origin.join(found), message);
    }
}

/// Whether a schema may be `null`: `x-sdk-nullable` knows it better than the schema. Its form is judged where a field
/// reads it.
#[must_use]
pub fn nullable(data: &openapiv3::SchemaData) -> bool {
    data.extensions.get("x-sdk-nullable").and_then(Value::as_bool).unwrap_or(data.nullable)
}

/// Reports keys that begin like ours and are none of ours, wherever in the document.
pub fn check_unknown(document: &Value, diagnostics: &mut Diagnostics) {
    document::walk(document, &mut |object| {
        for key in object.members.keys().filter(|key| key.starts_with(PREFIX)) {
            if KEYS.iter().any(|(known, _)| known == key) {
                continue;
            }
            let message = format!("`{}` is no key that the generator knows", key.escape_debug());
            let near = KEYS.iter().map(|(known, _)| (strsim::damerau_levenshtein(known, key), *known)).min();
            let origin = Origin::root(object.path.iter().cloned().collect()).join(key);
            let said = diagnostics.report(Code::ExtensionUnknown, origin, message);
            if let Some((_, known)) = near.filter(|(distance, _)| *distance <= 3) {
                said.help = format!("did you mean `{known}`?");
            }
        }
    });
}

/// JSON pointers: a list of them, or one alone.
fn pointers(value: &Value) -> Option<Vec<String>> {
    let pointer = |value: &Value| value.as_str().filter(|text| text.starts_with('/')).map(str::to_owned);
    match value {
        Value::Array(values) => values.iter().map(pointer).collect(),
        value => pointer(value).map(|pointer| vec![pointer]),
    }
}

/// A list of `{value, name, description}`.
fn listed(value: &Value) -> Option<Vec<EnumValue>> {
    let text = |entry: &Value, key: &str| match entry.get(key) {
        None => Some(None),
        Some(value) => value.as_str().map(|text| Some(text.to_owned())),
    };
    let entry = |entry: &Value| {
        let value = entry.get("value")?.clone();
        Some(EnumValue { value, name: text(entry, "name")?, description: text(entry, "description")? })
    };
    value.as_array()?.iter().map(entry).collect()
}

/// Names by place, or by value.
fn named(value: &Value, values: &[Value]) -> Option<Vec<EnumValue>> {
    let name = |name: Option<&Value>, value: &Value| {
        let name = Some(name?.as_str()?.to_owned());
        Some(EnumValue { value: value.clone(), name, description: None })
    };
    match value {
        Value::Array(names) if names.len() == values.len() => {
            names.iter().zip(values).map(|(text, value)| name(Some(text), value)).collect()
        }
        Value::Object(names) => {
            Some(values.iter().filter_map(|value| name(names.get(&key_of(value)), value)).collect())
        }
        _ => None,
    }
}

/// `{VALUE: {name, description}}`.
fn by_value(value: &Value, values: &[Value]) -> Option<Vec<EnumValue>> {
    let entries = value.as_object()?;
    let read = |value: &Value| {
        let entry = entries.get(&key_of(value))?;
        let text = |key: &str| entry.get(key).and_then(Value::as_str).map(str::to_owned);
        Some(EnumValue { value: value.clone(), name: text("name"), description: text("description") })
    };
    Some(values.iter().filter_map(read).collect())
}

fn key_of(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests;
