//! Values as findings show them: normalised and short.

use serde_json::{Map, Value};

use super::rest::is_annotation;

/// Characters of a value that are shown.
const LONGEST: usize = 200;

/// A value as one short line: keys sorted, without what is written for readers.
pub(super) fn show(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        other => plain(other).to_string(),
    };
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

/// Keys whose members are named by the description's author.
const NAMED: &[&str] = &[
    "properties",
    "x-sdkgen-patterns",
    "mapping",
    "headers",
    "content",
    "encoding",
    "links",
    "parameters",
    "callbacks",
    "responses",
    "variables",
    "scopes",
];

/// Keys whose values are data.
const DATA: &[&str] = &["default", "enum", "x-sdkgen-default", "x-sdkgen-enum", "requestBody"];

/// A value without annotations, its keys sorted: two that say the same are equal, and print alike.
pub(super) fn plain(value: &Value) -> Value {
    plain_of(value, false)
}

fn plain_of(value: &Value, named: bool) -> Value {
    match value {
        Value::Object(members) => {
            let mut sorted: Vec<_> = members.iter().filter(|(key, _)| named || !is_annotation(key)).collect();
            sorted.sort_by_key(|(key, _)| key.as_str());
            let member = |(key, value): (&String, &Value)| {
                let data = !named && DATA.contains(&key.as_str()) && value.get("content").is_none();
                let named = !named && NAMED.contains(&key.as_str());
                (key.clone(), if data { value.clone() } else { plain_of(value, named) })
            };
            Value::Object(sorted.into_iter().map(member).collect::<Map<_, _>>())
        }
        Value::Array(items) => Value::Array(items.iter().map(plain).collect()),
        other => other.clone(),
    }
}

/// Several names in a sentence: `` `a`, `b` ``.
pub(super) fn listed<T: AsRef<str>>(names: impl IntoIterator<Item = T>) -> String {
    let names: Vec<_> = names.into_iter().map(|name| format!("`{}`", name.as_ref())).collect();
    names.join(", ")
}
