//! What `generator.toml` puts in a type's place or has derived; it travels in inner keys, which no description can write.

use generator::{
    config::{Config, OwnDependency},
    diagnostic::Diagnostics,
    dialect::{self, carry},
    model, resolve,
    source::{self, Input},
};
use openapiv3::{ReferenceOr, Schema};
use serde_json::{Value, json};

use crate::{check, render};

const SCHEMAS: &str = r"
Money: {type: string, description: An amount.}
Color: {type: string, enum: [red, blue]}
Order:
  type: object
  required: [price]
  properties:
    price: {$ref: '#/components/schemas/Money'}
    prices: {type: array, items: {$ref: '#/components/schemas/Money'}}
    maybe: {nullable: true, allOf: [{$ref: '#/components/schemas/Money'}]}
    color: {$ref: '#/components/schemas/Color'}
Discounted:
  allOf: [{$ref: '#/components/schemas/Order'}]
  properties: {percent: {type: integer}}
";

fn dependency(name: &str) -> OwnDependency {
    OwnDependency {
        name: name.to_owned(),
        version: Some("1".to_owned()),
        path: None,
        features: Vec::new(),
        bare: false,
    }
}

/// The model when these keys stand at these components.
fn resolved(said: &[(&str, &str, Value)], dependencies: &[&str]) -> (model::Api, Diagnostics) {
    let dependencies = dependencies.iter().map(|name| dependency(name)).collect();
    let config = Config { dependencies, ..check::config() };
    let mut diagnostics = Diagnostics::new();
    let document = check::document(SCHEMAS);
    let input = Input { name: "openapi.yaml".to_owned(), bytes: document.into_bytes() };
    let loaded = source::load(input, &mut diagnostics).unwrap();
    let mut lowered = dialect::lower(&loaded, &mut diagnostics).unwrap();
    for (name, key, value) in said {
        let schemas = &mut lowered.document.components.as_mut().unwrap().schemas;
        let Some(ReferenceOr::Item(Schema { schema_data, .. })) = schemas.get_mut(*name) else { panic!("{name}") };
        schema_data.extensions.insert((*key).to_owned(), value.clone());
    }
    let api = resolve::resolve(&lowered, &config, &mut diagnostics).unwrap();
    (api, diagnostics)
}

#[test]
fn a_type_of_ones_own_and_derives() {
    let said = [
        ("Money", carry::REPLACE, json!("my_crate::Money")),
        ("Color", carry::REPLACE, json!("crate::ext::Color")),
        ("Discounted", carry::DERIVE, json!(["schemars::JsonSchema", "schemars::JsonSchema", "Default"])),
    ];
    let (api, diagnostics) = resolved(&said, &["my-crate", "schemars"]);
    assert!(diagnostics.items().is_empty(), "{:?}", diagnostics.items());
    insta::with_settings!({ prepend_module_to_snapshot => true, omit_expression => true }, {
        insta::assert_snapshot!("a_type_of_ones_own", render::render(&api, diagnostics));
    });
    let derives: Vec<_> = api.types.iter().map(|def| (def.name.as_str(), def.derives.len())).collect();
    assert_eq!(derives, [("Color", 0), ("Discounted", 2), ("Money", 0)]);
    assert!(api.types.iter().all(|def| !def.traits.eq && !def.traits.hash), "{:?}", api.types);
}

#[test]
fn what_is_wrong_with_a_path_is_said_where_it_stands() {
    let said = [
        ("Money", carry::REPLACE, json!("Money; fn main() {}")),
        ("Color", carry::REPLACE, json!("unheard::Color")),
        ("Discounted", carry::DERIVE, json!(["serde::Serialize"])),
    ];
    let (_, diagnostics) = resolved(&said, &[]);
    let mut said: Vec<_> = diagnostics.items().iter().map(|d| format!("{} {}", d.origin.pointer, d.message)).collect();
    said.sort();
    insta::assert_snapshot!(said.join("\n"), @r"
    /components/schemas/Color `unheard::Color` is of the crate `unheard`, which [sdk.dependencies] does not name
    /components/schemas/Discounted `serde::Serialize` cannot be derived: every type has it already where it is needed
    /components/schemas/Money `Money; fn main() {}` is no path of a type; `my_crate::Money`, `crate::ext::Money` or `String` are paths of types
    ");
}
