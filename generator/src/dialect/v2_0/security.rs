//! Security schemes: `basic` is a scheme of HTTP, and OAuth 2 has its one flow by name.

use serde_json::{Map, Value};

use super::{Moved, Pointer};

/// The flows by their names in 2.0.
const FLOWS: &[(&str, &str)] = &[
    ("implicit", "implicit"),
    ("password", "password"),
    ("application", "clientCredentials"),
    ("accessCode", "authorizationCode"),
];

/// Rewrites a scheme; what it does not have stays missing and is reported by the next step.
pub(super) fn scheme(mut value: Value, now: &Pointer, moved: &mut Moved) -> Value {
    let Value::Object(entries) = &mut value else { return value };
    match entries.get("type").and_then(Value::as_str) {
        Some("basic") => {
            entries.insert("type".to_owned(), Value::from("http"));
            entries.insert("scheme".to_owned(), Value::from("basic"));
        }
        Some("oauth2") if !entries.contains_key("flows") => {
            let mut flow = Map::new();
            for key in ["authorizationUrl", "tokenUrl", "scopes"] {
                if let Some(value) = entries.shift_remove(key) {
                    flow.insert(key.to_owned(), value);
                }
            }
            let stated = entries.shift_remove("flow");
            let name = stated.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned();
            // An unknown name is no flow of 3.0 either; the next step says so where it stands.
            let name = FLOWS.iter().find(|(old, _)| *old == name).map_or(name, |(_, new)| (*new).to_owned());
            let place = now.join("flows");
            let before = moved.before(now);
            moved.part(place.join(&name), &before);
            moved.part(place, &before.join("flow"));
            entries.insert("flows".to_owned(), Value::Object(Map::from_iter([(name, Value::Object(flow))])));
        }
        _ => {}
    }
    value
}
