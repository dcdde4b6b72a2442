//! What single objects have more in 3.2.

use serde_json::{Value, json};

use super::super::{
    carry,
    path::Path,
    rewriter::{Entries, Rewriter, describe, rename},
};
use crate::diagnostic::Code;

/// Tags and servers.
pub(super) fn document(document: &mut Value) {
    if let Some(Value::Array(tags)) = document.get_mut("tags") {
        for tag in tags.iter_mut().filter_map(Value::as_object_mut) {
            rename(tag, "parent", carry::PARENT);
            rename(tag, "kind", carry::KIND);
            describe(tag);
        }
    }
    servers(document);
    let paths = document.get_mut("paths").and_then(Value::as_object_mut);
    for item in paths.into_iter().flat_map(|paths| paths.values_mut()) {
        servers(item);
        let operations = item.as_object_mut().into_iter().flat_map(|item| item.values_mut());
        operations.for_each(servers);
    }
}

/// The name of a server says what it is, where nothing else does.
fn servers(owner: &mut Value) {
    let Some(Value::Array(servers)) = owner.get_mut("servers") else { return };
    for server in servers.iter_mut().filter_map(Value::as_object_mut) {
        if let Some(name) = server.shift_remove("name")
            && !server.contains_key("description")
        {
            server.insert("description".to_owned(), name);
        }
    }
}

/// `in: querystring`, and the style of cookies.
pub(super) fn parameter(entries: &mut Entries) {
    let is = |key: &str, text: &str| entries.get(key).and_then(Value::as_str) == Some(text);
    if is("in", "querystring") {
        entries.insert("in".to_owned(), json!("query"));
        entries.insert(carry::QUERYSTRING.to_owned(), json!(true));
    } else if is("style", "cookie") && is("in", "cookie") {
        rename(entries, "style", carry::STYLE);
    }
}

/// A response may have a summary, and no description.
pub(super) fn response(entries: &mut Entries) {
    if entries.contains_key("$ref") {
        return;
    }
    describe(entries);
    entries.entry("description").or_insert_with(|| json!(""));
}

/// The value of an example may be stated as data, or as it is sent.
pub(super) fn example(rewriter: &mut Rewriter<'_>, entries: &mut Entries, path: &Path<'_>) {
    let sent = entries.shift_remove("serializedValue");
    if let Some(data) = entries.shift_remove("dataValue") {
        entries.insert("value".to_owned(), data);
        rewriter.moved(path, &["value"], &["dataValue"]);
    } else if let (Some(Value::String(text)), false) = (sent, entries.contains_key("value")) {
        let value = serde_json::from_str(&text).unwrap_or(Value::String(text));
        entries.insert("value".to_owned(), value);
        rewriter.moved(path, &["value"], &["serializedValue"]);
    }
}

/// Who gives out the tokens is not the client's matter: a token is given to it.
pub(super) fn security_scheme(entries: &mut Entries) {
    entries.shift_remove("oauth2MetadataUrl");
    if let Some(Value::Object(flows)) = entries.get_mut("flows") {
        flows.shift_remove("deviceAuthorization");
    }
    if entries.shift_remove("deprecated") == Some(Value::Bool(true)) {
        let text = entries.get("description").and_then(Value::as_str).unwrap_or_default();
        let text = format!("{text}\n\nDeprecated.");
        entries.insert("description".to_owned(), Value::String(text.trim().to_owned()));
    }
}

/// The alternative for values of no known kind.
pub(super) fn schema(rewriter: &mut Rewriter<'_>, entries: &mut Entries, path: &Path<'_>) {
    let Some(Value::Object(discriminator)) = entries.get_mut("discriminator") else { return };
    if discriminator.shift_remove("defaultMapping").is_some() {
        let message = "`defaultMapping` is not followed: what no other variant fits is given as it came";
        rewriter.say(Code::DialectDropped, &path.key("discriminator"), "defaultMapping", message.to_owned());
    }
}
