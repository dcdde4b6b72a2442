//! Small descriptions with arbitrary names.

use proptest::{collection::btree_set, prelude::*};
use serde_json::{Map, Value, json};

/// The names of a description.
#[derive(Clone, Debug)]
pub struct Names {
    /// Of schemas: structs and enums.
    pub schemas: Vec<String>,
    /// Of properties, and the values of enums.
    pub members: Vec<String>,
    /// Of operations, parameters and tags.
    pub operations: Vec<String>,
}

/// Names that real descriptions have, and that are something else in Rust or in a file system.
const ODD: &[&str] = &[
    "Result",
    "Option",
    "Self",
    "self",
    "Vec",
    "Error",
    "Type",
    "type",
    "String",
    "Box",
    "Some",
    "None",
    "Ok",
    "Debug",
    "crate",
    "super",
    "lib",
    "mod",
    "build",
    "main",
    "..",
    "con",
    "NUL",
    "aux.txt",
    "a b",
    "A-B",
    "a_b",
    "aB",
    "AB",
    "ab",
    "Ab",
    "1st",
    "01",
    "-1",
    "+1",
    "$ref",
    "@type",
    "名前",
    "название",
    "😀",
    "ß",
    "İ",
    "_",
    "__",
    "r#fn",
    "fn",
    "Client",
    "types",
    "resources",
    "runtime",
    "serde_json",
    "jiff",
    "new",
    "build",
    "send",
    "body",
    "Unknown",
    "x/y",
    "~",
    "a\u{0}b",
    "\u{202e}x",
    "\"quoted\"",
    "{brace}",
];

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => proptest::sample::select(ODD).prop_map(str::to_owned),
        2 => "[a-zA-Z][a-zA-Z0-9_. -]{0,8}",
        1 => "\\PC{1,6}",
        1 => proptest::char::range('a', 'c').prop_map(|c| c.to_string().repeat(200)),
    ]
}

/// Sets of names, in any order.
pub fn names() -> impl Strategy<Value = Names> {
    let some = |most| btree_set(name(), 1..most).prop_map(|set| set.into_iter().collect::<Vec<_>>()).prop_shuffle();
    (some(7), some(6), some(6)).prop_map(|(schemas, members, operations)| Names { schemas, members, operations })
}

impl Names {
    /// The description. What a schema is does not depend on where it stands.
    pub fn description(&self) -> Value {
        let schemas: Map<_, _> = self.schemas.iter().map(|name| (name.clone(), self.schema(name))).collect();
        let paths: Map<_, _> = self.operations.iter().map(|name| self.operation(name)).collect();
        json!({
            "openapi": "3.0.3", "info": { "title": "T", "version": "1" },
            "servers": [{ "url": "https://a.test" }], "paths": paths, "components": { "schemas": schemas },
        })
    }

    fn schema(&self, name: &str) -> Value {
        if name.len() % 3 == 1 {
            return json!({ "type": "string", "enum": self.members });
        }
        let properties: Map<_, _> = self
            .members
            .iter()
            .map(|member| {
                let inline = json!({ "type": "object", "properties": { "a": { "type": "string" } } });
                (member.clone(), if member.len().is_multiple_of(2) { json!({ "type": "string" }) } else { inline })
            })
            .collect();
        json!({ "type": "object", "properties": properties })
    }

    fn operation(&self, name: &str) -> (String, Value) {
        let parameters: Vec<_> = self
            .members
            .iter()
            .map(|member| {
                json!({
                    "name": member, "in": "query", "required": member.len().is_multiple_of(3), "schema": { "type": "string" },
                })
            })
            .collect();
        // The place must not depend on the order either.
        let path: String = name.bytes().map(|byte| format!("{byte:02x}")).collect();
        let tag = self.operations.iter().min().cloned().unwrap_or_default();
        let operation = json!({
            "operationId": name, "tags": [if name.len().is_multiple_of(2) { tag } else { name.to_owned() }],
            "parameters": parameters, "responses": { "204": { "description": "d" } },
        });
        (format!("/{path}"), json!({ "get": operation }))
    }
}
