//! Two documents in, the ids of what differs out.

use generator::{
    Stage,
    config::Config,
    dialect::Lowered,
    diff::wire::{self, Change},
    run,
    source::Input,
};
use serde_json::{Value, json};

/// Lowers a description.
pub fn lowered(text: String) -> Lowered {
    let input = Input { name: "openapi.yaml".to_owned(), bytes: text.clone().into_bytes() };
    let run = run(input, &Config::new("sdk"), Stage::Dialect).unwrap();
    assert!(!run.diagnostics.has_errors(), "{:#?}\n{text}", run.diagnostics);
    run.lowered.unwrap()
}

/// All that differs, with what every finding promises held.
pub fn changes(old: &Lowered, new: &Lowered) -> Vec<Change> {
    changes_on(old, new, None)
}

/// As [`changes`], on a day.
pub fn changes_on(old: &Lowered, new: &Lowered, today: Option<&str>) -> Vec<Change> {
    let changes = wire::compare_on(old, new, today.map(|day| day.parse().unwrap()));
    for change in &changes {
        assert!(change.message.ends_with('.') && !change.message.contains("#/components"), "{}", change.message);
        assert!(change.message.starts_with(|first: char| first.is_uppercase() || first == '`'), "{}", change.message);
        assert!(change.old.is_some() || change.new.is_some(), "{}", change.message);
        assert!(!change.subject.is_empty(), "{}", change.message);
    }
    changes
}

/// Their ids.
pub fn ids(changes: &[Change]) -> String {
    changes.iter().map(|change| change.rule.id).collect::<Vec<_>>().join(" ")
}

/// A row holds: old to new gives exactly these ids, and new to old exactly those.
pub fn holds(old: &str, new: &str, forth: &str, back: &str) {
    let (old, new) = (lowered(old.to_owned()), lowered(new.to_owned()));
    let (there, home) = (changes(&old, &new), changes(&new, &old));
    let told = |changes: &[Change]| changes.iter().map(|change| change.message.clone()).collect::<Vec<_>>().join("\n");
    assert_eq!(ids(&there), forth, "old to new:\n{}", told(&there));
    assert_eq!(ids(&home), back, "new to old:\n{}", told(&home));
    for side in [&old, &new] {
        assert_eq!(ids(&changes(side, side)), "", "against itself");
    }
}

/// The document of a row that says only what is in one operation: `POST /a/{id}`.
pub fn of_operation(operation: &str) -> String {
    let mut post = json!({"responses": {"200": {"description": "d"}}});
    merge(&mut post, serde_yaml::from_str(operation).unwrap());
    of_paths(&json!({"/a/{id}": {
        "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
        "post": post,
    }}))
}

/// The document of a row that says what is in `paths`.
pub fn of_paths(paths: &Value) -> String {
    of_document(&json!({"paths": paths}).to_string())
}

/// The document of a row that says what is in it; security schemes are there.
pub fn of_document(document: &str) -> String {
    let url = "https://a.test";
    let mut whole = json!({
        "openapi": "3.2.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/b": {"get": {"responses": {"200": {"description": "d"}}}}},
        "components": {"securitySchemes": {
            "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
            "token": {"type": "http", "scheme": "bearer"},
            "login": {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": url, "scopes": {"r": "", "w": ""}}}},
        }},
    });
    merge(&mut whole, serde_yaml::from_str(document).unwrap());
    serde_json::to_string_pretty(&whole).unwrap()
}

/// Members of the second are put in the first; `null` takes one out.
fn merge(into: &mut Value, from: Value) {
    match (into, from) {
        (Value::Object(into), Value::Object(from)) => {
            for (key, value) in from {
                if value.is_null() {
                    into.shift_remove(&key);
                } else {
                    merge(into.entry(key).or_insert(Value::Null), value);
                }
            }
        }
        (into, from) => *into = from,
    }
}

/// Rows: a test for each, and the ids of all of them. A row: its name, what the texts say (`operation` or `document`),
/// the old text, the new one, the ids from old to new, and those from new to old.
macro_rules! rows {
    ($($name:ident $kind:ident $old:literal $new:literal $forth:literal $back:literal;)*) => {
        $(#[test]
        fn $name() {
            let text = rows!(@ $kind);
            crate::support::holds(&text($old), &text($new), $forth, $back);
        })*
        pub const IDS: &[&str] = &[$($forth, $back),*];
    };
    (@ operation) => { crate::support::of_operation };
    (@ document) => { crate::support::of_document };
}
pub(crate) use rows;
