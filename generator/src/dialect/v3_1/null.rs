//! `null` as an alternative: what is left is nullable.

use serde_json::{Value, json};

use super::super::{
    path::Path,
    rewriter::{Entries, Rewriter},
};

/// Keywords that describe and do not decide: the owner's own win over those of its only alternative.
const DESCRIBING: &[&str] =
    &["default", "deprecated", "description", "example", "examples", "externalDocs", "readOnly", "title", "writeOnly"];

/// Takes `null` out of `oneOf` and `anyOf`. One alternative that is left is no alternative: its keywords become the
/// owner's, so that bounds and formats are not hidden from whoever reads the property.
pub(super) fn rewrite(rewriter: &mut Rewriter<'_>, entries: &mut Entries, path: &Path<'_>) {
    for keyword in ["oneOf", "anyOf"] {
        let Some(Value::Array(options)) = entries.get_mut(keyword) else { continue };
        if !options.iter().any(is_null) {
            continue;
        }
        let all = std::mem::take(options).into_iter().enumerate();
        let kept: Vec<(usize, Value)> = all.filter(|(_, option)| !is_null(option)).collect();
        if kept.is_empty() {
            entries.shift_remove(keyword);
            entries.insert("type".to_owned(), json!("null"));
            continue;
        }
        entries.insert("nullable".to_owned(), Value::Bool(true));
        let mut kept = match <[(usize, Value); 1]>::try_from(kept) {
            Ok([(index, only)]) => match merge(rewriter, entries, path, keyword, index, only) {
                None => continue,
                Some(only) => vec![(index, only)],
            },
            Err(several) => several,
        };
        for (now, (index, _)) in kept.iter().enumerate() {
            if now != *index {
                rewriter.moved(path, &[keyword, &now.to_string()], &[keyword, &index.to_string()]);
            }
        }
        let kept = kept.drain(..).map(|(_, option)| option).collect();
        entries.insert(keyword.to_owned(), Value::Array(kept));
    }
}

/// Whether `null` is all that it admits.
fn is_null(option: &Value) -> bool {
    let Value::Object(entries) = option else { return false };
    let only = |list: &Value, item: &Value| list.as_array().is_some_and(|list| list.len() == 1 && list.contains(item));
    match entries.get("type") {
        Some(ty) => *ty == "null" || only(ty, &json!("null")),
        None => {
            entries.get("const") == Some(&Value::Null)
                || entries.get("enum").is_some_and(|values| only(values, &Value::Null))
        }
    }
}

/// Gives the only alternative's keywords to the owner; the alternative back where both decide something by one keyword.
fn merge(
    rewriter: &mut Rewriter<'_>,
    entries: &mut Entries,
    path: &Path<'_>,
    keyword: &str,
    index: usize,
    only: Value,
) -> Option<Value> {
    let Value::Object(mut only) = only else { return Some(only) };
    let free = |key: &String| !entries.contains_key(key) || key == keyword || describes(key);
    // A reference with the owner's texts beside it is what `parts::siblings` makes of it.
    if !only.keys().all(free) || entries.contains_key("$ref") {
        return Some(Value::Object(only));
    }
    entries.shift_remove(keyword);
    only.retain(|key, _| !entries.contains_key(key));
    let before = index.to_string();
    for (key, value) in only {
        rewriter.moved(path, &[&key], &[keyword, &before, &key]);
        entries.insert(key, value);
    }
    None
}

fn describes(key: &str) -> bool {
    DESCRIBING.contains(&key) || key.starts_with("x-") || key == "nullable"
}
