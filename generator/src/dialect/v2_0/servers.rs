//! `host`, `basePath` and `schemes` become `servers`.

use serde_json::{Value, json};

use super::{Entries, Pointer, Rewrite};
use crate::diagnostic::Code;

/// Where the API is, without the scheme.
#[derive(Clone, Debug, Default)]
pub(super) struct Hosts {
    host: Option<String>,
    base: String,
    /// The document's own schemes.
    schemes: Option<Vec<String>>,
}

impl Hosts {
    pub(super) fn of(document: &Entries) -> Self {
        let text = |key: &str| {
            let text = document.get(key).and_then(Value::as_str).map(str::trim);
            text.filter(|text| !text.is_empty()).map(str::to_owned)
        };
        let base = text("basePath").unwrap_or_default();
        let base = base.trim_matches('/');
        let base = if base.is_empty() { String::new() } else { format!("/{base}") };
        Self { host: text("host"), base, schemes: schemes(document) }
    }

    /// The URLs, those that are encrypted first: the first is where calls go when nobody says otherwise.
    fn urls(&self, schemes: &[String]) -> Vec<String> {
        let Some(host) = &self.host else {
            // The host is the one that serves the description; only the path is known.
            return vec![if self.base.is_empty() { "/".to_owned() } else { self.base.clone() }];
        };
        let mut schemes: Vec<&str> = schemes.iter().map(String::as_str).collect();
        schemes.sort_by_key(|scheme| !matches!(*scheme, "https" | "wss"));
        schemes.into_iter().map(|scheme| format!("{scheme}://{host}{}", self.base)).collect()
    }
}

/// The `schemes` of a document or an operation.
fn schemes(entries: &Entries) -> Option<Vec<String>> {
    let schemes = match entries.get("schemes")? {
        Value::Array(items) => items.iter().filter_map(Value::as_str).map(str::to_ascii_lowercase).collect(),
        Value::String(one) => vec![one.to_ascii_lowercase()],
        _ => return None,
    };
    Some(schemes).filter(|schemes: &Vec<String>| !schemes.is_empty())
}

impl Rewrite<'_> {
    pub(super) fn servers(&mut self, document: &mut Entries) {
        let root = Pointer::root();
        let keys = ["host", "basePath", "schemes"];
        let stated = keys.into_iter().find(|key| document.contains_key(*key));
        for key in keys {
            let value = document.shift_remove(key);
            let fits = value.as_ref().is_none_or(|value| match key {
                "schemes" => value.is_array() || value.is_string() || value.is_null(),
                _ => value.is_string() || value.is_null(),
            });
            if !fits {
                let wanted = if key == "schemes" { "a list of texts" } else { "a text" };
                self.say(Code::DialectShape, &root.join(key), format!("`{key}` must be {wanted}"));
            }
        }
        // Nothing is stated, or it is stated the way of 3.0.
        let Some(stated) = stated.filter(|_| !document.contains_key("servers")) else { return };
        self.moved.part(root.join("servers"), &root.join(stated));
        let schemes = self.hosts.schemes.clone().unwrap_or_else(|| {
            if self.hosts.host.is_some() {
                let message = "no `schemes`: https is taken".to_owned();
                self.diagnostics.report(Code::DialectFilled, super::Origin::root(root.join("host")), message);
            }
            vec!["https".to_owned()]
        });
        document.insert("servers".to_owned(), list(&self.hosts.urls(&schemes)));
    }

    /// The schemes of an operation, where they differ from the document's.
    pub(super) fn own_servers(&mut self, operation: &mut Entries, before: &Pointer, now: &Pointer) {
        let own = schemes(operation);
        let Some(Value::Array(_) | Value::String(_)) = operation.shift_remove("schemes") else { return };
        let Some(own) = own.filter(|_| self.hosts.host.is_some() && !operation.contains_key("servers")) else { return };
        // The document's first choice serves this operation too, so nothing changes.
        let shared = self.hosts.schemes.clone().unwrap_or_default();
        let first = |schemes: &[String]| self.hosts.urls(schemes).into_iter().next();
        if own == shared || first(&shared).is_some_and(|url| self.hosts.urls(&own).contains(&url)) {
            return;
        }
        operation.insert("servers".to_owned(), list(&self.hosts.urls(&own)));
        self.moved.part(now.join("servers"), &before.join("schemes"));
    }
}

fn list(urls: &[String]) -> Value {
    urls.iter().map(|url| json!({"url": url})).collect()
}
