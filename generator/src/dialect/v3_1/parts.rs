//! What holds beside the schema's own keywords: siblings of `$ref`, conditions, schemas that are `true` or `false`.

use serde_json::{Value, json};

use super::super::{
    carry,
    path::Path,
    rewriter::{Entries, Rewriter, list},
};
use crate::diagnostic::Code;

/// Carries a keyword that no type depends on. Beside a reference it is not: the reference stays one.
pub(super) fn put_aside(entries: &mut Entries, keyword: &str, value: Value) {
    if entries.contains_key("$ref") {
        return;
    }
    let aside = entries.entry(carry::ASIDE).or_insert_with(|| json!({}));
    if let Value::Object(aside) = aside {
        aside.insert(keyword.to_owned(), value);
    }
}

/// `{$ref, ...}` becomes `{allOf: [{$ref}], ...}`.
pub(super) fn siblings(rewriter: &mut Rewriter<'_>, entries: &mut Entries, path: &Path<'_>) {
    if entries.len() < 2 || !entries.get("$ref").is_some_and(Value::is_string) {
        return;
    }
    let Some(target) = entries.shift_remove("$ref") else { return };
    let before = entries.get("allOf").and_then(Value::as_array).map_or(0, Vec::len);
    for index in (0..before).rev() {
        rewriter.moved(path, &["allOf", &(index + 1).to_string()], &["allOf", &index.to_string()]);
    }
    rewriter.moved(path, &["allOf", "0"], &[]);
    let mut parts = vec![json!({"$ref": target})];
    if let Some(Value::Array(others)) = entries.shift_remove("allOf") {
        parts.extend(others);
    }
    entries.shift_insert(0, "allOf".to_owned(), Value::Array(parts));
}

/// `then`, `else` and `dependentSchemas` become parts that hold only sometimes.
pub(super) fn conditions(rewriter: &mut Rewriter<'_>, entries: &mut Entries, path: &Path<'_>) {
    let condition = entries.shift_remove("if");
    let has_condition = condition.is_some();
    let mut found: Vec<(Vec<String>, Value)> = Vec::new();
    for keyword in ["then", "else"] {
        if let (Some(schema), true) = (entries.shift_remove(keyword), has_condition) {
            found.push((vec![keyword.to_owned()], schema));
        }
    }
    if let (Some(condition), false) = (condition, found.is_empty()) {
        put_aside(entries, "if", condition);
    }
    if let Some(Value::Object(dependent)) = entries.shift_remove("dependentSchemas") {
        let place = |name| vec!["dependentSchemas".to_owned(), name];
        found.extend(dependent.into_iter().map(|(name, schema)| (place(name), schema)));
    }
    for (place, schema) in found {
        let Value::Object(mut part) = schema else { continue };
        if part.is_empty() {
            continue;
        }
        part.insert(carry::CONDITIONAL.to_owned(), Value::Bool(true));
        let Some(parts) = list(entries, "allOf") else { return };
        let index = parts.len().to_string();
        parts.push(Value::Object(part));
        let before: Vec<&str> = place.iter().map(String::as_str).collect();
        rewriter.moved(path, &["allOf", &index], &before);
    }
}

/// Schemas that are `true` say nothing; what may never be is left out.
pub(super) fn booleans(rewriter: &mut Rewriter<'_>, entries: &mut Entries, path: &Path<'_>) {
    if let Some(Value::Object(properties)) = entries.get_mut("properties") {
        // A property that no value fits must not be there.
        properties.retain(|_, schema| *schema != Value::Bool(false));
    }
    for keyword in ["oneOf", "anyOf"] {
        let Some(Value::Array(options)) = entries.get_mut(keyword) else { continue };
        if !options.contains(&Value::Bool(false)) {
            continue;
        }
        let mut kept = Vec::new();
        for (index, option) in std::mem::take(options).into_iter().enumerate() {
            if option != Value::Bool(false) {
                rewriter.moved(path, &[keyword, &kept.len().to_string()], &[keyword, &index.to_string()]);
                kept.push(option);
            }
        }
        *options = kept;
    }
}

/// A schema that is a boolean, where no owner gave it a meaning.
pub(super) fn boolean(rewriter: &mut Rewriter<'_>, admits: bool, path: &Path<'_>) -> Value {
    if !admits {
        rewriter.say_of(Code::SchemaContradiction, path, "no value fits the schema `false`".to_owned());
    }
    json!({})
}
