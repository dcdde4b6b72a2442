//! `query` and `additionalOperations`: each becomes the `post` of a path item of its own, marked with its method.

use serde_json::{Value, json};

use super::super::{
    carry,
    path::Path,
    rewriter::{Entries, Rewriter},
};
use crate::{
    diagnostic::Code,
    pointer::{Origin, Pointer},
};

/// What a path item says of all its operations.
const SHARED: &[&str] = &["summary", "description", "servers", "parameters"];

/// An operation that leaves its path item.
struct Leaving {
    method: String,
    operation: Value,
    /// Where it stood in the path item.
    place: Vec<&'static str>,
    item: Entries,
}

/// Splits the path items of `paths` and `webhooks`.
pub(super) fn split(rewriter: &mut Rewriter<'_>, document: &mut Value) {
    for section in ["paths", "webhooks"] {
        let Some(Value::Object(items)) = document.get_mut(section) else { continue };
        let place = Path::Root;
        let place = place.key(section);
        let mut split = Entries::new();
        for (key, mut item) in std::mem::take(items) {
            let leaving = match &mut item {
                Value::Object(item) => leaving(rewriter, item, &place.key(&key)),
                _ => Vec::new(),
            };
            split.insert(key.clone(), item);
            for one in leaving {
                let (now, item) = apart(rewriter, one, section, &key);
                split.insert(now, item);
            }
        }
        *items = split;
    }
}

/// Takes the operations of other methods out of a path item.
fn leaving(rewriter: &mut Rewriter<'_>, item: &mut Entries, path: &Path<'_>) -> Vec<Leaving> {
    let mut found = Vec::new();
    if let Some(operation) = item.shift_remove("query") {
        found.push(("QUERY".to_owned(), operation, vec!["query"]));
    }
    if let Some(Value::Object(others)) = item.shift_remove("additionalOperations") {
        let token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        for (method, operation) in others {
            if method.is_empty() || !method.bytes().all(token) {
                let message = format!("`{}` is no HTTP method", method.escape_debug());
                rewriter.say(Code::DialectShape, &path.key("additionalOperations"), &method, message);
                continue;
            }
            // The fixed fields are for these; a description that says them here means the same.
            let fixed = method.to_ascii_lowercase();
            if is_fixed(&fixed) && !item.contains_key(&fixed) {
                rewriter.moved(path, &[&fixed], &["additionalOperations", &method]);
                item.insert(fixed, operation);
                continue;
            }
            found.push((method, operation, vec!["additionalOperations"]));
        }
    }
    let shared: Entries =
        item.iter().filter(|(key, _)| SHARED.contains(&key.as_str())).map(|(k, v)| (k.clone(), v.clone())).collect();
    let leave = |(method, operation, place)| Leaving { method, operation, place, item: shared.clone() };
    found.into_iter().map(leave).collect()
}

fn is_fixed(method: &str) -> bool {
    ["get", "put", "post", "delete", "options", "head", "patch", "trace"].contains(&method)
}

/// The path item of one operation, and its key.
fn apart(rewriter: &mut Rewriter<'_>, leaving: Leaving, section: &str, key: &str) -> (String, Value) {
    let Leaving { method, mut operation, place, mut item } = leaving;
    let now = format!("{key}#{method}");
    let at = |tokens: &[&str]| [section].iter().chain(tokens).map(|token| (*token).to_owned()).collect::<Pointer>();
    rewriter.moved_to(at(&[&now]), Origin::root(at(&[key])));
    let mut before = at(&[key]);
    for token in &place {
        before = before.join(token);
    }
    if place.first() == Some(&"additionalOperations") {
        before = before.join(&method);
    }
    rewriter.moved_to(at(&[&now, "post"]), Origin::root(before));
    if let Value::Object(operation) = &mut operation {
        operation.insert(carry::METHOD.to_owned(), json!(method));
        operation.insert(carry::PATH.to_owned(), json!(key));
    }
    item.insert("post".to_owned(), operation);
    (now, Value::Object(item))
}
