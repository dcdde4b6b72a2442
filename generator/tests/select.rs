//! Selection: which operations and components are left.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at what it did not expect")]

use generator::{
    diagnostic::Diagnostics,
    source::{By, Choice, Input, Loaded, Options, load_all},
};
use serde_json::Value;

const SPEC: &str = r"openapi: 3.2.0
paths:
  /pets:
    parameters: [{$ref: '#/components/parameters/Limit'}]
    get: {operationId: listPets, tags: [pets], responses: {'200': {$ref: '#/components/responses/Pets'}}}
    post: {operationId: createPet, tags: [pets, admin], requestBody: {content: {a/b: {schema: {$ref: '#/components/schemas/NewPet'}}}}}
    additionalOperations:
      COPY: {operationId: copyPets, tags: [admin]}
  /pets/{id}:
    get: {operationId: getPet, tags: [pets]}
  /users:
    get: {operationId: listUsers, tags: [users], responses: {'200': {content: {a/b: {schema: {$ref: '#/components/schemas/User'}}}}}}
components:
  parameters: {Limit: {name: limit, in: query}}
  responses: {Pets: {content: {a/b: {schema: {$ref: '#/components/schemas/Pet'}}}}}
  schemas:
    Pet: {properties: {owner: {$ref: '#/components/schemas/User'}}, discriminator: {propertyName: k, mapping: {c: Cat}}}
    Cat: {}
    NewPet: {allOf: [{$ref: '#/components/schemas/Base'}]}
    Base: {}
    User: {properties: {friend: {$ref: '#/components/schemas/User'}}}
    Event: {properties: {user: {$ref: '#/components/schemas/Payload'}}}
    Payload: {}
";

fn select(choices: &[(By, bool, &str)]) -> (Loaded, Vec<String>) {
    let choice = |(by, exclude, pattern): &(By, bool, &str)| Choice {
        by: *by,
        exclude: *exclude,
        pattern: (*pattern).to_owned(),
    };
    let options = Options { choices: choices.iter().map(choice).collect(), ..Options::default() };
    let mut diagnostics = Diagnostics::new();
    let input = Input { name: "api.yaml".to_owned(), bytes: SPEC.as_bytes().to_vec() };
    let loaded = load_all(input, &options, &mut diagnostics).unwrap();
    let said = diagnostics.items().iter().map(|said| format!("{}; {}", said.message, said.help)).collect();
    (loaded, said)
}

/// The operations and components that are left.
#[track_caller]
fn left(choices: &[(By, bool, &str)]) -> String {
    let (loaded, said) = select(choices);
    assert_eq!(said, [""; 0]);
    let keys = |value: &Value| value.as_object().into_iter().flatten().map(|(key, _)| key.clone()).collect::<Vec<_>>();
    let mut lines = Vec::new();
    for (path, item) in loaded.document["paths"].as_object().unwrap() {
        lines.push(format!("{path}: {}", keys(item).join(" ")));
    }
    for (section, components) in loaded.document["components"].as_object().unwrap() {
        lines.push(format!("{section}: {}", keys(components).join(" ")));
    }
    lines.push(format!("left out: {}", loaded.left_out));
    lines.join("\n")
}

#[test]
fn what_was_not_chosen_goes_with_all_that_only_it_needed() {
    insta::assert_snapshot!("by_tag", left(&[(By::Tag, false, "user*")]));
    insta::assert_snapshot!(
        "by_path_or_id",
        left(&[(By::Path, false, "/pets/*"), (By::Operation, false, "createPet")])
    );
    insta::assert_snapshot!("without", left(&[(By::Tag, true, "admin"), (By::Operation, true, "GET /pets")]));
    insta::assert_snapshot!("with_and_without", left(&[(By::Path, false, "/pets**"), (By::Tag, true, "admin")]));
}

#[test]
fn a_pattern_that_matches_nothing_is_an_error() {
    let choices = [(By::Tag, false, "pest"), (By::Operation, true, "lisPets"), (By::Path, false, "/users")];
    let (loaded, said) = select(&choices);
    let expected = [
        "`--tag pest` matches no operation; did you mean `pets`?",
        "`--exclude-operation lisPets` matches no operation; did you mean `listPets`?",
    ];
    assert_eq!(said, expected);
    assert_eq!(loaded.left_out, 4);
}
