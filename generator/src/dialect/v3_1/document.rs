//! What 3.1 has beside schemas: webhooks, more about the API, more kinds of security, texts beside references.

use serde_json::{Value, json};

use super::super::{
    carry,
    path::Path,
    rewriter::{Entries, Rewriter, describe},
};
use super::schemas;
use crate::{diagnostic::Code, source::position::Position};

/// The methods of a path item.
const METHODS: &[&str] = &["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// Rewrites the document, schemas apart.
pub(super) fn rewrite(rewriter: &mut Rewriter<'_>, document: &mut Value) {
    let Value::Object(entries) = document else { return };
    entries.insert("openapi".to_owned(), json!("3.0.3"));
    default_dialect(rewriter, entries);
    info(entries);
    if !entries.get("paths").is_some_and(Value::is_object) {
        entries.insert("paths".to_owned(), json!({}));
    }
    webhooks(rewriter, entries);
    mutual_tls(rewriter, entries);
    walk(rewriter, Position::Document, document, &Path::Root);
}

fn default_dialect(rewriter: &mut Rewriter<'_>, entries: &mut Entries) {
    if let Some(Value::String(dialect)) = entries.shift_remove("jsonSchemaDialect")
        && !schemas::is_known(&dialect)
    {
        let message = format!("the dialect `{}` is read as JSON Schema 2020-12", dialect.escape_debug());
        rewriter.say(Code::DialectKeyword, &Path::Root, "jsonSchemaDialect", message).help =
            "remove it, or name the default".to_owned();
    }
}

/// The licence is the API's and no part of the crate; the summary begins the description.
fn info(entries: &mut Entries) {
    let Some(Value::Object(info)) = entries.get_mut("info") else { return };
    describe(info);
    if let Some(Value::Object(license)) = info.get_mut("license") {
        license.shift_remove("identifier");
    }
}

/// Webhooks stand among the paths, marked.
fn webhooks(rewriter: &mut Rewriter<'_>, entries: &mut Entries) {
    let Some(Value::Object(webhooks)) = entries.shift_remove("webhooks") else { return };
    let Some(Value::Object(paths)) = entries.get_mut("paths") else { return };
    for (name, mut item) in webhooks {
        if name.starts_with("x-") && !item.is_object() {
            continue;
        }
        let key = format!("{}{name}", carry::WEBHOOKS);
        rewriter.moved(&Path::Root, &["paths", &key], &["webhooks", &name]);
        if let Value::Object(item) = &mut item {
            for (_, operation) in item.iter_mut().filter(|(method, _)| METHODS.contains(&method.as_str())) {
                if let Value::Object(operation) = operation {
                    operation.shift_remove(carry::METHOD);
                    let own = operation.shift_remove(carry::PATH);
                    operation.insert(carry::WEBHOOK.to_owned(), own.unwrap_or_else(|| json!(name)));
                }
            }
        }
        paths.insert(key, item);
    }
}

/// `mutualTLS` is the HTTP client's matter: requests carry nothing for it, so requirements do without it.
fn mutual_tls(rewriter: &mut Rewriter<'_>, entries: &mut Entries) {
    let components = entries.get_mut("components");
    let schemes = components.and_then(|components| components.get_mut("securitySchemes"));
    let Some(Value::Object(schemes)) = schemes else { return };
    let is_mutual = |scheme: &Value| scheme.get("type").and_then(Value::as_str) == Some("mutualTLS");
    let names: Vec<String> =
        schemes.iter().filter(|(_, scheme)| is_mutual(scheme)).map(|(name, _)| name.clone()).collect();
    if names.is_empty() {
        return;
    }
    for name in &names {
        schemes.shift_remove(name);
        let place = Path::Root;
        let (components, schemes) = (place.key("components"), "securitySchemes");
        let message = format!("the client certificate of `{}` is the HTTP client's to send", name.escape_debug());
        rewriter.say(Code::DialectDropped, &components.key(schemes), name, message).help =
            "build a `reqwest::Client` with the certificate and give it to the client's builder".to_owned();
    }
    forget(entries, &names);
    let Some(Value::Object(paths)) = entries.get_mut("paths") else { return };
    let operations = paths.values_mut().filter_map(Value::as_object_mut).flat_map(|item| item.values_mut());
    operations.filter_map(Value::as_object_mut).for_each(|operation| forget(operation, &names));
}

/// Removes the schemes from the requirements under `security`.
fn forget(owner: &mut Entries, names: &[String]) {
    let Some(Value::Array(alternatives)) = owner.get_mut("security") else { return };
    for alternative in alternatives.iter_mut().filter_map(Value::as_object_mut) {
        alternative.retain(|name, _| !names.contains(name));
    }
}

/// What every object of a kind may have in 3.1 and must have, or must not have, in 3.0.
fn walk(rewriter: &mut Rewriter<'_>, position: Position, value: &mut Value, path: &Path<'_>) {
    match value {
        _ if matches!(position, Position::Other | Position::Schema) => {}
        Value::Object(entries) => {
            if position == Position::Operation && !entries.contains_key("responses") {
                entries.insert("responses".to_owned(), json!({}));
            }
            if position.section().is_some() && position != Position::PathItem && entries.contains_key("$ref") {
                texts_beside(rewriter, position, entries, path);
            }
            for (key, value) in entries {
                walk(rewriter, position.child(key), value, &path.key(key));
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                walk(rewriter, position, item, &path.index(index));
            }
        }
        _ => {}
    }
}

/// A reference may have a summary and a description of its own; 3.0 has no place for them.
fn texts_beside(rewriter: &mut Rewriter<'_>, position: Position, entries: &mut Entries, path: &Path<'_>) {
    for keyword in ["summary", "description"] {
        let Some(text) = entries.shift_remove(keyword) else { continue };
        // Nothing of the crate shows these.
        if text.is_string() && !matches!(position, Position::Example | Position::Link | Position::Callback) {
            let message = format!("the `{keyword}` beside `$ref` is not in the crate's documentation; the target's is");
            rewriter.say(Code::DialectDropped, path, keyword, message);
        }
    }
}
