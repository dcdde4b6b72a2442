//! Every schema is said in the keywords of 3.0, from the outside in.

use serde_json::Value;

use super::{
    super::{
        detect::Version,
        path::Path,
        rewriter::{Entries, Rewriter},
    },
    members, null, parts, types, values,
};
use crate::{diagnostic::Code, source::position::Position};

/// Keywords that 3.0 does not have.
const NEWER: &[&str] = &[
    "$anchor",
    "$comment",
    "$defs",
    "$dynamicAnchor",
    "$dynamicRef",
    "$id",
    "$schema",
    "$vocabulary",
    "const",
    "contains",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "dependentRequired",
    "dependentSchemas",
    "else",
    "examples",
    "if",
    "maxContains",
    "minContains",
    "patternProperties",
    "prefixItems",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
];

/// Keywords that only place the schema, or that were followed before.
const SILENT: &[&str] = &[
    "$anchor",
    "$comment",
    "$defs",
    "$dynamicAnchor",
    "$id",
    "$recursiveAnchor",
    "$schema",
    "$vocabulary",
    "definitions",
];

/// Keywords that narrow what is valid and not how it is read: nothing of the types depends on them.
const NARROWING: &[&str] = &["contains", "dependentRequired", "maxContains", "minContains", "propertyNames"];

/// The dialects of JSON Schema that are read.
pub(super) const DIALECTS: &[&str] = &[
    "https://spec.openapis.org/oas/3.1/dialect/",
    "https://spec.openapis.org/oas/3.2/dialect/",
    "https://json-schema.org/draft/2020-12/schema",
];

/// Whether it is a dialect that is read.
pub(super) fn is_known(dialect: &str) -> bool {
    DIALECTS.iter().any(|known| dialect.trim_end_matches('#').starts_with(known))
}

/// Rewrites all schemas at and below a place.
pub(super) fn walk(rewriter: &mut Rewriter<'_>, position: Position, value: &mut Value, path: &Path<'_>) {
    match value {
        _ if position == Position::Other => {}
        Value::Object(entries) => {
            if position == Position::Schema {
                schema(rewriter, entries, path);
            }
            for (key, value) in entries {
                let position = position.child(key);
                // `additionalProperties: false` is of 3.0 too.
                if value.is_boolean() && key == "additionalProperties" {
                    continue;
                }
                walk(rewriter, position, value, &path.key(key));
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                walk(rewriter, position, item, &path.index(index));
            }
        }
        Value::Bool(admits) if position == Position::Schema && rewriter.version != Version::V3_0 => {
            *value = parts::boolean(rewriter, *admits, path);
        }
        _ => {}
    }
}

fn schema(rewriter: &mut Rewriter<'_>, entries: &mut Entries, path: &Path<'_>) {
    if rewriter.version == Version::V3_0 {
        if entries.contains_key("$ref") || !is_newer(entries) {
            return;
        }
        say_newer(rewriter, entries, path);
    } else {
        say_older(rewriter, entries, path);
        parts::booleans(rewriter, entries, path);
        null::rewrite(rewriter, entries, path);
    }
    dialect(rewriter, entries, path);
    entries.retain(|key, _| !SILENT.contains(&key.as_str()));
    for keyword in NARROWING {
        if let Some(value) = entries.shift_remove(*keyword) {
            parts::put_aside(entries, keyword, value);
        }
    }
    values::constant(rewriter, entries, path);
    values::examples(rewriter, entries, path);
    types::rewrite(rewriter, entries, path);
    values::exclusive_bounds(rewriter, entries, path);
    values::content(rewriter, entries, path);
    members::items(rewriter, entries, path);
    members::properties(rewriter, entries, path);
    parts::siblings(rewriter, entries, path);
    parts::conditions(rewriter, entries, path);
}

fn is_newer(entries: &Entries) -> bool {
    entries.iter().any(|(key, value)| is_newer_keyword(key, value))
}

fn is_newer_keyword(key: &str, value: &Value) -> bool {
    match key {
        "type" => value.is_array(),
        "exclusiveMinimum" | "exclusiveMaximum" => value.is_number(),
        _ => NEWER.contains(&key),
    }
}

/// Keywords of 3.1 in 3.0: said, and read as in 3.1.
fn say_newer(rewriter: &mut Rewriter<'_>, entries: &Entries, path: &Path<'_>) {
    for (key, _) in entries.iter().filter(|(key, value)| is_newer_keyword(key, value)) {
        let message = match key.as_str() {
            "type" => "a list of types is OpenAPI 3.1; it is read as there".to_owned(),
            "exclusiveMinimum" | "exclusiveMaximum" => {
                format!("`{key}` with a number is OpenAPI 3.1; it is read as there")
            }
            _ => format!("`{key}` is a keyword of OpenAPI 3.1; it is read as there"),
        };
        rewriter.say(Code::DialectKeyword, path, key, message);
    }
}

/// Keywords of 3.0 in 3.1: said, and read as in 3.0.
fn say_older(rewriter: &mut Rewriter<'_>, entries: &Entries, path: &Path<'_>) {
    let flag = |key: &str| entries.get(key).is_some_and(Value::is_boolean);
    if flag("nullable") {
        let message = "`nullable` is a keyword of OpenAPI 3.0; it is read as there";
        rewriter.say(Code::DialectKeyword, path, "nullable", message.to_owned()).help =
            "add \"null\" to the list under `type`".to_owned();
    }
    for keyword in ["exclusiveMinimum", "exclusiveMaximum"] {
        if flag(keyword) {
            let message = format!("`{keyword}` with a boolean is OpenAPI 3.0; it is read as there");
            rewriter.say(Code::DialectKeyword, path, keyword, message).help =
                format!("give `{keyword}` the bound itself");
        }
    }
    if entries.get("items").is_some_and(Value::is_array) {
        let message = "a list under `items` is an older JSON Schema; it is read as `prefixItems`";
        rewriter.say(Code::DialectKeyword, path, "items", message.to_owned());
    }
    if entries.get("examples").is_some_and(Value::is_object) {
        let message = "the `examples` of a schema are a list of values; the first one is read";
        rewriter.say(Code::DialectKeyword, path, "examples", message.to_owned());
    }
}

/// `$schema`: another dialect may mean something else by the same keywords.
fn dialect(rewriter: &mut Rewriter<'_>, entries: &Entries, path: &Path<'_>) {
    if let Some(Value::String(dialect)) = entries.get("$schema")
        && !is_known(dialect)
    {
        let message = format!("the dialect `{}` is read as JSON Schema 2020-12", dialect.escape_debug());
        rewriter.say(Code::DialectKeyword, path, "$schema", message).help = "remove it, or name the default".to_owned();
    }
}
