//! What arrays and objects hold: tuples, patterns, what nothing else evaluated.

use serde_json::{Value, json};

use super::super::{
    carry,
    path::Path,
    rewriter::{Entries, Rewriter},
};

/// `prefixItems` becomes a carried tuple; `unevaluatedItems` stands in for `items`.
pub(super) fn items(rewriter: &mut Rewriter<'_>, entries: &mut Entries, path: &Path<'_>) {
    let unevaluated = entries.shift_remove("unevaluatedItems");
    if let (Some(value), false) = (unevaluated, entries.contains_key("items")) {
        entries.insert("items".to_owned(), value);
        rewriter.moved(path, &["items"], &["unevaluatedItems"]);
    }
    let older = entries.get("items").is_some_and(Value::is_array);
    let keyword = if older { "items" } else { "prefixItems" };
    let Some(Value::Array(mut places)) = entries.shift_remove(keyword) else {
        // `false`: the list is empty, and nothing is to be said of its items.
        if entries.get("items").is_some_and(Value::is_boolean) {
            entries.shift_remove("items");
        }
        return;
    };
    let further = entries.shift_remove(if older { "additionalItems" } else { "items" });
    let count = places.len();
    let most = entries.get("maxItems").and_then(Value::as_u64);
    let rest = further.filter(|schema| schema.is_object() && most.is_none_or(|most| most > count as u64));
    rewriter.moved(path, &["items"], &[keyword]);
    rewriter.moved(path, &["items", "oneOf"], &[keyword]);
    if rest.is_some() {
        let now = ["items", "oneOf", &count.to_string()];
        let before = rewriter.before(path).join(if older { "additionalItems" } else { "items" });
        let place = now.iter().fold(path.pointer(), |place, token| place.join(token));
        rewriter.moved_to(place, before);
    }
    let least = entries.get("minItems").and_then(Value::as_u64).unwrap_or_default().min(count as u64);
    entries.insert(carry::TUPLE.to_owned(), json!({"min": least, "rest": rest.is_some()}));
    places.extend(rest);
    entries.entry("type").or_insert_with(|| json!("array"));
    entries.insert("items".to_owned(), json!({"oneOf": places}));
}

/// `patternProperties` becomes `additionalProperties` with the patterns carried; `unevaluatedProperties` stands in for
/// `additionalProperties`.
pub(super) fn properties(rewriter: &mut Rewriter<'_>, entries: &mut Entries, path: &Path<'_>) {
    let unevaluated = entries.shift_remove("unevaluatedProperties");
    if let (Some(value), false) = (unevaluated, entries.contains_key("additionalProperties")) {
        entries.insert("additionalProperties".to_owned(), value);
        rewriter.moved(path, &["additionalProperties"], &["unevaluatedProperties"]);
    }
    let Some(Value::Object(patterns)) = entries.shift_remove("patternProperties") else { return };
    let mut names = Vec::new();
    let mut schemas: Vec<(Vec<String>, Value)> = Vec::new();
    for (pattern, schema) in patterns {
        if schema == Value::Bool(false) {
            continue;
        }
        let place = vec!["patternProperties".to_owned(), pattern.clone()];
        names.push(pattern);
        if schemas.iter().all(|(_, known)| *known != schema) {
            schemas.push((place, schema));
        }
    }
    if names.is_empty() || entries.get("additionalProperties") == Some(&Value::Bool(true)) {
        return;
    }
    if let Some(rest) = entries.shift_remove("additionalProperties").filter(Value::is_object)
        && schemas.iter().all(|(_, known)| *known != rest)
    {
        schemas.push((vec!["additionalProperties".to_owned()], rest));
    }
    let several = schemas.len() > 1;
    let mut options = Vec::new();
    for (index, (place, schema)) in schemas.into_iter().enumerate() {
        let index = index.to_string();
        let now: &[&str] = if several { &["additionalProperties", "anyOf", &index] } else { &["additionalProperties"] };
        let before: Vec<&str> = place.iter().map(String::as_str).collect();
        rewriter.moved(path, now, &before);
        options.push(schema);
    }
    if several {
        rewriter.moved(path, &["additionalProperties"], &["patternProperties"]);
    }
    let schema = if several { json!({"anyOf": options}) } else { options.pop().unwrap_or_default() };
    entries.insert("additionalProperties".to_owned(), schema);
    entries.insert(carry::PATTERNS.to_owned(), json!(names));
}
