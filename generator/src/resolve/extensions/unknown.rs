//! Keys that begin like ours and are none of ours, wherever they stand.

use serde_json::{Map, Value};

use super::{KEYS, PREFIX};
use crate::{
    diagnostic::{Code, Diagnostics},
    pointer::Origin,
};

/// Members whose own keys are names that a spec's author chose.
const NAMED: &[&str] = &[
    "callbacks",
    "content",
    "encoding",
    "examples",
    "headers",
    "links",
    "parameters",
    "pathItems",
    "patternProperties",
    "properties",
    "requestBodies",
    "responses",
    "schemas",
    "securitySchemes",
    "variables",
];

/// Members that hold data, not descriptions.
const DATA: &[&str] = &["const", "default", "enum", "example", "mapping", "required", "scopes", "security", "value"];

/// Reports unknown keys of ours in the whole document.
pub fn check_unknown(document: &Value, diagnostics: &mut Diagnostics) {
    visit(document, &Origin::default(), diagnostics);
}

fn visit(node: &Value, origin: &Origin, diagnostics: &mut Diagnostics) {
    match node {
        Value::Object(members) => {
            members.keys().filter(|key| is_unknown(key)).for_each(|key| report(key, origin, diagnostics));
            for (key, value) in members.iter().filter(|(key, _)| !holds_data(key)) {
                match value {
                    Value::Object(named) if NAMED.contains(&key.as_str()) => {
                        visit_named(named, &origin.join(key), diagnostics);
                    }
                    _ => visit(value, &origin.join(key), diagnostics),
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                visit(item, &origin.join(index), diagnostics);
            }
        }
        _ => {}
    }
}

fn visit_named(named: &Map<String, Value>, origin: &Origin, diagnostics: &mut Diagnostics) {
    named.iter().for_each(|(name, value)| visit(value, &origin.join(name), diagnostics));
}

fn holds_data(key: &str) -> bool {
    key.starts_with("x-") || DATA.contains(&key)
}

fn is_unknown(key: &str) -> bool {
    key.starts_with(PREFIX) && !KEYS.iter().any(|(known, _)| *known == key)
}

fn report(key: &str, origin: &Origin, diagnostics: &mut Diagnostics) {
    let message = format!("`{}` is no key that the generator knows", key.escape_debug());
    let near = KEYS.iter().map(|(known, _)| (strsim::damerau_levenshtein(known, key), *known)).min();
    let said = diagnostics.report(Code::ExtensionUnknown, origin.join(key), message);
    if let Some((_, known)) = near.filter(|(distance, _)| *distance <= 3) {
        said.help = format!("did you mean `{known}`?");
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn said(document: &Value) -> Vec<String> {
        let mut diagnostics = Diagnostics::new();
        check_unknown(document, &mut diagnostics);
        diagnostics.items().iter().map(|d| format!("{} {}", d.origin.pointer, d.help)).collect()
    }

    #[test]
    fn it_is_found_wherever_it_stands_with_the_nearest_one() {
        let schema = json!({ "type": "string", "x-sdk-secert": true, "x-sdkgen-enum": [], "x-other": 1 });
        let document = json!({
            "x-sdk-clinet": "A",
            "paths": { "/a": { "get": { "parameters": [{ "name": "q", "x-sdk-secret": true, "schema": schema }] } } },
            "components": { "schemas": { "A": { "properties": { "default": { "x-sdk-zebra": 1 } } } } },
        });
        assert_eq!(
            said(&document),
            [
                "/x-sdk-clinet did you mean `x-sdk-client`?",
                "/paths/~1a/get/parameters/0/schema/x-sdk-secert did you mean `x-sdk-secret`?",
                "/components/schemas/A/properties/default/x-sdk-zebra correct its spelling; the README lists all",
            ]
        );
    }

    #[test]
    fn names_and_data_are_no_keys() {
        let document = json!({
            "components": {
                "schemas": {
                    "x-sdk-thing": {
                        "properties": { "x-sdk-field": {} },
                        "default": { "x-sdk-value": 1 },
                        "example": { "x-sdk-value": 1 },
                        "x-other": { "x-sdk-value": 1 },
                    },
                },
                "examples": { "a": { "value": { "x-sdk-value": 1 } } },
            },
            "paths": { "/a": { "get": { "responses": { "200": { "headers": { "x-sdk-version": {} } } } } } },
        });
        assert_eq!(said(&document), [""; 0]);
    }
}
