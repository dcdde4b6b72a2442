//! What the fields of an object must be together, and what becomes of an object that lost one.

use serde_json::{Map, Value};

use super::{
    carry,
    check::{Broken, Check},
    moves::Moves,
    path::Path,
    shape::Kind,
};
use crate::{
    diagnostic::{Code, Diagnostics},
    pointer::{Origin, Pointer},
};

/// The methods of a path item.
const METHODS: &[&str] = &["get", "put", "post", "delete", "options", "head", "patch", "trace"];

type Entries = Map<String, Value>;

/// Checks what no single field shows.
pub(super) fn check(check: &mut Check<'_>, kind: Kind, entries: &mut Entries, path: &Path<'_>) -> Result<(), Broken> {
    match kind {
        Kind::Parameter => {
            schema_or_content(check, kind, entries, path);
            style(check, entries, path)
        }
        Kind::Header => {
            schema_or_content(check, kind, entries, path);
            Ok(())
        }
        Kind::SecurityScheme => {
            let needed: &[&str] = match entries.get("type").and_then(Value::as_str) {
                Some("apiKey") => &["name", "in"],
                Some("http") => &["scheme"],
                Some("oauth2") => &["flows"],
                _ => &["openIdConnectUrl"],
            };
            needs(check, kind, entries, needed, path)
        }
        Kind::Link if !entries.contains_key("operationId") => needs(check, kind, entries, &["operationRef"], path),
        Kind::Operation => {
            callbacks(entries);
            Ok(())
        }
        _ => Ok(()),
    }
}

/// An operation that lost a part is marked and stays; a path item marks its operations; what else lost a part is
/// broken itself.
pub(super) fn mark(kind: Kind, entries: &mut Entries, broken: Option<Broken>) -> Option<Broken> {
    let reason = broken?;
    match kind {
        Kind::Operation => quarantine(entries, &reason),
        // What they lost has been filled.
        Kind::Document | Kind::Info => {}
        Kind::PathItem => {
            for method in METHODS {
                if let Some(Value::Object(operation)) = entries.get_mut(*method) {
                    quarantine(operation, &reason);
                }
            }
        }
        _ => return Some(reason),
    }
    None
}

/// Marks an operation: it can be called raw only.
pub(super) fn quarantine(operation: &mut Entries, reason: &str) {
    operation.entry(carry::QUARANTINE).or_insert_with(|| Value::String(reason.to_owned()));
}

/// Marks the operations that refer to a component which was left out; each says so at its own place.
pub(super) fn quarantine_lost(document: &mut Value, lost: &[String], diagnostics: &mut Diagnostics) -> Moves {
    let mut moves = Moves::default();
    let Some(Value::Object(paths)) = document.get_mut("paths") else { return moves };
    for (path, item) in paths {
        let Value::Object(item) = item else { continue };
        let place: Pointer = ["paths", path].into_iter().map(str::to_owned).collect();
        let mut note = |index| moves.leave_out(place.join("parameters"), index);
        let shared = item.get_mut("parameters").and_then(|parameters| drop_lost(parameters, lost, &mut note));
        for method in METHODS {
            let Some(Value::Object(operation)) = item.get_mut(*method) else { continue };
            let mut note = |index| moves.leave_out(place.join(method).join("parameters"), index);
            if let Some(reason) = lost_of(operation, lost, &mut note).or_else(|| shared.clone()) {
                quarantine(operation, &reason);
                diagnostics.report(Code::OperationRaw, Origin::root(place.join(method)), reason);
            }
        }
    }
    moves
}

/// Removes what leads to a lost component from an operation; says why, when there was something.
fn lost_of(operation: &mut Entries, lost: &[String], note: &mut dyn FnMut(usize)) -> Option<String> {
    let mut found = None;
    for part in ["parameters", "responses"] {
        found = found.or(operation.get_mut(part).and_then(|part| drop_lost(part, lost, note)));
    }
    if operation.get("requestBody").is_some_and(|body| leads_to(body, lost)) {
        operation.shift_remove("requestBody");
        found = found.or_else(|| Some(LOST.to_owned()));
    }
    found
}

/// Why an operation is quarantined that refers to what was left out.
const LOST: &str = "a component that it refers to could not be read";

/// Drops what leads to a lost component; `note` hears which items of a list.
fn drop_lost(part: &mut Value, lost: &[String], note: &mut dyn FnMut(usize)) -> Option<String> {
    let before = part.as_array().map_or(0, Vec::len) + part.as_object().map_or(0, Map::len);
    match part {
        Value::Array(items) => {
            let gone = items.iter().enumerate().filter(|(_, item)| leads_to(item, lost));
            gone.for_each(|(index, _)| note(index));
            items.retain(|item| !leads_to(item, lost));
        }
        Value::Object(entries) => entries.retain(|_, entry| !leads_to(entry, lost)),
        _ => {}
    }
    let after = part.as_array().map_or(0, Vec::len) + part.as_object().map_or(0, Map::len);
    (after < before).then(|| LOST.to_owned())
}

fn leads_to(value: &Value, lost: &[String]) -> bool {
    let target = value.get("$ref").and_then(Value::as_str).and_then(|target| target.strip_prefix('#'));
    target.is_some_and(|target| lost.iter().any(|lost| lost == target))
}

fn needs(check: &mut Check<'_>, kind: Kind, entries: &Entries, names: &[&str], path: &Path<'_>) -> Result<(), Broken> {
    match names.iter().find(|name| !entries.contains_key(**name)) {
        None => Ok(()),
        Some(name) => Err(check.shape(path, format!("{} of this kind needs `{name}`", kind.noun()))),
    }
}

fn schema_or_content(check: &mut Check<'_>, kind: Kind, entries: &mut Entries, path: &Path<'_>) {
    if !entries.contains_key("schema") && !entries.contains_key("content") {
        let message = format!("{} has neither `schema` nor `content`", kind.noun());
        check.diagnostics.report(Code::DialectFilled, path.origin(), message);
        entries.insert("schema".to_owned(), Value::Object(Map::new()));
    }
}

/// The styles that a location has (OpenAPI 3.0.3, Style Values).
fn style(check: &mut Check<'_>, entries: &Entries, path: &Path<'_>) -> Result<(), Broken> {
    let text = |key: &str| entries.get(key).and_then(Value::as_str);
    let (Some(style), Some(location)) = (text("style"), text("in")) else { return Ok(()) };
    let styles: &[&str] = match location {
        "query" => &["form", "spaceDelimited", "pipeDelimited", "deepObject"],
        "path" => &["simple", "label", "matrix"],
        "header" => &["simple"],
        _ => &["form"],
    };
    if styles.contains(&style) {
        return Ok(());
    }
    let message = format!("`{}` is no style of a {location} parameter", style.escape_debug());
    Err(check.shape(&path.key("style"), message))
}

/// openapiv3 has no place for a reference here. Callbacks are not in the crate: that there was one is all that counts
/// there, and where it leads to is carried for the comparison of descriptions.
fn callbacks(entries: &mut Entries) {
    let Some(Value::Object(callbacks)) = entries.get_mut("callbacks") else { return };
    let mut references = Map::new();
    for (name, callback) in callbacks.iter_mut().filter(|(_, callback)| callback.get("$ref").is_some()) {
        references.insert(name.clone(), std::mem::replace(callback, Value::Object(Map::new())));
    }
    if !references.is_empty() {
        entries.insert(carry::CALLBACKS.to_owned(), Value::Object(references));
    }
}
