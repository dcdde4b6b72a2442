//! `type` as a list: `null` becomes `nullable`, several types become alternatives.

use serde_json::{Value, json};

use super::super::{
    formats,
    path::Path,
    rewriter::{Entries, Rewriter},
};
use crate::diagnostic::Code;

/// Keywords that say something of values of one type only, with the types.
const OF_TYPE: &[(&[&str], &[&str])] = &[
    (&["string"], &["minLength", "maxLength", "pattern", "contentEncoding", "contentMediaType", "contentSchema"]),
    (&["number", "integer"], &["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]),
    (
        &["array"],
        &[
            "items",
            "prefixItems",
            "additionalItems",
            "contains",
            "minContains",
            "maxContains",
            "minItems",
            "maxItems",
            "uniqueItems",
            "unevaluatedItems",
        ],
    ),
    (
        &["object"],
        &[
            "properties",
            "required",
            "additionalProperties",
            "patternProperties",
            "propertyNames",
            "minProperties",
            "maxProperties",
            "dependentRequired",
            "dependentSchemas",
            "unevaluatedProperties",
        ],
    ),
];

/// Rewrites a list of types.
pub(super) fn rewrite(rewriter: &mut Rewriter<'_>, entries: &mut Entries, path: &Path<'_>) {
    let Some(Value::Array(given)) = entries.get("type") else { return };
    let mut types: Vec<String> = Vec::new();
    for name in given {
        match name.as_str() {
            Some(name) if types.iter().any(|known| known == name) => {}
            Some(name) => types.push(name.to_owned()),
            None => {}
        }
    }
    if types.is_empty() {
        entries.shift_remove("type");
        rewriter.say(Code::DialectShape, path, "type", "the list names no type".to_owned());
        return;
    }
    let all = types.len();
    types.retain(|name| name != "null");
    let nullable = types.len() < all;
    if types.iter().any(|name| name == "number") {
        types.retain(|name| name != "integer");
    }
    match types.as_slice() {
        [] => set(entries, "null"),
        [only] => set(entries, only),
        _ if says_more(entries) => drop(entries.shift_remove("type")),
        several => split(rewriter, entries, several, path),
    }
    if nullable && !types.is_empty() {
        entries.insert("nullable".to_owned(), Value::Bool(true));
    }
}

fn set(entries: &mut Entries, name: &str) {
    entries.insert("type".to_owned(), Value::String(name.to_owned()));
}

/// Whether the values or the alternatives are listed: the types add nothing to that.
fn says_more(entries: &Entries) -> bool {
    ["enum", "const", "anyOf", "oneOf", "allOf", "$ref"].iter().any(|key| entries.contains_key(*key))
}

/// One alternative for each type, with the keywords of its type.
fn split(rewriter: &mut Rewriter<'_>, entries: &mut Entries, types: &[String], path: &Path<'_>) {
    if is_any(types) && !OF_TYPE.iter().any(|(_, keys)| keys.iter().any(|key| entries.contains_key(*key))) {
        entries.shift_remove("type");
        return;
    }
    let mut options: Vec<Entries> =
        types.iter().map(|name| Entries::from_iter([("type".to_owned(), json!(name))])).collect();
    let mut give = |key: &str, value: &Value, to: &[&str]| {
        for (name, option) in types.iter().zip(&mut options) {
            if to.contains(&name.as_str()) {
                option.insert(key.to_owned(), value.clone());
            }
        }
    };
    for (to, keys) in OF_TYPE {
        for key in *keys {
            if let Some(value) = entries.shift_remove(*key) {
                give(key, &value, to);
            }
        }
    }
    if let Some(format) = entries.shift_remove("format") {
        let numeric = format.as_str().is_some_and(|format| formats::NUMERIC.contains(&format));
        give("format", &format, if numeric { &["number", "integer"] } else { &["string"] });
    }
    for index in 0..options.len() {
        rewriter.moved(path, &["anyOf", &index.to_string()], &[]);
    }
    rewriter.moved(path, &["anyOf"], &["type"]);
    entries.shift_remove("type");
    entries.insert("anyOf".to_owned(), options.into_iter().map(Value::Object).collect());
}

/// All types there are.
fn is_any(types: &[String]) -> bool {
    ["string", "number", "boolean", "array", "object"].iter().all(|name| types.iter().any(|known| known == name))
}
