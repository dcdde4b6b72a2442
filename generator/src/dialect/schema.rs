//! Schemas are rewritten before typing, so that openapiv3 loses nothing in silence.

use serde_json::{Map, Value};

use super::{carry, path::Path};
use crate::diagnostic::{Code, Diagnostics};

/// The types that OpenAPI 3.0 has.
const TYPES: &[&str] = &["string", "number", "integer", "boolean", "object", "array"];

/// What may stand beside a schema's `$ref` and is kept, with all extensions: it says something of the use, not of the
/// schema referred to.
const KEPT: &[&str] =
    &["description", "deprecated", "nullable", "readOnly", "writeOnly", "default", "title", "example", "externalDocs"];

/// `{$ref, siblings}` becomes `{allOf: [{$ref}], siblings}` with the siblings that are kept.
pub(super) fn split_reference(entries: &mut Map<String, Value>, path: &Path<'_>, diagnostics: &mut Diagnostics) {
    let Some(target) = entries.get("$ref").filter(|target| target.is_string()).cloned() else { return };
    let kept = |key: &str| KEPT.contains(&key) || key.starts_with("x-");
    let lost: Vec<&str> = entries.keys().map(String::as_str).filter(|key| *key != "$ref" && !kept(key)).collect();
    beside(&lost, path, diagnostics);
    entries.retain(|key, value| key == "$ref" || (kept(key) && !(value.is_null() && key != "default")));
    if entries.len() > 1 {
        entries.shift_remove("$ref");
        let reference = Value::Object(Map::from_iter([("$ref".to_owned(), target)]));
        entries.shift_insert(0, "allOf".to_owned(), Value::Array(vec![reference]));
    }
}

/// What stands beside any other `$ref` is lost.
pub(super) fn drop_siblings(entries: &mut Map<String, Value>, path: &Path<'_>, diagnostics: &mut Diagnostics) {
    let lost: Vec<&str> = entries.keys().map(String::as_str).filter(|key| *key != "$ref").collect();
    beside(&lost, path, diagnostics);
    entries.retain(|key, _| key == "$ref");
}

fn beside(lost: &[&str], path: &Path<'_>, diagnostics: &mut Diagnostics) {
    if lost.is_empty() {
        return;
    }
    let names: Vec<String> = lost.iter().map(|key| format!("`{}`", key.escape_debug())).collect();
    let mean = if lost.len() == 1 { "means" } else { "mean" };
    let message = format!("{} beside `$ref` {mean} nothing in OpenAPI 3.0", names.join(", "));
    diagnostics.report(Code::DialectKeyword, path.key("$ref").origin(), message).help =
        "put it into the schema that is referred to, or wrap the reference in `allOf`".to_owned();
}

/// Moves the keywords that openapiv3 would lose to the inner keys.
pub(super) fn carry(entries: &mut Map<String, Value>) {
    for (keyword, inner) in carry::MOVED {
        if let Some(value) = entries.shift_remove(*keyword) {
            entries.insert((*inner).to_owned(), value);
        }
    }
    let known = |value: &Value| value.as_str().is_some_and(|text| TYPES.contains(&text));
    if entries.get("type").is_some_and(|value| !known(value))
        && let Some(value) = entries.shift_remove("type")
    {
        entries.insert(carry::TYPE.to_owned(), value);
    }
}
