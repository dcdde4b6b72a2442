//! What is the same thing under another name, and what is the same altogether.

use std::fs;

use generator::{
    config::Config,
    diff::{Bump, rust::predict},
    source::Options,
};
use serde_json::Value;

use crate::{
    face::api,
    pair::{BASE, changes, edited, level, lines, notes, spec},
};

#[track_caller]
fn told(old: &str, new: &str, expected: &[&str]) {
    assert_eq!(lines(&changes(old, new)), expected);
}

#[test]
fn a_renamed_schema_is_one_change() {
    let new = edited(&[]).replace("Problem", "Trouble");
    told(
        &edited(&[]),
        &new,
        &["major struct types::Problem => types::Trouble | pub struct Problem -> pub struct Trouble"],
    );
}

#[test]
fn a_renamed_enum_is_one_change_although_others_name_it() {
    let new = edited(&[]).replace("/Kind'", "/Animal'").replace("    Kind:", "    Animal:");
    told(&edited(&[]), &new, &["major enum types::Kind => types::Animal | pub enum Kind -> pub enum Animal"]);
}

#[test]
fn a_schema_may_be_renamed_and_changed() {
    let new = edited(&[("enum: [cat, dog, fox]", "enum: [cat, dog, fox, owl]")]);
    let new = new.replace("/Kind'", "/Animal'").replace("    Kind:", "    Animal:");
    told(
        &edited(&[]),
        &new,
        &[
            "major enum types::Kind => types::Animal | pub enum Kind -> pub enum Animal",
            "minor variant types::Animal::Owl | - -> Owl",
        ],
    );
}

#[test]
fn two_schemas_that_change_names_are_two_changes() {
    let new = edited(&[]).replace("Meat", "X").replace("Fish", "Meat").replace('X', "Fish");
    let found = lines(&changes(&edited(&[]), &new));
    assert!(found.iter().any(|line| line.contains("types::Meat")), "{found:#?}");
    assert!(found.iter().any(|line| line.contains("types::Fish")), "{found:#?}");
}

#[test]
fn a_schema_that_is_given_a_name_is_renamed_at_most() {
    let inline = edited(&[("note: {type: string}", "note: {type: string, enum: [a, b]}")]);
    let named = edited(&[
        ("note: {type: string}", "note: {$ref: '#/components/schemas/Remark'}"),
        ("    Meat:", "    Remark: {type: string, enum: [a, b]}\n    Meat:"),
    ]);
    told(&inline, &named, &["major enum types::PetNote => types::Remark | pub enum PetNote -> pub enum Remark"]);
    let same = named.replace("Remark", "PetNote");
    told(&inline, &same, &[]);
}

#[test]
fn a_property_in_a_base_is_the_same_property() {
    let (old, new) = (
        edited(&[]),
        edited(&[(
            "    Problem: {type: object, required: [detail], properties: {detail: {type: string}}}",
            "    Problem: {allOf: [{$ref: '#/components/schemas/Base'}]}\n    Base: {type: object, required: [detail], properties: {detail: {type: string}}}",
        )]),
    );
    let found = changes(&old, &new);
    // `types::Problem` is an alias now: who names it goes on.
    assert_eq!(level(&found), Bump::Minor, "{:#?}", lines(&found));
}

#[test]
fn a_property_in_one_of_two_bases_is_the_same_property() {
    let problem = "    Problem: {type: object, required: [detail], properties: {detail: {type: string}}}";
    let new = edited(&[(
        problem,
        "    Problem: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object}]}\n    Base: {type: object, required: [detail], properties: {detail: {type: string}}}",
    )]);
    told(&edited(&[]), &new, &[]);
}

#[test]
fn an_alias_is_no_type_of_its_own() {
    let new = edited(&[
        ("        note: {type: string}", "        note: {$ref: '#/components/schemas/Note'}"),
        ("    Meat:", "    Note: {type: string}\n    Meat:"),
    ]);
    told(&edited(&[]), &new, &["minor alias types::Note | - -> pub type Note = String"]);
}

#[test]
fn a_renamed_tag_moves_the_resource_once() {
    let new = edited(&[]).replace("tags: [pets]", "tags: [animals]");
    let found = changes(&edited(&[]), &new);
    let paths: Vec<_> = lines(&found).into_iter().filter(|line| line.contains(" method resources::")).collect();
    let methods = ["major method resources::pets::Pets::get => resources::animals::Animals::get_pet"];
    assert!(
        paths.iter().all(|line| methods.iter().any(|known| line.starts_with(known)) || line.contains("put")),
        "{paths:#?}"
    );
    assert!(lines(&found)[0].starts_with("major module resources::pets => resources::animals"), "{:#?}", lines(&found));
}

#[test]
fn the_client_may_be_renamed() {
    let new = edited(&[]).replace("openapi: 3.0.3", "openapi: 3.0.3\nx-sdk-client: Zoo");
    told(&edited(&[]), &new, &["major struct Client => Zoo | pub struct Client -> pub struct Zoo"]);
}

