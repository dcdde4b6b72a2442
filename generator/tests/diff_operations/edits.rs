//! Each edit of a description outside of its schemas is told, in both directions; what is silent stands in a table.

use generator::{dialect::Lowered, diff::wire};
use serde_json::{Value, json};

use crate::support::lowered;

/// The members that may change without a word, by their names.
const SILENT: &[&str] = &[
    // Written for readers.
    "description",
    "summary",
    "title",
    "example",
    "examples",
    "externalDocs",
    "x-codeSamples",
    "x-logo",
    // Of the info object.
    "info",
    "version",
    "termsOfService",
    "contact",
    "license",
    // Of the lowered document, always the same.
    "openapi",
];

/// The pointers of all that can be edited, without what is in schemas and in values for readers.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect(),
        _ => return,
    };
    for (key, value) in children {
        let place = format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
        if SILENT.contains(&key.as_str()) {
            continue;
        }
        found.push(place.clone());
        let foreign = key.starts_with("x-") && !key.starts_with("x-sdkgen-");
        if !foreign && !["schema", "schemas"].contains(&key.as_str()) {
            places(value, &place, found);
        }
    }
}

/// The description without what is at the place.
fn without(old: &Lowered, place: &str) -> Lowered {
    let mut new = old.clone();
    let (parent, key) = place.rsplit_once('/').unwrap();
    let key = key.replace("~1", "/").replace("~0", "~");
    match new.value.pointer_mut(parent).unwrap() {
        Value::Object(members) => drop(members.shift_remove(&key)),
        Value::Array(items) => drop(items.remove(key.parse().unwrap())),
        _ => unreachable!(),
    }
    new
}

/// The description with another text or flag at the place.
fn with_another(old: &Lowered, place: &str) -> Option<Lowered> {
    let mut new = old.clone();
    let value = new.value.pointer_mut(place)?;
    *value = match value {
        Value::String(text) => json!(format!("{text}zz")),
        Value::Bool(flag) => json!(!*flag),
        _ => return None,
    };
    Some(new)
}

/// Whether an edit means nothing: a path parameter is required whatever is said, and the name of a scope is its key.
fn means_nothing(old: &Lowered, place: &str, removed: bool) -> bool {
    let (parent, key) = place.rsplit_once('/').unwrap();
    let is_path = old.value.pointer(parent).and_then(|holder| holder.get("in")) == Some(&json!("path"));
    (key == "required" && is_path) || (!removed && parent.ends_with("/scopes"))
}

fn each_edit_is_told(text: &str) {
    let old = lowered(text.to_owned());
    let mut all = Vec::new();
    places(&old.value, "", &mut all);
    let mut silent = Vec::new();
    for place in &all {
        for (how, new) in [("removed", Some(without(&old, place))), ("changed", with_another(&old, place))] {
            let Some(new) = new.filter(|_| !means_nothing(&old, place, how == "removed")) else { continue };
            for (from, to) in [(&old, &new), (&new, &old)] {
                if wire::compare(from, to).is_empty() {
                    silent.push(format!("{place} {how}"));
                }
            }
        }
    }
    assert!(all.len() > 100, "{}", all.len());
    assert_eq!(silent, [] as [&str; 0]);
}

#[test]
fn each_edit_of_the_airstore_is_told() {
    each_edit_is_told(include_str!("../../../openapi.yaml"));
}

#[test]
fn each_edit_of_a_hostile_description_is_told() {
    each_edit_is_told(include_str!("../hostile/maximal.yaml"));
}