#[test]
fn more_than_three_arguments_become_a_struct() {
    let argument =
        |name: &str| format!("        - {{name: {name}, in: query, required: true, schema: {{type: string}}}}\n");
    let three = edited(&[("        - {name: limit", &(argument("zone") + "        - {name: limit"))]);
    let four =
        edited(&[("        - {name: limit", &(argument("zone") + &argument("area") + "        - {name: limit"))]);
    let five = edited(&[(
        "        - {name: limit",
        &(argument("zone") + &argument("area") + &argument("b") + "        - {name: limit"),
    )]);
    told(
        &three,
        &four,
        &[
            "major method resources::pets::Pets::get | pub fn get(&self, id: &str, from: &str, to: &str, zone: &str) -> op::Get -> \
             pub fn get(&self, id: &str, required: op::GetRequired) -> op::Get",
            "minor struct resources::pets::op::GetRequired | - -> pub struct GetRequired",
        ],
    );
    told(&four, &five, &["major field resources::pets::op::GetRequired::b | - -> pub b: String"]);
}

#[test]
fn a_received_and_a_sent_shape_are_two_types() {
    let both = "
paths:
  /a:
    post:
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
      responses: {'200': {description: it, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
components:
  schemas:
    A: {type: object, properties: {id: {type: string, readOnly: true}, name: {type: string}}}
";
    let new = both.replace("name: {type: string}", "name: {type: integer}");
    let found = lines(&changes(&spec(both), &spec(&new)));
    assert!(
        found.contains(&"major field types::A::name | pub name: Option<String> -> pub name: Option<i64>".to_owned())
    );
    assert!(
        found.contains(
            &"major field types::AInput::name | pub name: Option<String> -> pub name: Option<i64>".to_owned()
        )
    );
    assert_eq!(lines(&changes(&spec(both), &spec(both))), [""; 0]);
}

#[test]
fn one_api_in_every_dialect_is_one_crate() {
    let specs = [
        include_str!("../dialects/openapi-3.0.yaml"),
        include_str!("../dialects/openapi-3.1.yaml"),
        include_str!("../dialects/openapi-3.2.yaml"),
        include_str!("../dialects/swagger-2.0.yaml"),
    ];
    for new in &specs[1..] {
        let found = changes(specs[0], new);
        assert_eq!(lines(&found), [""; 0]);
    }
}

#[test]
fn variables_that_change_places_are_told() {
    let old = edited(&[]).replace("/pets/{id}", "/pets/{id}/{other}").replace(
        "{name: id, in: path, required: true, schema: {type: string}}",
        "{name: id, in: path, required: true, schema: {type: string}}, {name: other, in: path, required: true, schema: {type: string}}",
    );
    let old = old.replace(
        "        - {name: id, in: path, required: true, schema: {type: string}}, ",
        "        - {name: id, in: path, required: true, schema: {type: string}}\n        - ",
    );
    let new = old.replace("/pets/{id}/{other}", "/pets/{other}/{id}");
    let found = changes(&old, &new);
    assert_eq!(level(&found), Bump::Patch, "{:#?}", lines(&found));
    assert!(notes(&found).contains("the variables of the path changed places"), "{}", notes(&found));
}

#[test]
fn the_order_of_the_text_is_no_matter() {
    let sorted = |value: &Value| serde_yaml::to_string(&reversed(value)).unwrap();
    for text in [spec(BASE), include_str!("calls.yaml").to_owned()] {
        let value: Value = serde_yaml::from_str(&text).unwrap();
        let found = changes(&text, &sorted(&value));
        assert_eq!(lines(&found), [""; 0]);
        assert_eq!(level(&found), Bump::None);
    }
}

/// Members in the opposite order.
pub fn reversed(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            Value::Object(members.iter().rev().map(|(key, value)| (key.clone(), reversed(value))).collect())
        }
        Value::Array(items) => Value::Array(items.iter().map(reversed).collect()),
        other => other.clone(),
    }
}

/// `DIFF_FACE=folder cargo test -p generator --test diff_rust -- --ignored others`
#[test]
#[ignore = "needs descriptions of others: DIFF_FACE names their folder"]
fn others_against_themselves() {
    let Some(folder) = std::env::var_os("DIFF_FACE") else { return };
    let config = Config::new("sdk");
    let mut wrong = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_dir()) {
        for name in ["openapi.yaml", "openapi.json"] {
            let path = entry.path().join(name);
            let Ok(bytes) = fs::read(&path) else { continue };
            let value: Option<Value> = serde_yaml::from_slice(&bytes).ok();
            let options = Options { path: Some(path.clone()), ..Options::default() };
            let Some(one) = api(bytes, options.clone(), &config) else { continue };
            let start = std::time::Instant::now();
            let own = predict(&one, &one);
            println!("{}: {:?}", path.display(), start.elapsed());
            wrong.extend(lines(&own).into_iter().map(|line| format!("{}: {line}", path.display())));
            let Some(other) =
                value.and_then(|value| api(serde_json::to_vec(&reversed(&value)).unwrap(), options, &config))
            else {
                continue;
            };
            let found = lines(&predict(&one, &other));
            wrong.extend(found.into_iter().take(5).map(|line| format!("{} reordered: {line}", path.display())));
        }
    }
    assert_eq!(wrong, [""; 0]);
}
